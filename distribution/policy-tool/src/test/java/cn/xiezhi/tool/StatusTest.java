package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    Path home;

    @Test
    void whatTheProductWrote_isToldToPeople() throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/rules.json"), """
                {"node":"county-1","since":"2026-11-21T00:30:00Z","signed":true,
                "live":[{"jurisdiction":"fenghe","subject":"policy","version":"1.1+0a1b2c3d","sha256":"ab","signer":"丰河县司法局","since":"2026-11-20T16:00:00Z"},
                {"jurisdiction":"fenghe","subject":"calendar","version":"2026.1+00000000","since":"2026-01-01T00:00:00Z"}],
                "suspended":[{"jurisdiction":"other","since":"2026-11-19T00:00:00Z"}],
                "troubles":[{"text":"x.jar：没有签名","since":"2026-11-21T01:00:00Z"}]}
                """);
        assertEquals("产品现在没有运行；以下是它停止前的情况。", status().output().lines().findFirst().orElseThrow());
        Files.writeString(home.resolve("run/xiezhi.pid"), ProcessHandle.current().pid() + "\n");
        Answer answer = status();
        assertEquals(0, answer.exitCode(), answer.output());
        assertEquals(List.of("节点    county-1，自 2026-11-21 08:30，只接受受信任的签名",
                "施行    fenghe 规则 1.1+0a1b2c3d，自 2026-11-21 00:00，签名者 丰河县司法局，SHA-256 ab",
                "施行    fenghe 工作日历 2026.1+00000000，自 2026-01-01 08:00",
                "中止    other，自 2026-11-19 08:00",
                "问题    x.jar：没有签名（自 2026-11-21 09:00）"), answer.output().lines().toList());
    }

    @Test
    void nothingWritten_orSomethingElse_isSaid() throws IOException {
        assertEquals(3, status().exitCode());
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/rules.json"), "{\"node\":");
        Answer answer = status();
        assertEquals(1, answer.exitCode());
        assertTrue(answer.output().contains("内容无法读取"), answer.output());
    }

    private Answer status() {
        return new Installed(home).run("status", "--home", home.toString());
    }
}
