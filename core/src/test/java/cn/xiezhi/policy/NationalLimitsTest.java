package cn.xiezhi.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.DisputeLevel.By;
import cn.xiezhi.policy.DisputeLevel.Kind;
import cn.xiezhi.policy.LimitRule.Reading;
import cn.xiezhi.policy.NationalLimits.Warning;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.Limit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each warning with a policy that deserves it and one that doesn't. */
class NationalLimitsTest {
    private static final String CITE = "甲 一";
    private static final DisputeLevel GOVERNMENT = new DisputeLevel("decide", "县人民政府决定", Kind.DECIDE, By.GOVERNMENT, CITE);

    private Optional<String> division = Optional.of("140925");
    private final Map<Duty, DutyRule> duties = new HashMap<>();
    private Optional<Cited<Integer>> officers = Optional.empty();
    private List<DisputeLevel> returned = List.of(GOVERNMENT);
    private List<DisputeLevel> competence = List.of(GOVERNMENT);
    private final Map<String, ProcedureRules> procedures = new HashMap<>(Map.of("assistance", says(), "referral", says("noFine")));

    @Test
    void aPolicyWithinTheLaw_hasNoWarning() {
        assertRules();
    }

    @Test
    void deliveryToThePolice_isWithinTwentyFourHours() {
        limit(Duty.CRIMINAL_DELIVER, Limit.hours(24));
        assertRules();
        limit(Duty.CRIMINAL_DELIVER, Limit.immediately());
        assertRules();
        limit(Duty.CRIMINAL_DELIVER, Limit.hours(25));
        assertRules("duties.criminal.deliver.normal");
        assertTrue(warnings().get(0).section().endsWith("第五条"), warnings().toString());
        limit(Duty.CRIMINAL_DELIVER, Limit.workingDays(1));
        assertRules("duties.criminal.deliver.normal");
        limit(Duty.CRIMINAL_DELIVER, Limit.calendarDays(0)); // the day of the trigger, which rolls over a holiday
        assertRules("duties.criminal.deliver.normal");
    }

    @Test
    void promptDelivery_hasNoNumber_unlessALocalTargetGivesOne() {
        limit(Duty.CRIMINAL_DELIVER, Limit.promptly());
        assertRules("duties.criminal.deliver.normal");
        promptly(Duty.CRIMINAL_DELIVER, Limit.hours(24));
        assertRules();
        promptly(Duty.CRIMINAL_DELIVER, Limit.hours(48));
        assertRules("duties.criminal.deliver.normal");
    }

    @Test
    void threeDaysOfTheReferralRules_areReadEitherWay() {
        for (Duty duty : List.of(Duty.CRIMINAL_FILING, Duty.CRIMINAL_RECONSIDER, Duty.CRIMINAL_RECONSIDER_DECISION, Duty.CRIMINAL_SUPERVISE)) {
            duties.clear();
            duties.put(duty, rule(duty, new LimitRule(Limit.calendarDays(3), Optional.of(Reading.CALENDAR), CITE), Optional.empty()));
            assertRules();
            duties.put(duty, rule(duty, new LimitRule(Limit.workingDays(3), Optional.of(Reading.WORKING), CITE), Optional.empty()));
            assertRules();
            limit(duty, Limit.hours(72));
            assertRules();
            for (Limit looser : List.of(Limit.calendarDays(4), Limit.workingDays(4), Limit.hours(73), Limit.promptly())) {
                limit(duty, looser);
                assertRules("duties." + duty.id() + ".normal");
            }
            assertTrue(warnings().get(0).section().matches(".*第730号.*第[八九]条"), warnings().toString());
        }
    }

    /** The legal unit's five working days run before the head's three, which no duty of the platform stands for. */
    @Test
    void theLegalUnitsOwnClock_isNotTheHeads() {
        limit(Duty.CRIMINAL_REVIEW, Limit.workingDays(5));
        assertRules();
    }

