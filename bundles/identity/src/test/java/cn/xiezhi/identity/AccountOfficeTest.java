package cn.xiezhi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Identity.Administration;
import cn.xiezhi.registry.Identity.Authentication;
import cn.xiezhi.registry.Identity.NewAccount;
import cn.xiezhi.registry.Identity.PasswordChange;
import cn.xiezhi.registry.Identity.SignIn;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountOfficeTest {
    private final Fixture f = new Fixture();
    private final Officer boss = f.officer("boss");

    @Test
    void aNewAccount_signsInOnceWithItsOneTimePasswordAndThenWithItsOwn() {
        Administration.Done done = assertInstanceOf(Administration.Done.class, f.identity.createAccount(boss, wanted("li.si", "town")));
        String oneTime = done.oneTimePassword().orElseThrow();

        SignIn.SignedIn in = assertInstanceOf(SignIn.SignedIn.class, f.identity.signIn("li.si", oneTime));
        assertTrue(in.mustChangePassword());
        assertEquals(new PasswordChange.Changed(), f.identity.changePassword(in.secret(), oneTime, "Moon-light-2"));
        assertFalse(assertInstanceOf(SignIn.SignedIn.class, f.identity.signIn("li.si", "Moon-light-2")).mustChangePassword());
        assertFalse(done.toString().contains(oneTime));
    }

    @Test
    void onlyAnAdministrator_mayTouchAccounts() {
        Officer zhang = f.officer("zhang");

        assertEquals(Administration.Reason.NOT_ADMINISTRATOR, refused(f.identity.createAccount(zhang, wanted("li", "town"))));
        assertEquals(Administration.Reason.NOT_ADMINISTRATOR, refused(f.identity.resetPassword(zhang, "zhang")));
        assertEquals(Administration.Reason.NOT_ADMINISTRATOR, refused(f.identity.setEnabled(zhang, "boss", false)));
    }

    @Test
    void anotherJurisdictionsAccounts_doNotExist() {
        assertEquals(Administration.Reason.NO_SUCH_ACCOUNT, refused(f.identity.resetPassword(boss, "wang")));
        assertEquals(Administration.Reason.NO_SUCH_ACCOUNT, refused(f.identity.setEnabled(boss, "wang", false)));
        f.signedIn("wang");
    }

    @Test
    void whatIsWrongWithANewAccount_isNamed() {
        assertEquals(Administration.Reason.NO_SUCH_ORGAN, refused(f.identity.createAccount(boss, wanted("li", "elsewhere"))));
        assertEquals(Administration.Reason.USER_TAKEN, refused(f.identity.createAccount(boss, wanted("wang", "town"))));
        assertEquals(Administration.Reason.BAD_VALUE, refused(f.identity.createAccount(boss, wanted("李 四", "town"))));
        assertEquals(Administration.Reason.BAD_VALUE, refused(f.identity.createAccount(boss, new NewAccount("li", "李四", "town", Set.of(), Optional.empty()))));
        assertEquals(Administration.Reason.BAD_VALUE, refused(f.identity.setEnabled(boss, "boss", false)), "nobody locks oneself out");
    }

    @Test
    void aReset_unlocksAndEndsSignIns() {
        SignIn.SignedIn before = f.signedIn("zhang");
        IntStream.range(0, 3).forEach(i -> f.identity.signIn("zhang", "wrong"));

        Administration.Done done = assertInstanceOf(Administration.Done.class, f.identity.resetPassword(boss, "zhang"));

        assertEquals(new Authentication.Unknown(), f.identity.authenticate(before.secret(), false));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", Fixture.PASSWORD));
        assertTrue(assertInstanceOf(SignIn.SignedIn.class, f.identity.signIn("zhang", done.oneTimePassword().orElseThrow())).mustChangePassword());
    }

    @Test
    void anAccountSwitchedOnAgain_signsInAgain() {
        f.identity.setEnabled(boss, "zhang", false);
        f.identity.setEnabled(boss, "zhang", true);

        f.signedIn("zhang");
    }

    private static NewAccount wanted(String user, String organ) {
        return new NewAccount(user, "李四", organ, Set.of(Role.OFFICER), Optional.empty());
    }

    private static Administration.Reason refused(Administration result) {
        return assertInstanceOf(Administration.Refused.class, result).reason();
    }
}
