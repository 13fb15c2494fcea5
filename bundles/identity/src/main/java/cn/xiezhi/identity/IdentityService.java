package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Sign-in and sessions. Of a secret only its hash is kept. */
@Component(configurationPid = "xiezhi.identity", service = Identity.class)
@Designate(ocd = IdentityConfig.class)
public final class IdentityService implements Identity {
    private static final int MOST_TOKEN_DAYS = 366;

    private final Organs organs;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Limits limits;
    private final Clock clock;
    private final Secrets secrets;
    private final Argon2 argon2;
    private final Passwords passwords;
    private final AccountOffice office;

    @Activate
    public IdentityService(@Reference Organs organs, @Reference Accounts accounts, @Reference Sessions sessions, IdentityConfig config) {
        this(organs, accounts, sessions, Limits.of(config), Argon2.Cost.STANDARD, Clock.tickMillis(java.time.ZoneOffset.UTC));
    }

    IdentityService(Organs organs, Accounts accounts, Sessions sessions, Limits limits, Argon2.Cost cost, Clock clock) {
        SecureRandom random = new SecureRandom();
        this.organs = organs;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
        secrets = new Secrets(random);
        argon2 = new Argon2(cost, random);
        passwords = new Passwords(accounts, argon2, limits, clock);
        office = new AccountOffice(organs, accounts, sessions, secrets, argon2);
    }

    @Override
    public SignIn signIn(String user, String password) {
        return signIn(user, password, false, limits.session());
    }

    @Override
    public SignIn signInForToken(String user, String password, int days) {
        return signIn(user, password, true, Duration.ofDays(Math.max(1, Math.min(days, MOST_TOKEN_DAYS))));
    }

    private SignIn signIn(String user, String password, boolean bearer, Duration length) {
        Passwords.Attempt attempt = passwords.check(user, password);
        if (attempt instanceof Passwords.Attempt.Locked locked) {
            return new SignIn.Locked(locked.until());
        }
        if (!(attempt instanceof Passwords.Attempt.Right right)) {
            return new SignIn.BadCredentials();
        }
        if (!right.account().enabled()) {
            return new SignIn.Disabled();
        }
        Instant now = clock.instant();
        String secret = secrets.secret();
        Session session = new Session(Secrets.hash(secret), right.account().user(), bearer, bearer ? "" : secrets.secret(), now, now.plus(length));
        sessions.removeExpired(now);
        sessions.add(session);
        return new SignIn.SignedIn(secret, session, officer(right.account()), right.account().mustChangePassword());
    }

    @Override
    public Authentication authenticate(String secret, boolean bearer) {
        Optional<Session> found = sessions.find(Secrets.hash(secret)).filter(s -> s.bearer() == bearer);
        if (found.isEmpty()) {
            return new Authentication.Unknown();
        }
        Session session = found.get();
        Instant now = clock.instant();
        if (!now.isBefore(session.expiresAt()) || !bearer && !now.isBefore(session.lastUsedAt().plus(limits.idle()))) {
            sessions.remove(session.tokenHash());
            return new Authentication.Expired();
        }
        Optional<Account> account = accounts.find(session.user()).filter(Account::enabled);
        if (account.isEmpty()) {
            return new Authentication.Unknown();
        }
        if (session.lastUsedAt().plus(limits.touchAfter()).isBefore(now)) {
            sessions.touch(session.tokenHash(), now);
        }
        return new Authentication.Known(officer(account.get()), session, account.get().mustChangePassword());
    }

    @Override
    public void signOut(String secret) {
        sessions.remove(Secrets.hash(secret));
    }

    @Override
    public PasswordChange changePassword(String secret, String oldPassword, String newPassword) {
        Optional<Session> session = sessions.find(Secrets.hash(secret));
        if (session.isEmpty() || !(authenticate(secret, session.get().bearer()) instanceof Authentication.Known known)) {
            return new PasswordChange.NotSignedIn();
        }
        String user = known.officer().user();
        Optional<String> problem = oldPassword.equals(newPassword) ? Optional.of("新密码不能与旧密码相同") : PasswordRules.problem(user, newPassword);
        if (problem.isPresent()) {
            return new PasswordChange.Weak(problem.get());
        }
        Passwords.Attempt attempt = passwords.check(user, oldPassword);
        if (attempt instanceof Passwords.Attempt.Locked locked) {
            return new PasswordChange.Locked(locked.until());
        }
        if (!(attempt instanceof Passwords.Attempt.Right)) {
            return new PasswordChange.WrongPassword();
        }
        String hash = argon2.hash(newPassword);
        accounts.change(user, account -> Change.password(account, hash, false));
        sessions.removeOthers(user, known.session().tokenHash());
        return new PasswordChange.Changed();
    }

    @Override
    public Administration createAccount(Officer by, NewAccount account) {
        return office.create(by, account);
    }

    @Override
    public Administration resetPassword(Officer by, String user) {
        return office.resetPassword(by, user);
    }

    @Override
    public Administration setEnabled(Officer by, String user, boolean enabled) {
        return office.setEnabled(by, user, enabled);
    }

    private Officer officer(Account account) {
        return new Officer(account.user(), account.name(), organs.find(account.jurisdiction(), account.organ())
                .orElseThrow(() -> new IllegalStateException("account " + account.user() + " is of an organ that is not registered")), account.roles());
    }
}
