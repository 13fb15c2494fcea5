package cn.xiezhi.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Who is told when. National Day 2025 is off from Wed 1 to Wed 8 October; Sat 11 October is a working day, Sun 12 is not. The obligation
 * ends with Fri 10 October.
 */
class RemindersTest {
    private static final LocalDate FRI_2025_10_10 = LocalDate.of(2025, 10, 10);
    private static final Address BUREAU = Address.organ("bureau");
    private final House house = new House();
    private Map<String, Organ> organs = house.organs;
    private Policy policy = house.policy;

    private Situation at(String time) {
        return new Situation(Procedures.own(), policy, House.calendar2025(), organs, Lookup.NONE, OffsetDateTime.parse(time + "+08:00").toInstant(), () -> "id");
    }

    private static Owed owing(Obligation o) {
        return new Owed(o, "20250930-abc", "未取得许可施工", "transfer", "sent");
    }

    private static Owed owing(Limit limit, Optional<LocalDate> lastDay, Optional<Instant> due) {
        return owing(new Obligation("20250930-abc-1", Duty.TRANSFER_ACKNOWLEDGE, Variant.NORMAL, "bureau", House.TUE_2025_09_30_10H, limit, lastDay, due, false,
                Obligation.Status.OPEN, Optional.empty(), "1", "测试办法 时限"));
    }

    private static Owed endingOn(LocalDate day) {
        return owing(Limit.workingDays(3), Optional.of(day), Optional.of(Zone.endOf(day)));
    }

    private List<Notice> due(String time) {
        return Reminders.due(at(time), endingOn(FRI_2025_10_10));
    }

    private static Map<Kind, Address> sent(List<Notice> notices) {
        Map<Kind, Address> sent = new HashMap<>();
        notices.stream().filter(n -> !n.skipped()).forEach(n -> sent.put(n.kind(), n.to()));
        return sent;
    }

    @Test
    void aWorkingDayBeforeTheEnd_thoseWhoOweItAreReminded_andNotTheDayBefore() {
        assertEquals(List.of(), due("2025-10-08T23:59:59"), "the holiday: Thursday 9 is the next working day");
        assertEquals(Map.of(Kind.YELLOW, BUREAU), sent(due("2025-10-09T00:00:00")));
        assertEquals(Map.of(Kind.YELLOW, BUREAU), sent(due("2025-10-10T23:59:59")));
        assertEquals("“反馈受理情况”将于10月10日 24:00到期：未取得许可施工", due("2025-10-09T08:00:00").get(0).text());
    }

    @Test
    void atTheEnd_itIsRed_andAfterAFullWorkingDayTheLeadersAreTold() {
        assertEquals(Map.of(Kind.RED, BUREAU), sent(due("2025-10-11T00:00:00")));
        // Saturday 11 is made a working day, and counts.
        assertEquals(Map.of(Kind.RED, BUREAU), sent(due("2025-10-11T23:59:59")));
        assertEquals(Map.of(Kind.RED, BUREAU, Kind.LEADER, Address.leaders("bureau")), sent(due("2025-10-12T00:00:00")));
    }

    @Test
    void afterFiveFullWorkingDays_theJointMeetingIsTold_ofDutyAndNumberOnly() {
        // Sat 11, Mon 13, Tue 14, Wed 15, Thu 16.
        assertFalse(sent(due("2025-10-16T23:59:59")).containsKey(Kind.MEETING));
        List<Notice> notices = due("2025-10-17T00:00:00");
        assertEquals(Address.organ("meeting"), sent(notices).get(Kind.MEETING));
        assertEquals("bureau的“反馈受理情况”已于10月10日 24:00到期，逾期已满5个工作日，仍未办理，请协调（事项编号 20250930-abc）", notices.get(3).text());
    }

