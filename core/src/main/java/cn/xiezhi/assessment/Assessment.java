package cn.xiezhi.assessment;

import cn.xiezhi.policy.Duty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a period.
 *
 * @param judgedAt the moment as of which they hold: the end of the period, or an instant within it while it runs
 * @param organs those that owed anything, by id
 */
public record Assessment(Period period, Instant judgedAt, List<OfOrgan> organs, Figures total) {
    public Assessment {
        organs = List.copyOf(organs);
    }

    /** @param duties in the order of {@link Duty} */
    public record OfOrgan(String organ, Map<Duty, Figures> duties, Figures total) {
        public OfOrgan {
            duties = Collections.unmodifiableMap(new LinkedHashMap<>(duties));
        }
    }
}
