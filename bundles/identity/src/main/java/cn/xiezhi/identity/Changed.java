package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import java.time.Instant;
import java.util.Optional;

/** An account with one thing changed. */
final class Changed {
    private Changed() {}

    /** Another password, or the same hashed anew; failed sign-ins and a lock are forgotten with it. */
    static Account password(Account a, String hash, boolean mustChange) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificates(), hash, mustChange, a.enabled(), 0, Optional.empty());
    }

    static Account failures(Account a, int failures, Optional<Instant> lockedUntil) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificates(), a.passwordHash(), a.mustChangePassword(), a.enabled(),
                failures, lockedUntil);
    }

    /** A password that somebody hands out. An account that never had one begins with it; one that was disabled stays so. */
    static Account handedOut(Account a, String hash) {
        Account reset = password(a, hash, true);
        return a.passwordHash().isEmpty() ? enabled(reset, true) : reset;
    }

    static Account enabled(Account a, boolean enabled) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificates(), a.passwordHash(), a.mustChangePassword(), enabled,
                a.failures(), a.lockedUntil());
    }
}
