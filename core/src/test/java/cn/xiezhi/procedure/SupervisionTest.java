package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupervisionTest {
    private static final String[] NOTICE = {"noticeNumber", "监〔2025〕1号", "faults", "未经法制审核", "demands", "补正", "until", "2025-10-10"};
    private static final Instant SAT_2025_10_11_0H = Instant.parse("2025-10-10T16:00:00Z");

    private final House house = new House();
    private final Officer justice = house.officer("justice", Role.JUSTICE_BUREAU);
    private final Officer town = house.officer("town");
    private final Officer townHead = house.officer("town", Role.LEADER);

    @BeforeEach
    void ruled() {
        house.rules("supervision", new Ruled().number("supervisors", 2).text("certificate", "notice").list("subjects", "laws", "decisions").list("ways", "daily", "covert")
                .list("measures", "files", "withhold").list("ladder", "perform", "correct", "revoke", "unlawful", "void").made());
        house.duty(Ruled.setBy(Duty.SUPERVISION_RECTIFY));
        house.duty(Ruled.setBy(Duty.SUPERVISION_PERFORM));
        house.certified("j-1", "监督甲", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2025, 9, 30));
        house.certified("j-2", "监督乙", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2026, 12, 31));
        house.certified("expired", "监督丙", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2025, 9, 29));
        house.certified("enforcer", "执法丁", "justice", Certificate.Kind.ENFORCEMENT, LocalDate.of(2026, 12, 31));
    }

    private Outcome open(Officer who, String... more) {
        Map<String, String> input = House.input("supervised", "town", "subject", "行政处罚程序", "trigger", "planned", "subjects", "laws\ndecisions", "way", "daily");
        input.putAll(House.input(more));
        return house.open(who, Supervision.PROCEDURE, Optional.empty(), input);
    }

    private String planned() {
        return ((Decision) open(justice)).changes().get(0).after().id();
    }

    private String begun() {
        String id = planned();
        assertInstanceOf(Decision.class, house.act(justice, id, "begin", "supervisors", "j-1\nj-2", "shown", "true"));
        return id;
    }

    private String noticed() {
        String id = begun();
        assertInstanceOf(Decision.class, house.act(justice, id, "notice", NOTICE));
        return id;
    }

    private static List<String> faults(Outcome outcome) {
        return refused("invalid-fields", outcome).errors().stream().map(FieldError::field).toList();
    }

    @Test
    void onlyTheJusticeBureau_supervises() {
        refused("not-yours-to-open", open(town));
        refused("not-yours-to-open", open(house.officer("bureau")));
        refused("not-in-this-jurisdiction", new House().open(justice, Supervision.PROCEDURE, Optional.empty(), Map.of()));
    }

    @Test
    void theSupervised_seesNothingBeforeTheCertificateIsShown() {
        String id = planned();
        assertFalse(Decisions.maySee(Procedures.own(), town, house.matter(id)));
        house.act(justice, id, "begin", "supervisors", "j-1\nj-2", "shown", "true");
        assertTrue(Decisions.maySee(Procedures.own(), town, house.matter(id)));
    }

    @Test
    void withoutTheCertificateShown_itDoesNotBegin() {
        Refusal refusal = refused("certificate-not-shown", house.act(justice, planned(), "begin", "supervisors", "j-1\nj-2", "shown", "false"));
        assertEquals(Optional.of("测试办法 certificate"), refusal.citation());
    }

    @Test
    void oneSupervisor_isTooFew_andTheSameTwice_andAStranger() {
        String id = planned();
        assertEquals(List.of("supervisors"), faults(house.act(justice, id, "begin", "supervisors", "j-1", "shown", "true")));
        assertEquals(List.of("supervisors"), faults(house.act(justice, id, "begin", "supervisors", "j-1\nj-1", "shown", "true")));
        assertEquals(List.of("supervisors"), faults(house.act(justice, id, "begin", "supervisors", "j-1\ntown-2", "shown", "true")));
        assertEquals(List.of("measureBy"), faults(house.act(justice, begun(), "measure", "measure", "files", "measureBy", "j-1", "measureAt", "2025-09-30T09:00:00+08:00",
                "measureResult", "查阅案卷 5 份")));
    }

    @Test
    void supervisors_holdASupervisionCertificate_validOnTheDay() {
        String id = planned();
        for (String without : List.of("expired", "enforcer")) {
            Refusal refusal = refused("invalid-fields", house.act(justice, id, "begin", "supervisors", "j-1\nj-2\n" + without, "shown", "true"));
            assertTrue(refusal.errors().get(0).message().contains("行政执法监督证"), refusal.toString());
        }
        assertInstanceOf(Decision.class, house.act(justice, id, "begin", "supervisors", "j-1\nj-2", "shown", "true"));
        house.now = house.now.plus(Duration.ofDays(1));
        assertEquals(List.of("measureBy"), faults(house.act(justice, id, "measure", "measure", "files", "measureBy", "j-1\nj-2", "measureAt", "2025-09-30T09:00:00+08:00",
                "measureResult", "x")), "one of them has run out");
    }

    @Test
    void aMeasure_isRecordedWithItsRule_andWithholdingNamesTheOfficerAndTheDay() {
        String id = begun();
        String[] withhold = {"measure", "withhold", "measureBy", "j-1\nj-2", "measureAt", "2025-09-30T09:00:00+08:00", "measureResult", "无证执法"};
        assertEquals(List.of("withheldFrom", "withheldUntil"), faults(house.act(justice, id, "measure", withhold)));
        Map<String, String> complete = House.input(withhold);
        complete.putAll(Map.of("withheldFrom", "𠮷某 14-001", "withheldUntil", "2025-12-31"));
        house.act(justice, id, "measure", complete.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new));
        LedgerEntry entry = house.ledger(id).get(2);
        assertEquals(Optional.of("测试办法 measures withhold"), entry.citation());
        assertEquals("𠮷某 14-001", entry.details().get("withheldFrom"));
        assertEquals(List.of("measure"), faults(house.act(justice, id, "measure", "measure", "arrest", "measureBy", "j-1\nj-2", "measureAt", "2025-09-30T09:00:00+08:00", "measureResult", "x")));
    }

    @Test
    void theNotice_namesTheDay_andTheReportInTimeMeetsIt() {
        String id = begun();
        assertEquals(List.of("until"), faults(house.act(justice, id, "notice", "noticeNumber", "1", "faults", "x", "demands", "y")));
        assertEquals(List.of("until"), faults(house.act(justice, id, "notice", "noticeNumber", "1", "faults", "x", "demands", "y", "until", "2025-09-29")));
        house.act(justice, id, "notice", NOTICE);
        Obligation owed = house.matter(id).owed(Duty.SUPERVISION_RECTIFY).orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2025, 10, 10)), owed.lastDay());
        assertEquals("town", owed.owedBy());
        assertEquals(Optional.of(SAT_2025_10_11_0H), house.matter(id).wakesAt());
        house.act(town, id, "report", "report", "已补正");
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        assertEquals(Optional.empty(), house.matter(id).wakesAt());
        house.act(justice, id, "accept");
        assertEquals("closed", house.matter(id).state());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void theSupervised_canRefuseNothing() {
        String id = noticed();
        for (Officer who : List.of(town, townHead)) {
            assertEquals(List.of("report", "note", "assign"), house.possible(who, id));
        }
        house.now = SAT_2025_10_11_0H;
        house.wake(id);
        assertEquals(List.of("report", "note", "assign"), house.possible(town, id));
    }

    @Test
    void theDecisionStep_opensByItselfInTheInstantTheDateRunsOut_notBefore() {
        String id = noticed();
        house.now = SAT_2025_10_11_0H.minusMillis(1);
        assertEquals(Optional.empty(), house.wake(id));
        assertFalse(house.possible(justice, id).contains("decide"));
        house.now = SAT_2025_10_11_0H;
        assertInstanceOf(Decision.class, house.wake(id).orElseThrow());
        assertEquals("deciding", house.matter(id).state());
        LedgerEntry entry = house.ledger(id).get(3);
        assertEquals(Officer.SYSTEM.user(), entry.user());
        assertEquals(Optional.of("测试办法 ladder perform"), entry.citation());
        assertEquals(Optional.empty(), house.wake(id), "once");
        assertTrue(house.possible(justice, id).contains("decide"));
    }

    @Test
    void aLateReport_isStillRecorded_asLate_andTheSupervisorChooses() {
        String id = noticed();
        house.now = SAT_2025_10_11_0H;
        house.wake(id);
        assertFalse(house.possible(justice, id).contains("accept"), "nothing was reported");
        house.act(town, id, "report", "report", "已补正，迟报");
        assertEquals("deciding", house.matter(id).state());
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        assertTrue(house.matter(id).obligations().get(0).overdue(house.now));
        assertTrue(house.possible(justice, id).containsAll(List.of("accept", "decide")));
    }

    @Test
    void aDecision_isOneKindOfTheLadder_andPerformanceHasADay() {
        String id = noticed();
        house.now = SAT_2025_10_11_0H;
        house.wake(id);
        String[] decision = {"decisionNumber", "监决〔2025〕1号", "reasons", "逾期未处理", "decision"};
        assertEquals(List.of("decision"), faults(house.act(justice, id, "decide", with(decision, "fine"))));
        assertEquals(List.of("performUntil"), faults(house.act(justice, id, "decide", with(decision, "perform"))));
        refused("not-yours-to-do", house.act(house.officer("justice"), id, "decide", with(decision, "revoke")));
        house.act(justice, id, "decide", with(decision, "perform", "performUntil", "2025-10-20"));
        assertEquals("decided", house.matter(id).state());
        assertEquals(Optional.of(LocalDate.of(2025, 10, 20)), house.matter(id).owed(Duty.SUPERVISION_PERFORM).orElseThrow().lastDay());
        assertEquals(Optional.of("测试办法 ladder perform"), house.ledger(id).get(4).citation());
        house.act(town, id, "report", "report", "已履行");
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.SUPERVISION_PERFORM));
        house.act(justice, id, "accept");
        assertEquals("closed", house.matter(id).state());
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void anInsufficientReport_leadsToTheDecisionToo_whichNoFurtherNoticePutsOff() {
        String id = noticed();
        house.act(town, id, "report", "report", "正在研究");
        house.act(justice, id, "insufficient", "lacks", "未补正");
        assertEquals("deciding", house.matter(id).state());
        String[] again = {"noticeNumber", "2", "faults", "x", "demands", "y", "until", "2025-10-20"};
        assertEquals(Optional.of("测试办法 ladder perform"), refused("decision-due", house.act(justice, id, "notice", again)).citation());
    }

    @Test
    void aReportInTime_mayBeAnsweredByAnotherNotice() {
        String id = noticed();
        house.act(town, id, "report", "report", "正在研究");
        house.act(justice, id, "notice", "noticeNumber", "2", "faults", "x", "demands", "y", "until", "2025-10-20");
        assertEquals(Optional.of(LocalDate.of(2025, 10, 20)), house.matter(id).owed(Duty.SUPERVISION_RECTIFY).orElseThrow().lastDay());
    }

    @Test
    void withoutALadder_thereIsNoDecision_andNothingIsOwedWithoutARule() {
        House plain = new House();
        plain.rules("supervision", new Ruled().made());
        plain.person("j-1", "甲", "justice");
        String id = ((Decision) plain.open(justice, Supervision.PROCEDURE, Optional.empty(), House.input("supervised", "town", "subject", "处罚", "trigger", "report"))).changes().get(0).after().id();
        plain.act(justice, id, "begin", "supervisors", "j-1", "shown", "true");
        plain.act(justice, id, "notice", "noticeNumber", "1", "faults", "x", "demands", "y", "until", "2025-10-20");
        assertEquals(List.of(), plain.matter(id).obligations());
        assertEquals(Optional.empty(), plain.matter(id).wakesAt());
        plain.act(town, id, "report", "report", "已处理");
        assertFalse(plain.possible(justice, id).contains("insufficient"));
        assertTrue(plain.possible(justice, id).containsAll(List.of("accept", "notice")));
    }

    @Test
    void nothingFound_endsIt() {
        String id = begun();
        house.act(justice, id, "conclude", "finding", "程序合法");
        assertEquals("noFinding", house.matter(id).state());
    }
}
