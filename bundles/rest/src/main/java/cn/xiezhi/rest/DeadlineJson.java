package cn.xiezhi.rest;

import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** When a duty would be due, and how that is counted. */
record DeadlineJson(String duty, String variant, Instant trigger, String count, int amount, Optional<LocalDate> lastDay, Optional<Instant> dueAt, boolean provisional,
        String policyVersion, String citation, List<Deadline.Step> steps) {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    static DeadlineJson of(Procedures known, Policy policy, WorkCalendar calendar, Optional<String> dutyName, Optional<String> variantName, Optional<String> triggerText) {
        String name = dutyName.orElseThrow(() -> Problem.bad("missing-parameter", "duty", "缺少参数 duty，例如 duty=transfer.send"));
        String variantCode = variantName.orElse(Variant.NORMAL.code());
        Optional<Duty> duty = Optional.ofNullable(known.duties().get(name));
        Optional<Variant> variant = Variant.of(variantCode);
        boolean backwards = duty.flatMap(d -> variant.flatMap(v -> policy.limit(d, v))).map(LimitRule::limit)
                .filter(l -> l.count() == Count.WORKING_DAYS_BEFORE || l.count() == Count.CALENDAR_DAYS_BEFORE).isPresent();
        Instant trigger = trigger(triggerText, backwards);
        DueDate due = duty.flatMap(d -> variant.flatMap(v -> policy.due(d, v, trigger, calendar))).orElseThrow(() ->
                Problem.unknown("duty-not-in-policy", policy.jurisdiction().name() + "的文件没有规定“" + duty.map(Duty::text).orElse(name) + "”"
                        + variant.filter(v -> v != Variant.NORMAL).map(v -> "（" + v.text() + "）").orElse(variant.isPresent() ? "" : "（" + variantCode + "）") + "的期限"));
        Deadline deadline = due.deadline();
        return new DeadlineJson(name, variantCode, trigger, due.limit().count().code(), due.limit().amount(), deadline.lastDay(), deadline.dueAtExclusive(),
                deadline.provisional(), policy.version(), due.citation(), deadline.steps());
    }

    private static Instant trigger(Optional<String> text, boolean dateWillDo) {
        try {
            String trigger = text.orElseThrow(DeadlineJson::badTrigger);
            boolean date = dateWillDo && trigger.length() == "2025-09-30".length();
            OffsetDateTime at = date ? LocalDate.parse(trigger).atStartOfDay(Zone.SHANGHAI).toOffsetDateTime() : OffsetDateTime.parse(trigger);
            if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
                throw badTrigger();
            }
            return at.toInstant();
        } catch (DateTimeParseException e) {
            throw badTrigger();
        }
    }

    private static Problem badTrigger() {
        return Problem.bad("bad-trigger", "trigger",
                "trigger 应为带时区的时间，例如 2025-09-30T10:00:00%2B08:00（地址中的加号须写作 %2B）；倒计的期限也可以是会议日期，例如 2025-09-30");
    }
}
