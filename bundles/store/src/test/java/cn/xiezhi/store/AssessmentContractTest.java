package cn.xiezhi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.assessment.Assessment;
import cn.xiezhi.assessment.Figures;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.assessment.Reckoning;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures that the console shows are those that anybody can recompute from the ledgers. */
abstract class AssessmentContractTest extends OnDatabase {
    private static final int MATTERS = 200;
    private static final Instant FROM = Instant.parse("2024-07-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Period YEAR = Period.days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    @BeforeEach
    void history() {
        Random random = new Random(20250930);
        for (int n = 0; n < MATTERS; n++) {
            History.of(Samples.matter(n % 4 == 0 ? there : here, "m" + n), FROM, random).forEach(change -> store.commit(Samples.commit(change)));
        }
    }

    private Assessment live(Period period, Instant now, Optional<String> organ, Optional<Duty> duty) {
        Reckoning reckoning = new Reckoning(period, now, WorkCalendar.empty());
        new PeriodReader(database.work()).each(here, period, organ, duty, (matter, o) -> reckoning.add(o));
        return reckoning.assessment();
    }

    private Assessment fromLedgers(Period period, Instant now, Optional<String> organ, Optional<Duty> duty) {
        Reckoning reckoning = new Reckoning(period, now, WorkCalendar.empty());
        IntStream.range(0, MATTERS).mapToObj(n -> store.ledger(here, "m" + n)).flatMap(ledger -> Trail.replay(ledger).stream())
                .filter(o -> organ.filter(x -> !x.equals(o.owedBy())).isEmpty() && duty.filter(x -> !x.equals(o.duty())).isEmpty()).forEach(reckoning::add);
        return reckoning.assessment();
    }

    @Test
    void liveFigures_areThoseOfTheLedgersAlone_forEveryPeriodOrganAndDuty() {
        List<Period> periods = List.of(YEAR, Period.days(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30)), Period.days(LocalDate.of(2025, 3, 14), LocalDate.of(2025, 3, 14)),
                Period.days(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31)));
        for (Period period : periods) {
            for (Instant now : List.of(NOW, Instant.parse("2025-08-15T03:00:00Z"))) {
                for (Optional<String> organ : List.of(Optional.<String>empty(), Optional.of("urban"), Optional.of("nobody"))) {
                    for (Optional<Duty> duty : List.of(Optional.<Duty>empty(), Optional.of(Duty.ASSIST_REPLY))) {
                        assertEquals(fromLedgers(period, now, organ, duty), live(period, now, organ, duty), period + " " + organ + " " + duty);
                    }
                }
            }
        }
    }

    @Test
    void historyHasEverythingThatCanHappen() {
        Figures f = live(YEAR, NOW, Optional.empty(), Optional.empty()).total();
        for (int n : new int[] {f.onTime(), f.late(), f.extended(), f.refused(), f.unanswered(), f.metWithoutNumber(), f.openWithoutNumber(), f.cancelled(), f.passedOn()}) {
            assertTrue(n > 0, f.toString());
        }
        assertTrue(live(YEAR, Instant.parse("2025-08-15T03:00:00Z"), Optional.empty(), Optional.empty()).total().running() > 0);
    }

    @Test
    void storedObligations_areThoseThatTheLedgerTells() {
        IntStream.range(0, MATTERS).mapToObj(n -> store.find(here, "m" + n)).flatMap(Optional::stream)
                .forEach(m -> assertEquals(m.obligations(), Trail.replay(store.ledger(here, m.id())), m.id()));
    }

    @Test
    void limitThatEndsWithThePeriod_isFound_andOneAMillisecondLaterIsNot() {
        store.commit(Samples.commit(Samples.change(Samples.owing(Samples.matter(here, "edge"), Samples.obligation("edge-1", "edge", YEAR.to()),
                Samples.obligation("edge-2", "edge", YEAR.to().plusMillis(1)), Samples.obligation("edge-3", "edge", YEAR.from()),
                Samples.obligation("edge-4", "edge", YEAR.from().plusMillis(1))), 1)));
        assertEquals(2, live(YEAR, NOW, Optional.of("edge"), Optional.empty()).total().arose());
    }
}
