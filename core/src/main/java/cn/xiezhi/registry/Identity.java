package cn.xiezhi.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who somebody is. What that person may do is decided elsewhere. Implemented by the identity bundle. */
public interface Identity {
    /** Somebody who is signed in. */
    record SignedIn(Officer officer, Session session, boolean mustChangePassword) {}

    /** @param secret what the client shows from now on; it is kept nowhere */
    record Opened(String secret, SignedIn who) {}

    /** Why somebody is not let in or a change is not made. */
    enum Denied {
        BAD_CREDENTIALS, LOCKED, NOT_SIGNED_IN, EXPIRED, WRONG_PASSWORD, WEAK_PASSWORD,
        NOT_ADMINISTRATOR, UNKNOWN_USER, USER_TAKEN, UNKNOWN_ORGAN, BAD_ACCOUNT
    }

    /**
     * A value, or the reason why there is none.
     *
     * @param message for people: what is wrong and what to do; empty when there is a value
     * @param until for {@link Denied#LOCKED}: when the lock ends
     */
    record Answer<T>(Optional<T> value, Optional<Denied> denied, String message, Optional<Instant> until) {
        public static <T> Answer<T> of(T value) {
            return new Answer<>(Optional.of(value), Optional.empty(), "", Optional.empty());
        }

        public static <T> Answer<T> denied(Denied why, String message) {
            return new Answer<>(Optional.empty(), Optional.of(why), message, Optional.empty());
        }
    }

    /** How long a console session may lie idle. */
    Duration idle();

    /** Signs in to the console. A wrong password counts towards the lock-out; an unknown user takes as long as a known one. */
    Answer<Opened> signIn(String user, String password);

    /** Issues a bearer token for an API client. */
    Answer<Opened> issueToken(String user, String password, Duration validity);

    /** Who shows this secret, as a console session or as a bearer token; the other kind is not accepted. */
    Answer<SignedIn> authenticate(String secret, boolean bearer);

    /** The same without counting as a use: what goes on by itself must not keep an idle session alive. */
    Answer<SignedIn> recognise(String secret, boolean bearer);

    /** Ends what the secret opened; nothing happens if there is no such thing. */
    void signOut(String secret);

    /** Changes the signed-in person's password and ends all of that person's other sessions and tokens. */
    Answer<SignedIn> changePassword(String secret, String old, String chosen);

    /** @param user unique in the installation; letters, digits, dot and dash */
    record NewAccount(String user, String name, String organ, Set<Role> roles, List<Certificate> certificates) {}

    /** The accounts of the administrator's own jurisdiction. */
    Answer<List<Account>> accounts(Officer administrator);

    /** Opens an account in the administrator's own jurisdiction; gives its one-time password. */
    Answer<String> open(Officer administrator, NewAccount account);

    /** Gives a new one-time password, lifts a lock and ends the user's sessions; enables an account that never had a password. */
    Answer<String> resetPassword(Officer administrator, String user);

    /** Enables or disables an account; a disabled one is signed out everywhere. */
    Answer<Account> setEnabled(Officer administrator, String user, boolean enabled);
}
