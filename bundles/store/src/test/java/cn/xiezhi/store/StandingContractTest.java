package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.in;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.openedAt;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.assessment.Standing;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a jurisdiction stands now, across its organs. In each matter fenghuang is the sender, urban the receiver. */
abstract class StandingContractTest extends OnDatabase {
    private static final Instant DUE = TUE_2025_09_30;

    private Standing standing;

    @BeforeAll
    void port() {
        standing = new StandingReader(database.work());
    }

    @Test
    void openMatters_areHandedOverOnceEach_andOfAnOrganOnlyThoseInWhichItHoldsAPart() {
        keep(matter(here, "a"));
        keep(openedAt(matter(here, "b"), DUE.plusSeconds(1)));
        keep(in(keep(matter(here, "closed")), "closed", false));
        keep(in(matter(here, "asked"), "sent", true, "office"));
        keep(matter(there, "a"));

        Map<Instant, Integer> both = Map.of(DUE, 2, DUE.plusSeconds(1), 1);
        assertEquals(both, opened(Optional.empty()));
        assertEquals(both, opened(Optional.of("urban")));
        assertEquals(Map.of(), opened(Optional.of("office")), "who is only waited for holds no part");
    }

    @Test
    void aLimitHasRunOut_atItsVeryInstant_andNotBefore() {
        keep(owing(matter(here, "m"), obligation("o", "urban", DUE)));

        assertEquals(Map.of(), standing.overdue(here, Optional.empty(), DUE.minusMillis(1)));
        assertEquals(Map.of("urban", 1), standing.overdue(here, Optional.empty(), DUE));
        assertEquals(List.of(), ids(standing.overdue(here, Optional.empty(), DUE.minusMillis(1), 10)));
        assertEquals(List.of("o"), ids(standing.overdue(here, Optional.empty(), DUE, 10)));
    }

    @Test
    void whatHasRunOut_isCountedAndListedByWhoOwesIt_theLongestFirst() {
        keep(owing(matter(here, "m"), obligation("b", "urban", DUE), obligation("a", "urban", DUE), obligation("first", "fenghuang", DUE.minusSeconds(1)),
                obligation("done", "urban", DUE).closed(Obligation.Status.MET, DUE), withoutNumber("promptly", "urban"), obligation("later", "urban", DUE.plusMillis(1))));
        keep(owing(matter(there, "m"), obligation("x", "urban", DUE)));

        assertEquals(Map.of("fenghuang", 1, "urban", 2), standing.overdue(here, Optional.empty(), DUE));
        assertEquals(Map.of("urban", 2), standing.overdue(here, Optional.of("urban"), DUE));
        assertEquals(List.of("first", "a", "b"), ids(standing.overdue(here, Optional.empty(), DUE, 10)));
        assertEquals(List.of("first", "a"), ids(standing.overdue(here, Optional.empty(), DUE, 2)));
        assertEquals(List.of("a", "b"), ids(standing.overdue(here, Optional.of("urban"), DUE, 10)));
        assertEquals("m", standing.overdue(here, Optional.of("urban"), DUE, 1).get(0).matter());
    }

    @Test
    void extendedLimits_areThoseThatStillRun_theNextDueFirst() {
        keep(owing(matter(here, "m"), extended("late", DUE.plusSeconds(9)), extended("soon", DUE), obligation("plain", "urban", DUE),
                extended("over", DUE).closed(Obligation.Status.MET, DUE)));
        keep(owing(matter(there, "m"), extended("x", DUE)));

        assertEquals(List.of("soon", "late"), ids(standing.extended(here, 10)));
        assertEquals(List.of("soon"), ids(standing.extended(here, 1)));
    }

    private static Obligation extended(String id, Instant due) {
        Obligation o = obligation(id, "urban", due);
        return new Obligation(id, o.duty(), Variant.EXTENDED, o.owedBy(), o.trigger(), o.limit(), o.lastDay(), o.dueAtExclusive(), o.provisional(), o.status(), o.closedAt(), o.policyVersion(), o.citation());
    }

    private Map<Instant, Integer> opened(Optional<String> organ) {
        Map<Instant, Integer> found = new TreeMap<>();
        standing.open(here, organ, (procedure, at) -> {
            assertEquals("transfer", procedure);
            found.merge(at, 1, Integer::sum);
        });
        return found;
    }

    private static List<String> ids(List<Owed> owed) {
        return owed.stream().map(o -> o.obligation().id()).toList();
    }

    private Matter keep(Matter m) {
        store.commit(commit(change(m, 1)));
        return store.find(m.jurisdiction(), m.id()).orElseThrow();
    }
}
