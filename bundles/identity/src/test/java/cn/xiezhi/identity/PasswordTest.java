package cn.xiezhi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Identity.SignIn;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private final SecureRandom random = new SecureRandom();
    private final Argon2 argon2 = new Argon2(Argon2.Cost.STANDARD, random);

    /** From the test suite of the reference implementation. */
    @Test
    void aHashOfTheReferenceImplementation_matches() {
        String phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertTrue(argon2.matches("password", phc));
        assertFalse(argon2.matches("Password", phc));
        assertTrue(argon2.outdated(phc));
    }

    @Test
    void aHash_namesItsCostAndHasASaltOfItsOwn() {
        String one = argon2.hash("密码𠮷-Abc1");

        assertTrue(one.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), one);
        assertNotEquals(one, argon2.hash("密码𠮷-Abc1"));
        assertTrue(argon2.matches("密码𠮷-Abc1", one));
        assertFalse(argon2.outdated(one));
        assertThrows(IllegalStateException.class, () -> argon2.matches("x", "plain text"));
    }

    @Test
    void aHashOfAnotherCost_isRenewedAtTheNextSignIn() {
        Fixture f = new Fixture();
        Account a = f.store.accountTable.get("zhang");
        f.store.accountTable.put("zhang", Change.password(a, new Argon2(new Argon2.Cost(128, 1, 1), random).hash(Fixture.PASSWORD), false));

        f.signedIn("zhang");

        assertTrue(f.store.accountTable.get("zhang").passwordHash().contains("m=64,"));
        assertInstanceOf(SignIn.SignedIn.class, f.identity.signIn("zhang", Fixture.PASSWORD));
    }

    @Test
    void rules_areNamedOneAtATime() {
        assertEquals(Optional.of("密码至少10个字符"), PasswordRules.problem("zhang", "Ab1!𠮷𠮷𠮷𠮷𠮷"));
        assertEquals(Optional.empty(), PasswordRules.problem("zhang", "Ab1!𠮷𠮷𠮷𠮷𠮷𠮷"));
        assertEquals(Optional.of("密码应包含大写字母、小写字母、数字、其他字符中的至少三种"), PasswordRules.problem("zhang", "abcdefghi1"));
        assertEquals(Optional.empty(), PasswordRules.problem("zhang", "Abcdefghi1"));
        assertEquals(Optional.of("密码不能包含用户名"), PasswordRules.problem("zhang", "1-mr-ZHANG-"));
        assertEquals(Optional.of("密码最多128个字符"), PasswordRules.problem("zhang", "Ab1".repeat(43)));
    }

    @Test
    void oneTimePasswords_meetTheRules() {
        Secrets secrets = new Secrets(random);
        for (int i = 0; i < 200; i++) {
            assertEquals(Optional.empty(), PasswordRules.problem("admin-x", secrets.oneTimePassword()));
        }
    }
}
