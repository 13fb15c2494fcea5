package cn.xiezhi.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;

/** The bytes of attachments, once each. In plain JDBC: two people may bring the same file at once, and neither is to lose for it. */
final class Contents {
    private Contents() {}

    /** Writes the bytes inside the running transaction unless they are there. */
    static void keep(EntityManager em, String jurisdiction, String sha256, byte[] bytes) {
        Connection connection = em.unwrap(Connection.class);
        try {
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
                connection.rollback(before);
                if (!Failures.duplicate(e)) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
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
