package cn.xiezhi.loader;

import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesHere.Suspended;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What came of settling.
 *
 * @param snapshots by their beginning: what is in force now, and whatever is planned by now; at least one
 * @param faults what was refused or does not fit, and why
 * @param news what changed, for the log
 * @param archived whether an archive decided, and not only the bundles
 * @param retry the archive failed, so that settling again later makes sense
 */
record Outcome(List<Snapshot> snapshots, List<Suspended> suspended, List<Fault> faults, List<String> news, boolean archived, boolean retry) {
    /** @param jurisdiction blank where it is everybody's */
    record Fault(String jurisdiction, String text) {}

    Outcome {
        snapshots = List.copyOf(snapshots);
        suspended = List.copyOf(suspended);
        faults = faults.stream().distinct().toList();
        news = List.copyOf(news);
    }

    static Outcome nothing(Instant now) {
        Snapshot none = new Snapshot(now, new RuleBook(Collections.emptySortedMap(), WorkCalendar.empty()), Collections.emptySortedMap(), List.of());
        return new Outcome(List.of(none), List.of(), List.of(), List.of(), false, false);
    }

    /** What is in force at an instant that is not past: exact, however long ago this was settled. */
    Snapshot at(Instant now) {
        Snapshot found = snapshots.get(0);
        for (int i = 1; i < snapshots.size() && !snapshots.get(i).from().isAfter(now); i++) {
            found = snapshots.get(i);
        }
        return found;
    }
}
