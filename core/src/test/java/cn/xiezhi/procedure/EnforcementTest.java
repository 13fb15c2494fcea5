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
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is Tue 30 September 2025, 10:00. */
class EnforcementTest {
    private static final String[] ISSUE = {"number", "罚字〔2025〕1号", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-30T09:30:00+08:00", "performBy", "2025-10-15"};

    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer leader = house.officer("town", Role.LEADER);
    private final Officer bureau = house.officer("bureau");

    @BeforeEach
    void allThreeSystems() {
        house.rules("enforcement", Made.with(Made.texts("review", "publicity", "performance"), "records", "text", "av?"));
        house.duty(Made.duty(Duty.ENFORCE_PUBLISH, Limit.promptly()));
        house.duty(Made.duty(Duty.ENFORCE_EXECUTE, Limit.promptly()));
        house.duty(Made.duty(Duty.ENFORCE_NOTIFY_AUTHORITY, Limit.calendarDays(5)));
    }

    private Outcome open(Officer who, String... more) {
        Map<String, String> input = House.input("kind", "penalty", "subject", "某商户", "content", "占道经营，拟罚款", "amount", "500", "major", "false");
        input.putAll(House.input(more));
        input.values().removeIf(String::isEmpty);
        return house.open(who, Enforcement.PROCEDURE, Optional.empty(), input);
    }

    private String issued(String... more) {
        String id = Made.id(open(town, more));
        done(house.act(town, id, "issue", ISSUE));
        return id;
    }

    private String missing(String id) {
        return Enforcement.missing(house.seen(town, id)).stream().map(Cited::value).toList().toString();
    }

    @Test
    void majorDecision_isNotIssuedBeforeItsReview_andTheRuleIsNamed() {
        String id = Made.id(open(town, "major", "true"));
        assertEquals(Optional.of("测试办法 review"), refused("review-missing", house.act(town, id, "issue", ISSUE)).citation());
        done(house.act(leader, id, "review", "reviewOpinion", "事实不清", "reviewConclusion", "reject"));
        refused("review-missing", house.act(town, id, "issue", ISSUE));
        done(house.act(leader, id, "review", "reviewOpinion", "同意", "reviewConclusion", "pass"));
        assertEquals("reviewed", house.matter(id).state());
        done(house.act(town, id, "issue", ISSUE));
        assertEquals("issued", house.matter(id).state());
    }

    @Test
    void whoHandlesTheCase_doesNotReviewIt() {
        house.person("town-1", "甲", "town");
        String id = Made.id(open(town, "major", "true", "officers", "town-1"));
        assertFalse(house.possible(town, id).contains("review"));
        refused("reviewer-handles-the-case", house.act(town, id, "review", "reviewOpinion", "同意", "reviewConclusion", "pass"));
    }

    @Test
    void whereTheDocumentAsksForIt_theReviewerIsQualified_onTheDayOfTheReview() {
        house.rules("enforcement", Made.texts("review", "reviewer"));
        String id = Made.id(open(town, "major", "true"));
        String[] pass = {"reviewOpinion", "同意", "reviewConclusion", "pass"};
        assertEquals(Optional.of("测试办法 reviewer"), refused("reviewer-not-qualified", house.act(leader, id, "review", pass)).citation());
        refused("reviewer-not-qualified", house.act(house.certified("town-8", "戊", "town", Certificate.Kind.REVIEW, LocalDate.of(2025, 9, 29)), id, "review", pass));
        refused("reviewer-not-qualified", house.act(house.certified("town-7", "戊", "town", Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 9, 29)), id, "review", pass));
        done(house.act(house.certified("town-9", "己", "town", Certificate.Kind.REVIEW, LocalDate.of(2025, 9, 30)), id, "review", pass));
        assertEquals(Optional.of("己"), house.matter(id).field("reviewer"));
    }

    @Test
    void whereTheDocumentAsksForIt_onlyOfficersWithACertificateHandleACase() {
        house.rules("enforcement", Made.texts("certified"));
        house.certified("valid", "甲", "town", Certificate.Kind.ENFORCEMENT, LocalDate.of(2025, 9, 30));
        faulty(open(town), "officers");
        faulty(open(town, "officers", "valid\ntown-2"), "officers");
        done(open(town, "officers", "valid"));
    }

