package cn.xiezhi.identity;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Identity.SignIn;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Two jurisdictions with a town each, an officer, and administrators; hashing made cheap. */
final class Fixture {
    static final Argon2.Cost CHEAP = new Argon2.Cost(64, 1, 1);
    static final String PASSWORD = "Sun-rise-1";

    final InMemory store = new InMemory();
    final SettableClock clock = new SettableClock();
    final IdentityService identity = new IdentityService(store.organs, store.accounts, store.sessions,
            new Limits(3, Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(12)), CHEAP, clock);

    Fixture() {
        store.organs.add(new Organ("town", "here", "凤凰乡", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty()));
        store.organs.add(new Organ("town", "there", "别处乡", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty()));
        account("zhang", "here", Role.OFFICER);
        account("wang", "there", Role.OFFICER);
        account("boss", "here", Role.ADMINISTRATOR);
    }

    void account(String user, String jurisdiction, Role role) {
        store.accounts.add(new Account(user, jurisdiction, "town", user, Set.of(role), Optional.empty(), new Argon2(CHEAP, new SecureRandom()).hash(PASSWORD), false,
                true, 0, Optional.empty()));
    }

    SignIn.SignedIn signedIn(String user) {
        return assertInstanceOf(SignIn.SignedIn.class, identity.signIn(user, PASSWORD));
    }

    Officer officer(String user) {
        Account a = store.accountTable.get(user);
        return new Officer(user, a.name(), store.organs.find(a.jurisdiction(), a.organ()).orElseThrow(), a.roles());
    }
}
