package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.done;
import static cn.xiezhi.procedure.Made.faulty;
import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Limit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Now is Tue 30 September 2025, 10:00. */
class PoliceTest {
    private static final String[] GIVE = {"policeOfficers", "王五 012345\n赵六 012346", "policeAt", "2025-10-01T07:30:00+08:00", "policeContact", "王五 110"};

    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer police = house.officer("police");

    @BeforeEach
    void twoOccasions() {
        house.rules("police", Made.with(Made.texts(), "occasions", "operation", "obstruction"));
        house.duty(Made.duty(Duty.POLICE_RESPOND, Limit.promptly()));
    }

    private Outcome ask(Officer who, String... more) {
        Map<String, String> input = House.input("police", "police", "occasion", "operation", "subject", "违建拆除", "place", "东街", "operationAt", "2025-10-01T08:00:00+08:00", "need", "4 名民警");
        input.putAll(House.input(more));
        input.values().removeIf(String::isEmpty);
        return house.open(who, Police.PROCEDURE, Optional.empty(), input);
    }

    @Test
    void givenUsedClosed_withWhoAndWhen() {
        String id = Made.id(ask(town));
        assertEquals("police", house.matter(id).owed(Duty.POLICE_RESPOND).orElseThrow().owedBy());
        assertTrue(house.matter(id).awaiting().contains("police"));
        done(house.act(police, id, "give", GIVE));
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        done(house.act(town, id, "use", "helped", "order\ncontrol", "course", "秩序平稳"));
        done(house.act(police, id, "offence", "offence", "publicSecurity", "offenceText", "行政拘留五日"));
        done(house.act(town, id, "close"));
        assertEquals("closed", house.matter(id).state());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void majorOperation_isToldBeforehand() {
        faulty(ask(town, "operationAt", ""), "operationAt");
        faulty(ask(town, "operationAt", "2025-09-30T08:00:00+08:00"), "operationAt");
        done(ask(town, "occasion", "obstruction", "operationAt", ""));
    }

    @Test
    void policeComeBeforeTheOperationBegins() {
        String id = Made.id(ask(town));
        faulty(house.act(police, id, "give", "policeOfficers", "王五", "policeAt", "2025-10-01T08:00:01+08:00", "policeContact", "王五"), "policeAt");
        faulty(house.act(police, id, "give"), "policeOfficers", "policeAt", "policeContact");
    }

    @Test
    void notGiven_needsItsReason_andCountsAsRefused() {
        String id = Made.id(ask(town));
        faulty(house.act(police, id, "decline"), "declineReason");
        done(house.act(police, id, "decline", "declineReason", "警力已派往防汛"));
        assertEquals("declined", house.matter(id).state());
        assertEquals(Status.REFUSED, house.matter(id).obligations().get(0).status());
    }

    @Test
    void onlyThePoliceAnswer_andOnlyEnforcingOrgansAsk() {
        String id = Made.id(ask(town));
        refused("not-yours-to-do", house.act(town, id, "give", GIVE));
        refused("not-an-enforcing-organ", ask(house.officer("procuratorate")));
        faulty(ask(town, "police", "bureau", "occasion", "party"), "police", "occasion");
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("third"), house.matter(id)));
    }

    @Test
    void calledOff_leavesNothingOwed() {
        String id = Made.id(ask(town));
        done(house.act(town, id, "withdraw", "withdrawReason", "活动改期"));
        assertTrue(house.matter(id).obligations().stream().noneMatch(Obligation::open));
    }
}
