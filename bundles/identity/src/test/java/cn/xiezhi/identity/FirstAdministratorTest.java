package cn.xiezhi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
    @TempDir
    private Path home;
    private final Memory memory = new Memory();

    private static RuleBook book() {
        Optional<Cited<String>> none = Optional.empty();
        TransferRules transfer = new TransferRules(new Cited<>("x", "y"), true, none, List.of(), Optional.empty(), none, none, none, none, none, new Cited<>("x", "y"),
                none, none, none, none, none, none);
        List<DisputeLevel> path = List.of(new DisputeLevel("d", "d", DisputeLevel.Kind.DECIDE, DisputeLevel.By.GOVERNMENT, "y"));
        Policy policy = new Policy(new Jurisdiction("a", "甲县", Optional.empty()), "1", List.of(), Map.of(), transfer, new DisputeRules(path, path, none), Map.of());
        return new RuleBook(new TreeMap<>(Map.of("a", new PolicyInForce(policy, Instant.EPOCH, ""))), WorkCalendar.empty());
    }

    @Test
    void emptyJurisdiction_getsOneAdministrator_whosePasswordOnlyTheOwnerCanRead() throws IOException {
        FirstAdministrator first = new FirstAdministrator(memory.accounts, memory.organs, home, true);
        first.changed(book());
        first.changed(book());
        Account account = memory.byUser.get("admin-a");
        assertEquals(1, memory.byUser.size());
        assertEquals(Set.of(Role.ADMINISTRATOR), account.roles());
        assertTrue(account.mustChangePassword());
        Path file = home.resolve("first-administrator-a.txt");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String password = Files.readAllLines(file).get(1).replace("密码: ", "");
        assertTrue(Argon2.matches(password, account.passwordHash()));
    }

    @Test
    void notWanted_asInTheSample_nobodyIsMade() {
        new FirstAdministrator(memory.accounts, memory.organs, home, false).changed(book());
        assertTrue(memory.byUser.isEmpty());
        assertFalse(Files.exists(home.resolve("first-administrator-a.txt")));
    }
}
