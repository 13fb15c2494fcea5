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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads matters with all that belongs to them. */
record MatterReader(Work work, Remembered remembered) {
    /** Which state of a matter it is. */
    private record Stand(long version, String ledgerHead) {}

    /** Asks for version and ledger head first: what is remembered of that very state needs no more reading. */
    Optional<Matter> find(String jurisdiction, String id) {
        Optional<Stand> now = work.row("select version, ledger_head from matter where jurisdiction = ? and id = ?",
                row -> new Stand(row.getLong(1), row.getString(2)), jurisdiction, id);
        return now.flatMap(stand -> remembered.at(jurisdiction, id, stand.version, stand.ledgerHead).or(() -> read(jurisdiction, id)));
    }

    private Optional<Matter> read(String jurisdiction, String id) {
        Optional<Matter> matter = settled(jurisdiction, work.read(em -> load(em, jurisdiction, matters(jurisdiction).where("m.id = :id", "id", id).list(em)))).stream()
                .findFirst();
        matter.ifPresent(remembered::keep);
        return matter;
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
        return settled(q.jurisdiction(), work.read(em -> loaded(em, q.jurisdiction(), new MatterPage(em, q).ids())));
    }

    List<Matter> all(String jurisdiction, List<String> ids) {
        return settled(jurisdiction, work.read(em -> loaded(em, jurisdiction, ids)));
    }

    /** In the order of the ids. */
    private static List<Matter> loaded(EntityManager em, String jurisdiction, List<String> ids) {
        Map<String, Matter> matters = load(em, jurisdiction, Keyed.rows(em, MatterRow.class, "matter", "id", jurisdiction, ids)).stream().collect(toMap(Matter::id, m -> m));
        return ids.stream().map(matters::get).filter(Objects::nonNull).toList();
    }

    List<String> waking(String jurisdiction, Instant until, int limit) {
        return work.read(em -> new Sql("select m.id from matter m", "m.jurisdiction", jurisdiction).and("m.wakes_at <= ?", until.toEpochMilli()).and("m.is_open = ?", true)
                .first(em, limit, "m.wakes_at, m.id"));
    }

    Optional<String> openedUnder(String jurisdiction, String user, String key) {
        return work.read(em -> new Query<>(String.class, "select i.matter from IdempotencyRow i").where("i.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where("i.user = :user", "user", user).where("i.key = :key", "key", key).first(em));
    }

    private static Query<MatterRow> matters(String jurisdiction) {
        return new Query<>(MatterRow.class, "select m from MatterRow m").where("m.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction);
    }

    private static List<Matter> load(EntityManager em, String jurisdiction, List<MatterRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(m -> m.id).toList();
        Map<String, List<Attachment>> attachments = Keyed.rows(em, AttachmentRow.class, "attachment", "matter", jurisdiction, ids).stream()
                .sorted((a, b) -> a.position - b.position).collect(groupingBy(a -> a.matter, mapping(AttachmentRow::value, toList())));
        Map<String, List<Obligation>> obligations = Keyed.rows(em, ObligationRow.class, "obligation", "matter", jurisdiction, ids).stream()
                .sorted((a, b) -> a.position - b.position).collect(groupingBy(o -> o.matter, mapping(ObligationRow::value, toList())));
        return rows.stream().map(m -> m.value(attachments.getOrDefault(m.id, List.of()), obligations.getOrDefault(m.id, List.of()))).toList();
    }

    /** A matter and what belongs to it are read one after the other; one that was changed in between is read again. */
    private List<Matter> settled(String jurisdiction, List<Matter> read) {
        if (read.isEmpty()) {
            return read;
        }
        List<String> ids = read.stream().map(Matter::id).toList();
        Map<String, Long> versions = work.read(em -> Keyed.values(em, "id, version", "matter", "id", jurisdiction, ids)).stream()
                .collect(toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
        return read.stream().flatMap(m -> versions.getOrDefault(m.id(), 0L) == m.version() ? Stream.of(m) : read(jurisdiction, m.id()).stream()).toList();
    }
}
