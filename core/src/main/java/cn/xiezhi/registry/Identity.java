package cn.xiezhi.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who somebody is: sign-in, sessions, passwords, and accounts as their administrators see them. Implemented by the identity bundle. */
public interface Identity {
    /** Signs in to the console; every sign-in has a new secret. */
    SignIn signIn(String user, String password);

    /** Signs in for an API client: a bearer token without idle time-out. */
    SignIn signInForToken(String user, String password, int days);

    /**
     * Who sends a secret; counts as use.
     *
     * @param bearer whether it came as a bearer token; a console session's secret is not taken as one, nor the other way round
     */
    Authentication authenticate(String secret, boolean bearer);

    /** Ends a sign-in; does nothing if there is none. */
    void signOut(String secret);

    /** Changes the password of who is signed in with the secret, and ends that person's other sign-ins. */
    PasswordChange changePassword(String secret, String oldPassword, String newPassword);

    /** Makes an account in the administrator's jurisdiction, with a one-time password. */
    Administration createAccount(Officer by, NewAccount account);

    /** Gives an account of the administrator's jurisdiction a one-time password, unlocks it and ends its sign-ins. */
    Administration resetPassword(Officer by, String user);

    /** Switches an account of the administrator's jurisdiction on or off; switched off, its sign-ins end. */
    Administration setEnabled(Officer by, String user, boolean enabled);

    /** How a sign-in went. */
    sealed interface SignIn {
        /** @param secret what the client sends from now on; kept nowhere else */
        record SignedIn(String secret, Session session, Officer officer, boolean mustChangePassword) implements SignIn {
            @Override
            public String toString() {
                return "signed in: " + officer.user();
            }
        }

        /** No such user, or not that password: which of them is not said. */
        record BadCredentials() implements SignIn {}

        record Locked(Instant until) implements SignIn {}

        /** The password is right, the account is switched off. */
        record Disabled() implements SignIn {}
    }

    /** What became of a secret that was sent. */
    sealed interface Authentication {
        /** @param mustChangePassword nothing but changing the password is allowed then */
        record Known(Officer officer, Session session, boolean mustChangePassword) implements Authentication {}

        record Unknown() implements Authentication {}

        /** Too long ago, or idle for too long. */
        record Expired() implements Authentication {}
    }

    /** How a change of password went. */
    sealed interface PasswordChange {
        record Changed() implements PasswordChange {}

        record NotSignedIn() implements PasswordChange {}

        record WrongPassword() implements PasswordChange {}

        record Locked(Instant until) implements PasswordChange {}

        /** @param reason in Chinese */
        record Weak(String reason) implements PasswordChange {}
    }

    /** How an act of administration went. */
    sealed interface Administration {
        /** @param oneTimePassword to be handed to the person; has to be changed at the first sign-in */
        record Done(Account account, Optional<String> oneTimePassword) implements Administration {
            @Override
            public String toString() {
                return "done: " + account;
            }
        }

        /** @param text in Chinese */
        record Refused(Reason reason, String text) implements Administration {}

        /** Why it was refused. */
        enum Reason { NOT_ADMINISTRATOR, NO_SUCH_ACCOUNT, NO_SUCH_ORGAN, USER_TAKEN, BAD_VALUE }
    }

    /** @param organ an organ of the administrator's jurisdiction */
    record NewAccount(String user, String name, String organ, Set<Role> roles, Optional<String> certificate) {
        public NewAccount {
            roles = Set.copyOf(roles);
        }
    }
}
