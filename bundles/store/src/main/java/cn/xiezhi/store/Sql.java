package cn.xiezhi.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query in SQL, for lists that are read along an index: what is asked is what the database gets, with every value bound.
 * EclipseLink's own Derby dialect writes values into the text as soon as LIKE or EXISTS occur.
 */
final class Sql {
    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    /** @param head up to the first condition, which names the jurisdiction */
    Sql(String head, String column, String jurisdiction) {
        text = new StringBuilder(head).append(" where ").append(column).append(" = ?");
        values.add(jurisdiction);
    }

    Sql and(String condition, Object... bound) {
        text.append(" and ").append(condition);
        values.addAll(List.of(bound));
        return this;
    }

    Sql and(String condition, Optional<?> bound) {
        return bound.isPresent() ? and(condition, bound.get()) : this;
    }

    /** The first column of the first rows. */
    List<String> first(EntityManager em, int rows, String orderBy) {
        jakarta.persistence.Query query = em.createNativeQuery(text + " order by " + orderBy + " fetch first " + rows + " rows only");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return ((List<?>) query.getResultList()).stream().map(String.class::cast).toList();
    }
}
