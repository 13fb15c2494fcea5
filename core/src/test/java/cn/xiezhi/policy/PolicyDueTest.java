package cn.xiezhi.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Notices;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyDueTest {
    private static final Instant TUE_2025_09_30 = at("2025-09-30T10:00");
    private static final Instant FRI_2025_11_14 = at("2025-11-14T10:00");

    @Test
    void anExtensionInAll_isCountedFromTheFirstTrigger() {
        Policy policy = with(extended(Limit.workingDays(5), new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.workingDays(10)), true, "甲 一")));
        assertEquals(LocalDate.of(2025, 11, 21), lastDay(policy, Variant.NORMAL, FRI_2025_11_14));
        assertEquals(LocalDate.of(2025, 11, 28), lastDay(policy, Variant.EXTENDED, FRI_2025_11_14));
    }

    @Test
    void aFurtherExtension_isCountedFromTheLastDayAsRolled_andRollsAgain() {
        Policy policy = with(extended(Limit.calendarDays(5), new Extension(Extension.Kind.FURTHER, Optional.of(Limit.calendarDays(10)), true, "甲 一")));
        // 30 September + 5 = 5 October, rolled to Thursday the 9th; + 10 = Sunday the 19th, rolled to Monday the 20th.
        assertEquals(LocalDate.of(2025, 10, 9), lastDay(policy, Variant.NORMAL, TUE_2025_09_30));
        assertEquals(LocalDate.of(2025, 10, 20), lastDay(policy, Variant.EXTENDED, TUE_2025_09_30));
    }

    @Test
    void twoExtensionsThatLookAlike_endOnDifferentDays() {
        Limit five = Limit.workingDays(5);
        Optional<Limit> ten = Optional.of(Limit.workingDays(10));
        Policy inAll = with(extended(five, new Extension(Extension.Kind.IN_ALL, ten, true, "甲 一")));
        Policy further = with(extended(five, new Extension(Extension.Kind.FURTHER, ten, true, "甲 一")));
        assertEquals(LocalDate.of(2025, 11, 28), lastDay(inAll, Variant.EXTENDED, FRI_2025_11_14));
        assertEquals(LocalDate.of(2025, 12, 5), lastDay(further, Variant.EXTENDED, FRI_2025_11_14));
    }

    @Test
    void stepsOfAFurtherExtension_showBothCountsWithoutTheDayBetweenTwice() {
        Policy policy = with(extended(Limit.calendarDays(5), new Extension(Extension.Kind.FURTHER, Optional.of(Limit.calendarDays(10)), true, "甲 一")));
        var steps = policy.due(Duty.TRANSFER_SEND, Variant.EXTENDED, TUE_2025_09_30, Notices.calendar()).orElseThrow().deadline().steps();
        assertEquals(steps.size(), steps.stream().map(s -> s.day()).distinct().count());
        assertEquals(15, steps.stream().filter(s -> s.counted()).count());
    }

    @Test
    void anUnboundedExtension_givesNoDate() {
        Policy policy = with(extended(Limit.workingDays(5), new Extension(Extension.Kind.UNBOUNDED, Optional.empty(), true, "甲 一")));
        assertEquals(Optional.empty(), policy.due(Duty.TRANSFER_SEND, Variant.EXTENDED, TUE_2025_09_30, Notices.calendar()));
    }

    @Test
    void aDutyOrVariantThatTheDocumentLacks_isNotInvented() {
        Policy policy = with(new DutyRule(Duty.TRANSFER_SEND, Map.of(Variant.NORMAL, rule(Limit.workingDays(3))), Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), policy.due(Duty.CONSULT_REPLY, Variant.NORMAL, TUE_2025_09_30, Notices.calendar()));
        assertEquals(Optional.empty(), policy.due(Duty.TRANSFER_SEND, Variant.GRAVE, TUE_2025_09_30, Notices.calendar()));
    }

    @Test
    void aCadenceEndsWithItsPeriod_evenOnASunday() {
        assertEquals(LocalDate.of(2025, 8, 31), lastDay(meeting(Cadence.MONTHLY), Duty.MEETING_CONVENE, at("2025-08-05T10:00")));
        assertEquals(LocalDate.of(2024, 2, 29), lastDay(meeting(Cadence.MONTHLY), Duty.MEETING_CONVENE, at("2024-02-29T23:59")));
        assertEquals(LocalDate.of(2026, 6, 30), lastDay(meeting(Cadence.HALF_YEARLY), Duty.MEETING_CONVENE, at("2026-06-30T23:59")));
        assertEquals(LocalDate.of(2026, 12, 31), lastDay(meeting(Cadence.HALF_YEARLY), Duty.MEETING_CONVENE, at("2026-07-01T00:00")));
        assertEquals(LocalDate.of(2026, 12, 31), lastDay(meeting(Cadence.YEARLY), Duty.MEETING_CONVENE, at("2026-01-01T00:00")));
    }

    @Test
    void aRegularMeetingWithoutNumber_isNeverDue() {
        DueDate due = meeting(Cadence.REGULAR).due(Duty.MEETING_CONVENE, Variant.NORMAL, TUE_2025_09_30, Notices.calendar()).orElseThrow();
        assertEquals(Count.PROMPTLY, due.limit().count());
        assertEquals(Optional.empty(), due.deadline().dueAtExclusive());
    }

    @Test
    void aDateThatAPaperSets_isNoDateOfTheDocument() {
        Policy policy = with(new DutyRule(Duty.SUPERVISION_RECTIFY, Map.of(), Optional.empty(), Optional.empty(), Optional.of(new Cited<>("通知书写明的期限", "甲 一"))));
        assertEquals(Optional.empty(), policy.due(Duty.SUPERVISION_RECTIFY, Variant.NORMAL, TUE_2025_09_30, Notices.calendar()));
        assertFalse(policy.duties().isEmpty());
    }

    @Test
    void aLocalTargetIsOnlyForADutyWithoutNumber() {
        Optional<Cited<Limit>> target = Optional.of(new Cited<>(Limit.workingDays(5), "甲 一"));
        assertEquals(target, new LimitRule(Limit.promptly(), Optional.empty(), "甲 一", target).target());
        assertThrows(IllegalArgumentException.class, () -> new LimitRule(Limit.workingDays(3), Optional.empty(), "甲 一", target));
    }

    @Test
    void aRuleWithoutCitation_orADisputePathWithoutDecision_cannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Cited<>("x", " "));
        DisputeLevel talk = new DisputeLevel("a", "双方协商", DisputeLevel.Kind.NEGOTIATE, DisputeLevel.By.PARTIES, "甲 一");
        assertThrows(IllegalArgumentException.class, () -> new DisputeRules(List.of(talk), List.of(talk), Optional.empty()));
    }

    private static DutyRule extended(Limit normal, Extension extension) {
        return new DutyRule(Duty.TRANSFER_SEND, Map.of(Variant.NORMAL, rule(normal)), Optional.of(extension), Optional.empty(), Optional.empty());
    }

    private static Policy meeting(Cadence cadence) {
        return with(new DutyRule(Duty.MEETING_CONVENE, Map.of(), Optional.empty(), Optional.of(new Cited<>(cadence, "甲 一")), Optional.empty()));
    }

    private static LimitRule rule(Limit limit) {
        return new LimitRule(limit, Optional.empty(), "甲 一");
    }

    private static Policy with(DutyRule rule) {
        Cited<String> text = new Cited<>("x", "甲 一");
        TransferRules transfer = new TransferRules(text, false, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<DisputeLevel> path = List.of(new DisputeLevel("d", "决定", DisputeLevel.Kind.DECIDE, DisputeLevel.By.GOVERNMENT, "甲 一"));
        return new Policy(new Jurisdiction("test", "某县", Optional.empty()), "1+00000000", List.of(), Map.of(rule.duty(), rule), transfer,
                new DisputeRules(path, path, Optional.empty()), Map.of());
    }

    private static LocalDate lastDay(Policy policy, Variant variant, Instant trigger) {
        return policy.due(Duty.TRANSFER_SEND, variant, trigger, Notices.calendar()).orElseThrow().deadline().lastDay().orElseThrow();
    }

    private static LocalDate lastDay(Policy policy, Duty duty, Instant trigger) {
        return policy.due(duty, Variant.NORMAL, trigger, Notices.calendar()).orElseThrow().deadline().lastDay().orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
