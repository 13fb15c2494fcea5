package cn.xiezhi.assessment;

import cn.xiezhi.policy.Duty;
import java.math.BigDecimal;
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
 * @param trainingHours hours of training by organ, a person's hours each for everybody who was there
 */
public record Assessment(Period period, Instant judgedAt, List<OfOrgan> organs, Figures total, Map<String, BigDecimal> trainingHours) {
    public Assessment {
        organs = List.copyOf(organs);
        trainingHours = Collections.unmodifiableMap(new LinkedHashMap<>(trainingHours));
    }

    Assessment with(Map<String, BigDecimal> hours) {
        return new Assessment(period, judgedAt, organs, total, hours);
    }

    /** @param duties in the order of {@link Duty} */
    public record OfOrgan(String organ, Map<Duty, Figures> duties, Figures total) {
        public OfOrgan {
            duties = Collections.unmodifiableMap(new LinkedHashMap<>(duties));
        }
    }
}
