package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.StoreException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Runs reads and transactions; what the database says no to comes out as a StoreException. */
record Work(EntityManagerFactory factory, DataSource source) {
    /** How often something is tried that the database gives up because two waited for each other. */
    private static final int TRIES = 4;

    /** So many rows are fetched at once inside a transaction; outside of one PostgreSQL fetches all. */
    private static final int AT_ONCE = 2_000;

    /** What is done with a connection inside a transaction. */
    interface Jdbc {
        void on(Connection connection) throws SQLException;
    }

    /** One transaction in plain JDBC, for what has to be fast. The pool gives the connection its defaults back. */
    void transact(Jdbc work) {
        again(() -> {
            once(work);
            return true;
        });
    }

    /** What the database gave up so that another could go on has changed nothing: it is done again. So work may be run more than once. */
    private static <T> T again(Supplier<T> work) {
        for (int left = TRIES; ; left--) {
            try {
                return work.get();
            } catch (StoreException e) {
                if (left <= 1 || !Failures.givenUp(e)) {
                    throw e;
                }
            }
        }
    }

    private void once(Jdbc work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(Failures.text(e), e);
        }
    }

    /** One statement that changes rows, in a transaction of its own. @return how many */
    int change(String sql, Object... bound) {
        int[] rows = new int[1];
        transact(connection -> rows[0] = change(connection, sql, bound));
        return rows[0];
    }

    /** The same inside a transaction. */
    static int change(Connection connection, String sql, Object... bound) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, bound);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... bound) throws SQLException {
        for (int i = 0; i < bound.length; i++) {
            statement.setObject(i + 1, bound[i]);
        }
    }

    /** @return false if the row's key is taken */
    static boolean added(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (StoreException e) {
            if (Failures.duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Updates; where there is nothing yet, inserts. Of two that insert at once the later one wins. */
    <R> void put(RowTable<R> table, R row) {
        boolean[] there = new boolean[1];
        transact(connection -> there[0] = table.update(connection, List.of(row)));
        if (!there[0] && !added(() -> transact(connection -> table.insert(connection, List.of(row))))) {
            transact(connection -> table.update(connection, List.of(row)));
        }
    }

    /** Makes a value of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The first row of a query in plain JDBC, for what has to be fast. */
    <T> Optional<T> row(String sql, Row<T> value, Object... bound) {
        return rows(sql, value, bound).stream().findFirst();
    }

    /** The rows of a query in plain JDBC; the query says itself how many at most. */
    <T> List<T> rows(String sql, Row<T> value, Object... bound) {
        return again(() -> {
            List<T> values = new ArrayList<>();
            try (Connection connection = source.getConnection()) {
                select(connection, sql, row -> values.add(value.of(row)), bound);
            } catch (SQLException e) {
                throw new StoreException(Failures.text(e), e);
            }
            return values;
        });
    }

    /** What is done with each of many rows. */
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * Hands over row by row, however many there are, and holds none of them. What the database gives up on the way is not done
     * again: some rows have been taken.
     */
    void each(String sql, Taker taker, Object... bound) {
        once(connection -> select(connection, sql, taker, bound));
    }

    private static void select(Connection connection, String sql, Taker taker, Object... bound) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AT_ONCE);
            bind(select, bound);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    /** A database that is gone can't roll back either; what made it go is what counts. */
    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Reads; every query by itself sees what is committed. */
    <T> T read(Function<EntityManager, T> work) {
        return again(() -> {
            try (EntityManager em = factory.createEntityManager()) {
                return work.apply(em);
            } catch (RuntimeException e) {
                throw failure(e);
            }
        });
    }

    /** What is still at work while the store is closed is told so. */
    private RuntimeException failure(RuntimeException e) {
        return factory.isOpen() ? Failures.of(e) : new StoreException("数据库已关闭", e);
    }

    /** One transaction: all of the work or nothing of it. */
    <T> T write(Function<EntityManager, T> work) {
        return again(() -> written(work));
    }

    private <T> T written(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    void run(Consumer<EntityManager> work) {
        write(em -> {
            work.accept(em);
            return true;
        });
    }
}