    @Test
    void aLimitOfTheReferralRules_isNotExtended() {
        LimitRule twelve = new LimitRule(Limit.hours(12), Optional.empty(), CITE);
        duties.put(Duty.CRIMINAL_DELIVER, rule(Duty.CRIMINAL_DELIVER, twelve, Optional.of(new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.hours(24)), true, CITE))));
        assertRules();
        for (Extension more : List.of(new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.hours(36)), true, CITE), new Extension(Extension.Kind.UNBOUNDED, Optional.empty(), true, CITE),
                new Extension(Extension.Kind.FURTHER, Optional.of(Limit.hours(12)), true, CITE))) {
            duties.put(Duty.CRIMINAL_DELIVER, rule(Duty.CRIMINAL_DELIVER, twelve, Optional.of(more)));
            assertRules("duties.criminal.deliver.extension");
        }
    }

    @Test
    void aDateThatAPaperNames_isNoNumberEither() {
        duties.put(Duty.CRIMINAL_FILING, new DutyRule(Duty.CRIMINAL_FILING, Map.of(), Optional.empty(), Optional.empty(), Optional.of(new Cited<>("函件写明的日期", CITE))));
        assertRules("duties.criminal.filing");
    }

    @Test
    void limitsThatNoNationalRuleSets_areTheCountysOwn() {
        limit(Duty.TRANSFER_SEND, Limit.workingDays(30));
        limit(Duty.COMPLAINT_REPLY, Limit.promptly());
        assertRules();
    }

    @Test
    void twoOfficers_orAWarning() {
        officers = Optional.of(new Cited<>(2, CITE));
        assertRules();
        officers = Optional.of(new Cited<>(1, CITE));
        assertRules("transfer.officers");
        assertEquals("《行政处罚法》第四十二条", warnings().get(0).section());
    }

    @Test
    void twoOfficersOfTheReferralRules() {
        procedures.put("referral", new ProcedureRules(CITE, Map.of(), Map.of("officers", new Cited<>(2, CITE)), Map.of()));
        assertRules();
        procedures.put("referral", new ProcedureRules(CITE, Map.of(), Map.of("officers", new Cited<>(1, CITE)), Map.of()));
        assertRules("procedures.referral.officers");
    }

    @Test
    void aDisputeIsDecidedByTheCommonSuperior() {
        competence = List.of(new DisputeLevel("meeting", "联席会议", Kind.DECIDE, By.JOINT_MEETING, CITE));
        assertRules("dispute.competence");
        assertEquals("《行政处罚法》第二十五条", warnings().get(0).section());
        competence = List.of(new DisputeLevel("justice", "司法局", Kind.DECIDE, By.JUSTICE_BUREAU, CITE));
        assertRules("dispute.competence");
    }

    @Test
    void henan_hasTheLegalOfficeCoordinateBeforeTheGovernmentDecides() {
        division = Optional.of("410902");
        assertRules("dispute.returned", "dispute.competence");
        assertEquals("《河南省行政执法条例》第十九条", warnings().get(0).section());
        returned = List.of(new DisputeLevel("legal", "法制机构协调", Kind.COORDINATE, By.LEGAL_OFFICE, CITE), GOVERNMENT);
        competence = List.of(new DisputeLevel("justice", "司法局协调", Kind.COORDINATE, By.JUSTICE_BUREAU, CITE), GOVERNMENT);
        assertRules();
        division = Optional.empty();
        returned = List.of(GOVERNMENT);
        assertRules();
    }

    @Test
    void negotiationAlone_isNoCoordination() {
        division = Optional.of("410902");
        competence = List.of(new DisputeLevel("legal", "法制机构协调", Kind.COORDINATE, By.LEGAL_OFFICE, CITE), GOVERNMENT);
        returned = List.of(new DisputeLevel("talk", "双方协商", Kind.NEGOTIATE, By.PARTIES, CITE), GOVERNMENT);
        assertRules("dispute.returned");
    }

    @Test
    void assistanceAndReferral_areThere() {
        procedures.clear();
        assertRules("procedures.assistance", "procedures.referral");
        assertEquals(List.of("《行政处罚法》第二十六条", "《行政处罚法》第二十七条"), warnings().stream().map(Warning::section).toList());
    }

    @Test
    void enforcement_asksForQualifiedOfficersAndLegalReview() {
        procedures.put("enforcement", says("certified", "review"));
        assertRules();
        procedures.put("enforcement", says());
        assertRules("procedures.enforcement.certified", "procedures.enforcement.review");
        assertEquals(List.of("《行政处罚法》第四十二条", "《行政处罚法》第五十八条"), warnings().stream().map(Warning::section).toList());
    }

    /** The names by which the warnings ask for procedures and their rules are those of the procedures. */
    @Test
    void proceduresKnowTheRulesThatAreAskedFor() {
        Map.of("enforcement", List.of("certified", "review"), "referral", List.of("officers"), "assistance", List.<String>of()).forEach((procedure, keys) -> {
            List<String> known = Procedures.own().all().get(procedure).rules().orElseThrow().stream().map(Rule::key).toList();
            assertTrue(known.containsAll(keys), procedure + " " + known);
        });
    }

    private void limit(Duty duty, Limit limit) {
        duties.put(duty, rule(duty, new LimitRule(limit, Optional.empty(), CITE), Optional.empty()));
    }

    private void promptly(Duty duty, Limit target) {
        duties.put(duty, rule(duty, new LimitRule(Limit.promptly(), Optional.empty(), CITE, Optional.of(new Cited<>(target, CITE))), Optional.empty()));
    }

    private static DutyRule rule(Duty duty, LimitRule limit, Optional<Extension> extension) {
        return new DutyRule(duty, Map.of(Variant.NORMAL, limit), extension, Optional.empty(), Optional.empty());
    }

    private static ProcedureRules says(String... keys) {
        return new ProcedureRules(CITE, List.of(keys).stream().collect(Collectors.toMap(k -> k, k -> new Cited<>("说明", CITE))), Map.of(), Map.of());
    }

    private void assertRules(String... rules) {
        assertEquals(List.of(rules), warnings().stream().map(Warning::rule).toList());
    }

    private List<Warning> warnings() {
        Cited<String> text = new Cited<>("说明", CITE);
        TransferRules transfer = new TransferRules(text, false, Optional.empty(), List.of(), officers, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return NationalLimits.of(new Policy(new Jurisdiction("test", "某县", division), "1+00000000", List.of(), duties, transfer, new DisputeRules(returned, competence, Optional.empty()), procedures));
    }
}
