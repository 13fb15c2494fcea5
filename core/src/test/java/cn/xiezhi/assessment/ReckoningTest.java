package cn.xiezhi.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each figure of October 2025 by itself, with the instants at its edges. */
class ReckoningTest {
    private static final Period OCTOBER = Period.days(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31));
    private static final Instant MUCH_LATER = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant MON_13_10H = at(13, 10);
    /** The first instant after 17 October. */
    private static final Instant FRI_17_24H = at(18, 0);

    private static Instant at(int october, int hour) {
        return Zone.startOf(LocalDate.of(2025, 10, october)).plus(Duration.ofHours(hour));
    }

    private static Obligation owed(Variant variant, Instant trigger, Limit limit, Optional<Instant> due) {
        return new Obligation("m-1", Duty.ASSIST_REPLY, variant, "bureau", trigger, limit, due.map(Zone::day), due, false, Status.OPEN, Optional.empty(), "1", "规则");
    }

    private static Obligation due(Instant due) {
        return owed(Variant.NORMAL, MON_13_10H, Limit.workingDays(4), Optional.of(due));
    }

    private static Obligation promptly(Instant trigger) {
        return owed(Variant.NORMAL, trigger, Limit.promptly(), Optional.empty());
    }

    private static Figures at(Instant now, Obligation... obligations) {
        Reckoning reckoning = new Reckoning(OCTOBER, now, House.calendar2025());
        Stream.of(obligations).forEach(reckoning::add);
        Figures f = reckoning.assessment().total();
        assertEquals(f.arose(), f.onTime() + f.late() + f.refused() + f.unanswered() + f.running() + f.metWithoutNumber() + f.openWithoutNumber() + f.cancelled() + f.passedOn());
        return f;
    }

    private static Figures figures(Obligation... obligations) {
        return at(MUCH_LATER, obligations);
    }

    @Test
    void nothingOwed_isAllZero_withoutRateAndMedian() {
        assertEquals(new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty()), figures());
        assertEquals(Optional.empty(), figures().rate());
        assertEquals(List.of(), new Reckoning(OCTOBER, MUCH_LATER, House.calendar2025()).assessment().organs());
    }

    @Test
    void metInTheLastMillisecond_isOnTime_atTheEndItIsLate() {
        Figures f = figures(due(FRI_17_24H).closed(Status.MET, FRI_17_24H.minusMillis(1)), due(FRI_17_24H).closed(Status.MET, FRI_17_24H));
        assertEquals(1, f.onTime());
        assertEquals(1, f.late());
        assertEquals(Optional.of(0.5), f.rate());
    }

    @Test
    void immediateDutyMetInTheSameAct_isOnTime_aMillisecondAfterItIsLate() {
        Obligation o = owed(Variant.NORMAL, MON_13_10H, Limit.immediately(), Optional.of(MON_13_10H));
        Figures f = figures(o.closed(Status.MET, MON_13_10H), o.closed(Status.MET, MON_13_10H.plusMillis(1)));
        assertEquals(1, f.onTime());
        assertEquals(1, f.late());
    }

    @Test
    void extendedAndMetInTheLongerLimit_isOnTimeAndExtended() {
        Obligation o = owed(Variant.EXTENDED, MON_13_10H, Limit.workingDays(10), Optional.of(at(25, 0)));
        Figures f = figures(o.closed(Status.MET, at(20, 0)), o.closed(Status.MET, at(26, 0)), o, o.closed(Status.CANCELLED, at(20, 0)));
        assertEquals(1, f.onTime());
        assertEquals(1, f.late());
        assertEquals(1, f.unanswered());
        assertEquals(3, f.extended(), "the cancelled one is shown apart");
    }

    @Test
    void refused_countsAgainstTheRate_inTimeOrNot_numberOrNot() {
        Figures f = figures(due(FRI_17_24H).closed(Status.REFUSED, at(14, 0)), due(FRI_17_24H).closed(Status.REFUSED, at(20, 0)), promptly(MON_13_10H).closed(Status.REFUSED, at(20, 0)),
                due(FRI_17_24H).closed(Status.MET, at(14, 0)));
        assertEquals(3, f.refused());
        assertEquals(0, f.late());
        assertEquals(Optional.of(0.25), f.rate());
    }

    @Test
    void openAfterItsEnd_isUnanswered_beforeItsEndItRuns() {
        assertEquals(1, at(FRI_17_24H.minusMillis(1), due(FRI_17_24H)).running());
        Figures f = at(FRI_17_24H, due(FRI_17_24H));
        assertEquals(1, f.unanswered());
        assertEquals(Optional.of(0.0), f.rate());
    }

    @Test
    void running_isNotInTheRate() {
        assertEquals(Optional.empty(), at(at(14, 0), due(FRI_17_24H)).rate());
    }

    @Test
    void passedOnAndCancelled_standApart() {
        Figures f = figures(due(FRI_17_24H).closed(Status.PASSED_ON, at(14, 0)), due(FRI_17_24H).closed(Status.CANCELLED, at(20, 0)), due(FRI_17_24H).closed(Status.MET, at(14, 0)));
        assertEquals(1, f.passedOn());
        assertEquals(1, f.cancelled());
        assertEquals(Optional.of(1.0), f.rate());
    }

    @Test
    void withoutNumber_isMetOrOpen_neverLate() {
        Figures f = figures(promptly(MON_13_10H), promptly(MON_13_10H).closed(Status.MET, at(30, 0)));
        assertEquals(1, f.openWithoutNumber());
        assertEquals(1, f.metWithoutNumber());
        assertEquals(Optional.empty(), f.rate());
    }

    @Test
    void limitThatEndsWithThePeriod_belongsToIt_andIsJudgedAtItsEnd() {
        Instant end = OCTOBER.to();
        assertEquals(1, figures(due(end)).unanswered());
        assertEquals(1, figures(due(end).closed(Status.MET, end.minusMillis(1))).onTime());
        assertEquals(0, figures(due(end.plusMillis(1))).arose());
    }

    @Test
    void limitThatEndedWithTheDayBeforeThePeriod_belongsToTheOneBefore() {
        Instant start = OCTOBER.from();
        assertEquals(0, figures(due(start)).arose());
        assertEquals(1, figures(due(start.plusMillis(1))).arose());
        Obligation immediately = owed(Variant.NORMAL, start, Limit.immediately(), Optional.of(start));
        assertEquals(1, figures(immediately).arose(), "due at the first instant, not before it");
        assertEquals(0, figures(owed(Variant.NORMAL, OCTOBER.to(), Limit.immediately(), Optional.of(OCTOBER.to()))).arose());
    }

    @Test
    void withoutNumber_belongsToThePeriodInWhichItArose() {
        assertEquals(1, figures(promptly(OCTOBER.from())).arose());
        assertEquals(0, figures(promptly(OCTOBER.from().minusMillis(1))).arose());
        assertEquals(0, figures(promptly(OCTOBER.to())).arose());
    }

    @Test
    void whatIsAnsweredAfterThePeriod_staysUnansweredInIt() {
        Figures f = figures(due(FRI_17_24H).closed(Status.MET, OCTOBER.to()), promptly(MON_13_10H).closed(Status.MET, OCTOBER.to()));
        assertEquals(1, f.unanswered());
        assertEquals(1, f.openWithoutNumber());
        assertEquals(Optional.empty(), f.medianHours());
    }

    @Test
    void consecutivePeriods_shareOutEveryObligation() {
        Period september = Period.days(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));
        Period november = Period.days(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30));
        for (Instant edge : List.of(OCTOBER.from(), OCTOBER.to())) {
            for (long millis = -2; millis <= 2; millis++) {
                Instant at = edge.plusMillis(millis);
                for (Obligation o : List.of(due(at), promptly(at), owed(Variant.NORMAL, at, Limit.immediately(), Optional.of(at)))) {
                    assertEquals(1, Stream.of(september, OCTOBER, november).filter(p -> p.has(o)).count(), o.toString());
                }
            }
        }
    }

    @Test
    void median_isTheMiddleOfTheAnswered_inHoursAndWorkingDays() {
        Obligation o = due(FRI_17_24H);
        Figures odd = figures(o.closed(Status.MET, MON_13_10H.plus(Duration.ofMinutes(30))), o.closed(Status.REFUSED, at(14, 10)), o.closed(Status.MET, at(20, 10)), o,
                o.closed(Status.CANCELLED, at(20, 10)));
        assertEquals(Optional.of(24.0), odd.medianHours());
        assertEquals(Optional.of(1.0), odd.medianWorkingDays());
        // 13 → 14 October is one working day, 13 → 20 October five: 14, 15, 16, 17, 20.
        Figures even = figures(o.closed(Status.MET, at(14, 10)), o.closed(Status.MET, at(20, 10)));
        assertEquals(Optional.of(96.0), even.medianHours());
        assertEquals(Optional.of(3.0), even.medianWorkingDays());
    }

    @Test
    void doneBeforeTheTriggerThatItIsCountedBackFrom_tookNoTime() {
        Obligation agenda = owed(Variant.NORMAL, at(28, 9), new Limit(Count.CALENDAR_DAYS_BEFORE, 10), Optional.of(at(19, 0)));
        Figures f = figures(agenda.closed(Status.MET, at(15, 0)));
        assertEquals(1, f.onTime());
        assertEquals(Optional.empty(), f.medianHours());
    }

    @Test
    void rowsAreByOrganAndDuty_andTheMedianOfATotalIsThatOfAll() {
        Reckoning reckoning = new Reckoning(OCTOBER, MUCH_LATER, House.calendar2025());
        for (String organ : List.of("b", "a")) {
            for (Duty duty : List.of(Duty.TRANSFER_ACKNOWLEDGE, Duty.TRANSFER_SEND)) {
                int hours = organ.equals("a") ? 1 : duty.equals(Duty.TRANSFER_SEND) ? 3 : 40;
                reckoning.add(new Obligation("m", duty, Variant.NORMAL, organ, MON_13_10H, Limit.workingDays(4), Optional.empty(), Optional.of(FRI_17_24H), false, Status.MET,
                        Optional.of(MON_13_10H.plus(Duration.ofHours(hours))), "1", "规则"));
            }
        }
        Assessment a = reckoning.assessment();
        assertEquals(List.of("a", "b"), a.organs().stream().map(Assessment.OfOrgan::organ).toList());
        assertEquals(List.of(Duty.TRANSFER_SEND, Duty.TRANSFER_ACKNOWLEDGE), List.copyOf(a.organs().get(1).duties().keySet()));
        assertEquals(Optional.of(21.5), a.organs().get(1).total().medianHours());
        assertEquals(Optional.of(2.0), a.total().medianHours(), "of 1, 1, 3, 40");
        assertEquals(4, a.total().onTime());
    }

    @Test
    void aPeriodThatStillRuns_isJudgedAsOfNow() {
        Reckoning reckoning = new Reckoning(OCTOBER, MON_13_10H, House.calendar2025());
        assertEquals(MON_13_10H, reckoning.assessment().judgedAt());
        assertEquals(OCTOBER.to(), new Reckoning(OCTOBER, MUCH_LATER, House.calendar2025()).assessment().judgedAt());
    }
}
