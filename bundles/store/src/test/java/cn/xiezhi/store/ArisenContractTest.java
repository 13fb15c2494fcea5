package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.in;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an administrator is shown before rules change: what arose in a stretch of time, and how much is open. */
abstract class ArisenContractTest extends OnDatabase {
    private static final Instant FROM = TUE_2025_09_30;
    private static final Instant UNTIL = TUE_2025_09_30.plusSeconds(60);

    private HistoryReader history() {
        return new HistoryReader(database.work());
    }

    private static Obligation arising(String id, Instant trigger) {
        Obligation o = obligation(id, "urban", trigger.plusSeconds(900));
        return new Obligation(o.id(), o.duty(), o.variant(), o.owedBy(), trigger, o.limit(), o.lastDay(), o.dueAtExclusive(), o.provisional(), o.status(), o.closedAt(),
                o.policyVersion(), o.citation());
    }

    private void keep(Matter m) {
        store.commit(commit(change(m, 1)));
    }

    private Map<String, Map<String, Obligation>> arisen(String jurisdiction) {
        Map<String, Map<String, Obligation>> found = new TreeMap<>();
        history().arisen(jurisdiction, FROM, UNTIL, (matter, o) -> found.computeIfAbsent(matter, m -> new TreeMap<>()).put(o.id(), o) == null);
        return found;
    }

    @Test
    void whatAroseFromTheFirstInstantToBeforeTheLast_isHandedOver_openOrClosed_withItsMatter() {
        Obligation closed = arising("a-2", UNTIL.minusMillis(1)).closed(Status.MET, UNTIL.plusSeconds(9));
        Obligation promptly = withoutNumber("b-1𠮷", "town");
        keep(owing(matter(here, "a"), arising("a-1", FROM), closed, arising("a-3", UNTIL), arising("a-4", FROM.minusMillis(1))));
        keep(owing(matter(here, "b𠮷"), promptly));
        keep(owing(matter(there, "c"), arising("c-1", FROM)));

        assertEquals(Map.of("a", Map.of("a-1", arising("a-1", FROM), "a-2", closed), "b𠮷", Map.of("b-1𠮷", promptly)), arisen(here));
        assertEquals(Map.of("c", Map.of("c-1", arising("c-1", FROM))), arisen(there));
        assertEquals(3, history().countArisen(here, FROM, UNTIL));
        assertEquals(0, history().countArisen("nowhere", FROM, UNTIL));
    }

    @Test
    void moreThanAPage_isHandedOverWhole_eachOnce() {
        Obligation[] many = IntStream.range(0, 2_500).mapToObj(i -> arising("m-" + i, FROM.plusMillis(i % 7))).toArray(Obligation[]::new);
        keep(owing(matter(here, "m"), many));
        AtomicInteger handed = new AtomicInteger();
        history().arisen(here, FROM, UNTIL, (matter, o) -> handed.incrementAndGet() > 0);
        assertEquals(2_500, handed.get());
        assertEquals(2_500, arisen(here).get("m").size());
        assertEquals(2_500, history().countArisen(here, FROM, UNTIL));
    }

    @Test
    void whoHasEnough_getsNoMore() {
        keep(owing(matter(here, "m"), IntStream.range(0, 10).mapToObj(i -> arising("m-" + i, FROM)).toArray(Obligation[]::new)));
        AtomicInteger handed = new AtomicInteger();
        history().arisen(here, FROM, UNTIL, (matter, o) -> handed.incrementAndGet() < 3);
        assertEquals(3, handed.get());
    }

    @Test
    void openOnesAreCounted_byDutyAndByProcedure() {
        keep(owing(matter(here, "a"), arising("a-1", FROM), arising("a-2", FROM.minusSeconds(99_999_999)), withoutNumber("a-3", "town"),
                arising("a-4", FROM).closed(Status.MET, UNTIL)));
        keep(in(matter(here, "b"), "done", false));
        keep(in(matter(here, "c"), "sent", true));
        keep(owing(matter(there, "d"), arising("d-1", FROM)));

        assertEquals(Map.of(Duty.TRANSFER_ACKNOWLEDGE.id(), 2, Duty.ASSIST_REPLY.id(), 1), history().openObligations(here));
        assertEquals(Map.of("transfer", 2), history().openMatters(here, Set.of("transfer", "dispute")));
        assertEquals(Map.of(), history().openMatters(here, Set.of("dispute")));
        assertEquals(Map.of(), history().openObligations("nowhere"));
    }
}
