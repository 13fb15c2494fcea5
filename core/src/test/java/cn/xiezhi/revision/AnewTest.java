package cn.xiezhi.revision;

import static cn.xiezhi.revision.ReplayTest.TUE_2025_09_30_10H;
import static cn.xiezhi.revision.ReplayTest.inAll;
import static cn.xiezhi.revision.ReplayTest.owed;
import static cn.xiezhi.revision.ReplayTest.sending;
import static cn.xiezhi.revision.ReplayTest.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A running limit under other rules: counted from its own trigger; what was granted or named stays; the ledger says old, new, who and why. */
class AnewTest {
    private static final WorkCalendar CALENDAR = House.calendar2025();
    private final Policy three = sending("1", Limit.workingDays(3), Optional.empty());
    private final Policy four = sending("2", Limit.workingDays(4), Optional.empty());

    private static Optional<LocalDate> lastDay(Obligation o, Policy arose, Policy rules) {
        return Anew.recomputed(o, arose, rules, CALENDAR).flatMap(d -> d.deadline().lastDay());
    }

    @Test
    void threeWorkingDaysBecomeFour_fromTheSameTrigger() {
        assertEquals(Optional.of(LocalDate.of(2025, 10, 13)), lastDay(owed(three, Variant.NORMAL, TUE_2025_09_30_10H), three, four));
    }

    @Test
    void withoutANumberItGetsOne_andTheOtherWayRound() {
        Policy promptly = sending("3", Limit.promptly(), Optional.empty());
        assertEquals(Optional.of(LocalDate.of(2025, 10, 11)), lastDay(owed(promptly, Variant.NORMAL, TUE_2025_09_30_10H), promptly, three));
        DueDate due = Anew.recomputed(owed(three, Variant.NORMAL, TUE_2025_09_30_10H), three, promptly, CALENDAR).orElseThrow();
        assertTrue(due.deadline().dueAtExclusive().isEmpty());
    }

    @Test
    void anExtensionThatWasGranted_followsTheOtherBound_andIsNotTakenBackByRulesThatKnowNone() {
        Policy ten = sending("1", Limit.workingDays(3), Optional.of(inAll(10)));
        Obligation extended = owed(ten, Variant.EXTENDED, TUE_2025_09_30_10H);
        assertEquals(Optional.of(LocalDate.of(2025, 10, 16)), lastDay(extended, ten, sending("2", Limit.workingDays(3), Optional.of(inAll(7)))));
        assertTrue(lastDay(extended, ten, four).isEmpty());
        assertTrue(Anew.whyLeft(extended, ten, four).contains("延长"));
    }

    @Test
    void anExtensionToANamedDay_keepsTheDay() {
        Policy unbounded = sending("1", Limit.workingDays(3), Optional.of(new Extension(Extension.Kind.UNBOUNDED, Optional.empty(), true, "办法 延长")));
        Policy again = sending("2", Limit.workingDays(4), Optional.of(new Extension(Extension.Kind.UNBOUNDED, Optional.empty(), true, "新办法 延长")));
        LocalDate told = LocalDate.of(2025, 11, 20);
        Obligation o = owed(unbounded, Variant.NORMAL, TUE_2025_09_30_10H).due(unbounded.extendedTo(Duty.TRANSFER_SEND, TUE_2025_09_30_10H, told).orElseThrow());
        assertEquals(Optional.of(told), lastDay(o, unbounded, again));
        assertEquals("新办法 延长", Anew.recomputed(o, unbounded, again, CALENDAR).orElseThrow().citation());
        assertTrue(lastDay(o, unbounded, sending("3", Limit.workingDays(3), Optional.of(inAll(10)))).isEmpty(), "the other side was told a day: a bound does not move it");
    }

    @Test
    void aDayThatAPaperNamed_isNotReplacedByACountedOne() {
        Policy byPaper = with("1", Optional.of(new DutyRule(Duty.TRANSFER_SEND, Map.of(), Optional.empty(), Optional.empty(), Optional.of(House.rule("通知书")))));
        LocalDate named = LocalDate.of(2025, 10, 20);
        Obligation o = Obligation.arising("o", byPaper.dueOn(Duty.TRANSFER_SEND, TUE_2025_09_30_10H, named).orElseThrow(), "town", "1");
        assertTrue(lastDay(o, byPaper, three).isEmpty());
        assertTrue(Anew.whyLeft(o, byPaper, three).contains("文书"));
        assertEquals(Optional.of(named), lastDay(o, byPaper, byPaper));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 11)), lastDay(owed(three, Variant.NORMAL, TUE_2025_09_30_10H), three, byPaper), "nobody has named another day yet");
    }

    @Test
    void aDutyThatTheRulesDoNotHave_isLeft() {
        Obligation o = owed(three, Variant.NORMAL, TUE_2025_09_30_10H);
        Policy none = with("2", Optional.empty());
        assertTrue(lastDay(o, three, none).isEmpty());
        assertTrue(Anew.whyLeft(o, three, none).contains("没有规定这项职责"));
    }

    @Test
    void recomputing_putsTheObligationUnderTheVersion_andTheLedgerTellsIt() {
        House house = new House();
        house.policy = three;
        String id = house.opened();
        Matter before = house.matter(id);
        Officer admin = house.officer("town", Role.ADMINISTRATOR);
        Situation situation = new Situation(Procedures.own(), four, CALENDAR, house.organs, Lookup.NONE, house.now, () -> "x");
        Decision decision = Decisions.recompute(situation, admin, before, "会议决定", o -> Anew.recomputed(o, three, four, CALENDAR)).orElseThrow();
        MatterChange change = decision.changes().get(0);
        Obligation after = change.after().obligations().get(0);
        assertEquals("2", after.policyVersion());
        assertEquals(Limit.workingDays(4), after.limit());
        assertEquals("办法 2", after.citation());
        assertEquals(before.obligations().get(0).trigger(), after.trigger());
        assertEquals(before.state(), change.after().state());
        LedgerEntry entry = change.entries().get(0);
        assertEquals("recompute", entry.action());
        assertEquals(admin.user(), entry.user());
        assertEquals("会议决定", entry.details().get("recomputeReason"));
        assertEquals("移送 2025-10-11（3个工作日，规则 1）", entry.details().get("was"));
        assertEquals("移送 2025-10-13（4个工作日，规则 2）", entry.details().get("due"));
        List<LedgerEntry> ledger = new ArrayList<>(house.ledger(id));
        ledger.add(entry);
        assertTrue(Ledger.intact(change.after(), ledger));
        assertEquals(change.after().obligations(), Trail.replay(ledger), "the ledger alone tells what is owed");
    }

    @Test
    void whatComesOutTheSame_keepsItsVersion_andNothingIsWritten() {
        House house = new House();
        house.policy = three;
        Matter matter = house.matter(house.opened());
        Policy same = new Policy(three.jurisdiction(), "2", three.documents(), three.duties(), three.transfer(), three.dispute(), three.procedures());
        Situation situation = new Situation(Procedures.own(), same, CALENDAR, house.organs, Lookup.NONE, house.now, () -> "x");
        assertTrue(Decisions.recompute(situation, house.officer("town"), matter, "x", o -> Anew.recomputed(o, three, same, CALENDAR)).isEmpty());
    }
}
