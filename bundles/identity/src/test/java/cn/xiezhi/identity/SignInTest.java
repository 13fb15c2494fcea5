package cn.xiezhi.identity;

import static cn.xiezhi.identity.Fixture.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Identity.Authentication;
import cn.xiezhi.registry.Identity.PasswordChange;
import cn.xiezhi.registry.Identity.SignIn;
import cn.xiezhi.registry.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final Fixture f = new Fixture();

    @Test
    void theRightPassword_signsInWithASecretOfItsOwnEachTime() {
        SignIn.SignedIn first = f.signedIn("zhang");
        SignIn.SignedIn second = f.signedIn("zhang");

        assertNotEquals(first.secret(), second.secret());
        assertEquals(43, first.secret().length(), "256 bits");
        assertNotEquals(first.session().csrf(), second.session().csrf());
        assertFalse(f.store.sessionTable.containsKey(first.secret()), "only the hash is kept");
        assertEquals("here", known(first).officer().jurisdiction());
    }

    @Test
    void unknownUserAndWrongPassword_lookTheSame() {
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("nobody", PASSWORD));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "wrong"));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "x".repeat(1_000_000)));
    }

    @Test
    void afterThreeFailures_theAccountIsLockedForItsTime_evenForTheRightPassword() {
        Instant until = f.clock.instant().plus(Duration.ofMinutes(15));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "wrong"));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "wrong"));
        assertEquals(new SignIn.Locked(until), f.identity.signIn("zhang", "wrong"));
        assertEquals(new SignIn.Locked(until), f.identity.signIn("zhang", PASSWORD));

        f.clock.forward(Duration.ofMinutes(15).minusMillis(1));
        assertEquals(new SignIn.Locked(until), f.identity.signIn("zhang", PASSWORD));
        f.clock.forward(Duration.ofMillis(1));
        f.signedIn("zhang");
    }

    @Test
    void aSuccess_forgivesTheFailuresBefore() {
        f.identity.signIn("zhang", "wrong");
        f.identity.signIn("zhang", "wrong");
        f.signedIn("zhang");

        assertEquals(0, f.store.accountTable.get("zhang").failures());
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "wrong"));
    }

    @Test
    void afterALock_countingStartsAnew() {
        IntStream.range(0, 3).forEach(i -> f.identity.signIn("zhang", "wrong"));
        f.clock.forward(Duration.ofMinutes(15));

        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "wrong"));
    }

    @Test
    void manyGuessesAtOnce_areNotCheckedMoreOftenThanOneByOne() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            long checked = pool.invokeAll(IntStream.range(0, 40).<Callable<SignIn>>mapToObj(i -> () -> f.identity.signIn("zhang", "guess" + i)).toList()).stream()
                    .filter(result -> {
                        try {
                            return result.get() instanceof SignIn.BadCredentials;
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }).count();
            assertEquals(2, checked, "the third guess locks");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aDisabledAccount_isToldSoOnlyWithItsPassword() {
        SignIn.SignedIn before = f.signedIn("zhang");
        f.identity.setEnabled(f.officer("boss"), "zhang", false);

        assertEquals(new SignIn.Disabled(), f.identity.signIn("zhang", PASSWORD));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", "wrong"));
        assertEquals(new Authentication.Unknown(), f.identity.authenticate(before.secret(), false));
    }

    @Test
    void anIdleSession_ends() {
        SignIn.SignedIn in = f.signedIn("zhang");
        f.clock.forward(Duration.ofMinutes(29));
        known(in);
        f.clock.forward(Duration.ofMinutes(29));
        known(in);
        f.clock.forward(Duration.ofMinutes(30));

        assertEquals(new Authentication.Expired(), f.identity.authenticate(in.secret(), false));
        assertEquals(new Authentication.Unknown(), f.identity.authenticate(in.secret(), false), "it is gone");
    }

    @Test
    void aSession_endsAfterItsHours_howeverBusy() {
        SignIn.SignedIn in = f.signedIn("zhang");
        for (int i = 0; i < 12 * 60 / 20 - 1; i++) {
            f.clock.forward(Duration.ofMinutes(20));
            known(in);
        }
        f.clock.forward(Duration.ofMinutes(20));
        assertEquals(new Authentication.Expired(), f.identity.authenticate(in.secret(), false));
    }

    @Test
    void aToken_lastsItsDaysWithoutUse_andIsNoConsoleSession() {
        SignIn.SignedIn token = assertInstanceOf(SignIn.SignedIn.class, f.identity.signInForToken("zhang", PASSWORD, 30));
        assertEquals("", token.session().csrf());
        f.clock.forward(Duration.ofDays(29));

        assertInstanceOf(Authentication.Known.class, f.identity.authenticate(token.secret(), true));
        assertEquals(new Authentication.Unknown(), f.identity.authenticate(token.secret(), false));
        assertEquals(new Authentication.Unknown(), f.identity.authenticate(f.signedIn("zhang").secret(), true));
        f.clock.forward(Duration.ofDays(1));
        assertEquals(new Authentication.Expired(), f.identity.authenticate(token.secret(), true));
    }

    @Test
    void signOut_endsThisSessionOnly() {
        SignIn.SignedIn one = f.signedIn("zhang");
        SignIn.SignedIn other = f.signedIn("zhang");
        f.identity.signOut(one.secret());
        f.identity.signOut("no such secret");

        assertEquals(new Authentication.Unknown(), f.identity.authenticate(one.secret(), false));
        known(other);
    }

    @Test
    void aNewPassword_endsTheOtherSignIns() {
        SignIn.SignedIn one = f.signedIn("zhang");
        SignIn.SignedIn other = f.signedIn("zhang");

        assertEquals(new PasswordChange.Changed(), f.identity.changePassword(one.secret(), PASSWORD, "Moon-light-2"));

        known(one);
        assertEquals(new Authentication.Unknown(), f.identity.authenticate(other.secret(), false));
        assertEquals(new SignIn.BadCredentials(), f.identity.signIn("zhang", PASSWORD));
        assertInstanceOf(SignIn.SignedIn.class, f.identity.signIn("zhang", "Moon-light-2"));
    }

    @Test
    void aChangeOfPassword_needsTheOldOneAndAStrongNewOne() {
        SignIn.SignedIn in = f.signedIn("zhang");

        assertEquals(new PasswordChange.NotSignedIn(), f.identity.changePassword("made up", PASSWORD, "Moon-light-2"));
        assertEquals(new PasswordChange.Weak("新密码不能与旧密码相同"), f.identity.changePassword(in.secret(), PASSWORD, PASSWORD));
        assertEquals(new PasswordChange.Weak("密码至少10个字符"), f.identity.changePassword(in.secret(), PASSWORD, "Moon-2"));
        assertEquals(new PasswordChange.WrongPassword(), f.identity.changePassword(in.secret(), "wrong", "Moon-light-2"));
        assertEquals(new PasswordChange.WrongPassword(), f.identity.changePassword(in.secret(), "wrong", "Moon-light-2"));
        assertInstanceOf(PasswordChange.Locked.class, f.identity.changePassword(in.secret(), "wrong", "Moon-light-2"), "guessing here locks too");
    }

    @Test
    void nothingThatIsPrinted_showsASecret() {
        SignIn.SignedIn in = f.signedIn("zhang");
        Session session = in.session();
        String printed = in + " " + session + " " + f.store.accountTable.get("zhang") + " " + known(in);

        assertFalse(printed.contains(in.secret()), printed);
        assertFalse(printed.contains(session.csrf()), printed);
        assertFalse(printed.contains(session.tokenHash()), printed);
        assertFalse(printed.contains("argon2"), printed);
        assertTrue(Optional.of(in).toString().contains("zhang"));
    }

    private Authentication.Known known(SignIn.SignedIn in) {
        return assertInstanceOf(Authentication.Known.class, f.identity.authenticate(in.secret(), false));
    }
}
