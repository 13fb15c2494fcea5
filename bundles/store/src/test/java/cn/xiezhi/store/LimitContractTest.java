package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.titled;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.agenda.DueLimits.Due;
import cn.xiezhi.agenda.DueLimits.Range;
import cn.xiezhi.matter.Obligation.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which limits stand on which days, in the order in which they end. */
abstract class LimitContractTest extends OnDatabase {
    private static final Instant DUE = TUE_2025_09_30;
    private static final Instant LATER = DUE.plusSeconds(60);

    private List<Due> found(Optional<String> party, Optional<String> owedBy, boolean open, int limit) {
        return new LimitReader(database.work()).between(new Range(here, party, owedBy, open, DUE, LATER, limit));
    }

    private List<String> ids(Optional<String> party, Optional<String> owedBy, boolean open) {
        return found(party, owedBy, open, 100).stream().map(d -> d.obligation().id()).toList();
    }

    @Test
    void limitsOfThatTime_theNextDueFirst_boundsAsSaid() {
        store.commit(commit(change(owing(matter(here, "m"), obligation("m-1", "urban", LATER.minusMillis(1)), obligation("m-2", "fenghuang", DUE), obligation("m-3", "urban", LATER),
                obligation("m-4", "urban", DUE.minusMillis(1)), withoutNumber("m-5", "urban"), obligation("m-6", "urban", DUE).closed(Status.MET, DUE)), 1)));
        store.commit(commit(change(owing(matter(there, "m"), obligation("m-1", "urban", DUE)), 1)));
        assertEquals(List.of("m-2", "m-1"), ids(Optional.empty(), Optional.empty(), true));
        assertEquals(List.of("m-1"), ids(Optional.empty(), Optional.of("urban"), true));
        assertEquals(List.of("m-6"), ids(Optional.empty(), Optional.of("urban"), false));
        assertEquals(List.of("m-2"), found(Optional.empty(), Optional.empty(), true, 1).stream().map(d -> d.obligation().id()).toList());
    }

    /** Of the sample's matters, "fenghuang" and "urban" hold a part; "police" does not, though it owes something. */
    @Test
    void ofAnOrganThatHoldsAPart_alsoWhatOthersOwe() {
        store.commit(commit(change(owing(matter(here, "m"), obligation("m-1", "police", DUE)), 1)));
        assertEquals(List.of("m-1"), ids(Optional.of("fenghuang"), Optional.empty(), true));
        assertEquals(List.of(), ids(Optional.of("police"), Optional.empty(), true));
    }

    @Test
    void comesWithItsMatter() {
        store.commit(commit(change(titled(owing(matter(here, "m"), obligation("m-1", "urban", DUE)), "𠮷村占道"), 1)));
        assertEquals(List.of(new Due(obligation("m-1", "urban", DUE), "m", "𠮷村占道", "transfer", Optional.empty(), 1, TUE_2025_09_30)), found(Optional.empty(), Optional.empty(), true, 9));
    }
}
