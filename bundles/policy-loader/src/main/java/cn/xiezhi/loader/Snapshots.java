package cn.xiezhi.loader;

import cn.xiezhi.loader.Standing.Reign;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesHere.Live;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the rule book of an instant out of what stands.
 *
 * @param calendar for jurisdictions that have none of their own
 */
record Snapshots(SortedMap<String, Standing> policies, SortedMap<String, Standing> calendars, Offers offers, Optional<Content> calendar) {
    Snapshot at(Instant instant) {
        SortedMap<String, PolicyInForce> inForce = new TreeMap<>();
        SortedMap<String, Proposed> proposed = new TreeMap<>();
        Map<String, WorkCalendar> days = new HashMap<>();
        List<Live> live = new ArrayList<>();
        policies.forEach((j, standing) -> standing.at(instant).ifPresent(reign -> {
            Content.OfPolicy content = (Content.OfPolicy) reign.content();
            inForce.put(j, new PolicyInForce(content.policy(), reign.since(), content.text()));
            proposed.put(j, proposed(j, content));
            live.add(live(reign));
        }));
        calendars.forEach((j, standing) -> standing.at(instant).ifPresent(reign -> {
            days.put(j, ((Content.OfCalendar) reign.content()).calendar());
            live.add(live(reign));
        }));
        WorkCalendar otherwise = calendar.map(c -> ((Content.OfCalendar) c).calendar()).orElseGet(WorkCalendar::empty);
        return new Snapshot(instant, new RuleBook(Collections.unmodifiableSortedMap(inForce), otherwise, days), proposed, live);
    }

    /** What was kept of a version in earlier times has nothing for the registers: then what the bundle here has. */
    private Proposed proposed(String jurisdiction, Content.OfPolicy content) {
        return content.proposed() != Proposed.NOTHING ? content.proposed()
                : offers.holder(jurisdiction).flatMap(e -> e.good().or(e.offer()::content)).filter(Content.OfPolicy.class::isInstance).map(c -> ((Content.OfPolicy) c).proposed()).orElse(Proposed.NOTHING);
    }

    private static Live live(Reign reign) {
        return new Live(reign.edition(), reign.since());
    }
}
