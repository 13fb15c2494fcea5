package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, and the one clear message that each refused start gives. */
class StartStopTest {
    @TempDir
    Path folder;

    private Product product;

    @BeforeEach
    void unpack() throws Exception {
        product = Product.unpack(folder);
    }

    @AfterEach
    void close() throws Exception {
        product.close();
    }

    @Test
    void run_becomesReady_andEndsWithZeroWhenAskedToStop() throws Exception {
        product.start();
        assertEquals(200, product.get("/health/ready").statusCode());
        assertEquals(0, product.stop());
        assertTrue(product.output().contains("獬豸已就绪：" + product.url("/")), product.output());
        assertFalse(Files.exists(product.home().resolve("run/xiezhi.pid")));
    }

    @Test
    void run_afterKill_startsAgainOnTheSameHome() throws Exception {
        product.start().kill();
        product.start();
        assertEquals(0, product.stop());
    }

    @Test
    void start_status_stop() throws Exception {
        assertEquals(new Product.Result(3, "獬豸未在运行。\n"), product.command("status"));
        Product.Result started = product.command("start");
        try {
            assertEquals(0, started.exitCode(), started.output());
            assertEquals(200, product.get("/health/ready").statusCode());
            Product.Result status = product.command("status");
            assertEquals(0, status.exitCode(), status.output());
            assertTrue(status.output().contains("已就绪"), status.output());
        } finally {
            assertEquals(new Product.Result(0, "獬豸已停止。\n"), product.command("stop"));
        }
        assertEquals(new Product.Result(0, "獬豸未在运行。\n"), product.command("stop"));
    }

    @Test
    void takenPort_isNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            product.env("XIEZHI_PORT", String.valueOf(other.getLocalPort()));
            assertRefused(3, "端口 " + other.getLocalPort() + " 已被占用");
            assertEquals(3, product.command("start").exitCode());
        }
    }

    @Test
    void homeOfARunningInstance_isRefused() throws Exception {
        product.start();
        String port = String.valueOf(product.port());
        product.env("XIEZHI_PORT", String.valueOf(Product.freePort()));
        assertRefused(5, "数据目录 " + product.home() + " 正被另一个进程使用");
        product.env("XIEZHI_PORT", port);
        assertEquals(200, product.get("/health/ready").statusCode());
    }

    @Test
    void portOfAnotherRunningInstance_isNotTakenForOnesOwn() throws Exception {
        product.start();
        Path first = product.home();
        product.env("XIEZHI_HOME", folder.resolve("second").toString()).env("XIEZHI_PORT", String.valueOf(product.port()));
        try {
            assertEquals(3, product.command("start").exitCode());
        } finally {
            product.env("XIEZHI_HOME", first.toString());
        }
    }

    @Test
    void homeThatCannotBeAFolder_isRefused() throws Exception {
        product.env("XIEZHI_HOME", Files.createFile(folder.resolve("file")).toString());
        assertRefused(4, "数据目录 " + product.home() + " 无法写入");
    }

    @Test
    void unknownKey_isNamedWithFileAndLine() throws Exception {
        Path file = product.install().resolve("config/xiezhi.properties");
        Files.writeString(file, "port=8080\nprot=8081\n");
        assertRefused(2, file + " 第 2 行「prot=8081」");
    }

    @Test
    void impossibleValue_isNamedWithItsBounds() throws Exception {
        product.env("XIEZHI_PORT", "99999");
        assertRefused(2, "环境变量 XIEZHI_PORT 应为 1 至 65535 的整数");
        Product.Result started = product.command("start");
        assertEquals(2, started.exitCode(), started.output());
        assertTrue(started.output().startsWith("配置有误"), started.output());
    }

    private void assertRefused(int exitCode, String message) throws Exception {
        Product.Result result = product.command("run");
        assertTrue(result.output().contains(message), result.output());
        assertEquals(1, result.output().lines().count(), result.output());
        assertEquals(exitCode, result.exitCode());
    }
}
