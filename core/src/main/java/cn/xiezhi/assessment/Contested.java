package cn.xiezhi.assessment;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.DisputePath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The disputes of a period: at which level of their path they were settled, and how long that took.
 *
 * @param opened within the period
 * @param withdrawn within the period
 * @param levels of the paths that the disputes have; where paths differ, levels of the same number and another name stand side by side
 */
public record Contested(int opened, int withdrawn, List<OfLevel> levels) {
    public Contested {
        levels = List.copyOf(levels);
    }

    /**
     * @param number from 1, in the order of the path
     * @param ended settled or decided at this level within the period
     * @param open at this level now, whenever they were opened
     * @param medianDays from opening to end, to a tenth
     */
    public record OfLevel(int number, String name, int ended, int open, Optional<Double> medianDays) {}

    private record Level(int number, String name) {}

    private static final class Count {
        private final Spread hours = new Spread();
        private int ended;
        private int open;
    }

    /** @param disputes all that are open, and all that were opened or ended in the period; others make no difference */
    public static Contested of(List<Matter> disputes, Period period) {
        Map<Level, Count> levels = new TreeMap<>(Comparator.comparingInt(Level::number).thenComparing(Level::name));
        int opened = 0;
        int withdrawn = 0;
        for (Matter m : disputes) {
            opened += within(m.openedAt(), period) ? 1 : 0;
            withdrawn += over(m, period) && withdrawn(m) ? 1 : 0;
            boolean ended = ended(m, period);
            if (ended || m.open()) {
                Count count = levels.computeIfAbsent(new Level(number(m), DisputePath.of(m).get(number(m) - 1).name()), x -> new Count());
                count.open += m.open() ? 1 : 0;
                count.ended += ended ? 1 : 0;
                if (ended) {
                    count.hours.add(Duration.between(m.openedAt(), m.updatedAt()).toHours());
                }
            }
        }
        List<OfLevel> rows = new ArrayList<>();
        levels.forEach((level, c) -> rows.add(new OfLevel(level.number(), level.name(), c.ended, c.open, c.hours.median().map(h -> Math.round(h / 2.4) / 10.0))));
        return new Contested(opened, withdrawn, rows);
    }

    /** The level, from 1, that a dispute has reached. */
    static int number(Matter dispute) {
        return Integer.parseInt(dispute.field("level").orElse("1"));
    }

    /** Settled or decided within the period, and not taken back. */
    static boolean ended(Matter dispute, Period period) {
        return over(dispute, period) && !withdrawn(dispute);
    }

    private static boolean over(Matter dispute, Period period) {
        return !dispute.open() && within(dispute.updatedAt(), period);
    }

    private static boolean withdrawn(Matter dispute) {
        return dispute.state().equals("withdrawn");
    }

    private static boolean within(Instant at, Period period) {
        return !at.isBefore(period.from()) && at.isBefore(period.to());
    }
}
