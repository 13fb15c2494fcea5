package cn.xiezhi.policy;

import cn.xiezhi.time.WorkCalendar;
import java.util.SortedMap;
import java.util.Optional;

/**
 * What is in force now, by jurisdiction, with the work calendar: one immutable snapshot, replaced as a whole.
 * A request takes it once and sees one version from beginning to end.
 */
public record RuleBook(SortedMap<String, PolicyInForce> policies, WorkCalendar calendar) {
    public Optional<PolicyInForce> of(String jurisdiction) {
        return Optional.ofNullable(policies.get(jurisdiction));
    }
}
