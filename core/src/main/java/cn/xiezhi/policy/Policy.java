package cn.xiezhi.policy;

import cn.xiezhi.time.Count;
import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.Deadline.Step;
import cn.xiezhi.time.Deadlines;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable version of a jurisdiction's rules.
 *
 * @param version names the content: another content has another version
 * @param procedures by procedure id: those that the documents have, with what they say of them besides limits; case transfer and
 *     disputes, which every document has, stand apart
 * @param reminders the county's own arrangement, no rule of a document
 */
public record Policy(
        Jurisdiction jurisdiction,
        String version,
        List<Document> documents,
        Map<Duty, DutyRule> duties,
        TransferRules transfer,
        DisputeRules dispute,
        Map<String, ProcedureRules> procedures,
        ReminderRules reminders) {
    public Policy {
        documents = List.copyOf(documents);
        duties = Map.copyOf(duties);
        procedures = Map.copyOf(procedures);
    }

    /** With the reminders that hold where the county arranges nothing else. */
    public Policy(Jurisdiction jurisdiction, String version, List<Document> documents, Map<Duty, DutyRule> duties, TransferRules transfer, DisputeRules dispute,
            Map<String, ProcedureRules> procedures) {
        this(jurisdiction, version, documents, duties, transfer, dispute, procedures, ReminderRules.DEFAULT);
    }

    /** What is said of a procedure; empty where the documents do not have it. */
    public Optional<ProcedureRules> rules(String procedure) {
        return Optional.ofNullable(procedures.get(procedure));
    }

    /** When a duty is due whose end a paper names each time; empty where the policy has no such duty. The day stands as it is named: it is not rolled. */
    public Optional<DueDate> dueOn(Duty duty, Instant trigger, LocalDate lastDay) {
        return Optional.ofNullable(duties.get(duty)).flatMap(DutyRule::setBy)
                .map(by -> named(duty, Variant.NORMAL, trigger, lastDay, by.value(), by.citation()));
    }

    /** An extension to a named day, where the document allows one and names no bound. */
    public Optional<DueDate> extendedTo(Duty duty, Instant trigger, LocalDate lastDay) {
        return Optional.ofNullable(duties.get(duty)).flatMap(DutyRule::extension).filter(e -> e.kind() == Extension.Kind.UNBOUNDED)
                .map(e -> named(duty, Variant.EXTENDED, trigger, lastDay, "延长至所告知的日期", e.citation()));
    }

    private static DueDate named(Duty duty, Variant variant, Instant trigger, LocalDate last, String why, String citation) {
        int days = Math.toIntExact(Math.max(0, last.toEpochDay() - Zone.day(trigger).toEpochDay()));
        Deadline deadline = new Deadline(trigger, Optional.of(last), Optional.of(Zone.endOf(last)), false, List.of(new Step(last, true, why)));
        return new DueDate(duty, variant, Limit.calendarDays(days), deadline, citation);
    }

    /** The limit that the policy has for a duty under a variant; empty where its document has none. */
    public Optional<LimitRule> limit(Duty duty, Variant variant) {
        DutyRule rule = duties.get(duty);
        if (rule == null) {
            return Optional.empty();
        }
        if (variant == Variant.EXTENDED) {
            return rule.extension().flatMap(e -> e.limit().map(l -> new LimitRule(l, Optional.empty(), e.citation())));
        }
        return Optional.ofNullable(rule.limits().get(variant));
    }

    /** When a duty is due that was set off by a trigger; empty where the document has no such duty, variant or number. */
    public Optional<DueDate> due(Duty duty, Variant variant, Instant trigger, WorkCalendar calendar) {
        Optional<Cited<Cadence>> cadence = Optional.ofNullable(duties.get(duty)).flatMap(DutyRule::cadence);
        if (cadence.isPresent() && variant == Variant.NORMAL) {
            return Optional.of(period(duty, cadence.get(), trigger));
        }
        return limit(duty, variant).map(rule -> new DueDate(duty, variant, rule.limit(), deadline(duty, variant, rule, trigger, calendar), rule.citation()));
    }

    private Deadline deadline(Duty duty, Variant variant, LimitRule rule, Instant trigger, WorkCalendar calendar) {
        boolean onTop = variant == Variant.EXTENDED && duties.get(duty).extension().orElseThrow().kind() == Extension.Kind.FURTHER;
        if (!onTop) {
            return Deadlines.of(rule.limit(), trigger, calendar);
        }
        Limit first = duties.get(duty).limits().get(Variant.NORMAL).limit();
        return Deadlines.further(Deadlines.of(first, trigger, calendar), rule.limit(), calendar);
    }

    /** A cadence is met by its period's end, which is not rolled: the meeting belongs to the period. */
    private static DueDate period(Duty duty, Cited<Cadence> cadence, Instant trigger) {
        return cadence.value().lastDayOfPeriod(trigger)
                .map(last -> named(duty, Variant.NORMAL, trigger, last, cadence.value().text() + "：本期最后一日", cadence.citation()))
                .orElseGet(() -> new DueDate(duty, Variant.NORMAL, new Limit(Count.PROMPTLY, 0),
                Deadlines.of(Limit.promptly(), trigger, WorkCalendar.empty()), cadence.citation()));
    }
}
