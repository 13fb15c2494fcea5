package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.done;
import static cn.xiezhi.procedure.Made.faulty;
import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Limit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Now is Tue 30 September 2025, 10:00. */
class TrainingTest {
    private static final Instant SEP_1 = Instant.parse("2025-08-31T16:00:00Z");
    private static final Instant OCT_1 = Instant.parse("2025-09-30T16:00:00Z");

    private final House house = new House();
    private final Officer bureau = house.officer("bureau");
    private final Officer town = house.officer("town");

    @BeforeEach
    void people() {
        house.rules("training", Made.with(Made.texts(), "modes", "course", "practice"));
        house.person("town-1", "𠮷甲", "town");
        house.person("bureau-1", "丙", "bureau");
        house.person("third-1", "丁", "third");
    }

    private Outcome plan(Officer who, String... more) {
        Map<String, String> input = House.input("subject", "占道经营执法", "mode", "course", "invited", "town\nthird", "plannedAt", "2025-10-15T09:00:00+08:00", "plannedHours", "4");
        input.putAll(House.input(more));
        input.values().removeIf(String::isEmpty);
        return house.open(who, Training.PROCEDURE, Optional.empty(), input);
    }

    private String held(String at, String hours) {
        String id = Made.id(plan(bureau));
        done(house.act(bureau, id, "hold", "heldAt", at, "hours", hours));
        return id;
    }

    private String held() {
        return held("2025-09-30T09:00:00+08:00", "3.5");
    }

    @Test
    void asPlanned_isProposedWhenItWasHeld_butNotBeforeItsTime() {
        String id = Made.id(plan(bureau));
        assertEquals(Optional.of("4"), house.preset(bureau, id, "hold", "hours"));
        assertEquals(Optional.empty(), house.preset(bureau, id, "hold", "heldAt"));
        house.pass(Duration.ofDays(20));
        assertEquals(Optional.of("2025-10-15T09:00:00+08:00"), house.preset(bureau, id, "hold", "heldAt"));
    }

    private Map<String, BigDecimal> hours(String... ids) {
        return Training.hours(List.of(ids).stream().map(house::matter).toList(), SEP_1, OCT_1);
    }

    @Test
    void eachOrganEntersItsOwnOfficers_andHoursCountPerPerson() {
        String id = held();
        done(house.act(town, id, "attend", "present", "town-1\ntown-2"));
        done(house.act(bureau, id, "attend", "present", "bureau-1"));
        assertEquals(Map.of("town", new BigDecimal("7.0"), "bureau", new BigDecimal("3.5")), hours(id));
        faulty(house.act(town, id, "attend", "present", "bureau-1"), "present");
        faulty(house.act(town, id, "attend"), "present");
    }

    @Test
    void enteringAgain_replacesTheOrgansOwnEntry_andOnlyThat() {
        String id = held();
        done(house.act(town, id, "attend", "present", "town-1\ntown-2"));
        done(house.act(house.officer("third"), id, "attend", "present", "third-1"));
        done(house.act(town, id, "attend", "present", "town-2"));
        assertEquals(Map.of("town", new BigDecimal("3.5"), "third", new BigDecimal("3.5")), hours(id));
    }

    @Test
    void hoursCountWhereTheTrainingWasHeld_firstInstantIn_lastOut_plannedOnesNot() {
        String before = held("2025-08-31T23:59:59+08:00", "2");
        String first = held("2025-09-01T00:00:00+08:00", "8");
        String planned = Made.id(plan(bureau));
        for (String id : List.of(before, first)) {
            done(house.act(town, id, "attend", "present", "town-1"));
        }
        assertEquals(Map.of("town", new BigDecimal("8")), hours(before, first, planned));
        assertEquals(Map.of(), Training.hours(List.of(house.matter(first)), SEP_1.minusSeconds(60), SEP_1));
    }

    @Test
    void results_areForThoseWhoWereThere_onceEach_from0To100() {
        String id = held();
        done(house.act(town, id, "attend", "present", "town-1\ntown-2"));
        for (String bad : List.of("town-1", "town-1 101", "town-1 -1", "third-1 90", "town-1 90\ntown-1 91", "town-1 九十")) {
            faulty(house.act(bureau, id, "examine", "results", bad), "results");
        }
        refused("not-yours-to-do", house.act(town, id, "examine", "results", "town-1 100"));
        done(house.act(bureau, id, "examine", "results", "town-1 92.5\ntown-2 0"));
        assertEquals(Optional.of("𠮷甲（town-1） 92.5\n乙（town-2） 0"), house.matter(id).field("results"));
    }

    @Test
    void closing_namesTheInvitedWhoEnteredNobody() {
        String id = held();
        refused("nobody-entered", house.act(bureau, id, "close"));
        done(house.act(town, id, "attend", "present", "town-1"));
        done(house.act(bureau, id, "close"));
        assertEquals(Optional.of("third"), house.matter(id).field("absent"));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void attendance_waitsUntilItWasHeld_whichIsNotTomorrow() {
        String id = Made.id(plan(bureau));
        refused("not-in-this-state", house.act(town, id, "attend", "present", "town-1"));
        faulty(house.act(bureau, id, "hold", "heldAt", "2025-10-01T09:00:00+08:00", "hours", "201"), "heldAt", "hours");
    }

    @Test
    void guidanceThatIsAskedFor_isOwedByTheDepartment_untilItIsArranged() {
        house.rules("training", Made.with(Made.texts("guidance"), "modes", "course", "visit"));
        house.duty(Made.duty(Duty.TRAINING_GUIDE, Limit.promptly()));
        faulty(house.open(town, Training.PROCEDURE, Optional.empty(), House.input("purpose", "request", "subject", "设备使用")), "host", "need");
        faulty(house.open(bureau, Training.PROCEDURE, Optional.empty(), House.input("purpose", "request", "subject", "设备使用", "host", "bureau", "need", "现场指导")), "host");
        String id = Made.id(house.open(town, Training.PROCEDURE, Optional.empty(), House.input("purpose", "request", "subject", "设备使用", "host", "bureau", "need", "现场指导")));
        assertEquals("bureau", house.matter(id).owed(Duty.TRAINING_GUIDE).orElseThrow().owedBy());
        done(house.act(bureau, id, "arrange", "mode", "visit", "invited", "third", "plannedAt", "2025-10-15T09:00:00+08:00", "plannedHours", "2"));
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        assertEquals(Set.of("third", "town"), house.matter(id).organs("invited"), "who asked takes part");
        done(house.act(bureau, id, "hold", "heldAt", "2025-09-30T09:00:00+08:00", "hours", "2"));
        done(house.act(town, id, "attend", "present", "town-1"));
    }

    @Test
    void countyWithoutGuidance_doesNotAskForIt() {
        faulty(plan(bureau, "purpose", "request"), "purpose");
        refused("not-a-training-organ", plan(house.officer("police")));
    }
}
