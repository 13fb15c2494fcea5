package cn.xiezhi.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.registry.Organ.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountRuleTest {
    private static final Set<Role> OFFICER = Set.of(Role.OFFICER);
    private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
    private final Map<String, Organ> organs = new TreeMap<>();
    private final Organ approval = organ("approval", Kind.APPROVAL, null);
    private final Organ water = organ("water", Kind.DEPARTMENT, null);
    private final Organ roads = organ("roads", Kind.DEPARTMENT, null);
    private final Organ justice = organ("justice", Kind.JUSTICE_BUREAU, null);
    private final Organ town = organ("town", Kind.TOWNSHIP, null);
    private final Organ team = organ("team", Kind.INTERNAL_UNIT, "town");
    private final Organ section = organ("section", Kind.INTERNAL_UNIT, "water");

    private Organ organ(String id, Kind kind, String parent) {
        Organ organ = new Organ(id, "a", id, kind, Optional.ofNullable(parent), Optional.empty());
        organs.put(id, organ);
        return organ;
    }

    private AccountRule rule(boolean laidDown, Account... accounts) {
        return AccountRule.of(laidDown, organs.values(), List.of(accounts));
    }

    private static Account administratorOf(String organ, boolean enabled) {
        return new Account("x", "a", organ, "x", ADMINISTRATOR, List.of(), "hash", false, enabled, 0, Optional.empty());
    }

    private boolean may(AccountRule rule, Organ administrators, Organ whose, Set<Role> roles) {
        return rule.against(new Officer("admin", "管", administrators, ADMINISTRATOR), whose.id(), roles).isEmpty();
    }

    @Test
    void approvalBureauOpensDepartmentsAdministrators_theyTheirOwnOfficersAndTheTownships() {
        AccountRule rule = rule(true, administratorOf("approval", true));
        for (Organ department : List.of(water, justice, approval)) {
            assertEquals(List.of(true, false, false), List.of(may(rule, approval, department, ADMINISTRATOR), may(rule, water, department, ADMINISTRATOR), may(rule, justice, department, Set.of(Role.AUDITOR))), department.id());
        }
        assertEquals(List.of(true, true, false, false), List.of(may(rule, water, water, OFFICER), may(rule, water, section, OFFICER), may(rule, water, roads, OFFICER), may(rule, approval, water, OFFICER)));
        assertEquals(List.of(true, true, true, false, false), List.of(may(rule, water, town, OFFICER), may(rule, roads, team, OFFICER), may(rule, approval, town, OFFICER), may(rule, justice, town, OFFICER),
                may(rule, water, town, ADMINISTRATOR)));
        assertEquals(false, may(rule, town, town, OFFICER), "a township reports, it does not open");
        assertEquals(false, may(rule, water, water, Set.of(Role.OFFICER, Role.AUDITOR)), "no way to read across by a second role");
    }

    @Test
    void whoKeepsADepartmentsAccountsOnly_isNotTheJurisdictionsAdministrator() {
        AccountRule rule = rule(true, administratorOf("approval", true));
        for (Organ organ : organs.values()) {
            Officer administrator = new Officer("admin", "管", organ, ADMINISTRATOR);
            assertEquals(List.of(approval, justice).contains(organ), rule.jurisdictionWide(administrator), organ.id());
            assertEquals(true, rule(false).jurisdictionWide(administrator), organ.id());
        }
    }

    @Test
    void withoutTheRuleOrBeforeTheBureauHasAnAdministrator_theJurisdictionsAdministratorKeepsAll() {
        for (AccountRule rule : List.of(rule(false, administratorOf("approval", true)), rule(true), rule(true, administratorOf("approval", false)), rule(true, administratorOf("justice", true)))) {
            assertEquals(true, may(rule, justice, approval, ADMINISTRATOR));
            assertEquals(true, may(rule, justice, town, OFFICER));
        }
    }
}
