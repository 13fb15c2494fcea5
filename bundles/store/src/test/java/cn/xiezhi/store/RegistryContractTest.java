package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Holding;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Liaison;
import cn.xiezhi.registry.Liaisons;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organs, accounts and sign-ins; the same on every database. */
abstract class RegistryContractTest extends OnDatabase {
    private Organs organs;
    private Accounts accounts;
    private Sessions sessions;
    private Items items;
    private Liaisons liaisons;

    @BeforeEach
    void ports() {
        organs = new OrganStore(database.work());
        accounts = new AccountStore(database.work());
        sessions = new SessionStore(database.work());
        items = new ItemStore(database.work());
        liaisons = new LiaisonStore(database.work());
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
        Account full = new Account(here + "-wang", here, "town", RARE, Set.of(Role.OFFICER, Role.LEADER), List.of(
                new Certificate(Certificate.Kind.ENFORCEMENT, "证-𠮷-1", Optional.empty()), new Certificate(Certificate.Kind.REVIEW, "法-1", Optional.of(LocalDate.of(2027, 12, 31)))), "$argon2id$…", true, false, 4,
                Optional.of(TUE_2025_09_30));
        Account plain = account("li");

        assertTrue(accounts.add(full));
        assertTrue(accounts.add(plain));
        assertFalse(accounts.add(new Account(full.user(), there, "town", "同名", Set.of(), List.of(), "x", false, true, 0, Optional.empty())),
                "a user name is unique in the whole installation");

        assertEquals(Optional.of(full), accounts.find(full.user()));
        assertEquals(List.of(plain, full), accounts.of(here));
        assertEquals(List.of(), accounts.of(there));
    }

    @Test
    void organsOfAnImport_areWrittenTogetherOrNotAtAll() {
        Organ town = new Organ("town", here, "凤凰乡", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty());
        Organ renamed = new Organ("town", here, "凤凰𠮷镇", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.of("140925100"));
        Organ bureau = new Organ("bureau", here, "城管局", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty());
        organs.add(town);

        assertTrue(organs.save(List.of(bureau), List.of(renamed)));
        assertEquals(List.of(bureau, renamed), organs.of(here));
        assertFalse(organs.save(List.of(new Organ("new", here, "新", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()), bureau), List.of(town)));
        assertEquals(List.of(bureau, renamed), organs.of(here), "nothing of a refused import is kept");
        assertTrue(organs.save(List.of(), List.of()));
    }

    @Test
    void officersOfAnImport_keepPasswordAndLock() {
        Account before = new Account(here + "-wang", here, "town", "王", Set.of(Role.OFFICER), List.of(), "hash", true, true, 2, Optional.of(TUE_2025_09_30));
        accounts.add(before);
        List<Certificate> certificates = List.of(new Certificate(Certificate.Kind.ENFORCEMENT, "E", Optional.of(LocalDate.of(2027, 1, 1))),
                new Certificate(Certificate.Kind.SUPERVISION, "S", Optional.empty()));
        Account imported = new Account(here + "-wang", here, "bureau", "王𠮷", Set.of(Role.LEADER), certificates, "", false, false, 0, Optional.empty());
        Account added = new Account(here + "-new", here, "town", "新", Set.of(Role.OFFICER), List.of(), "", true, false, 0, Optional.empty());

        assertTrue(accounts.save(List.of(added), List.of(imported)));
        assertEquals(Optional.of(new Account(here + "-wang", here, "bureau", "王𠮷", Set.of(Role.LEADER), certificates, "hash", true, true, 2, Optional.of(TUE_2025_09_30))),
                accounts.find(here + "-wang"));
        assertEquals(Optional.of(added), accounts.find(here + "-new"));
        assertFalse(accounts.save(List.of(account("zhou"), added), List.of(before)));
        assertEquals(Optional.empty(), accounts.find(here + "-zhou"));
        assertEquals("王𠮷", accounts.find(here + "-wang").orElseThrow().name());
        assertTrue(accounts.takenElsewhere(there).contains(here + "-wang"));
        assertFalse(accounts.takenElsewhere(here).contains(here + "-wang"));
    }

