package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only Hualong's document has a central approval department take over what others owe. */
class ApprovalInEachCountyTest {
    @Test
    void theOthersHaveNone() {
        Tried.notThere("approval", Set.of("shanxi-district", "ningwu", "shanting", "jinjiang"));
    }

    @Test
    void hualongsObligations_followThePermitOnItsDay_byItsSection() {
        House house = County.named("hualong").house();
        house.certified("bureau-1", "甲", "bureau", Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 12, 31));
        Officer bureau = house.officer("bureau");
        String decision = Tried.opened(house, bureau, "enforcement", "kind", "revocation", "subject", "某商户", "content", "吊销", "major", "false", "officers", "bureau-1", "item", "I-1");
        Tried.done(house.act(bureau, decision, "issue", "number", "1", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-30T09:30:00+08:00"));
        String id = Tried.opened(house, house.officer("government", Role.GOVERNMENT_OFFICE), "approval", "former", "bureau", "successor", "third", "items", "I-1", "since", "2025-10-09", "basis", "区政府决定");
        house.now = Instant.parse("2025-10-08T16:00:00Z");
        Tried.done(house.wake(id).orElseThrow());
        assertEquals(List.of("bureau PASSED_ON", "third OPEN"), house.matter(decision).obligations().stream().map(ApprovalInEachCountyTest::whose).toList());
        assertEquals(Optional.of("华龙实施意见 五2"), house.ledger(decision).get(2).citation());
    }

    /** Hualong's document has no limit for acknowledging a transfer, so that the receiver owes nothing when it comes. */
    @Test
    void hualongsTransferOverThePermit_comesToTheCentralApprovalDepartment_whichDecidesAndReports() {
        House house = County.named("hualong").house();
        Tried.opened(house, house.officer("justice", Role.JUSTICE_BUREAU), "approval", "former", "bureau", "successor", "third", "permits", "占道许可", "since", "2025-09-30", "basis", "区政府决定");
        Officer town = house.officer("town");
        String id = house.opened("permit", "占道许可");
        for (String slot : List.of("letter", "source", "evidence")) {
            house.attach(town, id, slot, Optional.of(1));
        }
        Tried.done(house.act(town, id, "send"));
        Tried.refused("not-yours-to-do", house.act(house.officer("bureau"), id, "accept"));
        Officer third = house.officer("third");
        Tried.done(house.act(third, id, "accept"));
        Tried.done(house.act(third, id, "file", "caseNumber", "1"));
        Tried.done(house.act(third, id, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00"));
        assertEquals("third OPEN", whose(house.matter(id).obligations().get(1)));
    }

    private static String whose(Obligation o) {
        return o.owedBy() + " " + o.status();
    }
}
