package cn.xiezhi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.agenda.Feed;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Identity.Answer;
import cn.xiezhi.registry.Identity.Denied;
import cn.xiezhi.registry.Identity.NewAccount;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityServiceTest {
    private static final String PASSWORD = "Correct-Horse-7";
    private final Memory memory = new Memory();
    private boolean laidDown;
    private final Organ bureau = new Organ("bureau", "a", "甲局", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty());
    private final Officer administrator = new Officer("admin", "管", bureau, Set.of(Role.ADMINISTRATOR));
    private final IdentityService identity = new IdentityService(memory.accounts, memory.sessions, memory.feeds, memory.organs, j -> laidDown,
            new Settings(Duration.ofMinutes(30), Duration.ofHours(12), 5, Duration.ofMinutes(15)), memory);

    @BeforeEach
    void oneAccount() {
        memory.register.add(bureau);
        memory.accounts.add(new Account("zhang", "a", "bureau", "张", Set.of(Role.OFFICER), List.of(), identity.hash(PASSWORD), false, true, 0, Optional.empty()));
    }

    private String signedIn() {
        return identity.signIn("zhang", PASSWORD).value().orElseThrow().secret();
    }

    private Optional<Denied> denied(Answer<?> answer) {
        assertFalse(answer.denied().isPresent() && answer.message().isBlank(), "a denial says what is wrong");
        return answer.denied();
    }

    @Test
    void rightPassword_opensASessionThatIsFoundAgain_andOnlyItsFingerprintIsKept() {
        String secret = signedIn();
        assertEquals("张", identity.authenticate(secret, false).value().orElseThrow().officer().name());
        assertFalse(memory.byHash.containsKey(secret));
        assertFalse(memory.byHash.toString().contains(secret));
    }

    @Test
    void sessionIsNoBearerToken_andTheOtherWayRound() {
        assertEquals(Optional.of(Denied.NOT_SIGNED_IN), denied(identity.authenticate(signedIn(), true)));
        String token = identity.issueToken("zhang", PASSWORD, Duration.ofDays(30)).value().orElseThrow().secret();
        assertEquals(Optional.of(Denied.NOT_SIGNED_IN), denied(identity.authenticate(token, false)));
        assertTrue(identity.authenticate(token, true).value().isPresent());
    }

    @Test
    void fifthWrongPassword_locksTheAccount_evenForTheRightOne_untilTheLockEnds() {
        for (int i = 0; i < 4; i++) {
            assertEquals(Optional.of(Denied.BAD_CREDENTIALS), denied(identity.signIn("zhang", "wrong")));
        }
        assertEquals(Optional.of(Denied.LOCKED), denied(identity.signIn("zhang", "wrong")));
        assertEquals(Optional.of(Denied.LOCKED), denied(identity.signIn("zhang", PASSWORD)));
        memory.pass(Duration.ofMinutes(15));
        assertTrue(identity.signIn("zhang", PASSWORD).value().isPresent());
        assertEquals(0, memory.byUser.get("zhang").failures());
    }

    @Test
    void afterALockHasEnded_countingBeginsAnew() {
        for (int i = 0; i < 5; i++) {
            identity.signIn("zhang", "wrong");
        }
        memory.pass(Duration.ofMinutes(15));
        assertEquals(Optional.of(Denied.BAD_CREDENTIALS), denied(identity.signIn("zhang", "wrong")));
    }

    @Test
    void successBetween_forgetsTheFailures() {
        identity.signIn("zhang", "wrong");
        signedIn();
        assertEquals(0, memory.byUser.get("zhang").failures());
    }

    @Test
    void unknownUserAndWrongPassword_readAlike() {
        assertEquals(identity.signIn("nobody", PASSWORD).message(), identity.signIn("zhang", "wrong").message());
    }

    @Test
    void idleSession_expiresAtHalfAnHour_butNotWhileItIsUsed() {
        String secret = signedIn();
        memory.pass(Duration.ofMinutes(29));
        assertTrue(identity.authenticate(secret, false).value().isPresent());
        memory.pass(Duration.ofMinutes(29));
        assertTrue(identity.authenticate(secret, false).value().isPresent());
        memory.pass(Duration.ofMinutes(30));
        assertEquals(Optional.of(Denied.EXPIRED), denied(identity.authenticate(secret, false)));
    }

    @Test
    void beingRecognised_isNoUse_soThatAnIdleSessionEnds() {
        String secret = signedIn();
        memory.pass(Duration.ofMinutes(29));
        assertTrue(identity.recognise(secret, false).value().isPresent());
        memory.pass(Duration.ofMinutes(1));
        assertEquals(Optional.of(Denied.EXPIRED), denied(identity.recognise(secret, false)));
    }

    @Test
    void session_endsAfterTwelveHours_howeverBusy() {
        String secret = signedIn();
        for (int i = 0; i < 36; i++) {
            memory.pass(Duration.ofMinutes(20));
            identity.authenticate(secret, false);
        }
        assertTrue(identity.authenticate(secret, false).value().isEmpty());
    }

    @Test
    void signingOut_endsTheSession() {
        String secret = signedIn();
        identity.signOut(secret);
        assertEquals(Optional.of(Denied.NOT_SIGNED_IN), denied(identity.authenticate(secret, false)));
    }

    @Test
    void newPassword_endsAllOtherSessions_andMustBeStrongAndOther() {
        String other = signedIn();
        String mine = signedIn();
        assertEquals(Optional.of(Denied.WRONG_PASSWORD), denied(identity.changePassword(mine, "wrong", "Another-Horse-8")));
        for (String weak : new String[] {"Short-1", "alllowercaseletters", "Zhang-is-my-name-1", PASSWORD}) {
            assertEquals(Optional.of(Denied.WEAK_PASSWORD), denied(identity.changePassword(mine, PASSWORD, weak)), weak);
        }
        assertTrue(identity.changePassword(mine, PASSWORD, "Another-Horse-8").value().isPresent());
        assertTrue(identity.authenticate(mine, false).value().isPresent());
        assertTrue(identity.authenticate(other, false).value().isEmpty());
        assertEquals(Optional.of(Denied.BAD_CREDENTIALS), denied(identity.signIn("zhang", PASSWORD)));
    }

    @Test
    void administrator_opensAnAccountWhoseFirstPasswordMustBeChanged() {
        String first = identity.open(administrator, new NewAccount("lisi", "李", "bureau", Set.of(Role.LEADER), List.of())).value().orElseThrow();
        assertTrue(identity.signIn("lisi", first).value().orElseThrow().who().mustChangePassword());
        assertEquals(Optional.of(Denied.USER_TAKEN), denied(identity.open(administrator, new NewAccount("lisi", "李", "bureau", Set.of(Role.LEADER), List.of()))));
        assertEquals(Optional.of(Denied.UNKNOWN_ORGAN), denied(identity.open(administrator, new NewAccount("wuli", "吴", "nowhere", Set.of(Role.LEADER), List.of()))));
    }

    @Test
    void accountsOfAnotherJurisdiction_doNotExistForAnAdministrator() {
        Officer elsewhere = new Officer("x", "x", new Organ("o", "b", "o", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()), Set.of(Role.ADMINISTRATOR));
        assertEquals(Optional.of(Denied.UNKNOWN_USER), denied(identity.resetPassword(elsewhere, "zhang")));
        assertEquals(Optional.of(Denied.UNKNOWN_USER), denied(identity.setEnabled(elsewhere, "zhang", false)));
        assertEquals(0, identity.accounts(elsewhere).value().orElseThrow().size());
    }

    @Test
    void othersThanAdministrators_keepNoAccounts() {
        Officer officer = new Officer("zhang", "张", bureau, Set.of(Role.OFFICER, Role.LEADER, Role.JUSTICE_BUREAU));
        assertEquals(Optional.of(Denied.NOT_ADMINISTRATOR), denied(identity.accounts(officer)));
        assertEquals(Optional.of(Denied.NOT_ADMINISTRATOR), denied(identity.resetPassword(officer, "zhang")));
    }

    @Test
    void disabledAccount_isSignedOutAndKeptOut() {
        String secret = signedIn();
        identity.setEnabled(administrator, "zhang", false);
        assertTrue(identity.authenticate(secret, false).value().isEmpty());
        assertEquals(Optional.of(Denied.BAD_CREDENTIALS), denied(identity.signIn("zhang", PASSWORD)));
    }

    @Test
    void disabledAccount_losesItsCalendarAddressForGood() {
        Feed feed = new Feed("a", "zhang", "hash", "bureau", memory.now, Optional.empty());
        memory.feedOf.put("zhang", feed);
        memory.feedOf.put("li", feed);
        identity.setEnabled(administrator, "zhang", false);
        identity.setEnabled(administrator, "zhang", true);
        assertEquals(Set.of("li"), memory.feedOf.keySet());
    }

    @Test
    void onePassword_isHashedDifferentlyEachTime() {
        String one = identity.hash(PASSWORD);
        assertNotEquals(one, identity.hash(PASSWORD));
        assertTrue(Argon2.matches(PASSWORD, one));
        assertFalse(Argon2.matches(PASSWORD + " ", one));
        assertFalse(Argon2.matches(PASSWORD, "$2a$10$notargon"));
        assertFalse(memory.byUser.get("zhang").toString().contains("argon"));
    }

    /** A hash from the test suite of the reference implementation. */
    @Test
    void hashOfTheReferenceImplementation_matches_andIsToBeRenewed() {
        String phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(Argon2.matches("password", phc));
        assertFalse(Argon2.matches("Password", phc));
        assertTrue(Argon2.outdated(phc));
    }

    /** An imported officer has an account without a password: nobody can sign in to it until the administrator hands one out. */
    @Test
    void anImportedAccount_beginsWithTheFirstPasswordThatIsHandedOut() {
        Certificate certificate = new Certificate(Certificate.Kind.ENFORCEMENT, "证-1", Optional.of(LocalDate.of(2026, 11, 20)));
        memory.accounts.add(new Account("imported", "a", "bureau", "新", Set.of(Role.OFFICER), List.of(certificate), "", true, false, 0, Optional.empty()));

        assertEquals(Optional.of(Denied.BAD_CREDENTIALS), denied(identity.signIn("imported", "")));
        assertEquals(Optional.of(Denied.BAD_ACCOUNT), denied(identity.setEnabled(administrator, "imported", true)), "enabled without a password it would be of no use");
        String password = identity.resetPassword(administrator, "imported").value().orElseThrow();

        Officer officer = identity.signIn("imported", password).value().orElseThrow().who().officer();
        assertTrue(officer.certified(Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 11, 20)));
        assertFalse(officer.certified(Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 11, 21)));
        assertFalse(officer.certified(Certificate.Kind.SUPERVISION, LocalDate.of(2026, 11, 20)));
    }

    @Test
    void aNewPassword_doesNotBringADisabledAccountBack() {
        identity.setEnabled(administrator, "zhang", false);
        String password = identity.resetPassword(administrator, "zhang").value().orElseThrow();
        assertEquals(Optional.of(Denied.BAD_CREDENTIALS), denied(identity.signIn("zhang", password)));
    }

    @Test
    void whereTheDocumentSaysWhoKeepsWhoseAccounts_thatHoldsForOpeningAndForEveryChange() {
        laidDown = true;
        Organ approval = new Organ("approval", "a", "审批局", Organ.Kind.APPROVAL, Optional.empty(), Optional.empty());
        Organ other = new Organ("other", "a", "乙局", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty());
        memory.register.addAll(List.of(approval, other));
        Officer approver = new Officer("approver", "批", approval, Set.of(Role.ADMINISTRATOR));
        assertTrue(identity.open(administrator, new NewAccount("approver", "批", "approval", Set.of(Role.ADMINISTRATOR), List.of())).value().isPresent(), "nobody else could");
        assertEquals(Optional.of(Denied.NOT_ADMINISTRATOR), denied(identity.open(administrator, new NewAccount("second", "二", "bureau", Set.of(Role.ADMINISTRATOR), List.of()))));
        assertTrue(identity.open(approver, new NewAccount("second", "二", "other", Set.of(Role.ADMINISTRATOR), List.of())).value().isPresent());
        assertEquals(Optional.of(Denied.NOT_ADMINISTRATOR), denied(identity.resetPassword(administrator, "second")));
        assertEquals(Optional.of(Denied.NOT_ADMINISTRATOR), denied(identity.setEnabled(approver, "zhang", false)));
        assertTrue(identity.setEnabled(administrator, "zhang", false).value().isPresent());
        assertEquals(Optional.of(Denied.BAD_ACCOUNT), denied(identity.open(administrator, new NewAccount("public", "三", "bureau", Set.of(Role.OFFICER), List.of()))));
    }
}
