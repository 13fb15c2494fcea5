package cn.xiezhi.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An archive in memory. */
public final class KeptRules implements RuleArchive {
    private record Key(String jurisdiction, Subject subject, String version) {}

    private final Map<Key, Edition> editions = new LinkedHashMap<>();
    private final Map<Key, Map<String, byte[]>> files = new LinkedHashMap<>();
    private final Map<Key, List<Term>> terms = new LinkedHashMap<>();
    private long stamp;
    /** What happens just before a decision is written. */
    public Runnable beforeDecide = () -> {};

    /** With one policy version after the other in force, each with this text. */
    public KeptRules with(String jurisdiction, String version, Instant since, String text) {
        keep(new Edition(jurisdiction, Subject.POLICY, version, since, Edition.DROPPED, Optional.empty(), Optional.empty()), Map.of("policy.yaml", text.getBytes(StandardCharsets.UTF_8)));
        decide(jurisdiction, Subject.POLICY, new Term(terms(jurisdiction, Subject.POLICY).size() + 1, version, since, since, Edition.DROPPED, Term.Kind.ARRIVED, "", Optional.empty()));
        return this;
    }

    @Override
    public void keep(Edition edition, Map<String, byte[]> content) {
        Key key = new Key(edition.jurisdiction(), edition.subject(), edition.version());
        editions.putIfAbsent(key, edition);
        files.putIfAbsent(key, content);
    }

    @Override
    public List<Edition> editions(String jurisdiction, Subject subject) {
        List<Edition> found = new ArrayList<>();
        editions.forEach((key, edition) -> {
            if (key.jurisdiction().equals(jurisdiction) && key.subject() == subject) {
                found.add(0, edition);
            }
        });
        return found;
    }

    @Override
    public Optional<Map<String, byte[]>> files(String jurisdiction, Subject subject, String version) {
        return Optional.ofNullable(files.get(new Key(jurisdiction, subject, version)));
    }

    @Override
    public Optional<String> text(String jurisdiction, String version) {
        return files(jurisdiction, Subject.POLICY, version).map(f -> new String(f.get("policy.yaml"), StandardCharsets.UTF_8));
    }

    @Override
    public List<Term> terms(String jurisdiction, Subject subject) {
        return List.copyOf(decided(jurisdiction, subject));
    }

    @Override
    public boolean decide(String jurisdiction, Subject subject, Term term) {
        beforeDecide.run();
        List<Term> before = decided(jurisdiction, subject);
        if (term.seq() != before.size() + 1) {
            return false;
        }
        before.add(term);
        stamp++;
        return true;
    }

    @Override
    public void withdraw(String jurisdiction, Subject subject, int seq, Instant at) {
        decided(jurisdiction, subject).replaceAll(t -> t.seq() != seq || t.withdrawnAt().isPresent() ? t
                : new Term(t.seq(), t.version(), t.since(), t.decidedAt(), t.decidedBy(), t.kind(), t.reason(), Optional.of(at)));
        stamp++;
    }

    @Override
    public Set<String> jurisdictions() {
        Set<String> all = new TreeSet<>();
        editions.keySet().stream().filter(k -> k.subject() == Subject.POLICY).forEach(k -> all.add(k.jurisdiction()));
        return all;
    }

    @Override
    public long stamp() {
        return stamp;
    }

    private List<Term> decided(String jurisdiction, Subject subject) {
        return terms.computeIfAbsent(new Key(jurisdiction, subject, ""), k -> new ArrayList<>());
    }
}
