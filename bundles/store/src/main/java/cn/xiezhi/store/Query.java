package cn.xiezhi.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query put together from conditions with their values. */
final class Query<T> {
    private final Class<T> type;
    private final StringBuilder text;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String order = "";
    private int limit;

    /** @param head everything before the conditions, e.g. {@code select m from MatterRow m} */
    Query(Class<T> type, String head) {
        this.type = type;
        text = new StringBuilder(head);
    }

    /** Adds a condition that refers to its value by {@code :name}. */
    Query<T> where(String condition, String name, Object value) {
        text.append(values.isEmpty() ? " where " : " and ").append(condition);
        values.put(name, value);
        return this;
    }

    Query<T> orderBy(String by) {
        order = " order by " + by;
        return this;
    }

    Query<T> limit(int most) {
        limit = most;
        return this;
    }

    List<T> list(EntityManager em) {
        return query(em).getResultList();
    }

    Optional<T> first(EntityManager em) {
        return list(em).stream().findFirst();
    }

    /** The row, kept from others until the transaction ends. */
    Optional<T> locked(EntityManager em) {
        return query(em).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst();
    }

    private TypedQuery<T> query(EntityManager em) {
        TypedQuery<T> query = em.createQuery(text + order, type);
        values.forEach(query::setParameter);
        return limit > 0 ? query.setMaxResults(limit) : query;
    }
}
