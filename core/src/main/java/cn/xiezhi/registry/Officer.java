package cn.xiezhi.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person who is signed in, with the organ acted for: the one whom {@code decide} asks for rights. */
public record Officer(String user, String name, Organ organ, Set<Role> roles, List<Certificate> certificates) {
    /** The platform itself, where it writes a ledger entry without anybody's act. */
    public static final Officer SYSTEM = new Officer("system", "系统", new Organ("system", "", "系统", Organ.Kind.INTERNAL_UNIT, Optional.empty(), Optional.empty()), Set.of());

    public Officer {
        roles = Set.copyOf(roles);
        certificates = List.copyOf(certificates);
    }

    /** Somebody without a certificate. */
    public Officer(String user, String name, Organ organ, Set<Role> roles) {
        this(user, name, organ, roles, List.of());
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
