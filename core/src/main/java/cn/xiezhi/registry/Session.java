package cn.xiezhi.registry;

import java.time.Instant;

/**
 * A sign-in that lasts: a console session or an API token.
 *
 * @param tokenHash SHA-256 of the secret, in hex; the secret itself is kept nowhere
 * @param csrf what a console request that changes something has to carry; empty for a bearer token
 * @param expiresAt the end whatever happens; idle time-out comes before it, from {@code lastUsedAt}
 */
public record Session(String tokenHash, String user, boolean bearer, String csrf, Instant lastUsedAt, Instant expiresAt) {
    @Override
    public String toString() {
        return "session of " + user;
    }
}
