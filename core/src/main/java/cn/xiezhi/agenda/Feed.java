package cn.xiezhi.agenda;

import java.time.Instant;
import java.util.Optional;

/**
 * A personal address from which a calendar program reads.
 *
 * @param secretHash SHA-256 of the secret in the address, in hex; the secret itself is kept nowhere
 * @param organ whose calendar it is; it ends when the officer is another organ's
 */
public record Feed(String jurisdiction, String user, String secretHash, String organ, Instant madeAt, Optional<Instant> lastUsedAt) {
    /** Never shows the hash. */
    @Override
    public String toString() {
        return "calendar feed of " + user;
    }
}
