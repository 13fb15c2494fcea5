package cn.xiezhi.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows by many keys of one jurisdiction. Written as a union of single look-ups: with an IN list behind the jurisdiction Derby
 * reads the whole jurisdiction, and PostgreSQL does until it has statistics.
 */
final class Keyed {
    /** Look-ups to a query; so few that the texts can stay prepared. */
    private static final int AT_ONCE = 10;

    private Keyed() {}

    static <T> List<T> rows(EntityManager em, Class<T> entity, String table, String column, String jurisdiction, List<String> keys) {
        List<T> rows = new ArrayList<>();
        for (List<String> some : parts(keys)) {
            fill(em.createNativeQuery(text("*", table, column, some.size()), entity), jurisdiction, some).getResultList().forEach(row -> rows.add(entity.cast(row)));
        }
        return rows;
    }

    static List<Object[]> values(EntityManager em, String columns, String table, String column, String jurisdiction, List<String> keys) {
        List<Object[]> rows = new ArrayList<>();
        for (List<String> some : parts(keys)) {
            fill(em.createNativeQuery(text(columns, table, column, some.size())), jurisdiction, some).getResultList().forEach(row -> rows.add((Object[]) row));
        }
        return rows;
    }

    private static String text(String columns, String table, String column, int keys) {
        return String.join(" union all ", Collections.nCopies(keys, "select " + columns + " from " + table + " where jurisdiction = ? and " + column + " = ?"));
    }

    private static jakarta.persistence.Query fill(jakarta.persistence.Query query, String jurisdiction, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            query.setParameter(2 * i + 1, jurisdiction).setParameter(2 * i + 2, keys.get(i));
        }
        return query;
    }

    private static List<List<String>> parts(List<String> keys) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            parts.add(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
