package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is not there, or that another process holds: the product is up, says so, and carries on by itself once it is there. */
class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void unreachablePostgresql_isNamed_andUsedOnceItStarts() throws Exception {
        int port = Product.freePort();
        try (Product product = Product.unpack(folder).env("XIEZHI_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres")
                .env("XIEZHI_DB_USER", "postgres").env("XIEZHI_DB_PASSWORD", "secret-of-the-database")) {
            assertDatabaseIsMissing(product.launch());
            Client.nobody(product).with("Cookie", "XIEZHI_SESSION=of-yesterday").get("/matters").refused(503, "not-ready");
            assertEquals(200, product.get("/").statusCode(), "the console is there");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPort(port).start()) {
                Poll.until("readiness", product::health, h -> h.exitCode() == 200);
            }
            assertDatabaseIsMissing(product);
            assertEquals(0, product.stop());
            assertTrue(!Files.readString(product.home().resolve("logs/xiezhi.log")).contains("secret-of-the-database"));
        }
    }

    @Test
    void derbyFolderOfAnotherProcess_isNamed_andUsedOnceItIsFree() throws Exception {
        try (Product first = Product.unpack(Files.createDirectory(folder.resolve("first"))).start();
                Product second = Product.unpack(Files.createDirectory(folder.resolve("second")))
                        .env("XIEZHI_DB_URL", "jdbc:derby:" + first.home().resolve("database") + ";create=true")) {
            assertDatabaseIsMissing(second.launch());
            assertTrue(second.health().output().contains("另一进程占用"), second.health().output());
            assertEquals(200, first.health().exitCode(), "the first is not disturbed");
            assertEquals(0, first.stop());
            Poll.until("readiness", second::health, h -> h.exitCode() == 200);
        }
    }

    private static void assertDatabaseIsMissing(Product product) throws Exception {
        Product.Result health = Poll.until("an answer that names the database", product::health, h -> h.exitCode() == 503 && h.output().contains("数据库：")
                && !h.output().contains("正在打开"));
        assertTrue(health.output().contains("\"down\""), health.output());
    }
}
