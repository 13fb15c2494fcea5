package cn.xiezhi.store;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.desk.DeskPart;
import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.Running;
import cn.xiezhi.desk.MatterStore.Tally;
import cn.xiezhi.desk.ObligationQuery;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an organ owes: as fast on a desk of a hundred thousand as on one of ten. */
record DeskReader(Work work) {
    private static final String MINE = "select count(*) from (select 1 as one from desk where jurisdiction = ? and organ = ? and owes = ?";
    private static final String SOME = " fetch first " + Counts.MOST + " rows only) some_rows";
    private static final String OF_PROCEDURE = "((select count(*) from (select 1 as one from matter_organ where jurisdiction = ? and organ = ? and is_open = true"
            + " and procedure_id = ? and has_part = true" + SOME + "), (" + MINE + " and procedure_id = ?" + SOME + "))";

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
        Sql sql = new Sql("select d.due_key from desk d", "d.jurisdiction", q.jurisdiction()).and("d.organ = ? and d.owes = ?", q.part().organ(), q.part().owes())
                .and("d.procedure_id = ?", q.part().procedure()).and("d.assignee = ?", q.part().assignee());
        if (q.withoutNumber()) {
            sql.and("d.due_key >= ?", Times.NEVER);
        } else {
            sql.and("d.due_key >= ?", q.dueFrom().map(Times::key)).and("d.due_key < ?", q.dueBefore().map(Times::key));
        }
        return sql.and("d.due_key > ?", q.after().map(a -> Times.key(a.dueAt(), a.id()))).first(em, q.limit(), "d.due_key").stream().map(Times::id).toList();
    }

    private static Map<String, Object[]> matters(EntityManager em, String jurisdiction, List<String> ids) {
        return Keyed.values(em, "id, title, procedure_id, state", "matter", "id", jurisdiction, ids).stream().collect(toMap(m -> (String) m[0], Function.identity()));
    }

    Counts counts(String jurisdiction, DeskPart part, Instant now, Instant soonUntil) {
        // Due at this very instant is overdue; due at the end of soon is soon: the key of the next millisecond is the bound.
        String overdue = Times.key(now.plusMillis(1));
        String soon = Times.key(soonUntil.plusMillis(1));
        List<String> bounds = List.of("0", overdue, overdue, soon, soon, Times.NEVER, Times.NEVER, Times.NEVER + "~");
        String one = "(" + MINE + (part.procedure().isPresent() ? " and procedure_id = ?" : "") + (part.assignee().isPresent() ? " and assignee = ?" : "")
                + " and due_key >= ? and due_key < ?" + SOME + ")";
        List<Object> bound = new ArrayList<>();
        for (int light = 0; light < 4; light++) {
            bound.addAll(List.of(jurisdiction, part.organ(), part.owes()));
            part.procedure().ifPresent(bound::add);
            part.assignee().ifPresent(bound::add);
            bound.addAll(bounds.subList(light * 2, light * 2 + 2));
        }
        return work.row("values (" + String.join(", ", one, one, one, one) + ")", row -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                bound.toArray()).orElseThrow();
    }

    Map<String, Tally> tallies(String jurisdiction, String organ, List<String> procedures) {
        if (procedures.isEmpty()) {
            return Map.of();
        }
        Object[] bound = procedures.stream().flatMap(p -> Stream.of(jurisdiction, organ, p, jurisdiction, organ, true, p)).toArray();
        List<Tally> counted = work.rows("values " + String.join(", ", Collections.nCopies(procedures.size(), OF_PROCEDURE)),
                row -> new Tally(row.getInt(1), row.getInt(2)), bound);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int i = 0; i < procedures.size(); i++) {
            tallies.put(procedures.get(i), counted.get(i));
        }
        return tallies;
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
