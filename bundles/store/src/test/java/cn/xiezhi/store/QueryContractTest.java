package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.from;
import static cn.xiezhi.store.Samples.in;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.openedAt;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.titled;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.DeskPart;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.Running;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lists find, in which order, page by page. */
abstract class QueryContractTest extends OnDatabase {
    private static final Instant DUE = TUE_2025_09_30;
    private static final MatterQuery ALL = new MatterQuery("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), 100);

    @Test
    void mattersOpenedInTheSameInstant_areAllListedOnce_newestFirst() {
        open(IntStream.range(0, 25).mapToObj(i -> openedAt(matter(here, "m" + (10 + i)), DUE.plusMillis(i / 10))));
        List<String> seen = new ArrayList<>();
        Optional<MatterQuery.After> after = Optional.empty();
        List<Matter> page;
        do {
            page = store.list(query(Optional.of("urban"), after, 4));
            page.forEach(m -> seen.add(m.id()));
            after = page.isEmpty() ? after : Optional.of(new MatterQuery.After(page.get(page.size() - 1).openedAt(), page.get(page.size() - 1).id()));
        } while (page.size() == 4);

        assertEquals(IntStream.rangeClosed(10, 34).mapToObj(i -> "m" + (44 - i)).toList(), seen);
        assertEquals(seen, store.list(query(Optional.empty(), Optional.empty(), 100)).stream().map(Matter::id).toList(), "without a party");
    }

    @Test
    void filters_areAllHeeded() {
        open(List.of(matter(here, "a"), in(matter(here, "b"), "returned", true, "fenghuang"), in(matter(here, "c"), "closed", false), matter(there, "d")).stream());
        assertEquals(List.of("c", "b", "a"), ids(q -> q));
        assertEquals(List.of("c"), ids(q -> with(q, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty())));
        assertEquals(List.of("b"), ids(q -> with(q, Optional.empty(), Optional.empty(), Optional.of("returned"), Optional.of(true), Optional.empty())));
        assertEquals(List.of("a"), ids(q -> with(q, Optional.of("fenghuang"), Optional.empty(), Optional.empty(), Optional.empty(), waiting("urban"))));
        assertEquals(List.of("b"), ids(q -> with(q, Optional.of("urban"), Optional.of("urban"), Optional.empty(), Optional.empty(), waiting("fenghuang"))));
        assertEquals(List.of("c", "b"), ids(q -> with(q, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new MatterQuery.Awaiting("urban", false)))));
        assertEquals(List.of("b"), ids(q -> with(q, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(new MatterQuery.Awaiting("urban", false)))));
        assertEquals(List.of("c", "b", "a"), ids(q -> with(q, Optional.of("urban"), Optional.of("fenghuang"), Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals(List.of(), ids(q -> with(q, Optional.of("police"), Optional.of("fenghuang"), Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals(List.of(), ids(q -> with(q, Optional.of("urban"), Optional.of("police"), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void anOrganThatIsOnlyWaitedFor_isNoParty() {
        open(List.of(in(matter(here, "m"), "passedUp", true, "justice")).stream());

        assertEquals(List.of(), ids(q -> with(q, Optional.of("justice"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals(List.of("m"), ids(q -> with(q, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), waiting("justice"))));
    }

    @Test
    void aSearch_takesWildcardsByTheLetterAndLettersOfAnyCase() {
        open(List.of(titled(matter(here, "TR-1"), "罚款100%案"), titled(matter(here, "TR-2"), "罚款100元案"), titled(matter(here, "TR-3"), "A_b! 𠮷村 Ünlü"),
                titled(matter(here, "TR-4"), "Acb")).stream());

        assertEquals(List.of("TR-1"), found("100%"));
        assertEquals(List.of("TR-3"), found("a_B"));
        assertEquals(List.of("TR-3"), found("b!"));
        assertEquals(List.of("TR-3"), found("𠮷"));
        assertEquals(List.of("TR-3"), found("ÜNLÜ"));
        assertEquals(List.of("TR-4", "TR-3", "TR-2", "TR-1"), found("tr-"));
        assertEquals(List.of(), found("\\"));
    }

    @Test
    void mattersThatCameFromOne_areFoundOldestFirst() {
        open(List.of(from(openedAt(matter(here, "b"), DUE), "o"), from(openedAt(matter(here, "a"), DUE.plusMillis(1)), "o"), matter(here, "o"),
                from(matter(there, "x"), "o")).stream());

        assertEquals(List.of("b", "a"), store.linked(here, "o").stream().map(Matter::id).toList());
    }

    @Test
    void obligationsDueAtTheSameInstant_areAllOnTheDeskOnce_theNextDueFirst() {
        Obligation[] obligations = IntStream.range(0, 30)
                .mapToObj(i -> i % 3 == 2 ? withoutNumber("o" + (10 + i), "urban") : obligation("o" + (10 + i), "urban", DUE.plusMillis(i / 9))).toArray(Obligation[]::new);
        open(List.of(owing(matter(here, "m"), obligations), owing(matter(there, "m"), obligation("else", "urban", DUE))).stream());
        List<Owed> seen = new ArrayList<>();
        Optional<ObligationQuery.After> after = Optional.empty();
        List<Owed> page;
        do {
            page = store.obligations(ObligationQuery.owedBy(here, "urban", after, 7));
            seen.addAll(page);
            Obligation last = page.isEmpty() ? null : page.get(page.size() - 1).obligation();
            after = last == null ? after : Optional.of(new ObligationQuery.After(last.dueAtExclusive(), last.id()));
        } while (page.size() == 7);

        List<String> numbered = IntStream.range(0, 30).filter(i -> i % 3 != 2).mapToObj(i -> "o" + (10 + i)).toList();
        List<String> others = IntStream.range(0, 30).filter(i -> i % 3 == 2).mapToObj(i -> "o" + (10 + i)).toList();
        assertEquals(numbered, seen.subList(0, 20).stream().map(o -> o.obligation().id()).toList());
        assertEquals(others, seen.subList(20, 30).stream().map(o -> o.obligation().id()).toList());
        assertEquals(new Owed(obligations[0], "m", "占道经营", "transfer", "sent"), seen.get(0));
    }

    @Test
    void boundsOfTheDesk_areInclusiveBelowAndExclusiveAbove() {
        open(List.of(owing(matter(here, "m"), obligation("a", "urban", DUE.minusMillis(1)), obligation("b", "urban", DUE), obligation("c", "urban", DUE.plusMillis(1)),
                withoutNumber("n", "urban"), obligation("z", "fenghuang", DUE), obligation("y", "urban", DUE).closed(Obligation.Status.MET, DUE))).stream());

        assertEquals(List.of("b", "c", "n"), desk(Optional.of(DUE), Optional.empty(), false));
        assertEquals(List.of("a"), desk(Optional.empty(), Optional.of(DUE), false));
        assertEquals(List.of("b"), desk(Optional.of(DUE), Optional.of(DUE.plusMillis(1)), false));
        assertEquals(List.of("n"), desk(Optional.of(DUE), Optional.of(DUE), true));
    }

    @Test
    void counts_tellTheLightsApartAndStopAtTheirMost() {
        List<Obligation> many = new ArrayList<>();
        IntStream.range(0, Counts.MOST + 5).forEach(i -> many.add(obligation("late" + i, "urban", DUE.minusMillis(i))));
        many.add(obligation("soon", "urban", DUE.plusMillis(1)));
        many.add(obligation("soon-too", "urban", DUE.plusMillis(100)));
        many.add(obligation("later", "urban", DUE.plusMillis(101)));
        many.add(withoutNumber("n1", "urban"));
        many.add(withoutNumber("n2", "urban"));
        many.add(obligation("done", "urban", DUE).closed(Obligation.Status.MET, DUE));
        open(List.of(owing(matter(here, "m"), many.toArray(Obligation[]::new))).stream());

        assertEquals(new Counts(Counts.MOST, 2, 1, 2), store.counts(here, DeskPart.owedBy("urban"), DUE, DUE.plusMillis(100)));
        assertEquals(new Counts(0, 0, 0, 0), store.counts(there, DeskPart.owedBy("urban"), DUE, DUE.plusMillis(100)));
        assertEquals(new Counts(0, 0, 0, 0), store.counts(here, DeskPart.owedBy("fenghuang"), DUE, DUE.plusMillis(100)));
    }

    @Test
    void runningLimits_areFoundOnceEach_pageByPage_theNextDueFirst() {
        open(List.of(owing(matter(here, "a"), obligation("a-1", "urban", DUE.plusMillis(2)), obligation("a-2", "fenghuang", DUE), withoutNumber("a-3", "urban")),
                owing(matter(here, "b"), obligation("b-1", "urban", DUE), obligation("b-2", "urban", DUE).closed(Obligation.Status.MET, DUE)),
                owing(matter(there, "d"), obligation("d-1", "urban", DUE))).stream());

        List<Running> first = store.running(here, Optional.empty(), 2);
        assertEquals(List.of(new Running("a", obligation("a-2", "fenghuang", DUE)), new Running("b", obligation("b-1", "urban", DUE))), first);
        assertEquals(List.of(new Running("a", obligation("a-1", "urban", DUE.plusMillis(2)))),
                store.running(here, Optional.of(new ObligationQuery.After(Optional.of(DUE), "b-1")), 2));
    }

    @Test
    void nothingThere_isAnEmptyAnswer() {
        assertTrue(store.list(query(Optional.empty(), Optional.empty(), 1)).isEmpty());
        assertTrue(desk(Optional.empty(), Optional.empty(), false).isEmpty());
        assertTrue(store.running(here, Optional.empty(), 1).isEmpty());
        assertTrue(store.linked(here, "nothing").isEmpty());
    }

    private void open(java.util.stream.Stream<Matter> matters) {
        matters.map(m -> change(m, 1)).forEach((MatterChange change) -> store.commit(commit(change)));
    }

    private List<String> desk(Optional<Instant> from, Optional<Instant> before, boolean withoutNumber) {
        return store.obligations(new ObligationQuery(here, DeskPart.owedBy("urban"), from, before, withoutNumber, Optional.empty(), 100)).stream().map(o -> o.obligation().id()).toList();
    }

    private MatterQuery query(Optional<String> partyOf, Optional<MatterQuery.After> after, int limit) {
        return new MatterQuery(here, partyOf, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), after, limit);
    }

    private List<String> found(String text) {
        return store.list(new MatterQuery(here, Optional.of("urban"), Optional.empty(), Optional.of("transfer"), Optional.empty(), Optional.of(text),
                Optional.empty(), Optional.empty(), Optional.empty(), 100)).stream().map(Matter::id).toList();
    }

    private List<String> ids(UnaryOperator<MatterQuery> wish) {
        return store.list(wish.apply(new MatterQuery(here, ALL.partyOf(), ALL.organ(), ALL.procedure(), ALL.state(), ALL.text(), ALL.open(), ALL.awaiting(),
                ALL.after(), ALL.limit()))).stream().map(Matter::id).toList();
    }

    private static Optional<MatterQuery.Awaiting> waiting(String organ) {
        return Optional.of(new MatterQuery.Awaiting(organ, true));
    }

    private static MatterQuery with(MatterQuery q, Optional<String> partyOf, Optional<String> organ, Optional<String> state, Optional<Boolean> open,
            Optional<MatterQuery.Awaiting> awaiting) {
        return new MatterQuery(q.jurisdiction(), partyOf, organ, q.procedure(), state, q.text(), open, awaiting, q.after(), q.limit());
    }
}
