package cn.xiezhi.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A person who is signed in, with the organ acted for: the one whom {@code decide} asks for rights. */
public record Officer(String user, String name, Organ organ, Set<Role> roles, List<Certificate> certificates) {
    /** The platform itself, where it writes a ledger entry without anybody's act. */
    public static final Officer SYSTEM = new Officer("system", "系统", outside("system", "", "系统"), Set.of());

    private static final String PUBLIC = "public";

    public Officer {
        roles = Set.copyOf(roles);
        certificates = List.copyOf(certificates);
    }

    /** Somebody without a certificate. */
    public Officer(String user, String name, Organ organ, Set<Role> roles) {
        this(user, name, organ, roles, List.of());
    }

    /** Somebody of the public, who has no account and may do only what anybody may. */
    public static Officer ofPublic(String jurisdiction) {
        return new Officer(PUBLIC, "社会公众", outside(PUBLIC, jurisdiction, "社会公众"), Set.of());
    }

    /** Who writes into ledgers without an account: the platform or the public. */
    public static Optional<Officer> outsider(String user) {
        return Stream.of(SYSTEM, ofPublic("")).filter(o -> o.user().equals(user)).findFirst();
    }

    private static Organ outside(String id, String jurisdiction, String name) {
        return new Organ(id, jurisdiction, name, Organ.Kind.INTERNAL_UNIT, Optional.empty(), Optional.empty());
    }

    /** No account can have this organ: it is in no register. */
    public boolean isPublic() {
        return organ.id().equals(PUBLIC) && roles.isEmpty();
    }

    public String jurisdiction() {
        return organ.jurisdiction();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this person holds a certificate of the kind that is valid on the day. */
    public boolean certified(Certificate.Kind kind, LocalDate day) {
        return certificates.stream().anyMatch(c -> c.kind() == kind && c.valid(day));
    }
}
