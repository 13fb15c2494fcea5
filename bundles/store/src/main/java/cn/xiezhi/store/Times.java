package cn.xiezhi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How instants are kept: as milliseconds since 1970 in UTC, which no zone of server, connection or database can bend. What is
 * sorted by instant and then by id has both in one key, so that a page can begin in the middle of a thousand equal instants
 * without reading the ones before.
 */
final class Times {
    /** Sorts behind every instant: what has no due time. */
    static final String NEVER = "9999999999999999";
    /** Keeps instants before 1970 positive, so that digits sort as numbers do. */
    private static final long SHIFT = 1_000_000_000_000_000L;

    private Times() {}

    static Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    /** Smaller than the key of every row of this instant. */
    static String key(Instant instant) {
        return String.valueOf(SHIFT + instant.toEpochMilli());
    }

    static String key(Instant instant, String id) {
        return key(instant) + " " + id;
    }

    static String key(Optional<Instant> instant, String id) {
        return instant.map(Times::key).orElse(NEVER) + " " + id;
    }

    /** The id in a key. */
    static String id(String key) {
        return key.substring(NEVER.length() + 1);
    }
}
