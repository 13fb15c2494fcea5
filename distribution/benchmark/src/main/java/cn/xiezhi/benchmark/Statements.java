package cn.xiezhi.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** What one action says to the database, as it was recorded: in order, with every bound value. */
record Statements(List<Call> calls) {
    /** A bound SQL null of a type. */
    record Null(int type) {}

    /** One statement with its rows of values; {@code written}: it changes something, inside the action's one transaction. */
    record Call(String sql, boolean written, List<Object[]> rows) {}

    Statements with(UnaryOperator<Object> changed) {
        return new Statements(calls.stream().map(c -> new Call(c.sql, c.written, c.rows.stream().map(row -> {
            Object[] copy = new Object[row.length];
            for (int i = 0; i < row.length; i++) {
                copy[i] = changed.apply(row[i]);
            }
            return copy;
        }).toList())).toList());
    }

    /** As one would write it by hand: the reads if wanted, then one transaction. */
    void run(DataSource pool, boolean reads) throws SQLException {
        if (reads) {
            for (Call call : calls) {
                if (!call.written) {
                    read(pool, call);
                }
            }
        }
        try (Connection c = pool.getConnection()) {
            c.setAutoCommit(false);
            for (Call call : calls) {
                if (call.written) {
                    write(c, call);
                }
            }
            c.commit();
            c.setAutoCommit(true);
        }
    }

    /** Writes the same rows for many at once. */
    static void load(Connection c, List<Statements> many) throws SQLException {
        for (int i = 0; i < many.get(0).calls.size(); i++) {
            if (many.get(0).calls.get(i).written) {
                List<Object[]> rows = new ArrayList<>();
                int at = i;
                many.forEach(s -> rows.addAll(s.calls.get(at).rows));
                write(c, new Call(many.get(0).calls.get(i).sql, true, rows));
            }
        }
        c.commit();
    }

    private static void read(DataSource pool, Call call) throws SQLException {
        try (Connection c = pool.getConnection(); PreparedStatement s = c.prepareStatement(call.sql)) {
            bind(s, call.rows.get(0));
            try (ResultSet rows = s.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        rows.getString(i);
                    }
                }
            }
        }
    }

    private static void write(Connection c, Call call) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(call.sql)) {
            for (Object[] row : call.rows) {
                bind(s, row);
                if (call.rows.size() == 1) {
                    if (s.executeUpdate() != 1) {
                        throw new SQLException("no row for " + call.sql);
                    }
                    return;
                }
                s.addBatch();
            }
            s.executeBatch();
        }
    }

    private static void bind(PreparedStatement s, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof String text) {
                s.setString(i + 1, text);
            } else if (row[i] instanceof Long number) {
                s.setLong(i + 1, number);
            } else if (row[i] instanceof Integer number) {
                s.setInt(i + 1, number);
            } else if (row[i] instanceof Boolean yes) {
                s.setBoolean(i + 1, yes);
            } else if (row[i] instanceof Null nothing) {
                s.setNull(i + 1, nothing.type);
            } else {
                s.setBytes(i + 1, (byte[]) row[i]);
            }
        }
    }
}
