package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What came of trying something under a county's rules. */
final class Tried {
    private Tried() {}

    static String opened(House house, Officer who, String procedure, String... input) {
        return done(house.open(who, Procedures.own().all().get(procedure), Optional.empty(), House.input(input))).changes().get(0).after().id();
    }

    static Decision done(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome::toString);
    }

    static Refusal refused(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome, outcome::toString);
        assertEquals(code, refusal.code(), refusal.toString());
        return refusal;
    }

    /** The counties among all five that do not have a procedure. */
    static Set<String> without(String procedure) {
        return County.ALL.stream().filter(c -> c.policy().rules(procedure).isEmpty()).map(County::id).collect(Collectors.toSet());
    }

    /** The procedure is refused where the document does not have it. */
    static void notThere(String procedure, Set<String> counties) {
        assertEquals(counties, without(procedure));
        for (String county : counties) {
            House house = County.named(county).house();
            refused("not-in-this-jurisdiction", house.open(house.officer("town", Role.OFFICER, Role.LEADER), Procedures.own().all().get(procedure), Optional.empty(), House.input()));
        }
    }
}
