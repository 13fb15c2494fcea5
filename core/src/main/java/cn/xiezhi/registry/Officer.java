package cn.xiezhi.registry;

import java.util.Optional;
import java.util.Set;

/** A person who is signed in, with the organ acted for: the one whom {@code decide} asks for rights. */
public record Officer(String user, String name, Organ organ, Set<Role> roles) {
    /** The platform itself, where it writes a ledger entry without anybody's act. */
    public static final Officer SYSTEM = new Officer("system", "系统", new Organ("system", "", "系统", Organ.Kind.INTERNAL_UNIT, Optional.empty(), Optional.empty()), Set.of());

    public Officer {
        roles = Set.copyOf(roles);
    }

    public String jurisdiction() {
        return organ.jurisdiction();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
