package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Appointment;
import cn.xiezhi.procedure.Enforcement;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three systems stand in Hualong's and Shanting's documents, performance in Shanting's and Jinjiang's. */
class EnforcementInEachCountyTest {
    private static final String[] ISSUE = {"number", "1", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-30T09:30:00+08:00", "performBy", "2025-10-15"};

    private static String opened(House house, String organ, String kind, boolean major) {
        Officer who = house.officer(organ);
        house.certified(organ + "-1", "甲", organ, Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 12, 31));
        return Tried.opened(house, who, "enforcement", "kind", kind, "subject", "某商户", "content", "拟作出的决定", "major", Boolean.toString(major), "officers", organ + "-1");
    }

    private static String missing(House house, String id) {
        return Enforcement.missing(house.seen(house.officer("town"), id)).stream().map(Cited::citation).toList().toString();
    }

    @Test
    void onlyThreeDocumentsSpeakOfIt() {
        Tried.notThere("enforcement", Set.of("shanxi-district", "ningwu"));
    }

    @ParameterizedTest
    @CsvSource({"hualong,华龙实施意见 三（三）", "shanting,山亭意见 七（四）"})
    @Shows(procedure = "enforcement", duties = "enforce.publish", counties = {"hualong", "shanting"})
    void majorDecision_needsReviewRecordAndPublication(String county, String section) {
        House house = County.named(county).house();
        Officer town = house.officer("town");
        String id = opened(house, "town", "penalty", true);
        assertEquals(Optional.of(section), Tried.refused("review-missing", house.act(town, id, "issue", ISSUE)).citation());
        Officer reviewer = house.certified("town-9", "法制员", "town", Certificate.Kind.REVIEW, LocalDate.of(2026, 12, 31));
        Tried.done(house.act(reviewer, id, "review", "reviewOpinion", "同意", "reviewConclusion", "pass"));
        Tried.done(house.act(town, id, "issue", ISSUE));
        Tried.done(house.act(town, id, "perform", "performedOn", "2025-09-30", "performedHow", "已缴款"));
        assertEquals("[" + section + ", " + section + "]", missing(house, id));
        assertEquals(Optional.of(section), Tried.refused("conduct-incomplete", house.act(town, id, "close")).citation());
        assertTrue(house.matter(id).owed(Duty.ENFORCE_PUBLISH).orElseThrow().dueAtExclusive().isEmpty(), "the document gives no number");
        house.attach(town, id, "record.text", Optional.of(1));
        Tried.done(house.act(town, id, "publish", "published", "true", "publishedOn", "2025-09-30", "publishedWhere", "网站"));
        Tried.done(house.act(town, id, "close"));
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Status.MET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hualong", "shanting", "jinjiang"})
    void hearing_standsInCalendarsUntilItIsMovedOrCalledOff_andOnlyForPenalties(String county) {
        House house = County.named(county).house();
        Officer town = house.officer("town");
        String id = opened(house, "town", "penalty", true);
        Tried.done(house.act(town, id, "arrangeHearing", "hearingAt", "2025-10-20T09:00:00+08:00", "hearingPlace", "三楼听证室"));
        Tried.done(house.act(town, id, "arrangeHearing", "hearingAt", "2025-10-21T09:30:00+08:00", "hearingPlace", "𠮷家大厅"));
        Appointment hearing = Enforcement.PROCEDURE.appointments().get(0);
        assertEquals(Appointment.Kind.HEARING, hearing.kind());
        assertEquals(Optional.of(Instant.parse("2025-10-21T01:30:00Z")), hearing.at(house.matter(id)));
        assertEquals("drafted", house.matter(id).state());
        Tried.done(house.act(town, id, "callOffHearing"));
        assertEquals(Optional.empty(), hearing.at(house.matter(id)));
        Tried.refused("no-hearing", house.act(town, id, "callOffHearing"));
        Tried.refused("no-hearing", house.act(town, opened(house, "town", "formalities", false), "arrangeHearing", "hearingAt", "2025-10-20T09:00:00+08:00", "hearingPlace", "x"));
    }

    @Test
    void hualong_asksForCertificatesOfOfficersAndReviewer() {
        House house = County.named("hualong").house();
        house.person("town-1", "甲", "town");
        var refusal = Tried.refused("invalid-fields", house.open(house.officer("town"), Enforcement.PROCEDURE, Optional.empty(),
                House.input("kind", "penalty", "subject", "某商户", "content", "罚款", "major", "true", "officers", "town-1")));
        assertEquals(Optional.of("华龙实施意见 三（一）"), refusal.errors().get(0).citation());
        String id = opened(house, "town", "penalty", true);
        Officer plain = house.person("town-9", "法制员", "town");
        assertEquals(Optional.of("华龙实施意见 三（三）"), Tried.refused("reviewer-not-qualified", house.act(plain, id, "review", "reviewOpinion", "同意", "reviewConclusion", "pass")).citation());
    }

    @Test
    void jinjiang_asksForPerformanceAlone() {
        House house = County.named("jinjiang").house();
        Officer town = house.officer("town");
        String id = opened(house, "town", "penalty", true);
        Tried.done(house.act(town, id, "issue", ISSUE));
        assertEquals(Optional.of("晋江暂行规定 四（五）"), Tried.refused("performance-unknown", house.act(town, id, "close")).citation());
        Tried.done(house.act(town, id, "perform", "performedOn", "2025-09-30", "performedHow", "已缴款"));
        Tried.done(house.act(town, id, "close"));
    }

    @Test
    void hualong_closesWithoutPerformance_ofWhichItsDocumentSaysNothing() {
        House house = County.named("hualong").house();
        Officer town = house.officer("town");
        String id = opened(house, "town", "penalty", false);
        Tried.done(house.act(town, id, "issue", "number", "1", "decidedAt", "2025-09-30T09:00:00+08:00", "servedAt", "2025-09-30T09:30:00+08:00"));
        house.attach(town, id, "record.text", Optional.of(1));
        Tried.done(house.act(town, id, "publish", "published", "false", "unpublishedReason", "涉及未成年人"));
        Tried.done(house.act(town, id, "close"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shanting", "jinjiang"})
    @Shows(procedure = "enforcement", duties = "enforce.execute", counties = {"shanting", "jinjiang"})
    void partyThatDoesNotPerform_isCoercedOrTheCourtApplied(String county) {
        House house = County.named(county).house();
        Officer town = house.officer("town");
        String id = opened(house, "town", "formalities", false);
        Tried.done(house.act(town, id, "issue", ISSUE));
        house.now = Instant.parse("2025-10-15T16:00:00Z");
        Tried.done(house.wake(id).orElseThrow());
        assertTrue(house.matter(id).owed(Duty.ENFORCE_EXECUTE).orElseThrow().dueAtExclusive().isEmpty(), "the document gives no number");
        Tried.done(house.act(town, id, "apply", "appliedOn", "2025-10-16", "court", "人民法院"));
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.ENFORCE_EXECUTE));
    }

    /** Decided on Tue 30 Sep 2025: the fifth day falls into the holidays and moves to 9 Oct. */
    @ParameterizedTest
    @ValueSource(strings = {"revocation", "formalities"})
    @Shows(procedure = "enforcement", duties = "enforce.notify-authority", counties = "shanting")
    void shanting_writesToTheAuthorityWithinFiveDays(String kind) {
        House house = County.named("shanting").house();
        String id = opened(house, "bureau", kind, false);
        Tried.done(house.act(house.officer("bureau"), id, "issue", ISSUE));
        Obligation owed = house.matter(id).owed(Duty.ENFORCE_NOTIFY_AUTHORITY).orElseThrow();
        assertEquals(List.of(Optional.of(LocalDate.of(2025, 10, 9)), "山亭意见 四（三）"), List.of(owed.lastDay(), owed.citation()));
        assertTrue(missing(house, id).contains("山亭意见 四（三）"));
        Tried.done(house.act(house.officer("bureau"), id, "notifyAuthority", "authority", "third", "authorityLetter", "请依法处理"));
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.ENFORCE_NOTIFY_AUTHORITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jinjiang", "hualong"})
    void elsewhere_noLetterIsOwed(String county) {
        House house = County.named(county).house();
        String id = opened(house, "bureau", "revocation", false);
        Tried.done(house.act(house.officer("bureau"), id, "issue", ISSUE));
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.ENFORCE_NOTIFY_AUTHORITY));
    }
}
