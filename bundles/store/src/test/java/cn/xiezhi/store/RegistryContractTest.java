package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.PolicyArchive;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organs, accounts, sign-ins and policy versions; the same on every database. */
abstract class RegistryContractTest extends OnDatabase {
    private Organs organs;
    private Accounts accounts;
    private Sessions sessions;
    private PolicyArchive archive;

    @BeforeEach
    void ports() {
        organs = new OrganStore(database.work());
        accounts = new AccountStore(database.work());
        sessions = new SessionStore(database.work());
        archive = new PolicyStore(database.work());
    }

    @Test
    void organs_areKeptByJurisdictionAndId() {
        Organ town = new Organ("b-town", here, "凤凰𠮷乡", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.of("140925200"));
        Organ unit = new Organ("a-unit", here, "执法队", Organ.Kind.INTERNAL_UNIT, Optional.of("b-town"), Optional.empty());

        assertTrue(organs.add(town));
        assertTrue(organs.add(unit));
        assertFalse(organs.add(new Organ("b-town", here, "另一个", Organ.Kind.POLICE, Optional.empty(), Optional.empty())));

        assertEquals(List.of(unit, town), organs.of(here));
        assertEquals(Optional.of(town), organs.find(here, "b-town"));
        assertEquals(Optional.empty(), organs.find(there, "b-town"));
        assertEquals(List.of(), organs.of(there));
    }

    @Test
    void accounts_comeBackAsTheyWentIn() {
        Account full = new Account(here + "-wang", here, "town", RARE, Set.of(Role.OFFICER, Role.LEADER), Optional.of("证-𠮷-1"), "$argon2id$…", true, false, 4,
                Optional.of(TUE_2025_09_30));
        Account plain = account("li");

        assertTrue(accounts.add(full));
        assertTrue(accounts.add(plain));
        assertFalse(accounts.add(new Account(full.user(), there, "town", "同名", Set.of(), Optional.empty(), "x", false, true, 0, Optional.empty())),
                "a user name is unique in the whole installation");

        assertEquals(Optional.of(full), accounts.find(full.user()));
        assertEquals(List.of(plain, full), accounts.of(here));
        assertEquals(List.of(), accounts.of(there));
    }

    @Test
    void changesOfOneAccountAtOnce_areAllCounted() throws Exception {
        accounts.add(account("li"));

        atOnce(6, n -> accounts.change(here + "-li", a -> failures(a, a.failures() + 1)));

        assertEquals(6, accounts.find(here + "-li").orElseThrow().failures());
        assertEquals(Optional.empty(), accounts.change("nobody", a -> a));
    }

    @Test
    void anAccount_staysWithItsUserAndJurisdiction() {
        accounts.add(account("li"));

        assertThrows(IllegalArgumentException.class, () -> accounts.change(here + "-li", a -> new Account(a.user(), there, a.organ(), a.name(), a.roles(),
                a.certificate(), a.passwordHash(), a.mustChangePassword(), a.enabled(), a.failures(), a.lockedUntil())));
        assertEquals(here, accounts.find(here + "-li").orElseThrow().jurisdiction());
    }

    @Test
    void sessions_areFoundTouchedAndEnded() {
        accounts.add(account("li"));
        String user = here + "-li";
        Session console = new Session(here + "1", user, false, "csrf-1", TUE_2025_09_30, TUE_2025_09_30.plusSeconds(60));
        Session token = new Session(here + "2", user, true, "", TUE_2025_09_30, TUE_2025_09_30.plusSeconds(120));
        Session third = new Session(here + "3", user, false, "csrf-3", TUE_2025_09_30, TUE_2025_09_30.plusSeconds(120));
        List.of(console, token, third).forEach(sessions::add);

        assertEquals(Optional.of(console), sessions.find(here + "1"));
        assertEquals(Optional.of(token), sessions.find(here + "2"));
        sessions.touch(here + "1", TUE_2025_09_30.plusSeconds(9));
        assertEquals(TUE_2025_09_30.plusSeconds(9), sessions.find(here + "1").orElseThrow().lastUsedAt());

        sessions.removeExpired(TUE_2025_09_30.plusSeconds(60));
        assertEquals(Optional.empty(), sessions.find(here + "1"), "its end is exclusive");
        sessions.removeOthers(user, here + "3");
        assertEquals(Optional.empty(), sessions.find(here + "2"));
        assertEquals(Optional.of(third), sessions.find(here + "3"));
        sessions.remove(here + "3");
        assertEquals(Optional.empty(), sessions.find(here + "3"));
        assertThrows(IllegalArgumentException.class, () -> sessions.add(new Session("x", "nobody", true, "", TUE_2025_09_30, TUE_2025_09_30)));
    }

    @Test
    void versionsInForce_areRecordedAsAHistory() {
        archive.record(inForce("A", TUE_2025_09_30));
        archive.record(inForce("A", TUE_2025_09_30.plusSeconds(1)));
        assertEquals(List.of(new PolicyArchive.Version("A", TUE_2025_09_30, Optional.empty())), archive.versions(here), "the same again changes nothing");

        archive.record(inForce("B", TUE_2025_09_30.plusSeconds(2)));
        archive.record(inForce("A", TUE_2025_09_30.plusSeconds(3)));

        assertEquals(List.of(
                new PolicyArchive.Version("A", TUE_2025_09_30.plusSeconds(3), Optional.empty()),
                new PolicyArchive.Version("B", TUE_2025_09_30.plusSeconds(2), Optional.of(TUE_2025_09_30.plusSeconds(3))),
                new PolicyArchive.Version("A", TUE_2025_09_30, Optional.of(TUE_2025_09_30.plusSeconds(2)))), archive.versions(here));
        assertEquals(Optional.of("text of B " + RARE), archive.text(here, "B"));
        assertEquals(Optional.empty(), archive.text(here, "C"));
        assertEquals(Optional.empty(), archive.text(there, "A"));
        assertEquals(List.of(), archive.versions(there));
    }

    @Test
    void aVersionThatSeveralNodesRecordAtOnce_isRecordedOnce() throws Exception {
        atOnce(4, n -> {
            archive.record(inForce("A", TUE_2025_09_30));
            return n;
        });
        assertEquals(1, archive.versions(here).size());
    }

    private Account account(String name) {
        return new Account(here + "-" + name, here, "town", "李", Set.of(), Optional.empty(), "hash", false, true, 0, Optional.empty());
    }

    private static Account failures(Account a, int failures) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificate(), a.passwordHash(), a.mustChangePassword(), a.enabled(),
                failures, a.lockedUntil());
    }

    private PolicyInForce inForce(String version, Instant since) {
        return Samples.inForce(here, version, since);
    }
}
