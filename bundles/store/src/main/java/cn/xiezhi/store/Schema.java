package cn.xiezhi.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables up to what this version of the product needs. */
final class Schema {
    /** The newest of the scripts in {@code db/migration} and of those in Java. */
    static final String LATEST = "17";
    /** As Derby and PostgreSQL say it. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42X05", "42Y07", "42P01");

    private Schema() {}

    /**
     * Runs what migrations are missing. A schema that is current costs one query: Flyway itself takes a good part of a second.
     *
     * @return whether anything had to be done
     */
    static boolean migrate(DataSource source, boolean derby) throws SQLException {
        if (LATEST.equals(newest(source))) {
            return false;
        }
        migrate(source, derby, LATEST);
        String reached = newest(source);
        if (!LATEST.equals(reached)) {
            throw new IllegalStateException("数据库由另一版本的程序建立（结构版本 " + reached + "，本程序为 " + LATEST + "），请使用相同或更新的版本");
        }
        return true;
    }

    /** Up to a version, in tests an older one. */
    static void migrate(DataSource source, boolean derby, String version) {
        Flyway.configure(Schema.class.getClassLoader()).dataSource(source).locations("classpath:db/migration").placeholders(types(derby)).target(version).javaMigrations(new V7__TextsBecomeFiles())
                .failOnMissingLocations(true).validateMigrationNaming(true).load().migrate();
    }

    /** What the two databases call differently. */
    private static Map<String, String> types(boolean derby) {
        return derby
                ? Map.of("id", "varchar(200)", "key", "varchar(240)", "text", "clob", "bytes", "blob")
                : Map.of("id", "varchar(200) collate \"C\"", "key", "varchar(240) collate \"C\"", "text", "text", "bytes", "bytea");
    }

    /** Asks for the table instead of looking it up first: Derby takes a tenth of a second to say which tables it has. */
    private static String newest(DataSource source) throws SQLException {
        try (Connection c = source.getConnection(); Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("select \"version\", \"success\" from \"flyway_schema_history\" order by \"installed_rank\" desc")) {
            return rows.next() && rows.getBoolean(2) ? rows.getString(1) : "";
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.contains(String.valueOf(e.getSQLState()))) {
                return "";
            }
            throw e;
        }
    }
}
