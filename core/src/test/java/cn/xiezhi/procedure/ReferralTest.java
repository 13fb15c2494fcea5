package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.id;
import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferralTest {
    private static final String REPORTED = "2025-09-30T10:00:00+08:00";
    private static final Instant FRI_2025_10_10_0H = Instant.parse("2025-10-09T16:00:00Z");
    private static final List<String> PAPERS = List.of("letter", "report", "goodsList", "appraisal");

    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer legal = new Officer("town-law", "法制员", house.organs.get("town"), town.roles());
    private final Officer head = new Officer("town-head", "镇长", house.organs.get("town"), Set.of(Role.LEADER));
    private final Officer police = house.officer("police");
    private final Officer procuratorate = house.officer("procuratorate");

    @BeforeEach
    void ruled() {
        house.rules("referral", new Ruled().text("noFine", "legalReview", "decision", "copy", "afterwards", "setOff", "goods", "consult", "early", "proposals")
                .list("papers", PAPERS.toArray(String[]::new)).list("remedies", "reconsider", "supervise").list("imposed", "warning", "closure", "licence").made());
        house.duty(Ruled.limit(Duty.CRIMINAL_REVIEW, Limit.workingDays(5)));
        house.duty(Ruled.limit(Duty.CRIMINAL_DELIVER, Limit.hours(24), Limit.immediately()));
        house.duty(Ruled.limit(Duty.CRIMINAL_RECONSIDER, Limit.calendarDays(3)));
        house.duty(Ruled.limit(Duty.CRIMINAL_RECONSIDER_DECISION, Limit.calendarDays(3)));
        house.duty(Ruled.limit(Duty.CRIMINAL_SUPERVISE, Limit.calendarDays(3)));
    }

    private Outcome open(Optional<String> origin, String... more) {
        Map<String, String> input = House.input("suspect", "𠮷某", "crime", "非法经营罪", "facts", "查获", "reportedAt", REPORTED, "proposedBy", "none");
        input.putAll(House.input(more));
        return house.open(town, Referral.PROCEDURE, origin, input);
    }

    private String reviewed(String... more) {
        String id = id(open(Optional.empty(), more));
        assertInstanceOf(Decision.class, house.act(legal, id, "review", "meets", "yes", "reviewOpinion", "应当移送"));
        return id;
    }

    private String decided(String... more) {
        String id = reviewed(more);
        assertInstanceOf(Decision.class, house.act(head, id, "decide", "decision", "refer", "decidedBy", "head", "decidedAt", REPORTED));
        return id;
    }

    private void deliver(String id, String... more) {
        PAPERS.forEach(p -> house.attach(town, id, p, Optional.empty()));
        Map<String, String> input = House.input("police", "police", "handOver", "甲交、乙收");
        input.putAll(House.input(more));
        assertInstanceOf(Decision.class, house.act(town, id, "deliver", input.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new)));
    }

    private String received(String... more) {
        String id = decided();
        deliver(id, more);
        house.act(police, id, "receive", "receivedBy", "民警甲");
        return id;
    }

    private String declined() {
        String id = received();
        assertInstanceOf(Decision.class, house.act(police, id, "decline", "noticeNumber", "公不立〔2025〕1号", "declined", "情节显著轻微"));
        return id;
    }

    private String upheld() {
        String id = declined();
        assertInstanceOf(Decision.class, house.act(town, id, "reconsider", "grounds", "数额已达标准"));
        assertInstanceOf(Decision.class, house.act(police, id, "reconsidered", "reconsidered", "uphold", "reconsideredWhy", "维持"));
        return id;
    }

    private static List<String> faults(Outcome outcome) {
        return refused("invalid-fields", outcome).errors().stream().map(FieldError::field).toList();
    }

    private Optional<Obligation> owed(String id, Duty duty) {
        return house.matter(id).owed(duty);
    }

    @Test
    void eachClock_isItsOwn() {
        String id = id(open(Optional.empty()));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 14)), owed(id, Duty.CRIMINAL_REVIEW).orElseThrow().lastDay());
        house.act(legal, id, "review", "meets", "yes", "reviewOpinion", "应当移送");
        assertEquals(Optional.empty(), owed(id, Duty.CRIMINAL_REVIEW));
        assertEquals(Optional.empty(), owed(id, Duty.CRIMINAL_DELIVER), "it runs from the decision");
        house.act(head, id, "decide", "decision", "refer", "decidedBy", "collective", "decidedAt", REPORTED);
        assertEquals(Optional.of(Instant.parse("2025-10-01T02:00:00Z")), owed(id, Duty.CRIMINAL_DELIVER).orElseThrow().dueAtExclusive());
        deliver(id);
        house.act(police, id, "receive", "receivedBy", "民警甲");
        house.act(police, id, "decline", "noticeNumber", "1", "declined", "轻微");
        assertEquals(Optional.of(LocalDate.of(2025, 10, 9)), owed(id, Duty.CRIMINAL_RECONSIDER).orElseThrow().lastDay());
        house.act(town, id, "reconsider", "grounds", "不服");
        assertEquals(Optional.of("police"), owed(id, Duty.CRIMINAL_RECONSIDER_DECISION).map(Obligation::owedBy));
        house.act(police, id, "reconsidered", "reconsidered", "uphold", "reconsideredWhy", "维持");
        assertEquals(Optional.of("town"), owed(id, Duty.CRIMINAL_SUPERVISE).map(Obligation::owedBy));
        house.act(town, id, "propose", "grounds", "不服");
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Status.MET));
        house.act(procuratorate, id, "supervise", "supervised", "uphold", "supervisedWhy", "理由成立");
        assertEquals("returned", house.matter(id).state());
        house.act(town, id, "conclude", "after", "penalty", "afterWhy", "罚字〔2025〕1号");
        assertEquals("concluded", house.matter(id).state());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void theReport_isNotReviewedByWhoMadeIt_norDecidedByAnybodyButTheHead() {
        String id = id(open(Optional.empty()));
        Refusal own = refused("own-report", house.act(town, id, "review", "meets", "yes", "reviewOpinion", "x"));
        assertEquals(Optional.of("测试办法 legalReview"), own.citation());
        refused("not-in-this-state", house.act(head, id, "decide", "decision", "refer", "decidedBy", "head", "decidedAt", REPORTED));
        house.act(legal, id, "review", "meets", "yes", "reviewOpinion", "x");
        refused("not-yours-to-do", house.act(town, id, "decide", "decision", "refer", "decidedBy", "head", "decidedAt", REPORTED));
    }

    @Test
    void notReferring_needsAReason_whichStaysInTheLedger() {
        String id = reviewed();
        assertEquals(List.of("reasons"), faults(house.act(head, id, "decide", "decision", "not", "decidedBy", "head", "decidedAt", REPORTED)));
        assertEquals(List.of("decidedAt"), faults(house.act(head, id, "decide", "decision", "refer", "decidedBy", "head", "decidedAt", "2025-09-30T09:59:00+08:00")));
        house.act(head, id, "decide", "decision", "not", "decidedBy", "head", "decidedAt", REPORTED, "reasons", "未达追诉标准");
        assertEquals("notReferred", house.matter(id).state());
        LedgerEntry last = house.ledger(id).get(2);
        assertEquals("未达追诉标准", last.details().get("reasons"));
        assertEquals(Optional.of("测试办法 decision"), last.citation());
    }

    @Test
    void aSuspicion_isNeitherTakenBack_norSettledByAFine() {
        String id = id(open(Optional.empty()));
        noWayOut(id, "prepared");
        house.act(legal, id, "review", "meets", "no", "reviewOpinion", "x");
        noWayOut(id, "reviewed");
        house.act(head, id, "decide", "decision", "refer", "decidedBy", "head", "decidedAt", REPORTED);
        noWayOut(id, "toDeliver");
        deliver(id);
        noWayOut(id, "delivered");
        house.act(police, id, "receive", "receivedBy", "乙");
        noWayOut(id, "received");
    }

    private void noWayOut(String id, String state) {
        assertEquals(state, house.matter(id).state());
        for (Officer who : List.of(town, legal, head)) {
            assertTrue(house.possible(who, id).stream().noneMatch(List.of("withdraw", "conclude", "accept", "result")::contains), house.possible(who, id).toString());
        }
    }

    @Test
    void whatIsFlagrant_goesStraightToDelivery_atOnce() {
        String id = id(open(Optional.empty(), "grave", "true"));
        assertEquals("toDeliver", house.matter(id).state());
        Obligation owed = owed(id, Duty.CRIMINAL_DELIVER).orElseThrow();
        assertEquals("测试办法 重大", owed.citation());
        assertEquals(Optional.of(house.now), owed.dueAtExclusive());
    }

    @Test
    void delivery_needsItsPapers_theGoodsListAndTheAppraisalWhereThereAreSome_andIsCopied() {
        String plain = decided();
        assertEquals(List.of("material:letter", "material:report"), faults(house.act(town, plain, "deliver", "police", "police", "handOver", "甲")));
        String goods = decided("goods", "true", "appraised", "true");
        assertEquals(List.of("material:letter", "material:report", "material:goodsList", "material:appraisal"), faults(house.act(town, goods, "deliver", "police", "police", "handOver", "甲")));
        deliver(goods);
        assertEquals(Optional.of("procuratorate"), house.matter(goods).party("procuratorate"));
        assertTrue(Decisions.maySee(Procedures.own(), procuratorate, house.matter(goods)));
        assertEquals(List.of("police"), faults(house.act(town, plain, "deliver", "police", "bureau", "handOver", "甲")).stream().filter("police"::equals).toList());
        house.organs.remove("procuratorate");
        PAPERS.forEach(p -> house.attach(town, plain, p, Optional.empty()));
        refused("no-organ", house.act(town, plain, "deliver", "police", "police", "handOver", "甲"));
    }

    @Test
    void thePolice_fileAndTheMatterEndsWithTheVerdict_thePaidFineSetOff() {
        String id = received("imposed", "warning\nclosure", "finePaid", "true", "fineAmount", "5000", "finePaidOn", "2025-09-01");
        assertEquals(Optional.of("warning\nclosure"), house.matter(id).field("imposed"));
        house.act(police, id, "file", "caseNumber", "公立〔2025〕1号");
        assertEquals(List.of("setOffAmount"), faults(house.act(town, id, "result", "result", "convicted", "verdict", "判决")));
        Refusal wrong = refused("set-off-wrong", house.act(town, id, "result", "result", "convicted", "verdict", "判决", "criminalFine", "20000", "setOffAmount", "4000"));
        assertEquals(Optional.of("测试办法 setOff"), wrong.citation());
        refused("set-off-wrong", house.act(town, id, "result", "result", "convicted", "verdict", "判决", "criminalFine", "3000", "setOffAmount", "5000"));
        house.act(town, id, "result", "result", "convicted", "verdict", "判决", "criminalFine", "20000", "setOffAmount", "5000.00");
        assertEquals("closed", house.matter(id).state());
        assertEquals(List.of("fineAmount", "finePaidOn"), faults(house.act(town, decided(), "deliver", "police", "police", "handOver", "甲", "finePaid", "true")).stream()
                .filter(f -> f.startsWith("fine")).toList());
    }

    @Test
    void notProsecutedInTheEnd_itGoesBackToAnAdministrativePenalty() {
        String id = received();
        house.act(police, id, "file", "caseNumber", "1");
        house.act(town, id, "result", "result", "none", "verdict", "撤销案件");
        assertEquals("returned", house.matter(id).state());
    }

    @Test
    void reconsideration_isGoneWhenItsTimeHasRunOut_andTheCaseGoesBackByItself() {
        String id = declined();
        house.now = FRI_2025_10_10_0H;
        assertEquals(Optional.of("测试办法 criminal.reconsider"), refused("remedy-too-late", house.act(town, id, "reconsider", "grounds", "x")).citation());
        assertInstanceOf(Decision.class, house.wake(id).orElseThrow());
        assertEquals("returned", house.matter(id).state());
        assertEquals(Status.CANCELLED, house.matter(id).obligations().get(2).status(), "a right that was not used is no duty missed");
        assertEquals(Optional.of("测试办法 afterwards"), house.ledger(id).get(house.ledger(id).size() - 1).citation());
        assertEquals(Optional.empty(), house.wake(id));
    }

    @Test
    void proposingSupervision_lapsesTheSameWay_andIsThereUntilThen() {
        String id = upheld();
        house.now = FRI_2025_10_10_0H.minusMillis(1);
        assertEquals(Optional.empty(), house.wake(id));
        assertTrue(house.possible(town, id).containsAll(List.of("propose", "accept")));
        house.now = FRI_2025_10_10_0H;
        refused("remedy-too-late", house.act(town, id, "propose", "grounds", "x"));
        house.wake(id);
        assertEquals("returned", house.matter(id).state());
    }

    @Test
    void whenTheProcuratorateDemandsFiling_thePoliceCannotDeclineAgain() {
        String id = upheld();
        house.act(town, id, "propose", "grounds", "不服");
        house.act(procuratorate, id, "supervise", "supervised", "file", "supervisedWhy", "应当立案");
        refused("filing-demanded", house.act(police, id, "decline", "noticeNumber", "2", "declined", "x"));
        house.act(police, id, "file", "caseNumber", "1");
        assertEquals("filed", house.matter(id).state());
    }

    @Test
    void reconsidered_thePoliceMayFile() {
        String id = declined();
        house.act(town, id, "reconsider", "grounds", "不服");
        house.act(police, id, "reconsidered", "reconsidered", "file", "reconsideredWhy", "公立〔2025〕2号");
        assertEquals("filed", house.matter(id).state());
    }

    @Test
    void thePolice_joinEarlyWhenAsked_andSeeNothingBefore() {
        String id = id(open(Optional.empty()));
        assertFalse(Decisions.maySee(Procedures.own(), police, house.matter(id)));
        house.act(town, id, "askEarly", "earlyWhy", "可能销毁账册");
        assertEquals(List.of("joinEarly", "note", "assign"), house.possible(police, id));
        house.act(police, id, "joinEarly", "earlyBy", "民警甲\n民警乙");
        assertEquals("prepared", house.matter(id).state());
        assertTrue(owed(id, Duty.CRIMINAL_REVIEW).isPresent());
    }

    @Test
    void consultation_andGoods_areRecorded() {
        String id = decided();
        house.act(town, id, "consult", "consulted", "police\nprocuratorate", "question", "是否构成", "reply", "构成");
        assertEquals(List.of("consulted"), faults(house.act(town, id, "consult", "consulted", "bureau", "question", "是否构成")));
        assertEquals(List.of("goodsMeasures"), faults(house.act(town, id, "keepGoods", "goodsKept", "冻品 2 箱", "perishable", "true")));
        house.act(town, id, "keepGoods", "goodsKept", "冻品 2 箱", "perishable", "true", "goodsMeasures", "拍照并制作清单");
        assertEquals(List.of("material:letter", "material:report", "material:goodsList"), faults(house.act(town, id, "deliver", "police", "police", "handOver", "甲")));
    }

    @Test
    void whereTheDocumentHasItInShort_theWayIsShort_andNothingIsOwedThatItDoesNotSay() {
        House plain = new House();
        plain.rules("referral", new Ruled().text("noFine").made());
        plain.duty(Ruled.limit(Duty.CRIMINAL_DELIVER, Limit.promptly()));
        String id = id(plain.open(town, Referral.PROCEDURE, Optional.empty(), House.input("suspect", "甲", "crime", "非法经营罪", "facts", "x", "reportedAt", REPORTED)));
        assertEquals("reviewed", plain.matter(id).state());
        plain.act(head, id, "decide", "decision", "refer", "decidedAt", REPORTED);
        assertFalse(plain.possible(town, id).stream().anyMatch(List.of("consult", "askEarly", "keepGoods")::contains));
        plain.act(town, id, "deliver", "police", "police", "handOver", "甲");
        assertEquals(Optional.empty(), plain.matter(id).party("procuratorate"));
        plain.act(police, id, "receive", "receivedBy", "乙");
        plain.act(police, id, "decline", "noticeNumber", "1", "declined", "轻微");
        assertEquals("returned", plain.matter(id).state(), "there is no reconsideration in this document");
        assertEquals(List.of(Duty.CRIMINAL_DELIVER), plain.matter(id).obligations().stream().map(Obligation::duty).toList());
        refused("invalid-fields", plain.open(town, Referral.PROCEDURE, Optional.empty(), House.input("suspect", "甲", "crime", "罪", "facts", "x", "reportedAt", REPORTED, "grave", "true")));
    }

    @Test
    void theCaseItCameFrom_isNotDecidedWhileTheReferralIsUnderWay() {
        Officer bureau = house.officer("bureau");
        Officer bureauLaw = new Officer("b-law", "法制", house.organs.get("bureau"), bureau.roles());
        Officer bureauHead = house.officer("bureau", Role.LEADER);
        String transfer = house.sent();
        house.act(bureau, transfer, "accept");
        String referral = id(house.open(bureau, Referral.PROCEDURE, Optional.of(transfer), House.input("suspect", "甲", "crime", "罪", "facts", "x", "reportedAt", REPORTED, "proposedBy", "none")));
        String[] unfiled = {"outcome", "notFiled", "decision", "不予立案", "decidedAt", REPORTED};
        assertEquals(Optional.of("测试办法 noFine"), refused("suspected-crime", house.act(bureau, transfer, "declineFiling", unfiled)).citation());
        house.act(bureau, transfer, "file", "caseNumber", "1");
        String[] fine = {"outcome", "penalty", "decision", "罚款", "decidedAt", REPORTED};
        assertEquals(Optional.of("测试办法 noFine"), refused("suspected-crime", house.act(bureau, transfer, "decideFiled", fine)).citation());
        assertFalse(house.possible(bureau, transfer).contains("decideFiled"));
        house.act(bureauLaw, referral, "review", "meets", "no", "reviewOpinion", "x");
        house.act(bureauHead, referral, "decide", "decision", "not", "decidedBy", "head", "decidedAt", REPORTED, "reasons", "未达标准");
        assertInstanceOf(Decision.class, house.act(bureau, transfer, "decideFiled", fine));
    }

    @Test
    void aPenaltyIsNotIssued_whileItsCaseOrTheOneItCameFromIsReferred_otherDecisionsAre() {
        house.rules("enforcement", new Ruled().made());
        Officer bureau = house.officer("bureau");
        String transfer = house.sent();
        house.act(bureau, transfer, "accept");
        String[] issue = {"number", "1", "decidedAt", REPORTED, "servedAt", REPORTED};
        Map<String, String> draft = House.input("kind", "penalty", "subject", "甲", "content", "罚款", "major", "false");
        String before = id(house.open(bureau, Enforcement.PROCEDURE, Optional.of(transfer), draft));
        draft.put("kind", "formalities");
        String other = id(house.open(bureau, Enforcement.PROCEDURE, Optional.of(transfer), draft));
        draft.put("kind", "penalty");
        String own = id(house.open(bureau, Enforcement.PROCEDURE, Optional.empty(), draft));
        for (String origin : List.of(transfer, own)) {
            id(house.open(bureau, Referral.PROCEDURE, Optional.of(origin), House.input("suspect", "甲", "crime", "罪", "facts", "x", "reportedAt", REPORTED, "proposedBy", "none")));
        }
        refused("suspected-crime", house.act(bureau, before, "issue", issue));
        refused("suspected-crime", house.act(bureau, own, "issue", issue));
        assertInstanceOf(Decision.class, house.act(bureau, other, "issue", issue));
    }

    @Test
    void onceNotFiledInTheEnd_theCaseCanBeDecidedByAPenalty() {
        Officer bureau = house.officer("bureau");
        String transfer = house.sent();
        house.act(bureau, transfer, "accept");
        house.act(bureau, transfer, "file", "caseNumber", "1");
        String id = id(house.open(bureau, Referral.PROCEDURE, Optional.of(transfer),
                House.input("suspect", "甲", "crime", "罪", "facts", "x", "reportedAt", REPORTED, "proposedBy", "police", "grave", "true")));
        PAPERS.forEach(p -> house.attach(bureau, id, p, Optional.empty()));
        house.act(bureau, id, "deliver", "police", "police", "handOver", "甲");
        house.act(police, id, "receive", "receivedBy", "乙");
        house.act(police, id, "decline", "noticeNumber", "1", "declined", "轻微");
        String[] fine = {"outcome", "penalty", "decision", "罚款", "decidedAt", REPORTED};
        refused("suspected-crime", house.act(bureau, transfer, "decideFiled", fine));
        house.act(bureau, id, "accept");
        Matter returned = house.matter(id);
        assertEquals("returned", returned.state());
        assertInstanceOf(Decision.class, house.act(bureau, transfer, "decideFiled", fine));
    }

    @Test
    void theNumberOfOfficers_isThePolicys_andOnlyTheirs() {
        house.rules("referral", new Ruled().text("noFine").number("officers", 2).made());
        house.person("t-1", "甲", "town");
        house.person("t-2", "乙", "town");
        String[] base = {"suspect", "甲", "crime", "罪", "facts", "x", "reportedAt", REPORTED};
        assertEquals(List.of("officers"), faults(house.open(town, Referral.PROCEDURE, Optional.empty(), House.input(base))));
        Map<String, String> two = House.input(base);
        two.put("officers", "t-1\nt-2");
        assertInstanceOf(Decision.class, house.open(town, Referral.PROCEDURE, Optional.empty(), two));
        refused("not-yours-to-open", house.open(police, Referral.PROCEDURE, Optional.empty(), two));
    }

    @Test
    void badInput_isRefusedByField() {
        assertEquals(List.of("reportedAt"), faults(open(Optional.empty(), "reportedAt", "1999-12-31T10:00:00+08:00")));
        assertEquals(List.of("reportedAt"), faults(open(Optional.empty(), "reportedAt", "2025-10-01T10:00:00+08:00")));
        assertEquals(List.of("amount"), faults(open(Optional.empty(), "amount", "-1")));
        assertEquals(List.of("facts"), faults(open(Optional.empty(), "facts", "字".repeat(4001))));
        assertEquals(List.of("crime"), faults(open(Optional.empty(), "crime", "a\u0007")));
        assertEquals("涉嫌非法经营罪：𠮷某", house.matter(id(open(Optional.empty()))).title());
    }
}
