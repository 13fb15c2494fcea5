package cn.xiezhi.clock;

import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who a notice is for: a person, everybody who handles matters in an organ, or those of an organ who have a role.
 *
 * @param text how it is kept: {@code @user}, {@code organ} or {@code organ/role}
 */
public record Address(String text) {
    /** Reaches no one: there is no such organ in the register. */
    public static final Address NOBODY = new Address("");

    public static Address user(String user) {
        return new Address("@" + user);
    }

    public static Address organ(String organ) {
        return new Address(organ);
    }

    public static Address leaders(String organ) {
        return role(organ, Role.LEADER);
    }

    private static Address role(String organ, Role role) {
        return new Address(organ + "/" + role.code());
    }

    /** The organ whose people it reaches; empty for a single person and for nobody. */
    public Optional<String> organ() {
        return text.isEmpty() || text.startsWith("@") ? Optional.empty() : Optional.of(text.split("/", 2)[0]);
    }

    /** Every address under which this person is reached. */
    public static List<Address> of(Officer officer) {
        List<Address> all = new ArrayList<>();
        all.add(user(officer.user()));
        if (Decisions.seesOwn(officer)) {
            all.add(organ(officer.organ().id()));
        }
        officer.roles().stream().filter(Action.ACTING::contains).sorted().forEach(r -> all.add(role(officer.organ().id(), r)));
        return all;
    }
}
