package cn.xiezhi.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is shown whose figures. */
class AssessmentsTest {
    private static final Period YEAR = Period.days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private final House house = new House();
    private Optional<String> asked = Optional.empty();

    /** A store without matters. */
    private static MatterStore empty() {
        return (MatterStore) Proxy.newProxyInstance(MatterStore.class.getClassLoader(), new Class<?>[] {MatterStore.class},
                (proxy, method, args) -> method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, args) : List.of());
    }

    private boolean sees(Officer officer, Optional<String> organ) {
        Rules rules = Rules.of(new RuleBook(new TreeMap<>(), House.calendar2025()));
        PastObligations nothing = (jurisdiction, period, of, duty, to) -> {
            assertEquals("test", jurisdiction);
            asked = of;
        };
        return new Assessments(nothing, empty(), rules, Clock.fixed(house.now, ZoneOffset.UTC)).of(officer, YEAR, organ, Optional.empty()).isPresent();
    }

    @Test
    void leader_seesTheOwnOrganAndNoOther() {
        Officer leader = house.officer("town", Role.LEADER);
        assertTrue(sees(leader, Optional.empty()));
        assertEquals(Optional.of("town"), asked);
        assertTrue(sees(leader, Optional.of("town")));
        assertFalse(sees(leader, Optional.of("bureau")));
    }

    @Test
    void supervisorGovernmentOfficeAndAuditor_seeTheJurisdiction() {
        for (Officer officer : List.of(house.officer("justice", Role.JUSTICE_BUREAU), house.officer("government", Role.GOVERNMENT_OFFICE), house.officer("town", Role.AUDITOR))) {
            assertTrue(sees(officer, Optional.empty()));
            assertEquals(Optional.empty(), asked);
            assertTrue(sees(officer, Optional.of("bureau")));
            assertEquals(Optional.of("bureau"), asked);
        }
    }

    @Test
    void othersSeeNothing() {
        for (Officer officer : List.of(house.officer("town"), house.officer("town", Role.ADMINISTRATOR), house.officer("town", Role.LIAISON), house.officer("bureau", Role.JUSTICE_BUREAU))) {
            assertFalse(sees(officer, Optional.empty()));
            assertFalse(sees(officer, Optional.of(officer.organ().id())));
        }
    }
}
