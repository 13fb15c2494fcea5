package cn.xiezhi.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An officer's account.
 *
 * @param user unique in the whole installation
 * @param certificate number of the enforcement certificate
 * @param passwordHash in PHC string form; never leaves the store and the identity bundle
 * @param mustChangePassword set with every password that somebody else chose
 * @param failures failed sign-ins since the last success
 */
public record Account(
        String user,
        String jurisdiction,
        String organ,
        String name,
        Set<Role> roles,
        Optional<String> certificate,
        String passwordHash,
        boolean mustChangePassword,
        boolean enabled,
        int failures,
        Optional<Instant> lockedUntil) {
    public Account {
        roles = Set.copyOf(roles);
    }

    /** Never shows the hash. */
    @Override
    public String toString() {
        return "account " + user + " of " + organ;
    }
}
