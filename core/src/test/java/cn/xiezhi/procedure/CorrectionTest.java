package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private final House house = new House();
    private final Officer bureau = house.officer("bureau");
    private final Officer town = house.officer("town");
    private final Officer justice = house.officer("justice");

    @BeforeEach
    void ruled() {
        house.rules("correction", new Ruled().text("copy").made());
        house.duty(Ruled.limit(Duty.CORRECTION_ISSUE, Limit.promptly()));
        house.duty(Ruled.limit(Duty.SUPERVISION_RECTIFY, Limit.promptly()));
    }

    private Outcome open(Officer who, String... more) {
        Map<String, String> input = House.input("township", "town", "subject", "占道经营处罚", "errors", "未告知申辩权", "foundAt", "2025-09-29T10:00:00+08:00");
        input.putAll(House.input(more));
        return house.open(who, Correction.PROCEDURE, Optional.empty(), input);
    }

    private String issued() {
        String id = ((Decision) open(bureau)).changes().get(0).after().id();
        assertInstanceOf(Decision.class, house.act(bureau, id, "issue", "opinion", "重新告知后再作决定"));
        return id;
    }

    @Test
    void opinion_reachesTheTownship_andIsCopiedToTheJusticeBureau_notBeforeItIsIssued() {
        Matter found = ((Decision) open(bureau)).changes().get(0).after();
        assertFalse(Decisions.maySee(Procedures.own(), town, found));
        assertFalse(Decisions.maySee(Procedures.own(), justice, found));
        Matter issued = house.matter(issued());
        assertTrue(Decisions.maySee(Procedures.own(), town, issued));
        assertTrue(Decisions.maySee(Procedures.own(), justice, issued));
        assertEquals(Optional.of("town"), issued.owed(Duty.SUPERVISION_RECTIFY).map(Obligation::owedBy));
        assertEquals(Optional.of("测试办法 copy"), house.ledger(issued.id()).get(1).citation());
        assertEquals(List.of(Status.MET, Status.OPEN), issued.obligations().stream().map(Obligation::status).toList());
    }

    @Test
    void corrected_andConfirmed() {
        String id = issued();
        house.act(town, id, "correct", "corrected", "已重新告知");
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.SUPERVISION_RECTIFY));
        house.act(bureau, id, "confirm");
        assertEquals("closed", house.matter(id).state());
    }

    @Test
    void correctedTooLittle_isOwedAnew() {
        String id = issued();
        house.act(town, id, "correct", "corrected", "口头告知");
        house.act(bureau, id, "insist", "answer", "应当书面告知");
        assertEquals("issued", house.matter(id).state());
        assertTrue(house.matter(id).owed(Duty.SUPERVISION_RECTIFY).isPresent());
    }

    @Test
    void objection_keepsItOwed_untilTheDepartmentTakesTheOpinionBack() {
        String id = issued();
        house.act(town, id, "object", "objection", "已当场告知，有笔录");
        assertTrue(house.matter(id).owed(Duty.SUPERVISION_RECTIFY).isPresent());
        house.act(bureau, id, "insist", "answer", "笔录没有签名");
        assertEquals(1, house.matter(id).obligations().stream().filter(o -> o.duty().equals(Duty.SUPERVISION_RECTIFY)).count());
        house.act(town, id, "object", "objection", "补充了录像");
        house.act(bureau, id, "retract", "answer", "采纳");
        assertEquals("retracted", house.matter(id).state());
        assertEquals(Status.CANCELLED, house.matter(id).obligations().get(1).status());
    }

    @Test
    void onlyDepartments_issueOpinions_andOnlyOnTownships() {
        assertEquals("not-yours-to-open", assertInstanceOf(Refusal.class, open(town)).code());
        assertEquals("township", assertInstanceOf(Refusal.class, open(bureau, "township", "third")).errors().get(0).field());
        assertFalse(house.possible(house.officer("third"), issued()).contains("confirm"));
    }

    @Test
    void withoutAJusticeBureauInTheRegister_theOpinionCannotBeCopied_andSaysSo() {
        String id = ((Decision) open(bureau)).changes().get(0).after().id();
        house.organs.remove("justice");
        assertEquals("no-organ", assertInstanceOf(Refusal.class, house.act(bureau, id, "issue", "opinion", "纠正")).code());
        assertEquals("found", house.matter(id).state());
    }

    @Test
    void badInput_isRefusedByField_andRareCharactersSurvive() {
        assertEquals("foundAt", assertInstanceOf(Refusal.class, open(bureau, "foundAt", "2025-10-01T10:00:00+08:00")).errors().get(0).field());
        assertEquals("foundAt", assertInstanceOf(Refusal.class, open(bureau, "foundAt", "1999-12-31T10:00:00+08:00")).errors().get(0).field());
        assertEquals("subject", assertInstanceOf(Refusal.class, open(bureau, "subject", "字".repeat(201))).errors().get(0).field());
        assertEquals("errors", assertInstanceOf(Refusal.class, open(bureau, "errors", "a\u0000b")).errors().get(0).field());
        Matter matter = ((Decision) open(bureau, "subject", "𠮷某、𬱖某案")).changes().get(0).after();
        assertEquals("𠮷某、𬱖某案", matter.title());
    }

    @Test
    void theDepartmentTakesBackOnlyWhatItHasNotIssued() {
        Officer head = house.officer("bureau", Role.LEADER);
        String id = ((Decision) open(bureau)).changes().get(0).after().id();
        assertTrue(house.possible(head, id).contains("withdraw"));
        assertFalse(house.possible(head, issued()).contains("withdraw"));
    }
}