    @Test
    void afterAnOutage_eachIsToldTheLastOnly_andTheRestIsRecordedAsSkipped() {
        List<Notice> notices = due("2025-11-20T09:00:00");
        assertEquals(List.of(Kind.YELLOW, Kind.RED, Kind.LEADER, Kind.MEETING), notices.stream().map(Notice::kind).toList());
        assertEquals(List.of(true, false, false, false), notices.stream().map(Notice::skipped).toList());
    }

    @Test
    void anotherEnd_isAnotherNotice_andTheSameEndTheSame() {
        Notice before = due("2025-10-11T00:00:00").get(1);
        assertEquals(before.id(), due("2025-10-15T00:00:00").get(1).id());
        assertFalse(before.id().equals(Reminders.due(at("2025-10-20T00:00:00"), endingOn(FRI_2025_10_10.plusDays(4))).get(1).id()));
    }

    @Test
    void officeThatThePolicyNames_isTold_whereNoneIsRegisteredAsSuch() {
        organs = new HashMap<>(house.organs);
        organs.remove("meeting");
        house.rules("meeting", new ProcedureRules("测试办法 会议", Map.of(), Map.of(), Map.of("office", List.of(new Entry("office", "third", Optional.of("department"), true, "测试办法 会议")))));
        policy = house.policy;
        assertEquals(Address.organ("third"), sent(due("2025-11-20T09:00:00")).get(Kind.MEETING));
    }

    @Test
    void withoutAMeetingsOffice_theJusticeBureauIsTold_andWithoutThatNobody() {
        organs = new HashMap<>(house.organs);
        organs.remove("meeting");
        assertEquals(Address.organ("justice"), sent(due("2025-11-20T09:00:00")).get(Kind.MEETING));
        organs.remove("justice");
        assertEquals(Address.NOBODY, sent(due("2025-11-20T09:00:00")).get(Kind.MEETING), "recorded all the same, so that it is done");
    }

    @Test
    void promptlyWithoutANumber_isNeverReminded() {
        assertEquals(List.of(), Reminders.due(at("2026-09-30T10:00:00"), owing(Limit.promptly(), Optional.empty(), Optional.empty())));
    }

    @Test
    void hours_runOutOnTheClock_alsoInTheHoliday() {
        Instant due = OffsetDateTime.parse("2025-10-03T10:00:00+08:00").toInstant();
        Owed urgent = owing(Limit.hours(24), Optional.of(LocalDate.of(2025, 10, 3)), Optional.of(due));
        assertEquals(Map.of(Kind.YELLOW, BUREAU), sent(Reminders.due(at("2025-10-03T09:59:59"), urgent)));
        assertEquals(Map.of(Kind.RED, BUREAU), sent(Reminders.due(at("2025-10-03T10:00:00"), urgent)));
        assertFalse(sent(Reminders.due(at("2025-10-09T23:59:59"), urgent)).containsKey(Kind.LEADER), "Thursday 9 is the first working day after it");
        assertTrue(sent(Reminders.due(at("2025-10-10T00:00:00"), urgent)).containsKey(Kind.LEADER));
    }

    @Test
    void theCountyMayArrangeOtherwise() {
        policy = new Policy(policy.jurisdiction(), policy.version(), policy.documents(), policy.duties(), policy.transfer(), policy.dispute(), policy.procedures(),
                new ReminderRules(3, 2, 2, List.of()));
        assertEquals(Map.of(Kind.YELLOW, BUREAU), sent(due("2025-09-30T08:00:00")), "9, 10 and 11 October are the next three working days");
        assertEquals(3, sent(due("2025-10-14T00:00:00")).size(), "Sat 11 and Mon 13 have passed: red, leaders and meeting");
        assertEquals(1, sent(due("2025-10-13T23:59:59")).size());
    }

    @Test
    void aLongTitle_isCutBetweenCharacters() {
        Obligation o = endingOn(FRI_2025_10_10).obligation();
        Notice notice = Reminders.due(at("2025-10-09T08:00:00"), new Owed(o, "m", "𠮷".repeat(100), "transfer", "sent")).get(0);
        assertTrue(notice.text().endsWith("：" + "𠮷".repeat(60) + "…"));
    }
}
