package cn.xiezhi.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;

/** The bytes of attachments, once each. */
final class Contents {
    private Contents() {}

    /** Writes the bytes inside the running transaction unless they are there; two people may bring the same file at once, and neither loses for it. */
    static void keep(Connection connection, String jurisdiction, String sha256, byte[] bytes) throws SQLException {
        if (known(connection, jurisdiction, sha256)) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement insert = connection.prepareStatement("insert into content (jurisdiction, sha256, bytes) values (?, ?, ?)")) {
            insert.setString(1, jurisdiction);
            insert.setString(2, sha256);
            insert.setBytes(3, bytes);
            insert.executeUpdate();
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            if (!Failures.duplicate(e)) {
                throw e;
            }
            connection.rollback(before);
        }
    }

    private static boolean known(Connection connection, String jurisdiction, String sha256) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from content where jurisdiction = ? and sha256 = ?")) {
            select.setString(1, jurisdiction);
            select.setString(2, sha256);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
