package cn.xiezhi.store;

import cn.xiezhi.assessment.Standing;
import cn.xiezhi.desk.MatterStore.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads across the organs of a jurisdiction how things stand now. */
record StandingReader(Work work) implements Standing {
    private static final String OPEN = "select procedure_id, opened_at from matter where jurisdiction = ? and is_open = true";
    private static final String OPEN_OF = "select m.procedure_id, m.opened_at from matter_organ p join matter m on m.jurisdiction = p.jurisdiction and m.id = p.matter"
            + " where p.jurisdiction = ? and p.organ = ? and p.has_part = true and m.is_open = true";
    /** A desk has what its organ owes in the order in which it is due; the obligations themselves would be read one by one. */
    private static final String OVERDUE = "select organ, count(*) from desk where jurisdiction = ? and owes = true and due_key < ?";

    @Override
    public void open(String jurisdiction, Optional<String> organ, BiConsumer<String, Instant> to) {
        List<Object> bound = new ArrayList<>(List.of(jurisdiction));
        organ.ifPresent(bound::add);
        work.each(organ.isPresent() ? OPEN_OF : OPEN, row -> to.accept(row.getString(1), Instant.ofEpochMilli(row.getLong(2))), bound.toArray());
    }

    @Override
    public Map<String, Integer> overdue(String jurisdiction, Optional<String> organ, Instant now) {
        List<Object> bound = new ArrayList<>(List.of(jurisdiction, bound(now)));
        organ.ifPresent(bound::add);
        Map<String, Integer> counts = new TreeMap<>();
        work.each(OVERDUE + (organ.isPresent() ? " and organ = ?" : "") + " group by organ", row -> counts.put(row.getString(1), row.getInt(2)), bound.toArray());
        return counts;
    }

    @Override
    public List<Owed> overdue(String jurisdiction, Optional<String> organ, Instant now, int most) {
        return work.read(em -> DeskReader.owed(em, jurisdiction, open(jurisdiction).and("o.due_key < ?", bound(now)).and("o.owed_by = ?", organ)
                .first(em, most, "o.due_key").stream().map(Times::id).toList()));
    }

    @Override
    public List<Owed> extended(String jurisdiction, int most) {
        return work.read(em -> DeskReader.owed(em, jurisdiction, open(jurisdiction).and("o.variant = ?", "extended").first(em, most, "o.due_key").stream().map(Times::id).toList()));
    }

    private static Sql open(String jurisdiction) {
        return new Sql("select o.due_key from obligation o", "o.jurisdiction", jurisdiction).and("o.is_open = ?", true);
    }

    /** A limit runs out at its very instant: the key of the next millisecond is the bound. */
    private static String bound(Instant now) {
        return Times.key(now.plusMillis(1));
    }
}
