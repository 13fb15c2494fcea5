package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountRequestTest {
    private final House house = new House();
    private final Officer liaison = house.officer("town", Role.LIAISON);
    private final Officer keeper = house.officer("bureau", Role.ADMINISTRATOR);

    @BeforeEach
    void theCountyHasIt() {
        house.rules("accounts", new ProcedureRules("测试办法 账号", Map.of("approver", new Cited<>("审批局", "测试办法 账号")), Map.of(), Map.of()));
        house.duty(new DutyRule(Duty.ACCOUNTS_KEEP, Map.of(Variant.NORMAL, new LimitRule(Limit.promptly(), Optional.empty(), "测试办法 账号")), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Outcome ask(Officer who, String... more) {
        Map<String, String> input = House.input("change", "open", "person", "𬱖甲", "certificate", "晋-001", "roles", "officer\nliaison");
        input.putAll(House.input(more));
        return house.open(who, AccountRequest.PROCEDURE, Optional.empty(), input);
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome).changes().get(0).after().id();
    }

    private static String code(Outcome outcome) {
        return assertInstanceOf(Refusal.class, outcome).code();
    }

    @Test
    void townshipReports_theDepartmentsAdministratorOpens_everyStepInTheLedger() {
        String id = id(ask(liaison, "keeper", "bureau"));
        assertEquals(Optional.of("bureau"), house.matter(id).owed(Duty.ACCOUNTS_KEEP).map(Obligation::owedBy));
        assertEquals(List.of("begin", "refuse"), house.possible(keeper, id));
        assertEquals("not-yours-to-do", code(house.act(house.officer("bureau", Role.LEADER), id, "begin", "user", "jia")));
        assertInstanceOf(Decision.class, house.act(keeper, id, "begin", "user", "jia"));
        assertInstanceOf(Decision.class, house.act(keeper, id, "done"));
        assertEquals("done", house.matter(id).state());
        assertEquals(List.of("open", "begin", "done"), house.ledger(id).stream().map(e -> e.action()).toList());
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.ACCOUNTS_KEEP));
    }

    @Test
    void departmentsPeople_goToTheirOwnAdministrator_administratorsToTheApprovalBureau() {
        Officer leader = house.officer("bureau", Role.LEADER);
        assertEquals(Optional.of("bureau"), house.matter(id(ask(leader))).party("keeper"));
        assertEquals("no-approval-bureau", code(ask(leader, "roles", "administrator")));
        house.organs.put("approval", new Organ("approval", "test", "审批局", Organ.Kind.APPROVAL, Optional.empty(), Optional.empty()));
        assertEquals(Optional.of("approval"), house.matter(id(ask(leader, "roles", "administrator"))).party("keeper"));
        assertEquals(Optional.of("approval"), house.matter(id(ask(liaison, "keeper", "approval"))).party("keeper"), "a department like the others");
        assertEquals("invalid-fields", code(ask(liaison, "keeper", "bureau", "roles", "administrator")));
        assertEquals("invalid-fields", code(ask(liaison)));
        assertEquals("invalid-fields", code(ask(liaison, "keeper", "government")));
        assertEquals("not-yours-to-do", code(ask(house.officer("town"))));
    }

    @Test
    void whatAnAdministratorDoesUnasked_isAMatterOfItsOwn_thatTheOrganSees() {
        String id = id(ask(keeper, "user", "jia", "of", "town"));
        assertEquals("begun", house.matter(id).state());
        assertTrue(Decisions.maySee(Procedures.own(), liaison, house.matter(id)));
        assertInstanceOf(Decision.class, house.act(keeper, id, "failed", "reason", "用户名已被使用"));
        assertEquals("failed", house.matter(id).state());
    }

    @Test
    void administratorsSeeTheirAccountMatters_andStillNoCases() {
        String own = id(ask(liaison, "keeper", "bureau"));
        String others = id(ask(liaison, "keeper", "third"));
        String transfer = house.opened();
        assertTrue(Decisions.maySee(Procedures.own(), keeper, house.matter(own)));
        assertFalse(Decisions.maySee(Procedures.own(), keeper, house.matter(others)));
        assertFalse(Decisions.maySee(Procedures.own(), keeper, house.matter(transfer)));
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("town", Role.ADMINISTRATOR), house.matter(transfer)));
        assertEquals(List.of(), house.possible(house.officer("town", Role.ADMINISTRATOR), transfer));
        assertFalse(Decisions.mayAttach(house.seen(keeper, own), AccountRequest.PROCEDURE));
    }

    @Test
    void refusedRequest_saysWhy() {
        String id = id(ask(liaison, "keeper", "bureau"));
        assertEquals("invalid-fields", code(house.act(keeper, id, "refuse")));
        assertInstanceOf(Decision.class, house.act(keeper, id, "refuse", "reason", "没有执法证"));
        assertEquals("refused", house.matter(id).state());
    }
}
