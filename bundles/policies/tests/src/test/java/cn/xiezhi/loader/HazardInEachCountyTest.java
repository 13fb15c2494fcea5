package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Hazard;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Operation;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Count;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard notices and joint operations under each county's own rules. */
class HazardInEachCountyTest {
    private static House house(String county) {
        House house = County.named(county).house();
        house.organs.put("enforcement", new Organ("enforcement", "test", "某区综合行政执法局", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()));
        return house;
    }

    private static Outcome notice(House house, String finder, String... more) {
        Map<String, String> input = House.input("subject", "厂房火灾隐患", "kind", "safety", "place", "某村", "facts", "电线裸露", "competent", "bureau");
        input.putAll(House.input(more));
        return house.open(house.officer(finder), Hazard.PROCEDURE, Optional.empty(), input);
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome.toString()).changes().get(0).after().id();
    }

    private static Optional<Obligation> owed(House house, String id, Duty duty) {
        return house.matter(id).obligations().stream().filter(o -> o.duty().equals(duty)).reduce((a, b) -> b);
    }

    @Shows(procedure = "hazard", duties = {"hazard.notify", "hazard.dispatch"}, counties = {"shanxi-district", "ningwu", "hualong"})
    @ParameterizedTest
    @ValueSource(strings = {"shanxi-district", "ningwu", "hualong"})
    void townshipTells_andTheOtherSideComesAtOnce_orIsReported(String county) {
        House house = house(county);
        String id = id(notice(house, "town"));
        assertEquals(Count.IMMEDIATELY, owed(house, id, Duty.HAZARD_NOTIFY).orElseThrow().limit().count());
        assertEquals(Status.MET, owed(house, id, Duty.HAZARD_NOTIFY).orElseThrow().status());
        assertEquals("bureau", owed(house, id, Duty.HAZARD_DISPATCH).orElseThrow().owedBy());
        house.pass(Duration.ofMinutes(5));
        assertTrue(owed(house, id, Duty.HAZARD_DISPATCH).orElseThrow().overdue(house.now));
        assertTrue(house.possible(house.officer("town"), id).contains("report"));
    }

    @Shows(procedure = "hazard", duties = "hazard.report", counties = {"shanxi-district", "ningwu", "hualong"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,PROMPTLY,协同机制 三（三）2", "ningwu,PROMPTLY,宁武协助机制 三（四）", "hualong,IMMEDIATELY,华龙实施意见 四（四）"})
    void silentRefusal_isReportedToTheGovernment(String county, Count count, String rule) {
        House house = house(county);
        String id = id(notice(house, "town"));
        house.act(house.officer("bureau"), id, "refuse");
        Obligation report = owed(house, id, Duty.HAZARD_REPORT).orElseThrow();
        assertEquals(count, report.limit().count());
        assertEquals(rule, report.citation());
        assertInstanceOf(Decision.class, house.act(house.officer("town"), id, "report", "reportText", "拒不处理"));
        assertEquals("reported", house.matter(id).state());
    }

    @Shows(procedure = "hazard", duties = "hazard.notify", counties = "shanting")
    @Test
    void enforcementBureauOfShanting_tellsPromptly_orTheGovernment() {
        House house = house("shanting");
        String id = id(notice(house, "enforcement", "to", "organ"));
        assertEquals(Count.PROMPTLY, owed(house, id, Duty.HAZARD_NOTIFY).orElseThrow().limit().count());
        assertEquals(Optional.empty(), owed(house, id, Duty.HAZARD_DISPATCH), "the document has no such duty");
        assertTrue(house.possible(house.officer("enforcement"), id).contains("report"));
        Map<String, String> input = House.input("subject", "x", "kind", "stability", "place", "x", "facts", "x", "to", "government");
        assertEquals("reported", house.matter(id(house.open(house.officer("enforcement"), Hazard.PROCEDURE, Optional.empty(), input))).state());
    }

    @Test
    void jinjiangsDocumentHasNoHazardNotice() {
        assertEquals("not-in-this-jurisdiction", assertInstanceOf(Refusal.class, notice(house("jinjiang"), "town")).code());
    }

    private static Outcome operation(House house, String lead, String kind) {
        return house.open(house.officer(lead), Operation.PROCEDURE, Optional.empty(), House.input("subject", "专项整治", "kind", kind,
                "startsAt", "2025-10-10T09:00:00+08:00", "place", "城区", "plan", "分组检查", "members", "third"));
    }

    @Shows(procedure = "operation", duties = {"operation.police", "operation.officers"}, counties = "shanting")
    @ParameterizedTest
    @ValueSource(strings = {"major", "special"})
    void shantingTellsThePolice_beforeMajorAndSpecialOperations(String kind) {
        House house = house("shanting");
        Officer lead = house.officer("enforcement");
        String id = id(operation(house, "enforcement", kind));
        assertEquals("enforcement", owed(house, id, Duty.OPERATION_POLICE).orElseThrow().owedBy());
        house.pass(Duration.ofDays(11));
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(lead, id, "carryOut", "carriedOutAt", "2025-10-10T09:00:00+08:00"));
        assertEquals(Optional.of("山亭意见 七（二）"), refusal.citation());
        house.act(lead, id, "tellPolice", "needs", "现场秩序");
        assertEquals("police", owed(house, id, Duty.OPERATION_OFFICERS).orElseThrow().owedBy());
        house.act(house.officer("police"), id, "assignOfficers", "policeOfficers", "四人");
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Status.MET));
        house.pass(Duration.ofHours(1));
        assertInstanceOf(Decision.class, house.act(lead, id, "carryOut", "carriedOutAt", "2025-10-11T10:30:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({"shanting,town,town", "jinjiang,town,town", "jinjiang,bureau,major", "shanxi-district,town,town", "ningwu,bureau,joint", "hualong,town,clue"})
    void elsewhereThePoliceNeedNotBeTold(String county, String lead, String kind) {
        House house = house(county);
        String id = id(operation(house, lead, kind));
        assertTrue(house.matter(id).obligations().isEmpty());
        assertInstanceOf(Decision.class, house.act(house.officer(lead), id, "carryOut", "carriedOutAt", "2025-09-30T10:00:00+08:00"));
    }
}
