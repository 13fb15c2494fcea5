package cn.xiezhi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
    @TempDir
    private Path home;
    private final InMemory store = new InMemory();

    @Test
    void aJurisdictionWithoutAccounts_getsOneAdministratorOnce() throws IOException {
        FirstAdministrator first = first();
        first.ensure("somewhere");
        Path file = home.resolve("first-administrator-somewhere.txt");
        String text = Files.readString(file);
        first.ensure("somewhere");

        assertEquals(text, Files.readString(file), "a second look changes nothing");
        assertEquals(List.of("admin-somewhere"), List.copyOf(store.accountTable.keySet()));
        Account admin = store.accountTable.get("admin-somewhere");
        assertEquals(Set.of(Role.ADMINISTRATOR), admin.roles());
        assertTrue(admin.mustChangePassword());
        assertTrue(new Argon2(Fixture.CHEAP, new SecureRandom()).matches(password(text), admin.passwordHash()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("司法行政部门", store.organs.find("somewhere", admin.organ()).orElseThrow().name());
        try (var files = Files.list(home)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void aRegisteredJusticeBureau_isTheAdministratorsOrgan() {
        store.organs.add(new Organ("sfj", "somewhere", "司法局", Organ.Kind.JUSTICE_BUREAU, Optional.empty(), Optional.empty()));
        first().ensure("somewhere");

        assertEquals("sfj", store.accountTable.get("admin-somewhere").organ());
    }

    @Test
    void whereThereAreAccounts_nothingHappens() throws IOException {
        store.accounts.add(new Account("li", "somewhere", "town", "李", Set.of(), Optional.empty(), "", false, false, 0, Optional.empty()));
        first().ensure("somewhere");

        assertEquals(1, store.accountTable.size());
        assertFalse(Files.exists(home.resolve("first-administrator-somewhere.txt")));
    }

    @Test
    void aTakenUserName_leavesNoFileBehind() {
        store.accounts.add(new Account("admin-somewhere", "elsewhere", "town", "李", Set.of(), Optional.empty(), "", false, false, 0, Optional.empty()));
        first().ensure("somewhere");

        assertFalse(Files.exists(home.resolve("first-administrator-somewhere.txt")));
    }

    @Test
    void aDataFolderThatCannotBeWritten_isLoggedAndMakesNoAccount() throws IOException {
        Path file = Files.createFile(home.resolve("in-the-way"));
        new FirstAdministrator(store.organs, store.accounts, file.resolve("home"), true, Fixture.CHEAP).ensure("somewhere");

        assertTrue(store.accountTable.isEmpty());
    }

    @Test
    void theLog_namesTheFileAndNeverTheSecret() throws IOException {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage() + " " + (entry.getParameters() == null ? "" : List.of(entry.getParameters())));
            }

            @Override
            public void flush() {
                // nothing is buffered
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger root = Logger.getLogger("cn.xiezhi.identity");
        root.addHandler(handler);
        try {
            first().ensure("somewhere");
        } finally {
            root.removeHandler(handler);
        }
        String secret = password(Files.readString(home.resolve("first-administrator-somewhere.txt")));
        assertTrue(lines.toString().contains("first-administrator-somewhere.txt"), lines.toString());
        assertFalse(lines.toString().contains(secret));
    }

    private FirstAdministrator first() {
        return new FirstAdministrator(store.organs, store.accounts, home, true, Fixture.CHEAP);
    }

    private static String password(String text) {
        return text.lines().filter(l -> l.startsWith("一次性密码: ")).findFirst().orElseThrow().substring("一次性密码: ".length());
    }
}
