package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransferTest {
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");

    private Obligation owed(String id, Duty duty) {
        return house.matter(id).obligations().stream().filter(o -> o.duty().equals(duty)).findFirst().orElseThrow();
    }

    @Test
    void opening_owesTheSendingByTheFinder_countedOverNationalDay() {
        Obligation send = owed(house.opened(), Duty.TRANSFER_SEND);
        assertEquals("town", send.owedBy());
        // 30 Sep is the trigger; 1–8 Oct are days off; 9, 10, 11 (make-up Saturday), 13, 14 Oct are the five.
        assertEquals(Optional.of(LocalDate.of(2025, 10, 14)), send.lastDay());
        assertEquals(Optional.of(Instant.parse("2025-10-14T16:00:00Z")), send.dueAtExclusive());
    }

    @Test
    void urgentTransfer_isDue24HoursAfterDiscovery_throughTheNight() {
        assertEquals(Optional.of(Instant.parse("2025-10-01T02:00:00Z")), owed(house.opened("urgency", "urgent"), Duty.TRANSFER_SEND).dueAtExclusive());
    }

    @Test
    void happyWay_meetsEachDutyAndLeavesAnIntactLedger() {
        String id = house.sent();
        assertEquals(Status.MET, owed(id, Duty.TRANSFER_SEND).status());
        assertEquals("bureau", owed(id, Duty.TRANSFER_ACKNOWLEDGE).owedBy());
        assertEquals(Set.of("bureau"), house.matter(id).awaiting());
        house.act(bureau, id, "accept");
        house.act(bureau, id, "file", "caseNumber", "〔2025〕1号");
        house.act(bureau, id, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00");
        assertTrue(owed(id, Duty.TRANSFER_RESULT).dueAtExclusive().isEmpty(), "promptly has no due time");
        house.act(bureau, id, "notify", "result", "已处罚");
        house.act(town, id, "close");
        Matter closed = house.matter(id);
        assertEquals("closed", closed.state());
        assertFalse(closed.open());
        assertTrue(closed.obligations().stream().noneMatch(Obligation::open));
        assertTrue(Ledger.intact(closed, house.ledger(id)));
    }

    @Test
    void sendingWithoutTheLetter_isRefusedWithTheRuleThatAsksForIt() {
        String id = house.opened();
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(town, id, "send"));
        assertEquals("material:letter", refusal.errors().get(0).field());
        assertEquals(Optional.of("测试办法 材料"), refusal.errors().get(0).citation());
        assertEquals("discovered", house.matter(id).state());
    }

    @Test
    void extension_runsFromTheSameTrigger_andIsRefusedTwiceAndTooLate() {
        String id = house.opened();
        String[] why = {"extensionReason", "调查核实", "extensionNotice", "电话告知"};
        assertInstanceOf(Decision.class, house.act(town, id, "extend", why));
        Obligation send = owed(id, Duty.TRANSFER_SEND);
        assertEquals(Variant.EXTENDED, send.variant());
        // Ten in all from 30 Sep: 9, 10, 11, 13–17, 20, 21 Oct.
        assertEquals(Optional.of(LocalDate.of(2025, 10, 21)), send.lastDay());
        assertEquals("already-extended", assertInstanceOf(Refusal.class, house.act(town, id, "extend", why)).code());

        String late = house.opened();
        house.now = Instant.parse("2025-10-14T16:00:00Z");
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(town, late, "extend", why));
        assertEquals("extension-too-late", refusal.code());
        assertEquals(Optional.of("测试办法 延长"), refusal.citation());
        assertFalse(house.possible(town, late).contains("extend"));
    }

    @Test
    void extension_atTheLastInstantBeforeTheEnd_isStillInTime() {
        String id = house.opened();
        house.now = Instant.parse("2025-10-14T15:59:59.999Z");
        assertTrue(house.possible(town, id).contains("extend"));
    }

    @Test
    void urgentLimit_cannotBeExtended() {
        String id = house.opened("urgency", "urgent");
        assertEquals("not-extendable", assertInstanceOf(Refusal.class,
                house.act(town, id, "extend", "extensionReason", "x", "extensionNotice", "y")).code());
    }

    @Test
    void extensionWithoutNotice_isRefused() {
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(town, house.opened(), "extend", "extensionReason", "调查"));
        assertEquals("extensionNotice", refusal.errors().get(0).field());
    }

    @Test
    void passingOn_opensTheThirdsTransferWithItsPapersAndANewClock() {
        String id = house.sent();
        house.pass(Duration.ofHours(2));
        assertInstanceOf(Decision.class, house.act(bureau, id, "passOn", "onwardTo", "third", "onwardReason", "属其职责"));
        Matter next = house.from(id).get(0);
        assertEquals("passedOn", house.matter(id).state());
        assertEquals(Optional.of("bureau"), next.party("sender"));
        assertEquals(Optional.of("third"), next.party("receiver"));
        assertEquals(1, next.attachments().size());
        assertEquals(house.now, next.obligations().get(0).trigger());
    }

    @Test
    void onlyTheReceiverAccepts_andNobodyTwice() {
        String id = house.sent();
        assertEquals(Outcome.Kind.FORBIDDEN, assertInstanceOf(Refusal.class, house.act(town, id, "accept")).kind());
        house.act(bureau, id, "accept");
        assertEquals("not-in-this-state", assertInstanceOf(Refusal.class, house.act(bureau, id, "accept")).code());
    }

    @Test
    void administratorsAndAuditors_takeNoActions() {
        String id = house.opened();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR)) {
            assertEquals(List.of(), house.possible(house.officer("town", role), id));
            assertEquals(Outcome.Kind.FORBIDDEN, assertInstanceOf(Refusal.class, house.act(house.officer("town", role), id, "note", "note", "x")).kind());
        }
    }

    @Test
    void matterIsSeenByItsParties_andWhoReadsAcross_andNobodyElse() {
        Matter matter = house.matter(house.opened());
        assertTrue(Decisions.maySee(Procedures.own(), town, matter));
        assertTrue(Decisions.maySee(Procedures.own(), bureau, matter));
        assertTrue(Decisions.maySee(Procedures.own(), house.officer("justice", Role.JUSTICE_BUREAU), matter));
        assertTrue(Decisions.maySee(Procedures.own(), house.officer("third", Role.AUDITOR), matter));
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("third"), matter));
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("town", Role.ADMINISTRATOR), matter), "keeping accounts is no reason to read cases");
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("third", Role.JUSTICE_BUREAU), matter), "the role reads across only in the justice bureau");
    }

    @Test
    void decisionBeforeDiscovery_isRefused() {
        String id = house.sent();
        house.act(bureau, id, "accept");
        Refusal refusal = assertInstanceOf(Refusal.class,
                house.act(bureau, id, "declineFiling", "outcome", "notFiled", "decision", "x", "decidedAt", "2025-09-29T10:00:00+08:00"));
        assertEquals("decidedAt", refusal.errors().get(0).field());
    }

    @Test
    void allFaultsOfAForm_areNamedAtOnce() {
        Refusal refusal = assertInstanceOf(Refusal.class, house.open(town, Transfer.CASE, Optional.empty(),
                House.input("receiver", "unit", "cases", " \n ", "discoveredAt", "2025-10-30T10:00:00+08:00", "urgency", "grave", "inNameOf", "organ", "colour", "red")));
        assertEquals(Set.of("receiver", "cases", "facts", "discoveredAt", "urgency", "colour"),
                Set.copyOf(refusal.errors().stream().map(Outcome.FieldError::field).toList()));
    }

    @Test
    void violationGoingOn_asksForTheStopOrderAndTheNotice() {
        Refusal refusal = assertInstanceOf(Refusal.class, house.open(town, Transfer.CASE, Optional.empty(), house.transferInput("ongoing", "true")));
        assertEquals(List.of("stopped", "told"), refusal.errors().stream().map(Outcome.FieldError::field).toList());
        assertEquals(Optional.of("测试办法 制止"), refusal.errors().get(0).citation());
        assertInstanceOf(Decision.class, house.open(town, Transfer.CASE, Optional.empty(),
                house.transferInput("ongoing", "true", "stopped", "责令停止", "told", "10时电话")));
    }

    @Test
    void clue_isLighter_noPapersNoFiling() {
        Decision opened = (Decision) house.open(town, Transfer.CLUE, Optional.empty(),
                House.input("receiver", "bureau", "cases", "线索", "facts", "群众反映", "discoveredAt", "2025-09-30T10:00:00+08:00", "urgency", "normal"));
        String id = opened.changes().get(0).after().id();
        for (String[] step : new String[][] {{"town", "send"}, {"bureau", "accept"}}) {
            assertInstanceOf(Decision.class, house.act(house.officer(step[0]), id, step[1]), step[1]);
        }
        assertInstanceOf(Decision.class, house.act(bureau, id, "decide", "outcome", "notFiled", "decision", "查无实据", "decidedAt", "2025-09-30T10:00:00+08:00"));
        assertInstanceOf(Decision.class, house.act(bureau, id, "notify", "result", "已反馈"));
        assertEquals("notified", house.matter(id).state());
    }

    @Test
    void withdrawing_isForTheOpenerOrTheLeader_andClosesWhatIsOwed() {
        String id = house.sent();
        Officer other = new Officer("town-2", "乙", town.organ(), Set.of(Role.OFFICER));
        assertEquals("not-yours-to-withdraw", assertInstanceOf(Refusal.class, house.act(other, id, "withdraw", "withdrawReason", "x")).code());
        assertInstanceOf(Decision.class, house.act(house.officer("town", Role.LEADER), id, "withdraw", "withdrawReason", "重复"));
        assertTrue(house.matter(id).obligations().stream().noneMatch(Obligation::open));
    }

    @Test
    void handingOverToAColleague_isOnlyWithinTheOrgan() {
        String id = house.opened();
        assertInstanceOf(Decision.class, house.act(town, id, "assign", "colleague", "town-2"));
        assertEquals(Optional.of("town-2"), house.matter(id).assignee());
        assertInstanceOf(Refusal.class, house.act(town, id, "assign", "colleague", "bureau-1"));
    }
}
