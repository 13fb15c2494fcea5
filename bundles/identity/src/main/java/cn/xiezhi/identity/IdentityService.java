package cn.xiezhi.identity;

import cn.xiezhi.agenda.Feeds;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Passwords;
import cn.xiezhi.registry.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The identity service: puts sign-in and administration together. */
@Component(service = {Identity.class, Passwords.class}, configurationPid = "xiezhi.identity", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = IdentityConfig.class)
public final class IdentityService implements Identity, Passwords {
    private static final Duration LONGEST_TOKEN = Duration.ofDays(366);

    private final SignIn signIn;
    private final Administration administration;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Settings settings;

    @Activate
    public IdentityService(@Reference Accounts accounts, @Reference Sessions sessions, @Reference Feeds feeds, @Reference Organs organs, @Reference Rules rules, IdentityConfig config) {
        this(accounts, sessions, feeds, organs, j -> rules.inForce().of(j).filter(p -> p.policy().rules("accounts").isPresent()).isPresent(), Settings.of(config), Clock.systemUTC());
    }

    IdentityService(Accounts accounts, Sessions sessions, Feeds feeds, Organs organs, Predicate<String> laidDown, Settings settings, Clock clock) {
        this.signIn = new SignIn(accounts, sessions, organs, clock, settings);
        this.administration = new Administration(accounts, sessions, feeds, organs, laidDown);
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public Duration idle() {
        return settings.idle();
    }

    @Override
    public Answer<Opened> signIn(String user, String password) {
        return signIn.open(user, password, false, settings.session());
    }

    @Override
    public Answer<Opened> issueToken(String user, String password, Duration validity) {
        return signIn.open(user, password, true, validity.compareTo(LONGEST_TOKEN) > 0 ? LONGEST_TOKEN : validity);
    }

    @Override
    public Answer<SignedIn> authenticate(String secret, boolean bearer) {
        return signIn.authenticate(secret, bearer);
    }

    @Override
    public Answer<SignedIn> recognise(String secret, boolean bearer) {
        return signIn.recognise(secret, bearer);
    }

    @Override
    public void signOut(String secret) {
        sessions.remove(Secrets.fingerprint(secret));
    }

    @Override
    public Answer<SignedIn> changePassword(String secret, String old, String chosen) {
        Answer<SignedIn> who = signIn.authenticate(secret, false);
        if (who.value().isEmpty()) {
            return who;
        }
        String user = who.value().get().officer().user();
        Answer<Account> checked = signIn.check(user, old);
        if (checked.value().isEmpty()) {
            boolean locked = checked.denied().filter(d -> d == Denied.LOCKED).isPresent();
            return locked ? new Answer<>(Optional.empty(), checked.denied(), checked.message(), checked.until()) : Answer.denied(Denied.WRONG_PASSWORD, "原密码不正确");
        }
        Optional<String> weakness = old.equals(chosen) ? Optional.of("新密码不能与原密码相同") : Secrets.weakness(user, chosen);
        if (weakness.isPresent()) {
            return Answer.denied(Denied.WEAK_PASSWORD, weakness.get());
        }
        String hash = Argon2.hash(chosen);
        String before = checked.value().get().passwordHash();
        boolean changed = accounts.change(user, a -> a.passwordHash().equals(before) ? Changed.password(a, hash, false) : a)
                .filter(a -> a.passwordHash().equals(hash)).isPresent();
        if (!changed) {
            return Answer.denied(Denied.WRONG_PASSWORD, "密码刚被管理员重置，请用新的初始密码登录");
        }
        sessions.removeOthers(user, Secrets.fingerprint(secret));
        return signIn.authenticate(secret, false);
    }

    @Override
    public Answer<List<Account>> accounts(Officer administrator) {
        return administration.all(administrator);
    }

    @Override
    public Answer<String> open(Officer administrator, NewAccount account) {
        return administration.open(administrator, account);
    }

    @Override
    public Answer<String> resetPassword(Officer administrator, String user) {
        return administration.resetPassword(administrator, user);
    }

    @Override
    public Answer<Account> setEnabled(Officer administrator, String user, boolean enabled) {
        return administration.setEnabled(administrator, user, enabled);
    }

    @Override
    public String hash(String password) {
        return Argon2.hash(password);
    }
}
