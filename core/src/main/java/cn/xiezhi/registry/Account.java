package cn.xiezhi.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An officer's account.
 *
 * @param user unique in the whole installation
 * @param certificates at most one of a kind
 * @param passwordHash in PHC string form; never leaves the store and the identity bundle. Empty while the account has never been enabled
 * @param mustChangePassword set with every password that somebody else chose
 * @param failures failed sign-ins since the last success
 */
public record Account(
        String user,
        String jurisdiction,
        String organ,
        String name,
        Set<Role> roles,
        List<Certificate> certificates,
        String passwordHash,
        boolean mustChangePassword,
        boolean enabled,
        int failures,
        Optional<Instant> lockedUntil) {
    public Account {
        roles = Set.copyOf(roles);
        certificates = certificates.stream().sorted(Comparator.comparing(Certificate::kind)).toList();
    }

    /** Whether this is an officer at work: whose account was not taken away, though it may not have been handed out yet. */
    public boolean serving() {
        return enabled || passwordHash.isEmpty();
    }

    /** The officer whose account it is, in the organ that it names. */
    public Officer at(Organ own) {
        return new Officer(user, name, own, roles, certificates);
    }

    public Optional<Certificate> certificate(Certificate.Kind kind) {
        return certificates.stream().filter(c -> c.kind() == kind).findFirst();
    }

    public boolean certified(Certificate.Kind kind, LocalDate day) {
        return certificate(kind).filter(c -> c.valid(day)).isPresent();
    }

    /** Never shows the hash. */
    @Override
    public String toString() {
        return "account " + user + " of " + organ;
    }
}
