package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Correction;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Review;
import cn.xiezhi.procedure.Supervision;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Supervision, the yearly review of case files and correction opinions, where a county's document has them. */
class SupervisionInEachCountyTest {
    private static final Instant MON_2025_10_20_0H = Instant.parse("2025-10-19T16:00:00Z");

    private static House house(String county) {
        House house = County.named(county).house();
        house.certified("j-1", "监督甲", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2026, 12, 31));
        house.certified("j-2", "监督乙", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2026, 12, 31));
        house.person("j-3", "干事丙", "justice");
        return house;
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome.toString()).changes().get(0).after().id();
    }

    private static Officer justice(House house) {
        return house.officer("justice", Role.JUSTICE_BUREAU);
    }

    private static String noticed(House house, String... opening) {
        Map<String, String> input = House.input("supervised", "town", "subject", "行政处罚", "trigger", "report");
        input.putAll(House.input(opening));
        String id = id(house.open(justice(house), Supervision.PROCEDURE, Optional.empty(), input));
        id(house.act(justice(house), id, "begin", "supervisors", "j-1\nj-2", "shown", "true"));
        id(house.act(justice(house), id, "notice", "noticeNumber", "监〔2025〕1号", "faults", "未经审核", "demands", "补正", "until", "2025-10-19"));
        return id;
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,supervision", "hualong,supervision correction", "ningwu,''", "shanting,''", "jinjiang,''"})
    void counties_haveWhatTheirDocumentsHave(String county, String has) {
        for (Procedure procedure : List.of(Supervision.PROCEDURE, Correction.PROCEDURE)) {
            Officer who = house(county).officer(procedure == Correction.PROCEDURE ? "bureau" : "justice");
            Outcome outcome = house(county).open(who, procedure, Optional.empty(), Map.of());
            boolean absent = ((Refusal) outcome).code().equals("not-in-this-jurisdiction");
            assertEquals(has.contains(procedure.id()), !absent, procedure.id());
        }
    }

    @Test
    @Shows(procedure = "supervision", duties = {"supervision.rectify", "supervision.perform"}, counties = "shanxi-district")
    void noticeNotHandledInTime_opensTheDecisionByItself_andTheDecisionHasOneOfFiveKinds() {
        House house = house("shanxi-district");
        String id = noticed(house, "subjects", "decisions", "way", "special");
        Obligation owed = house.matter(id).owed(Duty.SUPERVISION_RECTIFY).orElseThrow();
        // A Sunday: the day that the notice names stands as it is named.
        assertEquals(Optional.of(LocalDate.of(2025, 10, 19)), owed.lastDay());
        assertEquals("协同机制 三（六）", owed.citation());
        house.now = MON_2025_10_20_0H;
        id(house.wake(id).orElseThrow());
        assertEquals("deciding", house.matter(id).state());
        assertEquals(Optional.of("协同机制 三（六）"), house.ledger(id).get(3).citation());
        for (String kind : List.of("perform", "correct", "revoke", "unlawful", "void")) {
            House each = house("shanxi-district");
            String one = noticed(each, "subjects", "decisions", "way", "special");
            each.now = MON_2025_10_20_0H;
            each.wake(one);
            id(each.act(justice(each), one, "decide", "decision", kind, "decisionNumber", "监决〔2025〕1号", "reasons", "逾期", "performUntil", kind.equals("perform") ? "2025-10-31" : ""));
            assertEquals("decided", each.matter(one).state());
            assertEquals(kind.equals("perform") ? Optional.of(LocalDate.of(2025, 10, 31)) : Optional.empty(), each.matter(one).owed(Duty.SUPERVISION_PERFORM).flatMap(Obligation::lastDay));
        }
    }

    @Test
    void shanxiDistrict_wantsTwoCertifiedSupervisors_andHasSixSubjectsAndNineMeasures() {
        House house = house("shanxi-district");
        String id = id(house.open(justice(house), Supervision.PROCEDURE, Optional.empty(), House.input("supervised", "town", "subject", "执法主体", "trigger", "planned",
                "subjects", "laws\nstanding\ndecisions\nsystems\nwrongs\nother", "way", "covert")));
        Refusal one = assertInstanceOf(Refusal.class, house.act(justice(house), id, "begin", "supervisors", "j-1", "shown", "true"));
        assertEquals(Optional.of("协同机制 三（六）"), one.errors().get(0).citation());
        assertInstanceOf(Refusal.class, house.act(justice(house), id, "begin", "supervisors", "j-1\nj-3", "shown", "true"));
        Refusal hidden = assertInstanceOf(Refusal.class, house.act(justice(house), id, "begin", "supervisors", "j-1\nj-2", "shown", "false"));
        assertEquals("certificate-not-shown", hidden.code());
        id(house.act(justice(house), id, "begin", "supervisors", "j-1\nj-2", "shown", "true"));
        List<String> measures = List.of("hear", "files", "question", "scene", "appraise", "hearing", "urge", "withhold", "other");
        for (int i = 0; i < measures.size(); i++) {
            id(house.act(justice(house), id, "measure", "measure", measures.get(i), "measureBy", "j-1\nj-2", "measureAt", "2025-09-30T09:00:00+08:00", "measureResult", "已办",
                    "withheldFrom", measures.get(i).equals("withhold") ? "某甲 14-001" : "", "withheldUntil", measures.get(i).equals("withhold") ? "2025-12-31" : ""));
            assertEquals(Optional.of("协同机制 三（六）（" + (i + 1) + "）"), house.ledger(id).get(i + 2).citation());
        }
    }

    @Test
    void hearing_isArrangedWhereTheDocumentHasItAmongTheMeasures() {
        House house = house("shanxi-district");
        String id = noticed(house, "subjects", "decisions", "way", "special");
        id(house.act(justice(house), id, "arrangeHearing", "hearingAt", "2025-10-20T09:00:00+08:00", "hearingPlace", "听证室"));
        assertEquals(Optional.of("协同机制 三（六）（6）"), house.ledger(id).get(house.ledger(id).size() - 1).citation());
        House hualong = house("hualong");
        assertFalse(hualong.possible(justice(hualong), noticed(hualong)).contains("arrangeHearing"));
    }

    /** The document names no number, no measures, no date and no kinds of decision: none is invented. */
    @Test
    void hualong_supervisesWithoutALadderAndWithoutALimit() {
        House house = house("hualong");
        String id = noticed(house);
        assertEquals(List.of(), house.matter(id).obligations());
        house.now = MON_2025_10_20_0H;
        assertEquals(Optional.empty(), house.wake(id));
        house.act(house.officer("town"), id, "report", "report", "已处理");
        assertFalse(house.possible(justice(house), id).contains("decide"));
        id(house.act(justice(house), id, "accept"));
    }

    @Test
    @Shows(procedure = "review", duties = "supervision.review", counties = "shanxi-district")
    void shanxiDistrict_reviewsTownshipFilesEachYear_openedByTheCalendar() {
        House house = house("shanxi-district");
        Instant newYear = Instant.parse("2024-12-31T16:00:00Z");
        Matter review = ((Decision) house.opensPeriods(Review.PROCEDURE, newYear).get(0)).changes().get(0).after();
        Obligation owed = review.owed(Duty.SUPERVISION_REVIEW).orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2025, 12, 31)), owed.lastDay());
        assertEquals("协同机制 三（六）", owed.citation());
        for (String other : List.of("ningwu", "shanting", "jinjiang", "hualong")) {
            assertEquals(List.of(), house(other).opensPeriods(Review.PROCEDURE, newYear));
        }
    }

    @Test
    @Shows(procedure = "correction", duties = {"correction.issue", "supervision.rectify"}, counties = "hualong")
    void hualongDepartment_correctsATownship_andTheJusticeBureauGetsACopy() {
        House house = house("hualong");
        Officer bureau = house.officer("bureau");
        String id = id(house.open(bureau, Correction.PROCEDURE, Optional.empty(),
                House.input("township", "town", "subject", "占道处罚", "errors", "适用依据错误", "foundAt", "2025-09-30T09:00:00+08:00")));
        Obligation issue = house.matter(id).owed(Duty.CORRECTION_ISSUE).orElseThrow();
        assertEquals(List.of("bureau", "华龙实施意见 三（二）", Optional.empty()), List.of(issue.owedBy(), issue.citation(), issue.dueAtExclusive()));
        id(house.act(bureau, id, "issue", "opinion", "更正依据"));
        assertEquals(Optional.of("justice"), house.matter(id).party("copied"));
        Obligation rectify = house.matter(id).owed(Duty.SUPERVISION_RECTIFY).orElseThrow();
        assertEquals(List.of("town", Optional.empty()), List.of(rectify.owedBy(), rectify.dueAtExclusive()));
        house.act(house.officer("town"), id, "correct", "corrected", "已更正");
        house.act(bureau, id, "confirm");
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Obligation.Status.MET));
    }
}
