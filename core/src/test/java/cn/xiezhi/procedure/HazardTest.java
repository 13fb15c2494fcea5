package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HazardTest {
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");
    private final Officer government = house.officer("government", Role.GOVERNMENT_OFFICE);

    @BeforeEach
    void immediately() {
        rules(Map.of("report", House.rule("报告")));
        List.of(Duty.HAZARD_NOTIFY, Duty.HAZARD_DISPATCH).forEach(d -> MeetingTest.limit(house, d, Limit.immediately()));
        MeetingTest.limit(house, Duty.HAZARD_REPORT, Limit.promptly());
    }

    private void rules(Map<String, Cited<String>> texts) {
        house.rules("hazard", new ProcedureRules("测试办法 隐患", texts, Map.of(), Map.of("kinds", List.of(MeetingTest.entry("safety", "安全", null)),
                "finders", List.of(MeetingTest.entry("towns", "乡镇", Organ.Kind.TOWNSHIP)))));
    }

    private Outcome open(Officer who, String... more) {
        Map<String, String> input = House.input("subject", "加油站漏油", "kind", "safety", "place", "某路", "facts", "现场有油味，已疏散", "competent", "bureau");
        input.putAll(House.input(more));
        input.values().removeIf(String::isEmpty);
        return house.open(who, Hazard.PROCEDURE, Optional.empty(), input);
    }

    private String notified() {
        return assertInstanceOf(Decision.class, open(town)).changes().get(0).after().id();
    }

    private static Refusal refusal(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    private Obligation owed(String id, Duty duty) {
        List<Obligation> all = house.matter(id).obligations().stream().filter(o -> o.duty().equals(duty)).toList();
        return all.get(all.size() - 1);
    }

    @Test
    void notifiedAtOnce_isInTime_andAnHourLaterIsNot() {
        assertFalse(owed(notified(), Duty.HAZARD_NOTIFY).overdue(house.now));
        String late = ((Decision) open(town, "foundAt", "2025-09-30T09:00:00+08:00")).changes().get(0).after().id();
        assertTrue(owed(late, Duty.HAZARD_NOTIFY).overdue(house.now));
        assertEquals(Status.MET, owed(late, Duty.HAZARD_NOTIFY).status());
    }

    @Test
    void whomTheDocumentDoesNotOblige_mayTellAllTheSame_withoutADuty() {
        String id = ((Decision) open(house.officer("third"))).changes().get(0).after().id();
        assertEquals(List.of(Duty.HAZARD_DISPATCH), house.matter(id).obligations().stream().map(Obligation::duty).toList());
    }

    @Test
    void dispatchedAndHandled_isOver() {
        String id = notified();
        refusal("invalid-fields", house.act(bureau, id, "dispatch", "officers", "甲", "dispatchedAt", "2025-09-29T10:00:00+08:00"));
        assertInstanceOf(Decision.class, house.act(bureau, id, "dispatch", "officers", "甲\n𬱖某", "dispatchedAt", "2025-09-30T10:00:00+08:00"));
        assertEquals(Status.MET, owed(id, Duty.HAZARD_DISPATCH).status());
        assertInstanceOf(Decision.class, house.act(bureau, id, "handle", "handling", "已堵漏"));
        assertEquals("handled", house.matter(id).state());
    }

    @Test
    void reportToTheGovernment_isOfferedWhenTheOtherSideIsLate_notBefore() {
        String id = notified();
        assertFalse(house.possible(town, id).contains("report"));
        assertEquals(Optional.of("测试办法 报告"), refusal("not-refused-yet", house.act(town, id, "report", "reportText", "x")).citation());
        house.pass(Duration.ofMinutes(30));
        assertTrue(house.possible(town, id).contains("report"));
        assertInstanceOf(Decision.class, house.act(town, id, "report", "reportText", "无人到场"));
        assertTrue(Decisions.maySee(Procedures.own(), government, house.matter(id)));
        assertTrue(house.possible(bureau, id).contains("dispatch"), "who comes after all is welcome");
    }

    @Test
    void refusalWithoutAReason_obligesTheFinderToReport_withOneItDoesNot() {
        String silent = notified();
        house.act(bureau, silent, "refuse");
        assertEquals("town", owed(silent, Duty.HAZARD_REPORT).owedBy());
        house.act(town, silent, "report", "reportText", "拒不处理");
        assertEquals(Status.MET, owed(silent, Duty.HAZARD_REPORT).status());

        String reasoned = notified();
        house.act(bureau, reasoned, "refuse", "refusalReason", "属应急部门职责");
        assertTrue(house.matter(reasoned).obligations().stream().noneMatch(o -> o.duty().equals(Duty.HAZARD_REPORT)));
        assertTrue(house.possible(town, reasoned).containsAll(List.of("report", "notifyAnother")));
        house.act(town, reasoned, "notifyAnother", "competent", "third");
        assertEquals("third", owed(reasoned, Duty.HAZARD_DISPATCH).owedBy());
        assertFalse(Decisions.maySee(Procedures.own(), bureau, house.matter(reasoned)));
    }

    @Test
    void government_saysWhoHandlesIt_andThatOneOwesItAtOnce() {
        String id = notified();
        house.act(bureau, id, "refuse");
        house.act(town, id, "report", "reportText", "拒不处理");
        refusal("not-yours-to-do", house.act(house.officer("government"), id, "instruct", "instruction", "x", "competent", "third"));
        assertInstanceOf(Decision.class, house.act(government, id, "instruct", "instruction", "由其处置", "competent", "third"));
        assertEquals("third", owed(id, Duty.HAZARD_DISPATCH).owedBy());
    }

    @Test
    void straightToTheGovernment_whereTheDocumentLeavesTheChoice() {
        refusal("invalid-fields", open(town, "to", "government"));
        rules(Map.of("orGovernment", House.rule("或者报告")));
        String id = assertInstanceOf(Decision.class, open(town, "to", "government", "competent", "")).changes().get(0).after().id();
        assertEquals("reported", house.matter(id).state());
        house.organs.remove("government");
        refusal("no-government", open(town, "to", "government", "competent", ""));
    }

    @Test
    void wrongInput_isRefusedAndNothingIsOpened() {
        refusal("invalid-fields", open(town, "competent", "town"));
        refusal("invalid-fields", open(town, "foundAt", "2025-10-01T10:00:00+08:00"));
        refusal("invalid-fields", open(town, "subject", "长".repeat(201)));
    }
}
