package cn.xiezhi.store;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

record RuleStore(Work work) implements RuleArchive {
    /** The file that holds a policy's text. */
    static final String POLICY = "policy.yaml";

    private static final String OF = " where jurisdiction = ? and subject = ?";

    @Override
    public void keep(Edition edition, Map<String, byte[]> files) {
        List<EditionRow.Content> contents = files.entrySet().stream().map(f -> new EditionRow.Content(edition, f.getKey(), f.getValue())).toList();
        // Kept already, perhaps by another node this very moment: it stays.
        Work.added(() -> work.transact(connection -> {
            EditionRow.TABLE.insert(connection, List.of(edition));
            EditionRow.Content.TABLE.insert(connection, contents);
        }));
    }

    @Override
    public List<Edition> editions(String jurisdiction, Subject subject) {
        return work.rows("select " + EditionRow.COLUMNS + " from edition" + OF + " order by received_at desc, version desc", EditionRow::value, jurisdiction, subject.code());
    }

    @Override
    public Optional<Map<String, byte[]>> files(String jurisdiction, Subject subject, String version) {
        Map<String, byte[]> files = new TreeMap<>();
        work.rows("select name, bytes from edition_file" + OF + " and version = ?", row -> files.put(row.getString(1), row.getBytes(2)), jurisdiction, subject.code(), version);
        return Optional.of(files).filter(f -> !f.isEmpty());
    }

    @Override
    public Optional<String> text(String jurisdiction, String version) {
        return work.row("select bytes from edition_file" + OF + " and version = ? and name = ?", row -> new String(row.getBytes(1), StandardCharsets.UTF_8), jurisdiction,
                Subject.POLICY.code(), version, POLICY);
    }

    @Override
    public List<Term> terms(String jurisdiction, Subject subject) {
        return work.rows("select " + TermRow.COLUMNS + " from term" + OF + " order by seq", TermRow::value, jurisdiction, subject.code());
    }

    @Override
    public boolean decide(String jurisdiction, Subject subject, Term term) {
        return Work.added(() -> work.transact(connection -> TermRow.TABLE.insert(connection, List.of(new TermRow(jurisdiction, subject, term)))));
    }

    @Override
    public void withdraw(String jurisdiction, Subject subject, int seq, Instant at) {
        work.change("update term set withdrawn_at = ?" + OF + " and seq = ? and withdrawn_at is null", at.toEpochMilli(), jurisdiction, subject.code(), seq);
    }

    @Override
    public Set<String> jurisdictions() {
        return new TreeSet<>(work.rows("select distinct jurisdiction from edition where subject = ?", row -> row.getString(1), Subject.POLICY.code()));
    }

    /** Grows by one with each: nothing is ever taken away, and a withdrawal is not taken back. */
    @Override
    public long stamp() {
        return work.row("select count(*) + count(withdrawn_at) from term", row -> row.getLong(1)).orElse(0L);
    }
}
