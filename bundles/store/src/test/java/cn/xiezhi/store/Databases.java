package cn.xiezhi.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases that the contract is tested on. */
final class Databases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    static Settings derby() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "derby"));
            Path fresh = Files.createTempDirectory(folder, "store");
            return new Settings("jdbc:derby:" + fresh + "/database;create=true", "org.apache.derby.jdbc.EmbeddedDriver", "", "", 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Settings postgres() throws SQLException {
        String name = "xiezhi" + NUMBER.incrementAndGet();
        EmbeddedPostgres server = Server.RUNNING;
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Settings(server.getJdbcUrl("postgres", name), "org.postgresql.Driver", "postgres", "postgres", 10);
    }

    /** Started once for all tests; ends with the process. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
