package cn.xiezhi.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is who: signing in and out, sessions and tokens, passwords, and the administration of accounts. Implemented by the identity bundle. */
public interface Identity {
    /** Signs in for the console. */
    SignIn signIn(String user, String password);

    /** Signs in for a program: a bearer token that ends after some days. */
    SignIn token(String user, String password, int days);

    /** Who a session's or token's secret belongs to; using it keeps it alive. */
    Authentication authenticate(String secret);

    /** Ends a session or token; an unknown one is ended already. */
    void signOut(String secret);

    /** Changes the password of a session's own account and ends all its other sessions. */
    PasswordChange changePassword(String secret, String old, String next);

    /** Adds an account to a jurisdiction, with a one-time password; the refusal says why not. */
    Administered add(String jurisdiction, NewAccount account);

    /** Gives an account of a jurisdiction a new one-time password and ends its sessions. */
    Administered resetPassword(String jurisdiction, String user);

    /** Lets an account of a jurisdiction sign in, or not any more. */
    Administered enable(String jurisdiction, String user, boolean enabled);

    List<Account> accounts(String jurisdiction);

    /** The idle time-out in minutes. */
    int idleMinutes();

    record NewAccount(String user, String name, String organ, Set<Role> roles, Optional<String> certificate) {}

    sealed interface SignIn {
        record Done(String secret, Session session, Officer officer, boolean mustChangePassword) implements SignIn {}

        record BadCredentials() implements SignIn {}

        record Locked(Instant until) implements SignIn {}
    }

    sealed interface Authentication {
        record Known(Session session, Officer officer, boolean mustChangePassword) implements Authentication {}

        record Expired() implements Authentication {}

        record Unknown() implements Authentication {}
    }

    enum PasswordChange { DONE, WRONG_OLD, WEAK }

    sealed interface Administered {
        record Done(String user, Optional<String> password) implements Administered {}

        record UnknownUser() implements Administered {}

        /** @param code stable; @param message in Chinese */
        record Refused(String code, String message) implements Administered {}
    }
}
