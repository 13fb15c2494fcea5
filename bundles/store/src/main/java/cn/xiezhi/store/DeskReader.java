package cn.xiezhi.store;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.Running;
import cn.xiezhi.desk.ObligationQuery;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What an organ owes: as fast on a desk of a hundred thousand as on one of ten. */
record DeskReader(Work work) {
    private static final String SOME = "(select 1 as one from obligation where jurisdiction = ? and owed_by = ? and is_open = true and due_key >= ? and due_key < ? fetch first "
            + Counts.MOST + " rows only) rows_of_light";
    private static final String COUNT = "(select count(*) from " + SOME + ")";
    private static final String COUNTS = "values (" + String.join(", ", COUNT, COUNT, COUNT, COUNT) + ")";

    /**
     * Finds the page's keys in the index alone, which is sorted as wanted, and then its rows by key: asked for all at once, Derby
     * reads and sorts the whole desk.
     */
    List<Owed> obligations(ObligationQuery q) {
        return work.read(em -> owed(em, q.jurisdiction(), page(em, q)));
    }

    /** Obligations by id with what is shown of their matters, in the order of the ids. */
    static List<Owed> owed(EntityManager em, String jurisdiction, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, ObligationRow> rows = rows(em, jurisdiction, ids);
        Map<String, Object[]> matters = matters(em, jurisdiction, rows.values().stream().map(o -> o.matter).distinct().toList());
        return ids.stream().map(rows::get).filter(Objects::nonNull).map(o -> {
            Object[] m = matters.get(o.matter);
            return new Owed(o.value(), o.matter, Objects.toString(m[1], ""), (String) m[2], (String) m[3]);
        }).toList();
    }

    private static Map<String, ObligationRow> rows(EntityManager em, String jurisdiction, List<String> ids) {
        return Keyed.rows(em, ObligationRow.class, "obligation", "id", jurisdiction, ids).stream().collect(toMap(o -> o.id, Function.identity()));
    }

    private static List<String> page(EntityManager em, ObligationQuery q) {
        Sql sql = new Sql("select o.due_key from obligation o", "o.jurisdiction", q.jurisdiction()).and("o.owed_by = ? and o.is_open = ?", q.organ(), true);
        if (q.withoutNumber()) {
            sql.and("o.due_key >= ?", Times.NEVER);
        } else {
            sql.and("o.due_key >= ?", q.dueFrom().map(Times::key)).and("o.due_key < ?", q.dueBefore().map(Times::key));
        }
        return sql.and("o.due_key > ?", q.after().map(a -> Times.key(a.dueAt(), a.id()))).first(em, q.limit(), "o.due_key").stream().map(Times::id).toList();
    }

    private static Map<String, Object[]> matters(EntityManager em, String jurisdiction, List<String> ids) {
        return Keyed.values(em, "id, title, procedure_id, state", "matter", "id", jurisdiction, ids).stream().collect(toMap(m -> (String) m[0], Function.identity()));
    }

    Counts counts(String jurisdiction, String organ, Instant now, Instant soonUntil) {
        // Due at this very instant is overdue; due at the end of soon is soon: the key of the next millisecond is the bound.
        String overdue = Times.key(now.plusMillis(1));
        String soon = Times.key(soonUntil.plusMillis(1));
        List<String> bounds = List.of("0", overdue, overdue, soon, soon, Times.NEVER, Times.NEVER, Times.NEVER + "~");
        Object[] row = work.read(em -> {
            jakarta.persistence.Query query = em.createNativeQuery(COUNTS);
            for (int light = 0; light < 4; light++) {
                query.setParameter(light * 4 + 1, jurisdiction).setParameter(light * 4 + 2, organ)
                        .setParameter(light * 4 + 3, bounds.get(light * 2)).setParameter(light * 4 + 4, bounds.get(light * 2 + 1));
            }
            return (Object[]) query.getSingleResult();
        });
        return new Counts(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    List<Running> running(String jurisdiction, Optional<ObligationQuery.After> after, int limit) {
        return work.read(em -> {
            List<String> ids = new Sql("select o.due_key from obligation o", "o.jurisdiction", jurisdiction).and("o.is_open = ?", true)
                    .and("o.due_key > ?", after.map(a -> Times.key(a.dueAt(), a.id())).orElse("")).and("o.due_key < ?", Times.NEVER)
                    .first(em, limit, "o.due_key").stream().map(Times::id).toList();
            Map<String, ObligationRow> rows = rows(em, jurisdiction, ids);
            return ids.stream().map(rows::get).filter(Objects::nonNull).map(o -> new Running(o.matter, o.value())).toList();
        });
    }

    Optional<byte[]> content(String jurisdiction, String sha256) {
        return work.read(em -> new Query<>(ContentRow.class, "select c from ContentRow c").where("c.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where("c.sha256 = :sha256", "sha256", sha256).first(em)).map(row -> row.bytes);
    }
}
