package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule that a document may add to a transfer refuses what it forbids, and says where it stands. */
class TransferRulesTest {
    private static final Cited<String> OWN = House.rule("名义");
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");

    private void with(TransferRules rules) {
        house.policy = house.policy(rules);
    }

    /** Everything on: one case, two officers, leader, contact, hand-over list, receipt, goods, reasons, evidence, stages, no onward transfer. */
    static TransferRules strict() {
        return new TransferRules(OWN, true, Optional.of(House.rule("一案")),
                List.of(new Material("letter", "移送函", true, true, false, "测试办法 材料"), new Material("goods", "物品清单", true, true, true, "测试办法 物品")),
                Optional.of(new Cited<>(2, "测试办法 人员")), Optional.of(House.rule("批准")), Optional.of(House.rule("联系人")), Optional.of(House.rule("交接单")),
                Optional.of(new Cited<>("送达回证", "测试办法 回证")), Optional.of(House.rule("处置")), House.rule("制止"), Optional.of(House.rule("理由")),
                Optional.of(House.rule("证据")), Optional.of(House.rule("已结")), Optional.of(House.rule("未结")), Optional.of(House.rule("遗留")), Optional.of(House.rule("再移送")));
    }

    private void refused(String code, String section, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        assertEquals(Optional.of("测试办法 " + section), refusal.citation());
    }

    private Outcome open(String... more) {
        return house.open(town, Transfer.CASE, Optional.empty(), house.transferInput(more));
    }

    @Test
    void internalUnit_mayTransferOnlyWhereALawIsCited() {
        refused("own-name-only", "名义", open("inNameOf", "unit", "lawCited", ""));
        assertInstanceOf(Decision.class, open("inNameOf", "unit", "lawCited", "某法第三条"));
        refused("own-name-only", "名义", house.open(house.officer("unit"), Transfer.CASE, Optional.empty(), house.transferInput()));
    }

    @Test
    void withoutTheExceptionForLaws_aCitedLawDoesNotHelp() {
        TransferRules r = House.plain();
        with(new TransferRules(OWN, false, r.oneCase(), r.materials(), r.officers(), r.leaderApproval(), r.contact(), r.handOverList(), r.receipt(), r.disposedGoods(),
                r.ongoing(), r.reasonedRefusal(), r.evidence(), r.closedBefore(), r.filedBefore(), r.legacy(), r.noOnward()));
        refused("own-name-only", "名义", open("inNameOf", "unit"));
    }

    @Test
    void twoCasesInOneTransfer_areRefusedWhereOneIsTheRule() {
        assertInstanceOf(Decision.class, open("cases", "甲\n乙"));
        with(strict());
        refused("one-case-one-transfer", "一案", open("cases", "甲\n乙", "stage", "none"));
    }

    @Test
    void casesFromBeforeTheHandOverOfPowers_stayOrAreNegotiated() {
        with(strict());
        refused("closed-before-handover", "已结", open("stage", "closed"));
        refused("filed-before-handover", "未结", open("stage", "filed"));
        assertEquals("negotiated", assertInstanceOf(Refusal.class, open("stage", "legacy")).errors().get(0).field());
        assertInstanceOf(Decision.class, open("stage", "legacy", "negotiated", "由接收方办理"));
    }

    @Test
    void strictCounty_asksForApprovalOfficersContactListAndReceipt() {
        with(strict());
        String id = house.opened("stage", "none");
        house.attach(town, id, "letter", Optional.of(2));
        String[] good = {"officers", "甲\n乙", "contact", "丙 123", "handOverSender", "甲"};
        refused("leader-approval-missing", "批准", house.act(town, id, "send", good));
        assertFalse(house.possible(town, id).contains("approve"));
        assertInstanceOf(Decision.class, house.act(house.officer("town", Role.LEADER), id, "approve"));
        Refusal one = assertInstanceOf(Refusal.class, house.act(town, id, "send", "officers", "甲", "contact", "丙", "handOverSender", "甲"));
        assertEquals(Optional.of("测试办法 人员"), one.errors().get(0).citation());
        Refusal same = assertInstanceOf(Refusal.class, house.act(town, id, "send", "officers", "甲\n甲", "contact", "丙", "handOverSender", "甲"));
        assertEquals("officers", same.errors().get(0).field());
        Refusal bare = assertInstanceOf(Refusal.class, house.act(town, id, "send"));
        assertEquals(List.of("officers", "contact", "handOverSender"), bare.errors().stream().map(Outcome.FieldError::field).toList());
        assertInstanceOf(Decision.class, house.act(town, id, "send", good));
        Refusal unsigned = assertInstanceOf(Refusal.class, house.act(bureau, id, "accept"));
        assertEquals(List.of("handOverReceiver", "receipt"), unsigned.errors().stream().map(Outcome.FieldError::field).toList());
        assertInstanceOf(Decision.class, house.act(bureau, id, "accept", "handOverReceiver", "丁", "receipt", "丁"));
        assertTrue(house.possible(bureau, id).contains("reviewEvidence"));
    }

    @Test
    void handOverList_needsThePagesOfEachPaper() {
        with(strict());
        String id = house.opened("stage", "none");
        house.attach(town, id, "letter", Optional.empty());
        house.act(house.officer("town", Role.LEADER), id, "approve");
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(town, id, "send", "officers", "甲\n乙", "contact", "丙", "handOverSender", "甲"));
        assertEquals("material:letter", refusal.errors().get(0).field());
    }

    @Test
    void seizedGoods_bringTheirListAndProceeds() {
        with(strict());
        assertEquals("proceeds", assertInstanceOf(Refusal.class, open("stage", "none", "goods", "true", "disposed", "true")).errors().get(0).field());
        String id = house.opened("stage", "none", "goods", "true", "disposed", "true", "proceeds", "留样，变价款一百元");
        house.attach(town, id, "letter", Optional.of(1));
        house.act(house.officer("town", Role.LEADER), id, "approve");
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(town, id, "send", "officers", "甲\n乙", "contact", "丙", "handOverSender", "甲"));
        assertEquals(Optional.of("测试办法 物品"), refusal.errors().get(0).citation());
    }

    @Test
    void noOnwardTransfer_isRefusedByEveryDoor_andNotOffered() {
        String id = house.sent();
        with(strict());
        refused("no-onward-transfer", "再移送", house.act(bureau, id, "passOn", "onwardTo", "third", "onwardReason", "x"));
        assertFalse(house.possible(bureau, id).contains("passOn"));
        refused("no-onward-transfer", "再移送", house.open(bureau, Transfer.CASE, Optional.of(id), house.transferInput("receiver", "third", "stage", "none")));
    }

    @Test
    void refusalWithoutReason_isRefusedWithTheRule() {
        String id = house.sent();
        with(strict());
        assertEquals(Optional.of("测试办法 理由"), assertInstanceOf(Refusal.class, house.act(bureau, id, "return")).errors().get(0).citation());
    }
}
