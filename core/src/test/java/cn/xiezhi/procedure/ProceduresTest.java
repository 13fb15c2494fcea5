package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedure.Making;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Procedures that another bundle brings, and matters whose procedure nobody knows any more. */
class ProceduresTest {
    private static final Duty CALL = Duty.brought("visit.call", "回访", "事项办结");
    private static final Procedure VISIT = visit("visit", "执法回访").made();

    private final House house = new House();
    private final Officer town = house.officer("town");

    private static Making visit(String id, String name) {
        return Procedure.named(id, name).state("due", "待回访").end("done", "已回访").part("visitor", "回访单位").brings(CALL).rules()
                .opening(Action.named("open", "登记").then((c, d) -> {
                    d.party("visitor", c.actor().organ().id());
                    d.title("回访");
                    d.to("due");
                    d.owe(CALL, c.actor().organ().id(), Variant.NORMAL, c.now());
                }))
                .actions(Action.named("call", "回访").from("due").by("visitor").then((c, d) -> {
                    d.to("done");
                    d.close(CALL, Obligation.Status.MET);
                }), Action.named("lapse", "逾期不访").from("due").automatic(m -> Optional.of(m.openedAt().plus(Duration.ofDays(30)))));
    }

    private String opened() {
        house.procedures = Procedures.own().with(VISIT);
        house.rules("visit", Made.texts());
        house.duty(Made.duty(CALL, Limit.workingDays(3)));
        return Made.id(house.open(town, VISIT, Optional.empty(), Map.of()));
    }

    @Test
    void itIsOfferedAndNamed_likeThePlatformsOwn() {
        String id = opened();
        assertEquals(VISIT, house.procedures.of(house.matter(id)));
        assertEquals("回访", house.procedures.text(house.matter(id).obligations().get(0).duty()));
        assertEquals("待回访", house.procedures.stateName("visit", "due"));
        assertEquals(Optional.empty(), Optional.ofNullable(Procedures.own().all().get("visit")), "the other snapshot stays as it is");
    }

    @Test
    void whatTakesANameOfAnother_orCannotBeTurnedOnByAPolicy_isRefused() {
        Procedures known = Procedures.own().with(VISIT);
        assertTrue(known.against(VISIT).orElseThrow().contains("“visit”已有“执法回访”"));
        assertTrue(known.against(visit("transfer", "另一种移送").made()).orElseThrow().contains("“transfer”"));
        assertTrue(known.against(visit("visit-two", "同一职责").made()).orElseThrow().contains("“visit.call”已有“回访”"));
        assertTrue(Procedures.own().against(visit("Visit 一", "名字不行").made()).isPresent());
        assertTrue(Procedures.own().against(Procedure.named("bare", "没有规则").state("s", "一").opening(Action.named("open", "登记")).made()).orElseThrow().contains("rules"));
    }

    /** Nobody would know any more who may see it when the bundle is gone. */
    @Test
    void whatHidesSomethingFromAParty_isRefused() {
        assertTrue(Procedures.own().against(visit("a", "甲").seals("letter", "visitor").made()).isPresent());
        assertTrue(Procedures.own().against(visit("a", "甲").logsReads("visitor").made()).isPresent());
        assertTrue(Procedures.own().against(visit("a", "甲").records(Field.text("x", "x").onlyFor("visitor")).made()).isPresent());
    }

    @Test
    void withoutIt_theMatterIsSeenByWhomItConcerns_andNothingCanBeDone() {
        String id = opened();
        house.procedures = Procedures.own();
        Matter matter = house.matter(id);
        Procedure standIn = house.procedures.of(matter);
        assertTrue(Decisions.maySee(house.procedures, town, matter));
        assertTrue(Decisions.maySee(house.procedures, house.officer("justice", Role.AUDITOR), matter));
        assertFalse(Decisions.maySee(house.procedures, house.officer("bureau"), matter));
        assertEquals(List.of("visit", "due", "visit.call"),
                List.of(standIn.name(), standIn.stateName(matter.state()), house.procedures.text(matter.obligations().get(0).duty())));
        assertEquals(List.of(), house.possible(town, id));
        assertFalse(Decisions.mayAttach(house.seen(town, id), standIn));
        Made.refused("procedure-not-installed", house.attach(town, id, "other", Optional.empty()));
        assertFalse(Decisions.mayOpen(house.seen(town, id), standIn));
        house.pass(Duration.ofDays(40));
        assertEquals(Optional.empty(), house.wake(id));
        house.procedures = Procedures.own().with(VISIT);
        assertEquals(List.of("call", "note", "assign"), house.possible(town, id));
    }

    /** A recount and a handing over of work go on; what the procedure alone knows stays as it was. */
    @Test
    void withoutIt_whatThePlatformDoesByItself_keepsWhatItKnew() {
        String id = opened();
        Matter before = house.matter(id);
        house.procedures = Procedures.own();
        assertEquals(Set.of("town"), before.awaiting());
        Matter after = Decisions.handOver(house.seen(town, id).situation(), town, before, "town-2", "调离").changes().get(0).after();
        assertEquals(List.of(before.awaiting(), before.wakesAt(), before.open(), before.state()), List.of(after.awaiting(), after.wakesAt(), after.open(), after.state()));
        DueDate later = house.policy.due(CALL, Variant.NORMAL, house.now.plus(Duration.ofDays(10)), House.calendar2025()).orElseThrow();
        Matter counted = Decisions.recount(house.seen(town, id).situation(), before, o -> Optional.of(later)).orElseThrow().changes().get(0).after();
        assertEquals(later.deadline().lastDay(), counted.obligations().get(0).lastDay());
        assertEquals(before.wakesAt(), counted.wakesAt());
    }

    @Test
    void stateThatANewerEditionLacks_canBeRead_andNothingDone() {
        String id = opened();
        house.procedures = Procedures.own().with(Procedure.named("visit", "执法回访").state("planned", "已安排").part("visitor", "回访单位").rules()
                .opening(Action.named("open", "登记")).made());
        assertEquals("执法回访", house.procedures.of(house.matter(id)).name());
        assertEquals(List.of(), house.possible(town, id));
    }

    @Test
    void dutyThatNobodyKnows_comesBackFromTheLedgerByItsId() {
        String id = opened();
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
        assertEquals(house.matter(id).obligations(), Trail.replay(house.ledger(id)));
        assertEquals("visit.call", Trail.replay(house.ledger(id)).get(0).duty().text());
    }

    @Test
    void dutiesAreTheSameByTheirIds_andThePlatformsOwnComeFirst() {
        assertEquals(CALL, Duty.named("visit.call"));
        assertEquals(Duty.TRANSFER_SEND, Duty.named("transfer.send"));
        assertEquals("移送", Duty.named("transfer.send").text());
        assertEquals(List.of(Duty.TRANSFER_SEND, Duty.ASSIST_REPLY, Duty.named("a.b"), CALL), List.of(CALL, Duty.ASSIST_REPLY, Duty.named("a.b"), Duty.TRANSFER_SEND).stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "visit", "visit.", "Visit.call", "visit.call twice", "访.call", "visit.call\n", "visit.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void idThatWouldNotComeBackFromTheLedger_isNoDuty(String id) {
        assertThrows(IllegalArgumentException.class, () -> Duty.brought(id, "回访", "办结"));
    }
}
