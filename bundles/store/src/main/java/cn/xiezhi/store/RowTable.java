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

    /** A statement's text with the columns that are bound, in order. */
    private record Statement<R>(String text, List<Column<R>> columns) {}

    private final String name;
    private final List<Column<R>> keys = new ArrayList<>();
    private final List<Column<R>> fixed = new ArrayList<>();
    private final List<Column<R>> changing = new ArrayList<>();
    /** Put together once, when first needed: doing so for every row took as long as a tenth of the writing. */
    private Statement<R> insert;
    private Statement<R> update;
    private Statement<R> delete;

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
        if (insert == null) {
            List<Column<R>> all = Stream.of(keys, fixed, changing).flatMap(List::stream).toList();
            insert = new Statement<>("insert into " + name + " (" + String.join(", ", all.stream().map(Column::name).toList()) + ") values (?"
                    + ", ?".repeat(all.size() - 1) + ")", all);
        }
        run(connection, insert, rows);
    }

    /** @return whether every row was there */
    boolean update(Connection connection, Collection<R> rows) throws SQLException {
        if (update == null) {
            update = new Statement<>("update " + name + " set " + String.join(", ", changing.stream().map(c -> c.name() + " = ?").toList()) + whereKey(),
                    Stream.concat(changing.stream(), keys.stream()).toList());
        }
        return run(connection, update, rows);
    }

    void delete(Connection connection, Collection<R> rows) throws SQLException {
        if (delete == null) {
            delete = new Statement<>("delete from " + name + whereKey(), keys);
        }
        run(connection, delete, rows);
    }

    private String whereKey() {
        return " where " + String.join(" and ", keys.stream().map(c -> c.name() + " = ?").toList());
    }

    private static <R> boolean run(Connection connection, Statement<R> what, Collection<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return true;
        }
        List<Column<R>> columns = what.columns();
        try (PreparedStatement statement = connection.prepareStatement(what.text())) {
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
        } else if (type == Types.VARBINARY) {
            statement.setBytes(at, (byte[]) value);
        } else {
            statement.setBoolean(at, (Boolean) value);
        }
    }
}
