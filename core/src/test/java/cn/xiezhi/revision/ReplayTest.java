package cn.xiezhi.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three working days become four, over National Day 2025 (off from the 1st to the 8th; Saturday 11 October is worked): who would have been late? */
class ReplayTest {
    static final Instant TUE_2025_09_30_10H = at("2025-09-30T10:00:00+08:00");
    private static final Instant DEC = at("2025-12-01T00:00:00+08:00");
    private static final WorkCalendar CALENDAR = House.calendar2025();
    private final Policy three = sending("1", Limit.workingDays(3), Optional.empty());
    private final Policy four = sending("2", Limit.workingDays(4), Optional.empty());

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    static Policy sending(String version, Limit limit, Optional<Extension> extension) {
        return with(version, Optional.of(new DutyRule(Duty.TRANSFER_SEND, Map.of(Variant.NORMAL, new LimitRule(limit, Optional.empty(), "办法 " + version)), extension, Optional.empty(), Optional.empty())));
    }

    static Policy with(String version, Optional<DutyRule> rule) {
        Policy p = new House().policy;
        Map<Duty, DutyRule> duties = new HashMap<>(p.duties());
        duties.remove(Duty.TRANSFER_SEND);
        rule.ifPresent(r -> duties.put(r.duty(), r));
        return new Policy(p.jurisdiction(), version, p.documents(), duties, p.transfer(), p.dispute(), p.procedures());
    }

    static Obligation owed(Policy rules, Variant variant, Instant trigger) {
        return Obligation.arising("o", rules.due(Duty.TRANSFER_SEND, variant, trigger, CALENDAR).orElseThrow(), "town", rules.version());
    }

    private static Replay.Outcome replayed(Policy rules, Obligation... past) {
        Replay replay = new Replay(rules, CALENDAR, DEC);
        for (int i = 0; i < past.length; i++) {
            replay.add("m" + i, past[i]);
        }
        return replay.outcome();
    }

    private Obligation met(Policy rules, String when) {
        return owed(rules, Variant.NORMAL, TUE_2025_09_30_10H).closed(Status.MET, at(when));
    }

    @Test
    void metOnTheFourthWorkingDay_wasLate_andWouldNotHaveBeen() {
        // 9, 10, 11 October are the first three; Sunday the 12th is off; Monday the 13th is the fourth.
        Replay.Outcome outcome = replayed(four, met(three, "2025-10-11T23:59:59+08:00"), met(three, "2025-10-12T09:00:00+08:00"), met(three, "2025-10-13T23:59:59+08:00"), met(three, "2025-10-14T00:00:00+08:00"));
        assertEquals(new Replay.Figures(4, 3, 1, 0, 2, 0), outcome.all());
        assertEquals(outcome.all(), outcome.byDuty().get(Duty.TRANSFER_SEND));
        assertEquals(2, outcome.rows().size());
        assertEquals("m1", outcome.rows().get(0).matter());
        assertEquals(Optional.of(at("2025-10-14T00:00:00+08:00")), outcome.rows().get(0).dueAfter());
    }

    @Test
    void aStricterRule_makesLateWhatWasInTime() {
        Replay.Outcome outcome = replayed(three, met(four, "2025-10-11T12:00:00+08:00"), met(four, "2025-10-13T12:00:00+08:00"));
        assertEquals(new Replay.Figures(2, 0, 1, 1, 0, 0), outcome.all());
        assertTrue(outcome.rows().get(0).lateAfter());
    }

    @Test
    void whatIsOpenIsJudgedNow_whatWasWithdrawnPassedOnOrRefusedIsNeverLate() {
        Obligation o = owed(three, Variant.NORMAL, TUE_2025_09_30_10H);
        Instant late = at("2025-11-01T00:00:00+08:00");
        assertEquals(new Replay.Figures(4, 1, 1, 0, 0, 0), replayed(four, o, o.closed(Status.CANCELLED, late), o.closed(Status.PASSED_ON, late), o.closed(Status.REFUSED, late)).all());
    }

    @Test
    void withoutANumberNothingIsLate_andTheOtherWayRound() {
        Policy promptly = sending("3", Limit.promptly(), Optional.empty());
        assertEquals(new Replay.Figures(1, 1, 0, 0, 1, 0), replayed(promptly, met(three, "2025-10-20T10:00:00+08:00")).all());
        assertEquals(new Replay.Figures(1, 0, 1, 1, 0, 0), replayed(three, met(promptly, "2025-10-20T10:00:00+08:00")).all());
    }

