package cn.xiezhi.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The procedure by itself, under rules that are made up. */
class JointInspectionTest {
    private static final LocalDate TUE_2025_11_04 = LocalDate.of(2025, 11, 4);

    private final House house = new House();
    private final Officer bureau = house.officer("bureau");

    JointInspectionTest() {
        house.procedures = Procedures.own().with(JointInspection.PROCEDURE);
        house.person("bureau-2", "乙", "bureau");
        house.person("bureau-3", "𬱖", "bureau");
        house.rules("joint-inspection", new ProcedureRules("示例办法 一", Map.of(), Map.of("officers", new Cited<>(2, "示例办法 二")),
                Map.of("results", List.of(new Entry("fine", "未发现问题", Optional.empty(), true, "示例办法 三"), new Entry("illegal", "发现违法行为", Optional.empty(), true, "示例办法 四")))));
        house.duty(new DutyRule(JointInspection.PUBLISH, Map.of(Variant.NORMAL, new LimitRule(Limit.workingDays(20), Optional.empty(), "示例办法 五")),
                Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Outcome open(Officer who, String... other) {
        Map<String, String> input = House.input("subject", "餐饮单位抽查", "drawnAt", "2025-09-30T09:00:00+08:00", "objects", "𠮷祥面馆\n城关饭店", "members", "third\ntown",
                "inspectors", "bureau-2\nbureau-3");
        input.putAll(House.input(other));
        return house.open(who, JointInspection.PROCEDURE, Optional.empty(), input);
    }

    private String opened() {
        return assertInstanceOf(Decision.class, open(bureau)).changes().get(0).after().id();
    }

    private Refusal refused(Outcome outcome, String field) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome, outcome::toString);
        assertEquals(List.of(field), refusal.errors().stream().map(Outcome.FieldError::field).toList());
        return refusal;
    }

    @Test
    void canBeHadBesideThePlatformsOwn() {
        assertEquals(Optional.empty(), Procedures.own().against(JointInspection.PROCEDURE));
    }

    @Test
    void inspectedAndMadePublicInTime() {
        String id = opened();
        assertEquals(List.of("remark", "note", "assign"), house.possible(house.officer("third"), id));
        house.act(house.officer("third"), id, "remark", "remark", "票据不全");
        house.act(bureau, id, "inspect", "finishedAt", "2025-09-30T10:00:00+08:00", "result", "illegal", "findings", "后厨未公示健康证");
        Obligation owed = house.matter(id).owed(JointInspection.PUBLISH).orElseThrow();
        assertEquals("bureau", owed.owedBy());
        assertEquals("示例办法 五", owed.citation());
        assertEquals(Optional.of(TUE_2025_11_04), owed.lastDay(), "twenty working days over the National Day");
        house.act(bureau, id, "publish", "place", "政府网站");
        assertFalse(house.matter(id).open());
        assertEquals(List.of(Status.MET), house.matter(id).obligations().stream().map(Obligation::status).toList());
        assertEquals(Optional.of("示例办法 四"), house.ledger(id).stream().filter(e -> e.action().equals("inspect")).findFirst().orElseThrow().citation());
    }

    @Test
    void townshipOrCountyWithoutIt_mayNotOpenIt() {
        assertEquals("not-yours-to-open", assertInstanceOf(Refusal.class, open(house.officer("town"))).code());
        house.policy = new House().policy;
        assertEquals("not-in-this-jurisdiction", assertInstanceOf(Refusal.class, open(bureau)).code());
    }

    @Test
    void fewerInspectorsThanTheDocumentAsksFor_areRefusedWithItsSection() {
        assertEquals(Optional.of("示例办法 二"), refused(open(bureau, "inspectors", "bureau-2"), "inspectors").errors().get(0).citation());
    }

    @Test
    void leadAmongTheMembers_controlCharacterOrLateDay_isRefused() {
        refused(open(bureau, "members", "bureau"), "members");
        refused(open(bureau, "subject", "餐饮\u0007"), "subject");
        refused(open(bureau, "subject", "餐".repeat(201)), "subject");
        refused(open(bureau, "drawnAt", "1999-12-31T10:00:00+08:00"), "drawnAt");
        refused(open(bureau, "drawnAt", "2025-10-01T10:00:00+08:00"), "drawnAt");
    }

    @Test
    void inspectionBeforeTheDraw_orResultThatTheDocumentLacks_isRefused() {
        String id = opened();
        refused(house.act(bureau, id, "inspect", "finishedAt", "2025-09-30T08:59:00+08:00", "result", "fine", "findings", "正常"), "finishedAt");
        refused(house.act(bureau, id, "inspect", "finishedAt", "2025-09-30T10:00:00+08:00", "result", "other", "findings", "正常"), "result");
        assertEquals("drawn", house.matter(id).state());
    }

    @Test
    void withoutIt_itsMatterCanBeReadAndNothingDone() {
        String id = opened();
        house.procedures = Procedures.own();
        assertEquals(List.of(), house.possible(bureau, id));
        assertTrue(Decisions.maySee(house.procedures, house.officer("third"), house.matter(id)));
    }
}
