package cn.xiezhi.rest;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up jurisdiction's rules: every kind of limit once, and enough of a transfer's guards to be refused by. */
final class Sample {
    /** National Day 2025: off from the 1st to the 8th; worked on Sunday 28 September and Saturday 11 October. */
    static final WorkCalendar CALENDAR = WorkCalendar.of(List.of(new CalendarYear(2025,
            IntStream.rangeClosed(1, 8).mapToObj(d -> LocalDate.of(2025, 10, d)).collect(Collectors.toSet()),
            Set.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)), "放假通知")));

    private Sample() {}

    static Policy policy(String jurisdiction) {
        return policy(jurisdiction, jurisdiction + "-1");
    }

    static Policy policy(String jurisdiction, String version) {
        return new Policy(new Jurisdiction(jurisdiction, "甲县", Optional.of("140925")), version,
                List.of(new Document("main", "甲县暂行规定", Optional.of("甲政发〔2025〕1号"), Optional.of(LocalDate.of(2025, 1, 1)))),
                duties(version), transfer(), new DisputeRules(path(), path(), Optional.of(cited("依法、高效"))), procedures(jurisdiction));
    }

    /** Who keeps whose accounts is laid down in "b" only. */
    private static Map<String, ProcedureRules> procedures(String jurisdiction) {
        ProcedureRules accounts = new ProcedureRules("规定 第十一条", Map.of("approver", cited("行政审批部门")), Map.of(), Map.of());
        return jurisdiction.equals("b") ? Map.of("complaint", complaints(), "sharing", sharing(), "accounts", accounts)
                : Map.of("complaint", complaints(), "sharing", sharing(), "enforcement", enforcement());
    }

    private static ProcedureRules enforcement() {
        return new ProcedureRules("规定 第十二条", Map.of("publicity", cited("公示")), Map.of(),
                Map.of("records", List.of(new ProcedureRules.Entry("text", "文字记录", Optional.empty(), true, "规定 第十二条"))));
    }

    private static ProcedureRules complaints() {
        return new ProcedureRules("规定 第十条", Map.of(), Map.of(), Map.of("tells", Stream.of("nothing", "result", "handover", "feedback")
                .map(id -> new ProcedureRules.Entry(id, id, Optional.empty(), true, "规定 第十条")).toList()));
    }

    private static ProcedureRules sharing() {
        return new ProcedureRules("规定 第十条", Map.of("offlineLedger", cited("线下台账")), Map.of(),
                Map.of("catalogue", List.of(new ProcedureRules.Entry("penalty", "行政处罚信息", Optional.empty(), true, "规定 第十条"))));
    }

    /** A version that ends with “-four” gives four working days to send a transfer. */
    private static Map<Duty, DutyRule> duties(String version) {
        Extension extension = new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.workingDays(10)), true, "规定 第六条");
        Map<Duty, DutyRule> duties = new HashMap<>();
        Arrays.asList(
                new DutyRule(Duty.TRANSFER_SEND, Map.of(Variant.NORMAL, limit(Limit.workingDays(version.endsWith("-four") ? 4 : 3)), Variant.URGENT, limit(Limit.immediately())), Optional.of(extension), Optional.empty(), Optional.empty()),
                rule(Duty.TRANSFER_ACKNOWLEDGE, Limit.calendarDays(5)), rule(Duty.TRANSFER_RESULT, Limit.workingDays(5)), rule(Duty.CRIMINAL_DELIVER, Limit.hours(24)),
                rule(Duty.HAZARD_NOTIFY, Limit.promptly()), rule(Duty.COMPLAINT_ACCEPT, Limit.promptly()), rule(Duty.COMPLAINT_REPLY, Limit.promptly()),
                rule(Duty.COMPLAINT_FEEDBACK, Limit.promptly()), rule(Duty.COMPLAINT_TELL_HANDOVER, Limit.promptly()), rule(Duty.MEETING_AGENDA_CALL, new Limit(Count.WORKING_DAYS_BEFORE, 5)),
                new DutyRule(Duty.MEETING_CONVENE, Map.of(), Optional.empty(), Optional.of(cited(Cadence.MONTHLY)), Optional.empty()),
                new DutyRule(Duty.SUPERVISION_RECTIFY, Map.of(), Optional.empty(), Optional.empty(), Optional.of(cited("通知书写明的日期"))))
                .forEach(r -> duties.put(r.duty(), r));
        return duties;
    }

    private static DutyRule rule(Duty duty, Limit limit) {
        return new DutyRule(duty, Map.of(Variant.NORMAL, limit(limit)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static LimitRule limit(Limit limit) {
        return new LimitRule(limit, Optional.of(LimitRule.Reading.WORKING), "规定 第五条");
    }

    private static TransferRules transfer() {
        return new TransferRules(cited("以本机关名义移送"), false, Optional.of(cited("一案一移送")),
                List.of(new Material("letter", "案件移送函", true, true, false, "规定 第七条"), new Material("goods", "涉案物品清单", true, false, true, "规定 第七条")),
                Optional.of(cited(2)), Optional.of(cited("经单位负责人批准")), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), cited("先行制止"),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(cited("不得再行移送")));
    }

    private static List<DisputeLevel> path() {
        return List.of(new DisputeLevel("talk", "双方协商", DisputeLevel.Kind.NEGOTIATE, DisputeLevel.By.PARTIES, "规定 第九条"),
                new DisputeLevel("decide", "县政府决定", DisputeLevel.Kind.DECIDE, DisputeLevel.By.GOVERNMENT, "规定 第九条"));
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, "规定 第八条");
    }
}
