package cn.xiezhi.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Makes many matters of few inside the database: every row that the desk wrote of them once more, under another id. */
final class Copies {
    /** What of a table's rows holds or ends with the id of the matter or of something of its own. */
    private static final Map<String, List<String>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("matter", List.of("id", "opened_key"));
        TABLES.put("matter_organ", List.of("matter", "opened_key"));
        TABLES.put("matter_text", List.of("matter", "opened_key"));
        TABLES.put("obligation", List.of("id", "matter", "due_key"));
        TABLES.put("desk", List.of("obligation", "due_key"));
        TABLES.put("ledger", List.of("matter"));
        TABLES.put("attachment", List.of("matter"));
        TABLES.put("audit", List.of("id", "subject"));
    }

    private Copies() {}

    /** @param times how many there are of each afterwards */
    static void make(DataSource pool, String jurisdiction, int times) throws SQLException {
        try (Connection c = pool.getConnection(); Statement plain = c.createStatement()) {
            c.setAutoCommit(false);
            for (int copy = 1; copy < times; copy++) {
                for (Map.Entry<String, List<String>> table : TABLES.entrySet()) {
                    copy(c, table.getKey(), table.getValue(), jurisdiction, copy);
                }
                c.commit();
                System.out.printf("  pages: copy %d of %d%n", copy, times - 1);
            }
            c.setAutoCommit(true);
        }
    }

    /** Copies of copies are left alone: they have an underscore in the id. */
    private static void copy(Connection c, String table, List<String> suffixed, String jurisdiction, int copy) throws SQLException {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        try (ResultSet columns = c.createStatement().executeQuery("select * from " + table + " where 1 = 0")) {
            for (int i = 1; i <= columns.getMetaData().getColumnCount(); i++) {
                String name = columns.getMetaData().getColumnName(i).toLowerCase();
                names.append(i == 1 ? "" : ", ").append(name);
                values.append(i == 1 ? "" : ", ").append(name).append(suffixed.contains(name) ? " || '_" + copy + "'" : "");
            }
        }
        try (PreparedStatement insert = c.prepareStatement("insert into " + table + " (" + names + ") select " + values + " from " + table + " where jurisdiction = ? and " + suffixed.get(0)
                + " not like '%!_%' escape '!'")) {
            insert.setString(1, jurisdiction);
            insert.executeUpdate();
        }
    }
}
