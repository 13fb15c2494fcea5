package cn.xiezhi.identity;

import java.time.Duration;

/** How long sign-ins last and when an account locks. */
record Settings(Duration idle, Duration session, int lockAfter, Duration lock) {
    static Settings of(IdentityConfig config) {
        return new Settings(Duration.ofMinutes(config.idleMinutes()), Duration.ofHours(config.sessionHours()), config.lockAfter(), Duration.ofMinutes(config.lockMinutes()));
    }
}
