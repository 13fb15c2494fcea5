package cn.xiezhi.assessment;

import cn.xiezhi.assessment.Assessment.OfOrgan;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts obligations into the figures of a period, one by one and in any order; those that don't belong to it are left out.
 * It makes no difference whether they come from the store or are rebuilt from ledgers ({@link cn.xiezhi.matter.Trail#replay}).
 *
 * <p>An obligation's limit is taken as it is known now, its closing only if it lies before the end of the period: an extension is
 * only possible before the first limit ends, and a limit that a holiday notice moved was never another one in law.
 */
public final class Reckoning {
    private final Period period;
    private final Instant now;
    private final WorkCalendar calendar;
    private final Map<String, Map<Duty, Tally>> organs = new TreeMap<>();

    public Reckoning(Period period, Instant now, WorkCalendar calendar) {
        this.period = period;
        this.now = now;
        this.calendar = calendar;
    }

    Period period() {
        return period;
    }

    public void add(Obligation o) {
        if (period.has(o)) {
            add(o, Took.of(o, calendar));
        }
    }

    /** One that the period has. */
    void add(Obligation o, Optional<Took> took) {
        organs.computeIfAbsent(o.owedBy(), x -> new TreeMap<>()).computeIfAbsent(o.duty(), x -> new Tally()).add(o, Stand.of(o, period, now), took);
    }

    /** The figures of what was added so far. */
    public Assessment assessment() {
        Tally all = new Tally();
        List<OfOrgan> rows = new ArrayList<>();
        organs.forEach((organ, duties) -> {
            Tally sum = new Tally();
            Map<Duty, Figures> figures = new LinkedHashMap<>();
            duties.forEach((duty, tally) -> {
                figures.put(duty, tally.figures());
                sum.add(tally);
            });
            rows.add(new OfOrgan(organ, figures, sum.figures()));
            all.add(sum);
        });
        return new Assessment(period, period.judgedAt(now), rows, all.figures(), Map.of());
    }
}
