package cn.xiezhi.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table's columns with where their values come from, and the statements that write its rows. An action is written with these
 * and not through entities: it costs as much as plain JDBC, and half of what the entities' bookkeeping does.
 */
final class RowTable<R> {
    private record Column<R>(String name, int type, Function<R, Object> value) {}

    private final String name;
    private final List<Column<R>> keys = new ArrayList<>();
    private final List<Column<R>> fixed = new ArrayList<>();
    private final List<Column<R>> changing = new ArrayList<>();

    RowTable(String name) {
        this.name = name;
    }

    RowTable<R> key(String column, int type, Function<R, Object> value) {
        keys.add(new Column<>(column, type, value));
        return this;
    }

    /** A column that keeps its first value. */
    RowTable<R> fixed(String column, int type, Function<R, Object> value) {
        fixed.add(new Column<>(column, type, value));
        return this;
    }

    RowTable<R> column(String column, int type, Function<R, Object> value) {
        changing.add(new Column<>(column, type, value));
        return this;
    }

    void insert(Connection connection, Collection<R> rows) throws SQLException {
        List<Column<R>> all = Stream.of(keys, fixed, changing).flatMap(List::stream).toList();
        String text = "insert into " + name + " (" + String.join(", ", all.stream().map(Column::name).toList()) + ") values (?" + ", ?".repeat(all.size() - 1) + ")";
        run(connection, text, rows, all);
    }

    /** @return whether every row was there */
    boolean update(Connection connection, Collection<R> rows) throws SQLException {
        String text = "update " + name + " set " + String.join(", ", changing.stream().map(c -> c.name() + " = ?").toList()) + whereKey();
        return run(connection, text, rows, Stream.concat(changing.stream(), keys.stream()).toList());
    }

    void delete(Connection connection, Collection<R> rows) throws SQLException {
        run(connection, "delete from " + name + whereKey(), rows, keys);
    }

    private String whereKey() {
        return " where " + String.join(" and ", keys.stream().map(c -> c.name() + " = ?").toList());
    }

    private static <R> boolean run(Connection connection, String text, Collection<R> rows, List<Column<R>> columns) throws SQLException {
        if (rows.isEmpty()) {
            return true;
        }
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            boolean all = true;
            for (R row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    bind(statement, i + 1, columns.get(i).type(), columns.get(i).value().apply(row));
                }
                if (rows.size() == 1) {
                    return statement.executeUpdate() == 1;
                }
                statement.addBatch();
            }
            for (int count : statement.executeBatch()) {
                all &= count == 1 || count == PreparedStatement.SUCCESS_NO_INFO;
            }
            return all;
        }
    }

    private static void bind(PreparedStatement statement, int at, int type, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, type);
        } else if (type == Types.VARCHAR) {
            statement.setString(at, (String) value);
        } else if (type == Types.BIGINT) {
            statement.setLong(at, (Long) value);
        } else if (type == Types.INTEGER) {
            statement.setInt(at, (Integer) value);
        } else {
            statement.setBoolean(at, (Boolean) value);
        }
    }
}
