package cn.xiezhi.rest;

import cn.xiezhi.agenda.DueLimits;
import cn.xiezhi.assessment.PastObligations;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.desk.DeskPart;
import cn.xiezhi.assessment.Standing;
import cn.xiezhi.desk.DocumentStore;
import cn.xiezhi.desk.Job;
import cn.xiezhi.desk.JobStore;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Words;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.revision.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The store's ports, kept in memory: as much of their contract as the API's tests look at. */
final class Memory implements MatterStore, PastObligations, History, DocumentStore, DueLimits, JobStore, Standing {
    final Map<String, Matter> matters = new TreeMap<>();
    final Map<String, List<LedgerEntry>> ledgers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, Issued> documents = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();
    List<Read> reads = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    /** What the database says to everything, while it is set. */
    volatile RuntimeException failure;
    /** What happens just before a commit is written. */
    Runnable beforeCommit = () -> {};
    int commits;

    private <T> T up(T answer) {
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    @Override
    public Optional<Matter> find(String jurisdiction, String id) {
        return up(Optional.ofNullable(matters.get(jurisdiction + "/" + id)));
    }

    @Override
    public List<LedgerEntry> ledger(String jurisdiction, String id) {
        return List.copyOf(ledgers.getOrDefault(jurisdiction + "/" + id, List.of()));
    }

    @Override
    public List<Matter> linked(String jurisdiction, String origin) {
        return of(jurisdiction).filter(m -> m.origin().filter(origin::equals).isPresent()).toList();
    }

    private Stream<Matter> of(String jurisdiction) {
        return matters.values().stream().filter(m -> m.jurisdiction().equals(jurisdiction));
    }

    @Override
    public List<Matter> list(MatterQuery q) {
        Comparator<Matter> newest = Comparator.comparing(Matter::openedAt).thenComparing(Matter::id).reversed();
        Predicate<Matter> after = m -> q.after().isEmpty() || m.openedAt().isBefore(q.after().get().openedAt())
                || m.openedAt().equals(q.after().get().openedAt()) && m.id().compareTo(q.after().get().id()) < 0;
        return up(of(q.jurisdiction()).filter(m -> Stream.of(q.partyOf(), q.organ()).flatMap(Optional::stream).allMatch(m::involves))
                .filter(m -> q.procedure().filter(p -> !p.equals(m.procedure())).isEmpty() && q.state().filter(s -> !s.equals(m.state())).isEmpty())
                .filter(m -> q.open().filter(o -> o != m.open()).isEmpty() && q.awaiting().filter(a -> m.awaiting().contains(a.organ()) != a.act()).isEmpty())
                .filter(m -> q.narrow().assignee().filter(a -> !m.assignee().equals(Optional.of(a))).isEmpty())
                .filter(m -> q.narrow().openedFrom().filter(m.openedAt()::isBefore).isEmpty() && q.narrow().openedBefore().filter(b -> !m.openedAt().isBefore(b)).isEmpty())
                .filter(m -> q.words().stream().allMatch(texts.getOrDefault(q.jurisdiction() + "/" + m.id(), "")::contains)).filter(after).sorted(newest).limit(q.limit()).toList());
    }

    @Override
    public List<Owed> obligations(ObligationQuery q) {
        List<Owed> owed = new ArrayList<>();
        of(q.jurisdiction()).forEach(m -> m.obligations().stream().filter(o -> on(q.part(), m, o))
                .forEach(o -> owed.add(new Owed(o, m.id(), m.title(), m.procedure(), m.state()))));
        Comparator<Owed> next = Comparator.<Owed, Instant>comparing(o -> due(o.obligation())).thenComparing(o -> o.obligation().id());
        return owed.stream().filter(o -> q.withoutNumber() ? o.obligation().dueAtExclusive().isEmpty() : within(o.obligation(), q))
                .filter(o -> q.after().isEmpty() || after(o.obligation(), q.after().get())).sorted(next).limit(q.limit()).toList();
    }

    private static boolean within(Obligation o, ObligationQuery q) {
        boolean bounded = q.dueFrom().isPresent() || q.dueBefore().isPresent();
        return !bounded || o.dueAtExclusive().filter(d -> q.dueFrom().filter(d::isBefore).isEmpty() && q.dueBefore().filter(b -> !d.isBefore(b)).isEmpty()).isPresent();
    }

    private static boolean after(Obligation o, ObligationQuery.After after) {
        int byDue = due(o).compareTo(after.dueAt().orElse(Instant.MAX));
        return byDue > 0 || byDue == 0 && o.id().compareTo(after.id()) > 0;
    }

    private static Instant due(Obligation o) {
        return o.dueAtExclusive().orElse(Instant.MAX);
    }

    @Override
    public void each(String jurisdiction, Period period, Optional<String> organ, Optional<Duty> duty, BiConsumer<String, Obligation> to) {
        up(of(jurisdiction)).forEach(m -> m.obligations().stream().filter(o -> organ.filter(x -> !x.equals(o.owedBy())).isEmpty())
                .filter(o -> duty.filter(x -> !x.equals(o.duty())).isEmpty()).forEach(o -> to.accept(m.id(), o)));
    }

    @Override
    public void open(String jurisdiction, Optional<String> organ, BiConsumer<String, Instant> to) {
        up(of(jurisdiction)).filter(m -> m.open() && organ.filter(o -> !m.involves(o)).isEmpty()).forEach(m -> to.accept(m.procedure(), m.openedAt()));
    }

    @Override
    public Map<String, Integer> overdue(String jurisdiction, Optional<String> organ, Instant now) {
        Map<String, Integer> counts = new TreeMap<>();
        overdue(jurisdiction, organ, now, Integer.MAX_VALUE).forEach(o -> counts.merge(o.obligation().owedBy(), 1, Integer::sum));
        return counts;
    }

    @Override
    public List<Owed> overdue(String jurisdiction, Optional<String> organ, Instant now, int most) {
        return open(jurisdiction, o -> o.overdue(now) && organ.filter(x -> !x.equals(o.owedBy())).isEmpty(), most);
    }

    @Override
    public List<Owed> extended(String jurisdiction, int most) {
        return open(jurisdiction, Obligation::extended, most);
    }

    private List<Owed> open(String jurisdiction, Predicate<Obligation> which, int most) {
        return up(of(jurisdiction)).flatMap(m -> m.obligations().stream().filter(o -> o.open() && which.test(o)).map(o -> new Owed(o, m.id(), m.title(), m.procedure(), m.state())))
                .sorted(Comparator.comparing(o -> due(o.obligation()))).limit(most).toList();
    }

    @Override
    public void arisen(String jurisdiction, Instant from, Instant until, BiPredicate<String, Obligation> to) {
        for (Matter m : up(of(jurisdiction)).toList()) {
            for (Obligation o : m.obligations()) {
                if (!o.trigger().isBefore(from) && o.trigger().isBefore(until) && !to.test(m.id(), o)) {
                    return;
                }
            }
        }
    }

    @Override
    public int countArisen(String jurisdiction, Instant from, Instant until) {
        int[] n = {0};
        arisen(jurisdiction, from, until, (m, o) -> ++n[0] > 0);
        return n[0];
    }

    @Override
    public Map<String, Integer> openObligations(String jurisdiction) {
        Map<String, Integer> counts = new TreeMap<>();
        up(of(jurisdiction)).flatMap(m -> m.obligations().stream()).filter(Obligation::open).forEach(o -> counts.merge(o.duty().id(), 1, Integer::sum));
        return counts;
    }

    @Override
    public Map<String, Integer> openMatters(String jurisdiction, Set<String> procedures) {
        Map<String, Integer> counts = new TreeMap<>();
        of(jurisdiction).filter(m -> m.open() && procedures.contains(m.procedure())).forEach(m -> counts.merge(m.procedure(), 1, Integer::sum));
        return counts;
    }

    @Override
    public Counts counts(String jurisdiction, DeskPart part, Instant now, Instant soonUntil) {
        int[] n = new int[4];
        of(jurisdiction).flatMap(m -> m.obligations().stream().filter(o -> on(part, m, o)))
                .forEach(o -> n[o.dueAtExclusive().isEmpty() ? 3 : o.overdue(now) ? 0 : due(o).isAfter(soonUntil) ? 2 : 1]++);
        return new Counts(n[0], n[1], n[2], n[3]);
    }

    private static boolean on(DeskPart part, Matter m, Obligation o) {
        return o.open() && (part.owes() ? o.owedBy().equals(part.organ()) : m.involves(part.organ()) && !o.owedBy().equals(part.organ()))
                && part.procedure().filter(p -> !p.equals(m.procedure())).isEmpty() && part.assignee().filter(a -> !m.assignee().equals(Optional.of(a))).isEmpty();
    }

    @Override
    public Map<String, Tally> tallies(String jurisdiction, String organ, List<String> procedures) {
        Map<String, Tally> tallies = new TreeMap<>();
        procedures.forEach(p -> {
            List<Matter> open = of(jurisdiction).filter(m -> m.open() && m.procedure().equals(p) && m.involves(organ)).toList();
            tallies.put(p, new Tally(open.size(), (int) open.stream().flatMap(m -> m.obligations().stream()).filter(o -> o.open() && o.owedBy().equals(organ)).count()));
        });
        return tallies;
    }

    @Override
    public List<Running> running(String jurisdiction, Optional<ObligationQuery.After> after, int limit) {
        return List.of();
    }

    @Override
    public List<String> waking(String jurisdiction, Instant until, int limit) {
        return List.of();
    }

    @Override
    public Optional<String> openedUnder(String jurisdiction, String user, String key) {
        return Optional.ofNullable(keys.get(jurisdiction + "/" + user + "/" + key));
    }

    @Override
    public Optional<byte[]> content(String jurisdiction, String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }

    @Override
    public List<Issued> of(String jurisdiction, String matter) {
        return documents.values().stream().filter(d -> d.jurisdiction().equals(jurisdiction) && d.matter().equals(matter))
                .sorted(Comparator.comparing(Issued::issuedAt)).toList();
    }

    private final Map<String, Place> began = new HashMap<>();

    @Override
    public void began(String jurisdiction, Place last) {
        began.put(jurisdiction + last.organ() + last.mark() + last.year(), last);
    }

    @Override
    public Place last(String jurisdiction, Place count) {
        Place before = began.getOrDefault(jurisdiction + count.organ() + count.mark() + count.year(), new Place(count.organ(), count.mark(), count.year(), 0));
        return documents.values().stream().filter(d -> d.jurisdiction().equals(jurisdiction)).flatMap(d -> d.number().stream())
                .filter(p -> p.organ().equals(count.organ()) && p.mark().equals(count.mark()) && p.year() == count.year())
                .max(Comparator.comparing(Place::ordinal)).filter(p -> p.ordinal() > before.ordinal()).orElse(before);
    }

    @Override
    public List<Due> between(Range r) {
        return up(of(r.jurisdiction())).filter(m -> r.party().map(m::involves).orElse(true)).flatMap(m -> m.obligations().stream().filter(o -> o.open() == r.open())
                .filter(o -> r.owedBy().map(o.owedBy()::equals).orElse(true) && o.dueAtExclusive().filter(d -> !d.isBefore(r.dueFrom()) && d.isBefore(r.dueBefore())).isPresent())
                .map(o -> new Due(o, m.id(), m.title(), m.procedure(), m.assignee(), m.version(), m.updatedAt())))
                .sorted(Comparator.<Due, Instant>comparing(d -> due(d.obligation())).thenComparing(d -> d.obligation().id())).limit(r.limit()).toList();
    }

    @Override
    public void keepReads(String jurisdiction, List<Read> some) {
        some.forEach(r -> up(reads).add(0, r));
    }

    @Override
    public List<Read> reads(String jurisdiction, String matter, int limit) {
        return reads.stream().filter(r -> r.matter().equals(matter)).limit(limit).toList();
    }

    @Override
    public void begin(Job job) {
        jobs.add(0, up(job));
    }

    @Override
    public boolean tell(String jurisdiction, String id, int done, int of, Instant at) {
        jobs.replaceAll(j -> !j.id().equals(id) ? j : job(j, at, done, of, j.stopping(), j.how(), j.ended(), j.outcome()));
        return jobs.stream().noneMatch(j -> j.id().equals(id) && j.stopping());
    }

    @Override
    public void end(String jurisdiction, String id, Job.How how, String outcome, Instant at) {
        jobs.replaceAll(j -> !j.id().equals(id) || j.how() != Job.How.RUNNING ? j : job(j, at, j.done(), j.of(), j.stopping(), how, Optional.of(at), outcome));
    }

    @Override
    public boolean stop(String jurisdiction, String id) {
        boolean running = jobs.stream().anyMatch(j -> j.jurisdiction().equals(jurisdiction) && j.id().equals(id) && j.how() == Job.How.RUNNING);
        jobs.replaceAll(j -> !running || !j.id().equals(id) ? j : job(j, j.toldAt(), j.done(), j.of(), true, j.how(), j.ended(), j.outcome()));
        return running;
    }

    @Override
    public List<Job> latest(String jurisdiction, int most) {
        return up(jobs).stream().filter(j -> j.jurisdiction().equals(jurisdiction)).limit(most).toList();
    }

    private static Job job(Job j, Instant toldAt, int done, int of, boolean stopping, Job.How how, Optional<Instant> ended, String outcome) {
        return new Job(j.jurisdiction(), j.id(), j.what(), j.node(), j.user(), j.userName(), j.began(), toldAt, done, of, stopping, how, ended, outcome);
    }

    @Override
    public synchronized void commit(Commit commit) {
        up(commit);
        beforeCommit.run();
        commits++;
        for (MatterChange change : commit.changes()) {
            if (find(commit.jurisdiction(), change.after().id()).map(Matter::version).orElse(0L) != change.expectedVersion()) {
                throw new StaleMatterException(change.after().id());
            }
        }
        for (MatterChange change : commit.changes()) {
            String key = commit.jurisdiction() + "/" + change.after().id();
            matters.put(key, change.after());
            // More than anybody may see: that is for the reading to sort out.
            texts.merge(key, Words.plain(change.after().title() + " " + change.after().id() + " " + change.findable().open() + " " + change.findable().sealed()), (a, b) -> a + " " + b);
            ledgers.computeIfAbsent(key, k -> new ArrayList<>()).addAll(change.entries());
        }
        contents.putAll(commit.contents());
        commit.documents().forEach(d -> documents.put(d.id(), d));
        commit.idempotencyKey().ifPresent(k -> keys.put(commit.jurisdiction() + "/" + commit.user() + "/" + k, commit.changes().get(0).after().id()));
    }
}
