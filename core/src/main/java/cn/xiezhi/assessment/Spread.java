package cn.xiezhi.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often each value occurred: as much as a median needs, however many values there are. */
final class Spread {
    private final Map<Long, Integer> times = new HashMap<>();
    private long count;

    void add(long value) {
        add(value, 1);
    }

    void add(Spread other) {
        other.times.forEach(this::add);
    }

    private void add(long value, int more) {
        times.merge(value, more, Integer::sum);
        count += more;
    }

    /** The value in the middle, or the mean of the two in the middle. */
    Optional<Double> median() {
        return count == 0 ? Optional.empty() : Optional.of((nth((count - 1) / 2) + nth(count / 2)) / 2.0);
    }

    private long nth(long n) {
        long before = 0;
        for (Map.Entry<Long, Integer> e : new TreeMap<>(times).entrySet()) {
            before += e.getValue();
            if (before > n) {
                return e.getKey();
            }
        }
        throw new IllegalStateException("only " + count + " values");
    }
}
