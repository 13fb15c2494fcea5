package cn.xiezhi.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets by key, in bounded memory: so many at once, then as many as the hour allows. The bucket that was used longest
 * ago is forgotten first; forgetting one can only let somebody through. Each node counts for itself.
 */
final class RateLimit {
    private static final int MOST_KEYS = 10_000;
    private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

    private record Bucket(double tokens, long at) {}

    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param nanos a clock that only runs forward */
    RateLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes one of the key's tokens.
     *
     * @param burst how many there are when nothing was taken for long
     * @return 0 if there was one; else after how many seconds there will be
     */
    synchronized int take(String key, int burst, int perHour) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(key, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens() + (now - before.at()) / NANOS_PER_HOUR * perHour);
        boolean there = tokens >= 1;
        buckets.put(key, new Bucket(there ? tokens - 1 : tokens, now));
        return there ? 0 : (int) Math.ceil((1 - tokens) / perHour * Duration.ofHours(1).toSeconds());
    }

    /** Gives a token back that was taken for nothing. */
    synchronized void giveBack(String key) {
        buckets.computeIfPresent(key, (k, b) -> new Bucket(b.tokens() + 1, b.at()));
    }

    synchronized int keys() {
        return buckets.size();
    }
}
