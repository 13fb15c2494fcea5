package cn.xiezhi.identity;

import java.time.Duration;

/** After how many failures an account is locked, and how long things last. */
record Limits(int lockAfter, Duration lock, Duration idle, Duration session) {
    Limits {
        if (lockAfter < 1 || lock.isZero() || lock.isNegative() || idle.isZero() || idle.isNegative() || session.isZero() || session.isNegative()) {
            throw new IllegalArgumentException("xiezhi.identity：lockAfter、lockMinutes、idleMinutes、sessionHours 应为正整数");
        }
    }

    static Limits of(IdentityConfig config) {
        return new Limits(config.lockAfter(), Duration.ofMinutes(config.lockMinutes()), Duration.ofMinutes(config.idleMinutes()),
                Duration.ofHours(config.sessionHours()));
    }

    /** How old the last recorded use may be before a new one is written: writing each would cost a transaction a request. */
    Duration touchAfter() {
        Duration tenth = idle.dividedBy(10);
        return tenth.compareTo(Duration.ofMinutes(1)) < 0 ? tenth : Duration.ofMinutes(1);
    }
}
