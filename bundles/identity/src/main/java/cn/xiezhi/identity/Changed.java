package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import java.time.Instant;
import java.util.Optional;

/** An account with one thing changed. */
final class Changed {
    private Changed() {}

    /** Another password, or the same hashed anew; failed sign-ins and a lock are forgotten with it. */
    static Account password(Account a, String hash, boolean mustChange) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificate(), hash, mustChange, a.enabled(), 0, Optional.empty());
    }

    static Account failures(Account a, int failures, Optional<Instant> lockedUntil) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificate(), a.passwordHash(), a.mustChangePassword(), a.enabled(),
                failures, lockedUntil);
    }

    static Account enabled(Account a, boolean enabled) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificate(), a.passwordHash(), a.mustChangePassword(), enabled,
                a.failures(), a.lockedUntil());
    }
}
