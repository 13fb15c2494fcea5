package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Training;
import cn.xiezhi.registry.Officer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingInEachCountyTest {
    static List<County> counties() {
        return County.ALL;
    }

    /** Every document has the departments train the townships' officers. */
    @ParameterizedTest
    @MethodSource("counties")
    void trainingThatWasHeld_countsForTheOrgansWhoseOfficersWereThere(County county) {
        House house = county.house();
        house.person("town-1", "甲", "town");
        Officer bureau = house.officer("bureau");
        Map<String, String> plan = House.input("subject", "执法文书", "mode", "course", "invited", "town", "plannedAt", "2025-09-30T08:00:00+08:00", "plannedHours", "2");
        if (county.id().equals("jinjiang")) {
            plan.put("purpose", "plan");
        }
        String id = Tried.done(house.open(bureau, Training.PROCEDURE, Optional.empty(), plan)).changes().get(0).after().id();
        Tried.done(house.act(bureau, id, "hold", "heldAt", "2025-09-30T08:00:00+08:00", "hours", "2"));
        Tried.done(house.act(house.officer("town"), id, "attend", "present", "town-1\ntown-2"));
        Tried.done(house.act(bureau, id, "examine", "results", "town-1 88"));
        Tried.done(house.act(bureau, id, "close"));
        assertEquals(Map.of("town", new BigDecimal("4")), Training.hours(List.of(house.matter(id)), Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    @Shows(procedure = "training", duties = "training.guide", counties = "jinjiang")
    void jinjiang_owesTheGuidanceThatATownAsksFor() {
        House house = County.named("jinjiang").house();
        String id = Tried.opened(house, house.officer("town"), "training", "purpose", "request", "subject", "执法设备", "host", "bureau", "need", "请上门辅导");
        var owed = house.matter(id).owed(Duty.TRAINING_GUIDE).orElseThrow();
        assertEquals(List.of("bureau", "晋江暂行规定 五（三）"), List.of(owed.owedBy(), owed.citation()));
        assertTrue(owed.dueAtExclusive().isEmpty(), "the document gives no number");
        Tried.done(house.act(house.officer("bureau"), id, "arrange", "mode", "visit", "invited", "town", "plannedAt", "2025-10-15T09:00:00+08:00", "plannedHours", "2"));
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
    }

    @Test
    void guidanceOnRequest_isJinjiangsAlone() {
        for (String county : Set.of("shanxi-district", "ningwu", "shanting", "hualong")) {
            assertTrue(County.named(county).policy().limit(Duty.TRAINING_GUIDE, Variant.NORMAL).isEmpty());
        }
    }
}
