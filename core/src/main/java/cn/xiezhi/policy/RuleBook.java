package cn.xiezhi.policy;

import cn.xiezhi.time.WorkCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is in force now, by jurisdiction, with the work calendars: one immutable snapshot, replaced as a whole.
 * A request takes it once and sees one version from beginning to end.
 *
 * @param calendar where the jurisdiction has none of its own
 * @param calendars by jurisdiction
 */
public record RuleBook(SortedMap<String, PolicyInForce> policies, WorkCalendar calendar, Map<String, WorkCalendar> calendars) {
    public RuleBook {
        calendars = Map.copyOf(calendars);
    }

    /** With one calendar for all. */
    public RuleBook(SortedMap<String, PolicyInForce> policies, WorkCalendar calendar) {
        this(policies, calendar, Map.of());
    }

    public Optional<PolicyInForce> of(String jurisdiction) {
        return Optional.ofNullable(policies.get(jurisdiction));
    }

    public WorkCalendar calendar(String jurisdiction) {
        return calendars.getOrDefault(jurisdiction, calendar);
    }
}
