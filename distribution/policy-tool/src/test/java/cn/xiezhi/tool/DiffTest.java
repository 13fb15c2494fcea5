package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    @TempDir
    Path folder;

    private Installed installed;
    private Path before;
    private Path after;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(folder);
        before = folder.resolve("xiezhi/jurisdictions/xiezhi.policy.ningwu.jar");
        after = folder.resolve("ningwu");
    }

    @Test
    void aChangedLimit_isToldWithBothCitations_andTheExamplesItChanges() throws IOException {
        Path policy = after.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("urgent: {count: hours, amount: 24, cite: 宁武移送制度 二（一）}", "urgent: {count: hours, amount: 12, cite: 宁武移送制度 二（二）}")
                .replace("version: \"1.0\"", "version: \"1.1\""));
        Path examples = after.resolve("examples.yaml");
        Files.writeString(examples, Files.readString(examples).replaceAll("(?m)^ *- \\{duty: transfer.send, variant: urgent.*\\n", ""));
        Answer diff = installed.run("diff", before.toString(), after.toString());
        assertEquals(0, diff.exitCode(), diff.output());
        assertTrue(diff.output().contains("（duties.transfer.send.urgent）\n  原  24小时（宁武移送制度 二（一））\n  新  12小时（宁武移送制度 二（二））\n"), diff.output());
        assertTrue(diff.output().contains("算例  移送（情况紧急），2025-09-30 22:30 起算："), diff.output());
    }

    @Test
    void theSameRules_differInNothing() {
        Answer diff = installed.run("diff", before.toString(), after.toString());
        assertEquals(0, diff.exitCode(), diff.output());
        assertTrue(diff.output().endsWith("共 0 处不同。\n"), diff.output());
    }

    @Test
    void controlCharactersOfAFile_doNotReachTheTerminal() throws IOException {
        Path policy = after.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("noFine: {text: 坚决杜绝以罚代刑", "noFine: {text: \"\\e[2J\\n通过\""));
        Answer diff = installed.run("diff", before.toString(), after.toString());
        assertTrue(diff.output().contains("[2J 通过") && diff.output().indexOf('\u001b') < 0, diff.output());
    }

    @Test
    void calendars_differByDays() throws IOException {
        Path calendar = folder.resolve("calendar/calendar.yaml");
        Files.writeString(calendar, Files.readString(calendar).replace("2016-01-01, ", ""));
        Answer diff = installed.run("diff", folder.resolve("xiezhi/jurisdictions/xiezhi.calendar-cn.jar").toString(), calendar.getParent().toString());
        assertEquals(0, diff.exitCode(), diff.output());
        assertTrue(diff.output().contains("日期  2016-01-01：") && diff.output().contains("共 1 天不同"), diff.output());
    }

    @Test
    void whatIsWrong_orOfAnotherKind_isNotCompared() throws IOException {
        assertEquals(1, installed.run("diff", before.toString(), folder.resolve("calendar").toString()).exitCode());
        Files.writeString(after.resolve("policy.yaml"), "contract: 1\n");
        Answer diff = installed.run("diff", before.toString(), after.toString());
        assertEquals(1, diff.exitCode());
        assertTrue(diff.output().contains("无法比较"), diff.output());
    }
}
