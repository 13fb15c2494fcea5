package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisputeTest {
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");
    private final Officer justice = house.officer("justice", Role.JUSTICE_BUREAU);
    private final Officer government = house.officer("government", Role.GOVERNMENT_OFFICE);

    /** A transfer that the bureau has returned, and the dispute that followed. */
    private String[] returned() {
        String transfer = house.sent();
        assertInstanceOf(Decision.class, house.act(bureau, transfer, "return", "reason", "不属我局职责"));
        return new String[] {transfer, house.from(transfer).get(0).id()};
    }

    @Test
    void returning_opensTheDisputeAtItsFirstLevel_andTheCaseKeepsAnAnswerableOrgan() {
        String[] ids = returned();
        assertEquals("negotiating", house.matter(ids[1]).state());
        assertEquals(Set.of("town", "bureau"), house.matter(ids[1]).awaiting());
        assertEquals("returned", house.matter(ids[0]).state());
        assertEquals(Optional.of("bureau"), house.matter(ids[0]).party("answerable"));
    }

    @Test
    void negotiation_endsWhenBothNameTheSameOrgan_andBindsTheCase() {
        String[] ids = returned();
        house.act(bureau, ids[1], "agree", "competent", "town");
        assertTrue(house.matter(ids[1]).open());
        house.act(town, ids[1], "agree", "competent", "bureau");
        assertTrue(house.matter(ids[1]).open(), "they name different organs");
        house.act(town, ids[1], "agree", "competent", "town");
        assertEquals("settled", house.matter(ids[1]).state());
        assertEquals("keptBySender", house.matter(ids[0]).state());
        assertTrue(Ledger.intact(house.matter(ids[0]), house.ledger(ids[0])));
    }

    @Test
    void whatTheOtherOneNamed_isProposed() {
        String[] ids = returned();
        assertEquals(Optional.empty(), house.preset(town, ids[1], "agree", "competent"));
        house.act(bureau, ids[1], "agree", "competent", "town");
        assertEquals(Optional.of("town"), house.preset(town, ids[1], "agree", "competent"));
        assertEquals(Optional.empty(), house.preset(bureau, ids[1], "agree", "competent"));
    }

    @Test
    void twoOrgans_cannotAgreeTheCaseOntoAThird() {
        String[] ids = returned();
        assertInstanceOf(Refusal.class, house.act(bureau, ids[1], "agree", "competent", "third"));
    }

    @Test
    void everyLevelInTurn_untilTheGovernmentDecides_andTheReceiverMustTakeTheCase() {
        String[] ids = returned();
        assertFalse(house.possible(government, ids[1]).contains("decide"), "levels can't be skipped");
        house.act(town, ids[1], "escalate", "opinion", "协商不成");
        assertEquals(Optional.of("justice"), house.matter(ids[1]).party("handler"));
        assertFalse(house.possible(government, ids[1]).contains("decide"), "levels can't be skipped");
        assertEquals("opinion", assertInstanceOf(Refusal.class, house.act(justice, ids[1], "passUp")).errors().get(0).field());
        house.act(justice, ids[1], "passUp", "opinion", "建议由局办理");
        assertEquals(Set.of("government"), house.matter(ids[1]).awaiting());
        assertInstanceOf(Decision.class, house.act(government, ids[1], "decide", "competent", "bureau", "reasons", "三定方案"));
        Matter transfer = house.matter(ids[0]);
        assertEquals("accepted", transfer.state());
        assertEquals(Optional.of("bureau"), transfer.party("receiver"));
        assertEquals(Optional.of("测试办法 争议 decide"), house.ledger(ids[0]).get(house.ledger(ids[0]).size() - 1).citation());
        assertTrue(house.possible(bureau, ids[0]).contains("file"));
        assertFalse(house.possible(bureau, ids[0]).contains("return"), "the decision binds");
        assertFalse(house.possible(town, ids[0]).contains("withdraw"), "the decision binds the sender too");
        assertEquals("competence-settled", assertInstanceOf(Refusal.class, house.act(town, ids[0], "withdraw", "withdrawReason", "x")).code());
    }

    @Test
    void coordination_maySettleItOnAThird_whichThenHoldsTheCase() {
        String[] ids = returned();
        house.act(town, ids[1], "escalate", "opinion", "协商不成");
        house.act(justice, ids[1], "settle", "competent", "third", "agreement", "三方一致");
        assertEquals(Optional.of("third"), house.matter(ids[0]).party("receiver"));
        assertEquals(Optional.of("third"), house.matter(ids[0]).party("answerable"));
        assertFalse(Decisions.maySee(Procedures.own(), bureau, house.matter(ids[0])));
    }

    @Test
    void onlyRolesThatSpeakForTheGovernment_decide() {
        String[] ids = returned();
        house.act(town, ids[1], "escalate", "opinion", "x");
        house.act(justice, ids[1], "passUp", "opinion", "x");
        assertEquals(Outcome.Kind.FORBIDDEN,
                assertInstanceOf(Refusal.class, house.act(house.officer("government"), ids[1], "decide", "competent", "town", "reasons", "x")).kind());
    }

    @Test
    void disputeOverAReturnedCase_cannotBeWithdrawn() {
        String[] ids = returned();
        assertEquals("case-waits-for-this", assertInstanceOf(Refusal.class, house.act(bureau, ids[1], "withdraw", "withdrawReason", "x")).code());
    }

    @Test
    void anotherCompetenceDispute_takesTheOtherPath() {
        Decision opened = (Decision) house.open(town, Dispute.PROCEDURE, Optional.empty(), House.input("respondent", "bureau", "subject", "管辖", "claim", "属局"));
        String id = opened.changes().get(0).after().id();
        house.act(town, id, "escalate", "opinion", "协商不成");
        assertEquals(Set.of("government"), house.matter(id).awaiting());
    }

    @Test
    void returnedCase_isNotDisputedTwice() {
        String[] ids = returned();
        assertEquals("already-disputed", assertInstanceOf(Refusal.class, house.open(town, Dispute.PROCEDURE, Optional.of(ids[0]),
                House.input("respondent", "bureau", "subject", "管辖", "claim", "属局"))).code());
    }

    @Test
    void pathStaysAsItWasWhenTheDisputeBegan_whateverThePolicySaysLater() {
        String[] ids = returned();
        house.policy = new Policy(house.policy.jurisdiction(), "2", List.of(), house.policy.duties(), house.policy.transfer(),
                new DisputeRules(house.policy.dispute().competence(), house.policy.dispute().competence(), Optional.empty()), house.policy.procedures());
        house.act(town, ids[1], "escalate", "opinion", "协商不成");
        assertEquals("coordinating", house.matter(ids[1]).state());
    }

    @Test
    void pathThatLeadsToAnOrganNobodyRegistered_isRefusedBeforeAnythingIsWritten() {
        String transfer = house.sent();
        house.organs.values().removeIf(o -> o.kind() == Organ.Kind.GOVERNMENT);
        assertEquals("no-organ-for-level", assertInstanceOf(Refusal.class, house.act(bureau, transfer, "return", "reason", "x")).code());
        assertEquals("sent", house.matter(transfer).state());
    }
}