    @Test
    void decisionThatIsChangedAfterItsReview_isReviewedAgain() {
        String id = Made.id(open(town, "major", "true"));
        done(house.act(leader, id, "review", "reviewOpinion", "同意", "reviewConclusion", "pass"));
        done(house.act(town, id, "amend", "kind", "penalty", "subject", "某商户", "content", "改为罚款五千", "amount", "5000", "major", "true"));
        assertEquals("drafted", house.matter(id).state());
        refused("review-missing", house.act(town, id, "issue", ISSUE));
    }

    @Test
    void minorDecision_needsNoReview() {
        assertEquals("[全过程记录：text, 公示（或不予公示的理由）]", missing(issued()));
    }

    @Test
    void closing_isRefusedWhileSomethingIsMissing_namingItAndItsRule_untilItIsThere() {
        String id = issued();
        done(house.act(town, id, "perform", "performedOn", "2025-09-30", "performedHow", "已缴款"));
        Outcome.Refusal refusal = refused("conduct-incomplete", house.act(town, id, "close"));
        assertTrue(refusal.message().contains("全过程记录：text（测试办法 records）") && refusal.message().contains("公示（或不予公示的理由）（测试办法 publicity）"), refusal.message());
        Action close = Enforcement.PROCEDURE.action("close").orElseThrow();
        assertTrue(close.fields(house.seen(town, id)).get(0).help().orElseThrow().contains("全过程记录：text"));
        house.attach(town, id, "record.text", Optional.of(12));
        refused("conduct-incomplete", house.act(town, id, "close"));
        done(house.act(town, id, "publish", "published", "true", "publishedOn", "2025-09-30", "publishedWhere", "区政府网站"));
        done(house.act(town, id, "close"));
        assertEquals("closed", house.matter(id).state());
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Status.MET));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void notPublishing_needsItsReason_andPublishing_itsPlaceAndDay() {
        String id = issued();
        faulty(house.act(town, id, "publish"), "published");
        faulty(house.act(town, id, "publish", "published", "false"), "unpublishedReason");
        faulty(house.act(town, id, "publish", "published", "true"), "publishedOn", "publishedWhere");
        faulty(house.act(town, id, "publish", "published", "true", "publishedOn", "2025-09-29", "publishedWhere", "网站"), "publishedOn");
        done(house.act(town, id, "publish", "published", "false", "unpublishedReason", "涉及未成年人"));
        assertEquals("[全过程记录：text]", missing(id));
    }

    @Test
    void partyThatDoesNotPerform_isCoercedAfterItsTerm_notBefore() {
        String id = issued();
        refused("not-in-this-state", house.act(town, id, "coerce", "coercedOn", "2025-09-30", "coercion", "划拨"));
        refused("performance-unknown", house.act(town, id, "close"));
        house.now = Instant.parse("2025-10-15T15:59:59Z");
        assertTrue(house.wake(id).isEmpty());
        house.now = Instant.parse("2025-10-16T02:00:00Z");
        done(house.wake(id).orElseThrow());
        assertEquals("overdue", house.matter(id).state());
        Obligation owed = house.matter(id).owed(Duty.ENFORCE_EXECUTE).orElseThrow();
        assertEquals(Instant.parse("2025-10-15T16:00:00Z"), owed.trigger(), "counted from the end of the term, not from when it was noticed");
        faulty(house.act(town, id, "coerce", "coercedOn", "2025-10-15", "coercion", "划拨"), "coercedOn");
        done(house.act(town, id, "coerce", "coercedOn", "2025-10-16", "coercion", "划拨"));
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.ENFORCE_EXECUTE));
        done(house.act(town, id, "executed", "performedOn", "2025-10-16", "performedHow", "执行完毕"));
        assertEquals("performed", house.matter(id).state());
    }

    @Test
    void courtThatDeclines_leavesTheOrganToEnforceOrApplyAgain() {
        String id = issued();
        house.now = Instant.parse("2025-10-20T02:00:00Z");
        house.wake(id);
        done(house.act(town, id, "apply", "appliedOn", "2025-10-17", "court", "某区人民法院"));
        faulty(house.act(town, id, "ruled", "ruledOn", "2025-10-16", "ruling", "refused"), "ruledOn");
        done(house.act(town, id, "ruled", "ruledOn", "2025-10-20", "ruling", "refused"));
        assertEquals("overdue", house.matter(id).state());
        assertTrue(house.matter(id).owed(Duty.ENFORCE_EXECUTE).isPresent());
        done(house.act(town, id, "apply", "appliedOn", "2025-10-20", "court", "某区人民法院"));
        done(house.act(town, id, "ruled", "ruledOn", "2025-10-20", "ruling", "enforced"));
        assertEquals("performed", house.matter(id).state());
    }

    @Test
    void performingInTime_keepsTheClockQuiet() {
        String id = issued();
        done(house.act(town, id, "perform", "performedOn", "2025-09-30", "performedHow", "已缴款"));
        house.now = Instant.parse("2025-11-30T02:00:00Z");
        assertTrue(house.wake(id).isEmpty());
    }

    @Test
    void revocation_isToldToTheAuthorityInTime_whichAnswers() {
        String id = issued("kind", "revocation", "amount", "");
        assertEquals(Optional.of(LocalDate.of(2025, 10, 9)), house.matter(id).owed(Duty.ENFORCE_NOTIFY_AUTHORITY).orElseThrow().lastDay());
        assertTrue(missing(id).contains("函告主管部门"));
        faulty(house.act(town, id, "notifyAuthority", "authorityLetter", "请配合吊销", "authority", "police"), "authority");
        done(house.act(town, id, "notifyAuthority", "authorityLetter", "请配合吊销", "authority", "bureau"));
        assertFalse(missing(id).contains("函告主管部门"));
        assertEquals(Status.MET, house.matter(id).obligations().get(1).status());
        refused("nothing-to-notify", house.act(town, id, "notifyAuthority", "authorityLetter", "请配合吊销", "authority", "bureau"));
        done(house.act(bureau, id, "handle", "authorityHandled", "已吊销"));
        refused("not-yours-to-do", house.act(bureau, id, "close"));
    }

    @Test
    void penalty_tellsNoAuthority() {
        assertEquals(List.of(Duty.ENFORCE_PUBLISH), house.matter(issued()).obligations().stream().map(Obligation::duty).toList());
    }

    @Test
    void datesStandInOrder() {
        String id = Made.id(open(town));
        faulty(house.act(town, id, "issue", "number", "1", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-29T09:00:00+08:00", "performBy", "2025-10-15"), "servedAt");
        faulty(house.act(town, id, "issue", "number", "1", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-30T09:00:00+08:00", "performBy", "2025-09-29"), "performBy");
        faulty(house.act(town, id, "issue", "number", "1", "decidedAt", "1999-09-30T09:00:00+08:00", "servedAt", "2025-10-30T09:00:00+08:00"), "decidedAt", "servedAt", "performBy");
    }

    @Test
    void opening_isForOrgansThatEnforce_withAmountsOnlyWherePenaltiesAre() {
        refused("not-an-enforcing-organ", open(house.officer("justice", Role.JUSTICE_BUREAU)));
        faulty(open(town, "kind", "formalities"), "amount");
        faulty(open(town, "amount", "-1"), "amount");
        faulty(open(town, "item", "X-9", "subject", "甲".repeat(201)), "item", "subject");
        assertEquals("行政处罚：𠮷记", house.matter(Made.id(open(town, "subject", "𠮷记"))).title());
    }

    @Test
    void countyWithoutReviewOrPerformance_asksForNeither() {
        house.rules("enforcement", Made.texts("publicity"));
        String id = Made.id(open(town, "major", "true"));
        refused("no-review", house.act(leader, id, "review", "reviewOpinion", "同意", "reviewConclusion", "pass"));
        done(house.act(town, id, "issue", "number", "1", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-30T09:00:00+08:00"));
        done(house.act(town, id, "publish", "published", "true", "publishedOn", "2025-09-30", "publishedWhere", "网站"));
        done(house.act(town, id, "close"));
    }

    @Test
    void leaderTakesADecisionBack_andNothingStaysOwed() {
        String id = issued();
        refused("not-yours-to-do", house.act(town, id, "annul", "annulReason", "证据不足"));
        done(house.act(leader, id, "annul", "annulReason", "证据不足"));
        assertEquals("annulled", house.matter(id).state());
        assertTrue(house.matter(id).obligations().stream().noneMatch(Obligation::open));
    }

    @Test
    void decision_mayComeFromATransfer() {
        String transfer = house.sent();
        Outcome outcome = house.open(bureau, Enforcement.PROCEDURE, Optional.of(transfer), House.input("kind", "penalty", "subject", "某商户", "content", "罚", "major", "false"));
        assertEquals(Optional.of(transfer), house.matter(Made.id(outcome)).origin());
    }
}
