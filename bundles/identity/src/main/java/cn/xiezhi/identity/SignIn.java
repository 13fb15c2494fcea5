package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Identity.Answer;
import cn.xiezhi.registry.Identity.Denied;
import cn.xiezhi.registry.Identity.Opened;
import cn.xiezhi.registry.Identity.SignedIn;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import cn.xiezhi.time.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Who somebody is: passwords are checked, sessions opened, found again and ended here. */
final class SignIn {
    /** A session's last use is written at most this often, so that reading does not cost a write each time. */
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Organs organs;
    private final Clock clock;
    private final Settings settings;
    /** Checked for a user that does not exist, so that the answer takes as long as for one that does. */
    private volatile String nobody;

    SignIn(Accounts accounts, Sessions sessions, Organs organs, Clock clock, Settings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.organs = organs;
        this.clock = clock;
        this.settings = settings;
    }

    Answer<Opened> open(String user, String password, boolean bearer, Duration validity) {
        Answer<Account> checked = check(user, password);
        if (checked.value().isEmpty()) {
            return new Answer<>(Optional.empty(), checked.denied(), checked.message(), checked.until());
        }
        Account account = checked.value().get();
        Optional<Officer> officer = officer(account);
        if (officer.isEmpty()) {
            return Answer.denied(Denied.BAD_CREDENTIALS, "账号所属机关已不在名录中，请联系管理员");
        }
        Instant now = now();
        sessions.removeExpired(now);
        String secret = Secrets.secret();
        Session session = new Session(Secrets.fingerprint(secret), user, bearer, bearer ? "" : Secrets.secret(), now, now.plus(validity));
        sessions.add(session);
        return Answer.of(new Opened(secret, new SignedIn(officer.get(), session, account.mustChangePassword())));
    }

    /** Whether the password is right; a wrong one is counted, and enough of them lock the account. */
    Answer<Account> check(String user, String password) {
        // An account without a password is answered like none, and after as long.
        Optional<Account> found = password.length() > Secrets.MOST_LENGTH ? Optional.empty() : accounts.find(user).filter(a -> !a.passwordHash().isEmpty());
        if (found.isEmpty()) {
            Argon2.matches(password.substring(0, Math.min(password.length(), Secrets.MOST_LENGTH)), nobody());
            return wrong();
        }
        Account account = found.get();
        Instant now = now();
        if (account.lockedUntil().filter(now::isBefore).isPresent()) {
            return locked(account.lockedUntil().get());
        }
        // Counted before it is checked, so that guesses made side by side are no more than guesses made in a row.
        Account counted = accounts.change(user, a -> failed(a, now)).orElse(account);
        if (counted.failures() > settings.lockAfter()) {
            return locked(counted.lockedUntil().orElse(now));
        }
        if (!Argon2.matches(password, counted.passwordHash()) || !counted.enabled()) {
            return counted.lockedUntil().filter(now::isBefore).map(SignIn::<Account>locked).orElseGet(SignIn::wrong);
        }
        String hash = Argon2.outdated(counted.passwordHash()) ? Argon2.hash(password) : counted.passwordHash();
        // Only if it is still the password that was checked: one that was reset meanwhile must not come back.
        return accounts.change(user, a -> a.passwordHash().equals(counted.passwordHash()) ? Changed.password(a, hash, a.mustChangePassword()) : a)
                .filter(a -> a.passwordHash().equals(hash)).map(Answer::of).orElseGet(SignIn::wrong);
    }

    Answer<SignedIn> authenticate(String secret, boolean bearer) {
        Answer<SignedIn> known = recognise(secret, bearer);
        known.value().map(SignedIn::session).filter(s -> s.lastUsedAt().plus(TOUCH).isBefore(now())).ifPresent(s -> sessions.touch(s.tokenHash(), now()));
        return known;
    }

    Answer<SignedIn> recognise(String secret, boolean bearer) {
        Instant now = now();
        Optional<Session> found = sessions.find(Secrets.fingerprint(secret)).filter(s -> s.bearer() == bearer);
        if (found.isEmpty()) {
            return Answer.denied(Denied.NOT_SIGNED_IN, "请先登录");
        }
        Session session = found.get();
        boolean idle = !bearer && !now.isBefore(session.lastUsedAt().plus(settings.idle()));
        if (idle || !now.isBefore(session.expiresAt())) {
            sessions.remove(session.tokenHash());
            return Answer.denied(Denied.EXPIRED, "登录已过期，请重新登录");
        }
        Optional<Account> account = accounts.find(session.user()).filter(Account::enabled);
        Optional<Officer> officer = account.flatMap(this::officer);
        if (officer.isEmpty()) {
            return Answer.denied(Denied.NOT_SIGNED_IN, "账号已停用");
        }
        return Answer.of(new SignedIn(officer.get(), session, account.get().mustChangePassword()));
    }

    private Optional<Officer> officer(Account account) {
        Optional<Organ> organ = organs.find(account.jurisdiction(), account.organ());
        return organ.map(account::at);
    }

    private Account failed(Account a, Instant now) {
        boolean lockOver = a.lockedUntil().filter(until -> !now.isBefore(until)).isPresent();
        int failures = lockOver ? 1 : a.failures() + 1;
        Optional<Instant> until = failures == settings.lockAfter() ? Optional.of(now.plus(settings.lock())) : lockOver ? Optional.empty() : a.lockedUntil();
        return Changed.failures(a, failures, until);
    }

    private static <T> Answer<T> wrong() {
        return Answer.denied(Denied.BAD_CREDENTIALS, "用户名或密码不正确");
    }

    private static <T> Answer<T> locked(Instant until) {
        return new Answer<>(Optional.empty(), Optional.of(Denied.LOCKED), "密码多次输错，账号已锁定至 " + TIME.format(Zone.local(until)), Optional.of(until));
    }

    private String nobody() {
        String hash = nobody;
        if (hash == null) {
            hash = Argon2.hash(Secrets.secret());
            nobody = hash;
        }
        return hash;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
