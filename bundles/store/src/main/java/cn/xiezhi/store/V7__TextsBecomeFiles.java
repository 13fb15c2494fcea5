package cn.xiezhi.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Turns the texts of the versions that were in force before V6 into their files. Flyway reads number and description off the class name. */
final class V7__TextsBecomeFiles extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            copy(connection, statement);
            statement.execute("drop table policy_version");
        }
    }

    /** A version that came back was written once more; its latest text is the one that counted. */
    private static void copy(Connection connection, Statement statement) throws SQLException {
        Set<List<String>> copied = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("select jurisdiction, version, snapshot from policy_version order by jurisdiction, seq desc");
                PreparedStatement insert = connection.prepareStatement("insert into edition_file (jurisdiction, subject, version, name, bytes) values (?, 'policy', ?, ?, ?)")) {
            while (rows.next()) {
                if (copied.add(List.of(rows.getString(1), rows.getString(2)))) {
                    insert.setString(1, rows.getString(1));
                    insert.setString(2, rows.getString(2));
                    insert.setString(3, RuleStore.POLICY);
                    insert.setBytes(4, rows.getString(3).getBytes(StandardCharsets.UTF_8));
                    insert.executeUpdate();
                }
            }
        }
    }
}
