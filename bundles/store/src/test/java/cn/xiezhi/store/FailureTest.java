package cn.xiezhi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a database is said in one sentence. */
class FailureTest {
    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatAnotherProcessHolds_isNamedAsSuch_andOpensOnceItIsLetGo() throws Exception {
        Settings settings = Databases.derby();
        Database.open(settings).close();
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                Holder.class.getName(), settings.derbyDatabase()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("held", out.readLine());
            assertEquals("数据库已被另一进程占用，请先停止占用它的进程", Failures.text(assertThrows(RuntimeException.class, () -> Database.open(settings))));
            other.getOutputStream().close();
            other.waitFor();
        } finally {
            other.destroyForcibly();
        }
        try (Database database = Database.open(settings)) {
            assertEquals(Optional.empty(), database.problem());
        }
    }

    @Test
    void twoThatWaitForEachOther_bothGetThrough() throws Exception {
        for (Settings settings : List.of(Databases.derby(), Databases.postgres())) {
            ExecutorService two = Executors.newFixedThreadPool(2);
            try (Database database = Database.open(settings)) {
                Work work = database.work();
                work.transact(c -> run(c, "create table pair (id integer not null primary key, n integer not null)"));
                work.transact(c -> run(c, "insert into pair values (1, 0), (2, 0)"));
                CountDownLatch bothHoldOne = new CountDownLatch(2);
                List<Future<?>> done = Stream.of(1, 2).<Future<?>>map(first -> two.submit(() -> work.transact(c -> {
                    run(c, "update pair set n = n + 1 where id = " + first);
                    await(bothHoldOne);
                    run(c, "update pair set n = n + 1 where id = " + (3 - first));
                }))).toList();
                for (Future<?> one : done) {
                    one.get();
                }
                assertEquals(Optional.of(4), work.row("select sum(n) from pair", row -> row.getInt(1)));
            } finally {
                two.shutdownNow();
            }
        }
    }

    /** Figures that count a row twice would be wrong without anybody noticing. */
    @Test
    void whatTheDatabaseGivesUp_isReadAgain_butNothingIsHandedOverTwice() {
        try (Database database = Database.open(Databases.derby())) {
            Work work = database.work();
            AtomicInteger read = new AtomicInteger();
            assertEquals(List.of(1, 2), work.rows("values (1), (2)", row -> {
                givenUp(read.incrementAndGet() == 2);
                return row.getInt(1);
            }));
            assertEquals(4, read.get());

            AtomicInteger taken = new AtomicInteger();
            assertThrows(StoreException.class, () -> work.each("values (1), (2)", row -> givenUp(taken.incrementAndGet() == 2)));
            assertEquals(2, taken.get());
        }
    }

    @Test
    void closedMeanwhile_saysSo() {
        Database database = Database.open(Databases.derby());
        Work work = database.work();
        assertThrows(StoreException.class, () -> work.read(em -> {
            database.close();
            return em.createQuery("select o from OrganRow o").getResultList();
        }));
        assertEquals("数据库已关闭", assertThrows(StoreException.class, () -> work.write(em -> 1)).getMessage());
    }

    private static void givenUp(boolean now) throws SQLException {
        if (now) {
            throw new SQLException("given up for another", "40001");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a Derby database until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            Database database = Database.open(new Settings(args[0], "org.apache.derby.jdbc.EmbeddedDriver", "", "", 1));
            System.out.println("held");
            System.in.read();
            database.close();
        }
    }

    @Test
    void aServerThatDoesNotAnswer_isUnavailable() throws IOException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0)) {
            port = closedAgain.getLocalPort();
        }
        Settings settings = new Settings("jdbc:postgresql://127.0.0.1:" + port + "/xiezhi", "org.postgresql.Driver", "xiezhi", "secret", 2);

        assertEquals("数据库不可用（08001）", Failures.text(assertThrows(RuntimeException.class, () -> Database.open(settings))));
    }

    @Test
    void aMissingDatabase_isNamed() {
        Settings derby = new Settings("jdbc:derby:" + folder.resolve("nothing"), "org.apache.derby.jdbc.EmbeddedDriver", "", "", 2);
        assertEquals("数据库不存在，请检查地址", Failures.text(assertThrows(RuntimeException.class, () -> Database.open(derby))));
    }

    @Test
    void aMissingPostgresDatabase_isNamed() throws SQLException {
        Settings there = Databases.postgres();
        Settings missing = new Settings(there.url().replaceAll("/xiezhi\\d+", "/nowhere"), there.driver(), there.user(), there.password(), 2);
        assertEquals("数据库不存在，请先建立", Failures.text(assertThrows(RuntimeException.class, () -> Database.open(missing))));
    }

    @Test
    void aFullDisk_isNamedWhateverTheDatabaseCallsIt() {
        assertEquals("磁盘已满，数据库无法写入；本次操作未保存，请清理磁盘后重试", Failures.text(new SQLException("could not extend file", "53100")));
        assertEquals("磁盘已满，数据库无法写入；本次操作未保存，请清理磁盘后重试",
                Failures.text(new StoreException("", new SQLException("x", "XSLA1", new IOException("No space left on device")))));
    }

    @Test
    void aDefect_isNotDressedUpAsADatabaseFailure() {
        IllegalArgumentException defect = new IllegalArgumentException("a defect");
        assertEquals(defect, Failures.of(defect));
    }

    @Test
    void settings_findTheirDefaultsAndNeverShowAPassword() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\nsecond line\n");
        Settings derby = Settings.of(new Config("", "", "", ""), "/data");
        Settings postgres = Settings.of(new Config("jdbc:postgresql://u:s3cret@db/xiezhi?password=s3cret", "xiezhi", "", file.toString()), "/data");

        assertEquals("jdbc:derby:/data/database;create=true", derby.url());
        assertEquals("jdbc:derby:/data/database", derby.shownUrl());
        assertEquals("s3cret", postgres.password());
        assertEquals("org.postgresql.Driver", postgres.driver());
        assertEquals("jdbc:postgresql://db/xiezhi", postgres.toString());
        assertFalse(new DriverSource(Drivers.find("org.postgresql.Driver"), postgres).toString().contains("s3cret"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Settings.of(new Config("jdbc:postgresql://db/x", "u", "", folder + "/none"), "")).getMessage()
                .startsWith("xiezhi.store：无法读取数据库密码文件"));
        assertEquals("xiezhi.store：无法从 url 判断数据库驱动（dm），请设置 driver",
                assertThrows(IllegalArgumentException.class, () -> Settings.of(new Config("jdbc:dm://db", "", "", ""), "")).getMessage());
        assertEquals("找不到数据库驱动 com.kingbase8.Driver，请把驱动包放入系统",
                assertThrows(IllegalArgumentException.class, () -> Database.open(Settings.of(new Config("jdbc:kingbase8://db/x", "", "", ""), ""))).getMessage());
    }

    private record Config(String url, String user, String password, String passwordFile) implements StoreConfig {
        @Override
        public String driver() {
            return "";
        }

        @Override
        public int poolSize() {
            return 10;
        }

        @Override
        public Class<StoreConfig> annotationType() {
            return StoreConfig.class;
        }
    }
}