    @Test
    void items_comeBackWithTheirHoldings_andAreFoundByWhatTheySay() {
        Holding granted = new Holding(Holding.Mode.GRANTED, LocalDate.of(2021, 9, 28), Optional.of(LocalDate.of(2023, 12, 31)), "bureau", List.of("east", "west"), Optional.empty(), "清单 " + RARE.strip());
        Holding entrusted = new Holding(Holding.Mode.ENTRUSTED, LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2026, 12, 31)), "bureau", List.of(), Optional.of("委〔2024〕1号"), "清单");
        Item stall = new Item(here, "CG-002", "占道经营𠮷 100%_ABC", List.of("《甲条例》第十四条", "《乙办法》第三条"), Optional.of("forbidden"), List.of(entrusted, granted));
        Item sign = new Item(here, "CG-010", "违规设置户外广告", List.of("《甲条例》第十一条"), Optional.empty(), List.of(entrusted));

        assertTrue(items.save(List.of(sign, stall), List.of()));
        assertEquals(Optional.of(stall), items.find(here, "CG-002"));
        assertEquals(Optional.empty(), items.find(there, "CG-002"));
        assertEquals(List.of(stall, sign), items.of(here));
        assertEquals(List.of(stall), items.search(here, "100%_abc", "", 10));
        assertEquals(List.of(stall), items.search(here, "乙办法", "", 10));
        assertEquals(List.of(stall, sign), items.search(here, "cg-", "", 10));
        assertEquals(List.of(stall), items.search(here, "", "", 1));
        assertEquals(List.of(sign), items.search(here, "", "CG-002", 10));
        assertEquals(List.of(), items.search(here, "1000_", "", 10));

        Item changed = new Item(here, "CG-002", "占道经营", List.of("《甲条例》第十四条"), Optional.empty(), List.of(granted));
        assertTrue(items.save(List.of(), List.of(changed)));
        assertEquals(Optional.of(changed), items.find(here, "CG-002"));
        assertFalse(items.save(List.of(stall), List.of(new Item(here, "CG-010", "改名", List.of("x"), Optional.empty(), List.of(granted)))));
        assertEquals(List.of(changed, sign), items.of(here), "nothing of a refused import is kept");
    }

    @Test
    void liaisons_areKeptUntilTheyAreRemoved() {
        Liaison deputy = new Liaison("2", here, "bureau", Liaison.Kind.DEPUTY_HEAD, "副𠮷局", "13800000000", LocalDate.of(2026, 1, 1), Optional.empty());
        Liaison liaison = new Liaison("1", here, "bureau", Liaison.Kind.LIAISON, "联", "0350-1", LocalDate.of(2026, 2, 1), Optional.of(LocalDate.of(2026, 12, 31)));
        liaisons.add(deputy);
        liaisons.add(liaison);
        assertEquals(List.of(liaison, deputy), liaisons.of(here));
        assertEquals(List.of(), liaisons.of(there));
        assertFalse(liaisons.remove(there, "1"));
        assertTrue(liaisons.remove(here, "1"));
        assertFalse(liaisons.remove(here, "1"));
        assertEquals(List.of(deputy), liaisons.of(here));
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
                a.certificates(), a.passwordHash(), a.mustChangePassword(), a.enabled(), a.failures(), a.lockedUntil())));
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

    private Account account(String name) {
        return new Account(here + "-" + name, here, "town", "李", Set.of(), List.of(), "hash", false, true, 0, Optional.empty());
    }

    private static Account failures(Account a, int failures) {
        return new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificates(), a.passwordHash(), a.mustChangePassword(), a.enabled(),
                failures, a.lockedUntil());
    }
}
