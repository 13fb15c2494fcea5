package cn.xiezhi.rest;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sign-in as the API needs it: everybody's password is {@link #PASSWORD}; the secret is "s-" (console) or "t-" (token) and the user. */
final class FakeIdentity implements Identity {
    static final String PASSWORD = "Correct-Horse-7";

    final Map<String, Officer> officers = new HashMap<>();
    final Set<String> mustChange = new HashSet<>();
    final Set<String> locked = new HashSet<>();
    final Set<String> ended = new HashSet<>();
    private final Instant now;

    FakeIdentity(Instant now) {
        this.now = now;
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Answer<Opened> signIn(String user, String password) {
        return opened(user, password, "s-" + user);
    }

    @Override
    public Answer<Opened> issueToken(String user, String password, Duration validity) {
        return opened(user, password, "t-" + user);
    }

    private Answer<Opened> opened(String user, String password, String secret) {
        if (locked.contains(user)) {
            return Answer.denied(Denied.LOCKED, "账号已锁定至 10:15");
        }
        return officers.containsKey(user) && password.equals(PASSWORD) ? Answer.of(new Opened(secret, who(secret))) : Answer.denied(Denied.BAD_CREDENTIALS, "用户名或密码不对");
    }

    private SignedIn who(String secret) {
        boolean bearer = secret.startsWith("t-");
        String user = secret.substring(2);
        return new SignedIn(officers.get(user), new Session(secret, user, bearer, bearer ? "" : "csrf-" + user, now, now.plus(Duration.ofDays(30))), mustChange.contains(user));
    }

    @Override
    public Answer<SignedIn> authenticate(String secret, boolean bearer) {
        if (ended.contains(secret)) {
            return Answer.denied(Denied.EXPIRED, "");
        }
        boolean known = secret.startsWith(bearer ? "t-" : "s-") && officers.containsKey(secret.substring(2));
        return known ? Answer.of(who(secret)) : Answer.denied(Denied.NOT_SIGNED_IN, "");
    }

    @Override
    public Answer<SignedIn> recognise(String secret, boolean bearer) {
        return authenticate(secret, bearer);
    }

    @Override
    public void signOut(String secret) {
        ended.add(secret);
    }

    @Override
    public Answer<SignedIn> changePassword(String secret, String old, String chosen) {
        return !old.equals(PASSWORD) ? Answer.denied(Denied.WRONG_PASSWORD, "原密码不对")
                : chosen.length() < 10 ? Answer.denied(Denied.WEAK_PASSWORD, "至少 10 个字符") : Answer.of(who(secret));
    }

    @Override
    public Answer<List<Account>> accounts(Officer administrator) {
        return Answer.of(officers.values().stream().filter(o -> o.jurisdiction().equals(administrator.jurisdiction())).map(FakeIdentity::account).toList());
    }

    private static Account account(Officer o) {
        return new Account(o.user(), o.jurisdiction(), o.organ().id(), o.name(), o.roles(), o.certificates(), "hash", false, true, 0, Optional.empty());
    }

    @Override
    public Answer<String> open(Officer administrator, NewAccount account) {
        return officers.containsKey(account.user()) ? Answer.denied(Denied.USER_TAKEN, "用户名已被使用") : Answer.of("once");
    }

    @Override
    public Answer<String> resetPassword(Officer administrator, String user) {
        return own(administrator, user).map(o -> Answer.of("once")).orElseGet(() -> Answer.denied(Denied.UNKNOWN_USER, "没有这个账号"));
    }

    @Override
    public Answer<Account> setEnabled(Officer administrator, String user, boolean enabled) {
        return own(administrator, user).map(o -> Answer.of(account(o))).orElseGet(() -> Answer.denied(Denied.UNKNOWN_USER, "没有这个账号"));
    }

    private Optional<Officer> own(Officer administrator, String user) {
        return Optional.ofNullable(officers.get(user)).filter(o -> o.jurisdiction().equals(administrator.jurisdiction()));
    }
}
