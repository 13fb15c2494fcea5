package cn.xiezhi.benchmark;

import cn.xiezhi.benchmark.Statements.Call;
import cn.xiezhi.benchmark.Statements.Null;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Notes every statement that goes through a pool, so that plain JDBC can be given the very same ones. */
final class Recorder {
    private List<Call> calls = new ArrayList<>();

    /** What was said since the last time this was asked. */
    Statements taken() {
        Statements taken = new Statements(calls);
        calls = new ArrayList<>();
        return taken;
    }

    DataSource watch(DataSource pool) {
        return proxy(DataSource.class, pool, (name, args, result) -> result instanceof Connection c ? connection(c) : result);
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, real, (name, args, result) -> name.equals("prepareStatement") ? statement((PreparedStatement) result, (String) args[0]) : result);
    }

    private PreparedStatement statement(PreparedStatement real, String sql) {
        TreeMap<Integer, Object> row = new TreeMap<>();
        List<Object[]> batch = new ArrayList<>();
        boolean query = sql.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("select");
        return proxy(PreparedStatement.class, real, (name, args, result) -> {
            switch (name) {
                case "setNull" -> row.put((Integer) args[0], new Null((Integer) args[1]));
                case "addBatch" -> batch.add(row.values().toArray());
                case "executeUpdate", "executeQuery", "execute" -> calls.add(new Call(sql, !query, Collections.singletonList(row.values().toArray())));
                case "executeBatch" -> calls.add(new Call(sql, true, List.copyOf(batch)));
                default -> {
                    if (name.startsWith("set") && args.length == 2 && args[0] instanceof Integer at) {
                        row.put(at, args[1]);
                    }
                }
            }
            return result;
        });
    }

    private interface After {
        Object of(String name, Object[] args, Object result);
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return after.of(method.getName(), args == null ? new Object[0] : args, method.invoke(real, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
