package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationTest {
    private final House house = new House();
    private final Officer bureau = house.officer("bureau");
    private final Officer police = house.officer("police");

    @BeforeEach
    void policeAreToldOfMajorOperations() {
        house.rules("operation", new ProcedureRules("测试办法 联合执法", Map.of(), Map.of(), Map.of(
                "kinds", List.of(MeetingTest.entry("major", "重大活动", Organ.Kind.DEPARTMENT), MeetingTest.entry("joint", "联合检查", Organ.Kind.DEPARTMENT),
                        MeetingTest.entry("town", "镇街联合执法", Organ.Kind.TOWNSHIP)),
                "policeBefore", List.of(MeetingTest.entry("major", "重大活动", null)))));
        MeetingTest.limit(house, Duty.OPERATION_POLICE, Limit.promptly());
        MeetingTest.limit(house, Duty.OPERATION_OFFICERS, Limit.promptly());
    }

    private Outcome plan(Officer lead, String kind, String... more) {
        Map<String, String> input = House.input("subject", "夜市整治", "kind", kind, "startsAt", "2025-09-30T20:00:00+08:00", "place", "夜市", "plan", "分三组", "members", "third");
        input.putAll(House.input(more));
        return house.open(lead, Operation.PROCEDURE, Optional.empty(), input);
    }

    private String planned(Officer lead, String kind) {
        return assertInstanceOf(Decision.class, plan(lead, kind)).changes().get(0).after().id();
    }

    private static Refusal refusal(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    @Test
    void majorOperation_isNotCarriedOutBeforeThePoliceAreTold_andBackdatingDoesNotHelp() {
        String id = planned(bureau, "major");
        house.pass(Duration.ofHours(11));
        assertEquals(Optional.of("测试办法 会议 major"), refusal("police-not-told", house.act(bureau, id, "carryOut", "carriedOutAt", "2025-09-30T20:00:00+08:00")).citation());
        house.act(bureau, id, "tellPolice", "needs", "现场秩序");
        refusal("police-not-told", house.act(bureau, id, "carryOut", "carriedOutAt", "2025-09-30T20:00:00+08:00"));
        assertInstanceOf(Decision.class, house.act(bureau, id, "carryOut", "carriedOutAt", "2025-09-30T21:00:00+08:00"));
    }

    @Test
    void wholeWay_meetsTheDutiesOfBothSides() {
        String id = planned(bureau, "major");
        assertEquals(Set.of(Duty.OPERATION_POLICE), Set.copyOf(house.matter(id).obligations().stream().map(Obligation::duty).toList()));
        house.act(bureau, id, "tellPolice", "needs", "现场秩序");
        house.act(police, id, "assignOfficers", "policeOfficers", "一组四人");
        house.act(house.officer("third"), id, "join", "joining", "乙\n丙");
        house.pass(Duration.ofHours(12));
        house.act(bureau, id, "carryOut", "carriedOutAt", "2025-09-30T20:00:00+08:00");
        house.act(police, id, "recordIncident", "incident", "一人阻挠，已带离");
        house.act(bureau, id, "report", "report", "检查三十户", "checked", "30", "violations", "4");
        house.act(bureau, id, "close");
        assertEquals("closed", house.matter(id).state());
        assertEquals(Optional.of("third：乙、丙"), house.matter(id).field("joined"));
        assertEquals(List.of(Status.MET, Status.MET), house.matter(id).obligations().stream().map(Obligation::status).toList());
    }

    @Test
    void otherOperation_needsNoPolice_butMayHaveThem() {
        String id = planned(bureau, "joint");
        assertEquals(List.of(), house.matter(id).obligations());
        house.act(bureau, id, "tellPolice", "needs", "现场秩序");
        assertEquals(List.of(), house.matter(id).obligations(), "the document does not oblige them here");
        String alone = planned(house.officer("town"), "town");
        assertInstanceOf(Decision.class, house.act(house.officer("town"), alone, "carryOut", "carriedOutAt", "2025-09-30T10:00:00+08:00"));
    }

    @Test
    void whoLeads_isAsTheDocumentSays() {
        refusal("invalid-fields", plan(house.officer("town"), "major"));
        refusal("not-a-lead", plan(house.officer("justice"), "major"));
        refusal("invalid-fields", plan(bureau, "major", "members", "third\nbureau"));
        refusal("invalid-fields", plan(bureau, "major", "startsAt", "2025-09-29T20:00:00+08:00"));
    }

    @Test
    void policeThatNobodyRegistered_areNamedInTheRefusal() {
        String id = planned(bureau, "major");
        house.organs.remove("police");
        refusal("no-police", house.act(bureau, id, "tellPolice", "needs", "x"));
    }
}