    @Test
    void immediately_isMetInTheSameAct() {
        Policy immediately = sending("3", Limit.immediately(), Optional.empty());
        assertEquals(0, replayed(immediately, met(three, "2025-09-30T10:00:00+08:00")).all().lateAfter());
        assertEquals(1, replayed(immediately, met(three, "2025-09-30T10:00:01+08:00")).all().lateAfter());
    }

    @Test
    void aDutyThatTheRulesDoNotHave_isGoneAndNotLate() {
        Replay.Outcome outcome = replayed(with("3", Optional.empty()), met(three, "2025-10-20T10:00:00+08:00"), met(three, "2025-10-09T10:00:00+08:00"));
        assertEquals(new Replay.Figures(2, 1, 0, 0, 1, 2), outcome.all());
        assertTrue(outcome.rows().get(0).dueAfter().isEmpty());
    }

    @Test
    void aVariantThatTheRulesDoNotHave_goesByTheirNormalLimit() {
        Policy urgent = new House().policy;
        Obligation o = owed(urgent, Variant.URGENT, TUE_2025_09_30_10H).closed(Status.MET, at("2025-10-09T10:00:00+08:00"));
        assertEquals(new Replay.Figures(1, 1, 0, 0, 1, 0), replayed(three, o).all());
    }

    @Test
    void extendedTo10WorkingDays_isJudgedByTheOtherBound_orByTheFirstLimitWhereThereIsNone() {
        Policy ten = sending("1", Limit.workingDays(3), Optional.of(inAll(10)));
        Obligation extended = owed(ten, Variant.EXTENDED, TUE_2025_09_30_10H).closed(Status.MET, at("2025-10-16T10:00:00+08:00"));
        assertFalse(extended.overdue(DEC));
        assertEquals(0, replayed(sending("2", Limit.workingDays(3), Optional.of(inAll(7))), extended).all().newlyLate(), "9, 10, 11, 13, 14, 15, 16 October");
        assertEquals(1, replayed(sending("2", Limit.workingDays(3), Optional.of(inAll(6))), extended).all().newlyLate());
        assertEquals(1, replayed(four, extended).all().newlyLate());
    }

    @Test
    void aDayThatThePapersNamed_staysThatDay() {
        DutyRule byPaper = new DutyRule(Duty.SUPERVISION_RECTIFY, Map.of(), Optional.empty(), Optional.empty(), Optional.of(House.rule("通知书")));
        Policy p = three;
        Map<Duty, DutyRule> duties = new HashMap<>(p.duties());
        duties.put(byPaper.duty(), byPaper);
        Policy named = new Policy(p.jurisdiction(), "1", p.documents(), duties, p.transfer(), p.dispute(), p.procedures());
        Obligation o = Obligation.arising("o", named.dueOn(Duty.SUPERVISION_RECTIFY, TUE_2025_09_30_10H, LocalDate.of(2025, 10, 20)).orElseThrow(), "town", "1").closed(Status.MET, at("2025-10-21T08:00:00+08:00"));
        assertEquals(new Replay.Figures(1, 1, 1, 0, 0, 0), replayed(named, o).all());
    }

    @Test
    void ofManyItKeepsAHundred_halfOfEachKind() {
        Replay replay = new Replay(three, CALENDAR, DEC);
        IntStream.range(0, 500).forEach(i -> replay.add("worse" + i, met(four, "2025-10-13T12:00:00+08:00")));
        assertEquals(100, replay.outcome().rows().size());
        Obligation better = met(sending("0", Limit.workingDays(1), Optional.empty()), "2025-10-10T12:00:00+08:00");
        IntStream.range(0, 500).forEach(i -> replay.add("better" + i, better));
        assertEquals(50, replay.outcome().rows().stream().filter(Replay.Row::lateAfter).count());
        assertEquals(100, replay.outcome().rows().size());
        assertEquals(new Replay.Figures(1000, 500, 500, 500, 500, 0), replay.outcome().all());
    }

    static Extension inAll(int workingDays) {
        return new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.workingDays(workingDays)), true, "办法 延长");
    }
}
