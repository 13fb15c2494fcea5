package cn.xiezhi.registry;

import java.util.Set;

/** A person who is signed in, with the organ acted for: the one whom {@code decide} asks for rights. */
public record Officer(String user, String name, Organ organ, Set<Role> roles) {
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
