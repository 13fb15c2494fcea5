package cn.xiezhi.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where databases come from: Derby in a folder, or a PostgreSQL server of this run's own. Both write through to the disk. */
record Server(Optional<EmbeddedPostgres> postgres, Path work) implements AutoCloseable {
    static Server of(boolean postgres, Path work) throws IOException {
        System.setProperty("derby.stream.error.file", work.resolve("derby.log").toString());
        return new Server(postgres ? Optional.of(EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").start()) : Optional.empty(), work);
    }

    String name() {
        return postgres.isPresent() ? "PostgreSQL 17, fsync on" : "Derby, embedded";
    }

    /** The address of a new database. */
    String url(String database) throws SQLException {
        if (postgres.isEmpty()) {
            return "jdbc:derby:" + work.resolve(database) + ";create=true";
        }
        try (Connection c = postgres.get().getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            s.execute("create database " + database);
        }
        return postgres.get().getJdbcUrl("postgres", database);
    }

    String user() {
        return postgres.isPresent() ? "postgres" : "";
    }

    /** The product on the same kind of database, with sample accounts. */
    Map<String, String> environment(String database) throws SQLException {
        Map<String, String> environment = new HashMap<>(Map.of("XIEZHI_SAMPLE", "true"));
        if (postgres.isPresent()) {
            environment.putAll(Map.of("XIEZHI_DB_URL", url(database), "XIEZHI_DB_USER", user(), "XIEZHI_DB_PASSWORD", user()));
        }
        return environment;
    }

    @Override
    public void close() throws IOException {
        if (postgres.isPresent()) {
            postgres.get().close();
        }
    }
}
