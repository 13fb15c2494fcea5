package cn.xiezhi.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads matters with all that belongs to them. */
record MatterReader(Work work) {
    Optional<Matter> find(String jurisdiction, String id) {
        return settled(jurisdiction, work.read(em -> load(em, jurisdiction, matters(jurisdiction).where("m.id = :id", "id", id).list(em)))).stream().findFirst();
    }

    List<LedgerEntry> ledger(String jurisdiction, String id) {
        return work.read(em -> new Query<>(LedgerRow.class, "select e from LedgerRow e").where("e.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where("e.matter = :matter", "matter", id).orderBy("e.seq").list(em)).stream().map(LedgerRow::value).toList();
    }

    List<Matter> linked(String jurisdiction, String origin) {
        return settled(jurisdiction, work.read(em -> load(em, jurisdiction,
                matters(jurisdiction).where("m.origin = :origin", "origin", origin).orderBy("m.openedKey").list(em))));
    }

    List<Matter> list(MatterQuery q) {
        return settled(q.jurisdiction(), work.read(em -> load(em, q.jurisdiction(), page(q).list(em))));
    }

    Optional<String> openedUnder(String jurisdiction, String user, String key) {
        return work.read(em -> new Query<>(String.class, "select i.matter from IdempotencyRow i").where("i.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where("i.user = :user", "user", user).where("i.key = :key", "key", key).first(em));
    }

    /** Starts from the organ that is likely to have the fewest matters; the sort key of its rows is that of the matters. */
    private static Query<MatterRow> page(MatterQuery q) {
        Optional<String> first = q.awaiting().or(q::organ).or(q::partyOf);
        String key = first.isPresent() ? "p.openedKey" : "m.openedKey";
        Query<MatterRow> query = first.isEmpty() ? matters(q.jurisdiction())
                : new Query<>(MatterRow.class, "select m from MatterOrganRow p, MatterRow m").where("p.jurisdiction = :jurisdiction", "jurisdiction", q.jurisdiction())
                        .where("p.organ = :first", "first", first.get()).and("m.jurisdiction = p.jurisdiction").and("m.id = p.matter");
        if (first.isPresent()) {
            query.where(q.awaiting().isPresent() ? "p.awaited = :held" : "p.part = :held", "held", true);
        }
        if (q.awaiting().isPresent() && q.organ().isPresent()) {
            query.where(holding("a", "organ"), "organ", q.organ().get());
        }
        if (q.partyOf().isPresent() && (q.awaiting().isPresent() || q.organ().isPresent())) {
            query.where(holding("b", "partyOf"), "partyOf", q.partyOf().get());
        }
        return query.where("m.procedure = :procedure", "procedure", q.procedure()).where("m.state = :state", "state", q.state())
                .where("m.open = :open", "open", q.open()).where("m.search like :text escape '!'", "text", q.text().map(MatterReader::pattern))
                .where(key + " < :after", "after", q.after().map(a -> Times.key(a.openedAt(), a.id()))).orderBy(key + " desc").limit(q.limit());
    }

    private static String holding(String alias, String name) {
        return "exists (select " + alias + ".organ from MatterOrganRow " + alias + " where " + alias + ".jurisdiction = m.jurisdiction and " + alias
                + ".matter = m.id and " + alias + ".organ = :" + name + " and " + alias + ".part = true)";
    }

    private static String pattern(String text) {
        return "%" + MatterRow.searched(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    static Query<MatterRow> matters(String jurisdiction) {
        return new Query<>(MatterRow.class, "select m from MatterRow m").where("m.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction);
    }

    /** The rows of a kind that belong to some matters, by position. */
    static <R> List<R> partsOf(EntityManager em, Class<R> type, String jurisdiction, List<String> matters) {
        return new Query<>(type, "select r from " + type.getSimpleName() + " r").where("r.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where(matters.size() == 1 ? "r.matter = :matter" : "r.matter in :matter", "matter", matters.size() == 1 ? matters.get(0) : matters).list(em);
    }

    private static List<Matter> load(EntityManager em, String jurisdiction, List<MatterRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(m -> m.id).toList();
        Map<String, List<Attachment>> attachments = partsOf(em, AttachmentRow.class, jurisdiction, ids).stream()
                .sorted((a, b) -> a.position - b.position).collect(groupingBy(a -> a.matter, mapping(AttachmentRow::value, toList())));
        Map<String, List<Obligation>> obligations = partsOf(em, ObligationRow.class, jurisdiction, ids).stream()
                .sorted((a, b) -> a.position - b.position).collect(groupingBy(o -> o.matter, mapping(ObligationRow::value, toList())));
        return rows.stream().map(m -> m.value(attachments.getOrDefault(m.id, List.of()), obligations.getOrDefault(m.id, List.of()))).toList();
    }

    /** A matter and what belongs to it are read one after the other; one that was changed in between is read again. */
    private List<Matter> settled(String jurisdiction, List<Matter> read) {
        if (read.isEmpty()) {
            return read;
        }
        List<String> ids = read.stream().map(Matter::id).toList();
        Map<String, Long> versions = work.read(em -> new Query<>(Object[].class, "select m.id, m.version from MatterRow m")
                .where("m.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction).where("m.id in :ids", "ids", ids).list(em)).stream()
                .collect(toMap(row -> (String) row[0], row -> (Long) row[1]));
        return read.stream().flatMap(m -> versions.getOrDefault(m.id(), 0L) == m.version() ? Stream.of(m) : find(jurisdiction, m.id()).stream()).toList();
    }
}
