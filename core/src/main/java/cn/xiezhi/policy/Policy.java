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
 */
public record Policy(
        Jurisdiction jurisdiction,
        String version,
        List<Document> documents,
        Map<Duty, DutyRule> duties,
        TransferRules transfer,
        DisputeRules dispute,
        ReminderRules reminders) {
    public Policy {
        documents = List.copyOf(documents);
        duties = Map.copyOf(duties);
    }

    /** With the reminders that hold where the county arranges nothing else. */
    public Policy(Jurisdiction jurisdiction, String version, List<Document> documents, Map<Duty, DutyRule> duties, TransferRules transfer, DisputeRules dispute) {
        this(jurisdiction, version, documents, duties, transfer, dispute, ReminderRules.DEFAULT);
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
        LocalDate start = Zone.day(trigger);
        return cadence.value().lastDayOfPeriod(trigger).map(last -> {
            Limit left = Limit.calendarDays((int) (last.toEpochDay() - start.toEpochDay()));
            Deadline deadline = new Deadline(trigger, Optional.of(last), Optional.of(Zone.endOf(last)), false,
                    List.of(new Step(last, true, cadence.value().text() + "：本期最后一日")));
            return new DueDate(duty, Variant.NORMAL, left, deadline, cadence.citation());
        }).orElseGet(() -> new DueDate(duty, Variant.NORMAL, new Limit(Count.PROMPTLY, 0),
                Deadlines.of(Limit.promptly(), trigger, WorkCalendar.empty()), cadence.citation()));
    }
}
