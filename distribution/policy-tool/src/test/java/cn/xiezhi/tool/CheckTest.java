package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says is what the product would say. */
class CheckTest {
    @TempDir
    Path folder;

    private Installed installed;
    private Path ningwu;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(folder);
        ningwu = folder.resolve("ningwu");
    }

    @Test
    void shippedRules_pass_asFolderAndAsJar_withTheWarningsOfNationalLaw() {
        for (Path path : new Path[] {ningwu, folder.resolve("xiezhi/jurisdictions/xiezhi.policy.ningwu.jar")}) {
            Answer check = installed.run("check", path.toString());
            assertEquals(0, check.exitCode(), check.output());
            assertTrue(check.output().contains("提示  duties.criminal.deliver.normal：") && check.output().contains("依据：《行政执法机关移送涉嫌犯罪案件的规定》"), check.output());
            assertTrue(check.output().contains("通过  辖区 ningwu 的规则 1.0+"), check.output());
        }
    }

    @Test
    void everySlip_isNamedWithFileLineKeyAndCure() throws IOException {
        change("policy.yaml", "normal: {count: workingDays, amount: 3, cite: 宁武移送制度 二（一）}", "normal: {count: workDays, amount: 3, cite: 宁武移送制度 二（一）}");
        change("examples.yaml", "variant: urgent", "variant: urgnt");
        Answer check = installed.run("check", ningwu.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("错误  policy.yaml 第16行 duties.transfer.send.normal.count：不认识“workDays”；是否想写 workingDays？"), check.output());
        assertTrue(check.output().contains("错误  examples.yaml 第") && check.output().contains("是否想写 urgent？"), check.output());
    }

    @Test
    void anExampleThatDoesNotComeOut_isAnError() throws IOException {
        change("policy.yaml", "normal: {count: workingDays, amount: 3, cite: 宁武移送制度 二（一）}", "normal: {count: workingDays, amount: 4, cite: 宁武移送制度 二（一）}");
        Answer check = installed.run("check", ningwu.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("按规则算得 lastDay 2025-10-13"), check.output());
    }

    @Test
    void aCalendar_isCheckedByItself() throws IOException {
        Path calendar = folder.resolve("calendar");
        assertEquals(0, installed.run("check", calendar.toString()).exitCode());
        Path file = calendar.resolve("calendar.yaml");
        Files.writeString(file, Files.readString(file).replace("2016-01-01, ", "2061-01-01, "));
        Answer check = installed.run("check", calendar.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("2061-01-01 不在 2016 年"), check.output());
    }

    @Test
    void theCalendarCanBeAnother_andHasToBeRight() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("calendar.yaml"), "contract: 1\nversion: \"1\"\nyears:\n  2016: {source: 无, holidays: []}\n");
        assertEquals(1, installed.run("check", ningwu.toString(), "--calendar", other.toString()).exitCode(), "every date is another");
        Files.writeString(other.resolve("calendar.yaml"), "contract: 1\n");
        Answer check = installed.run("check", ningwu.toString(), "--calendar", other.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("calendar.yaml"), check.output());
        Answer none = installed.run("check", ningwu.toString(), "--calendar", ningwu.toString());
        assertEquals(1, none.exitCode());
        assertTrue(none.output().contains("没有工作日历"), none.output());
    }

    @Test
    void whatHoldsNoRules_isRefusedInASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("half.jar"), "PK\u0003\u0004 half");
        assertRefused("没有这个文件夹或文件", folder.resolve("nowhere").toString());
        assertRefused("nodays.jar：没有这个文件；请用 --calendar", folder.resolve("ningwu").toString(), "--calendar", folder.resolve("nodays.jar").toString());
        assertRefused("没有规则文件", Files.createDirectories(folder.resolve("empty")).toString());
        assertRefused("不是完整的 jar", text.toString());
    }

    @Test
    void aFileThatIsTooLarge_isNotReadToItsEnd() throws IOException {
        Files.write(ningwu.resolve("items.yaml"), new byte[3 * 1024 * 1024]);
        Answer check = installed.run("check", ningwu.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("items.yaml：文件超过 1 MiB"), check.output());
    }

    /** A terminal obeys what is written to it. */
    @Test
    void controlCharactersOfAFile_doNotReachTheTerminal() throws IOException {
        change("organs.yaml", "kind: government", "kind: \"\\e[2Jgovernment\"");
        Answer check = installed.run("check", ningwu.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("[2Jgovernment") && check.output().indexOf('\u001b') < 0, check.output());
    }

    @Test
    void whatIsNotUnderstood_isSaidInChinese_withTheUsage() {
        Answer unknown = installed.run("check", ningwu.toString(), "--nope");
        assertEquals(64, unknown.exitCode());
        assertTrue(unknown.output().startsWith("不认识：--nope") && unknown.output().contains("用法：bin/xiezhi policy check"), unknown.output());
        Answer missing = installed.run("check");
        assertEquals(64, missing.exitCode());
        assertTrue(missing.output().startsWith("缺少：<文件夹或jar>"), missing.output());
        assertEquals(64, installed.run().exitCode());
        assertEquals(0, installed.run("--help").exitCode());
    }

    private void assertRefused(String why, String... arguments) {
        Answer answer = installed.run(Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray(String[]::new));
        assertEquals(1, answer.exitCode());
        assertTrue(answer.output().contains(why), answer.output());
        assertEquals(1, answer.output().lines().count(), answer.output());
    }

    private void change(String file, String piece, String by) throws IOException {
        String text = Files.readString(ningwu.resolve(file));
        assertTrue(text.contains(piece), piece);
        Files.writeString(ningwu.resolve(file), text.replace(piece, by));
    }
}
