package cn.xiezhi.store;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.agenda.DueLimits;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Limits by when they end: the keys in the index first, which is sorted as wanted, then their rows. */
record LimitReader(Work work) implements DueLimits {
    private static final String DESK = "select d.due_key from --DERBY-PROPERTIES joinOrder=FIXED\n desk d --DERBY-PROPERTIES index=desk_page\n"
            + " join obligation o --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n on o.jurisdiction = d.jurisdiction and o.id = d.obligation\n";
    private static final String PARTY = "exists (select 1 from matter_organ p where p.jurisdiction = o.jurisdiction and p.matter = o.matter and p.organ = ? and p.has_part = ?)";

    @Override
    public List<Due> between(Range r) {
        return work.read(em -> due(em, r.jurisdiction(), (r.party().isPresent() && r.open() ? onDesk(em, r, r.party().get()) : all(em, r)).stream().map(Times::id).toList()));
    }

    private static List<String> all(EntityManager em, Range r) {
        Sql sql = between(new Sql("select o.due_key from obligation o", "o.jurisdiction", r.jurisdiction()).and("o.is_open = ?", r.open()), "o", r);
        r.party().ifPresent(organ -> sql.and(PARTY, organ, true));
        return sql.first(em, r.limit(), "o.due_key");
    }

    /** What an organ owes stands on its desk though it holds no part; what others owe only where it does. */
    private static List<String> onDesk(EntityManager em, Range r, String organ) {
        return Stream.of(true, false).flatMap(owes -> {
            Sql sql = between(new Sql(DESK, "d.jurisdiction", r.jurisdiction()).and("d.organ = ? and d.owes = ?", organ, owes), "d", r);
            return (owes ? sql.and(PARTY, organ, true) : sql).first(em, r.limit(), "d.due_key").stream();
        }).sorted().limit(r.limit()).toList();
    }

    private static Sql between(Sql sql, String table, Range r) {
        return sql.and("o.owed_by = ?", r.owedBy()).and(table + ".due_key >= ?", Times.key(r.dueFrom())).and(table + ".due_key < ?", Times.key(r.dueBefore()));
    }

    private static List<Due> due(EntityManager em, String jurisdiction, List<String> ids) {
        Map<String, ObligationRow> rows = Keyed.rows(em, ObligationRow.class, "obligation", "id", jurisdiction, ids).stream().collect(toMap(o -> o.id, Function.identity()));
        List<String> matters = rows.values().stream().map(o -> o.matter).distinct().toList();
        Map<String, Object[]> shown = Keyed.values(em, "id, title, procedure_id, assignee, version, updated_at", "matter", "id", jurisdiction, matters).stream()
                .collect(toMap(m -> (String) m[0], Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).map(o -> {
            Object[] m = shown.get(o.matter);
            return new Due(o.value(), o.matter, Objects.toString(m[1], ""), (String) m[2], Optional.ofNullable((String) m[3]), ((Number) m[4]).longValue(),
                    Instant.ofEpochMilli(((Number) m[5]).longValue()));
        }).toList();
    }
}
