package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks passwords and counts attempts. An attempt is counted before it is checked and forgiven when it succeeds, so that a
 * hundred guesses sent at once are not checked a hundred times.
 */
record Passwords(Accounts accounts, Argon2 argon2, Limits limits, Clock clock) {
    /** How an attempt went. */
    sealed interface Attempt {
        record Right(Account account) implements Attempt {}

        record Wrong() implements Attempt {}

        record Locked(Instant until) implements Attempt {}
    }

    Attempt check(String user, String password) {
        Instant now = clock.instant();
        boolean[] refused = {false};
        Optional<Account> counted = password.length() > 4 * PasswordRules.MOST ? Optional.empty() : accounts.change(user, account -> {
            refused[0] = account.lockedUntil().filter(now::isBefore).isPresent();
            return refused[0] ? account : counted(account, now);
        });
        if (counted.isEmpty()) {
            argon2.pretend("");
            return new Attempt.Wrong();
        }
        Account account = counted.get();
        if (refused[0]) {
            return new Attempt.Locked(account.lockedUntil().orElseThrow());
        }
        if (!argon2.matches(password, account.passwordHash())) {
            return account.lockedUntil().<Attempt>map(Attempt.Locked::new).orElseGet(Attempt.Wrong::new);
        }
        String fresh = argon2.outdated(account.passwordHash()) ? argon2.hash(password) : account.passwordHash();
        return accounts.change(user, a -> forgiven(a, account, fresh)).<Attempt>map(Attempt.Right::new).orElseGet(Attempt.Wrong::new);
    }

    private Account counted(Account account, Instant now) {
        int failures = account.lockedUntil().isPresent() ? 1 : account.failures() + 1;
        return Change.failures(account, failures, failures >= limits.lockAfter() ? Optional.of(now.plus(limits.lock())) : Optional.empty());
    }

    private static Account forgiven(Account now, Account checked, String fresh) {
        // A password that was reset in between stays reset.
        Account same = now.passwordHash().equals(checked.passwordHash()) ? Change.password(now, fresh, now.mustChangePassword()) : now;
        return Change.failures(same, 0, Optional.empty());
    }
}
