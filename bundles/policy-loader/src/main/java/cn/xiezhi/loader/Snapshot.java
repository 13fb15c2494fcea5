package cn.xiezhi.loader;

import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesHere.Live;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in force from an instant until the next one.
 *
 * @param proposed for the registers, by jurisdiction
 */
record Snapshot(Instant from, RuleBook book, SortedMap<String, Proposed> proposed, List<Live> live) {
    Snapshot {
        proposed = Collections.unmodifiableSortedMap(new TreeMap<>(proposed));
        live = List.copyOf(live);
    }
}
