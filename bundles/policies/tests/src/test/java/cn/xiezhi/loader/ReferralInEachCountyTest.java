package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Referral;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A suspected crime goes to the police under each county's own rules. */
class ReferralInEachCountyTest {
    /** The Tuesday before National Day: 9, 10, 11 (a Saturday at work), 13 and 14 October are the next five working days. */
    private static final String REPORTED = "2025-09-30T10:00:00+08:00";

    static List<County> counties() {
        return County.ALL;
    }

    private static Officer other(House house, String user, Role role) {
        return new Officer(user, user, house.organs.get("town"), Set.of(role));
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome.toString()).changes().get(0).after().id();
    }

    private static Outcome open(House house, Optional<String> origin, String organ, String... more) {
        Map<String, String> input = House.input("suspect", "甲", "crime", "非法经营罪", "facts", "查获", "reportedAt", REPORTED);
        if (house.policy.jurisdiction().id().equals("shanxi-district")) {
            input.put("proposedBy", "none");
        }
        input.putAll(House.input(more));
        return house.open(house.officer(organ), Referral.PROCEDURE, origin, input);
    }

    private static String decided(House house) {
        String id = id(open(house, Optional.empty(), "town"));
        boolean full = house.matter(id).state().equals("prepared");
        if (full) {
            id(house.act(other(house, "law", Role.OFFICER), id, "review", "meets", "yes", "reviewOpinion", "移送"));
        }
        Officer head = other(house, "head", Role.LEADER);
        id(full ? house.act(head, id, "decide", "decision", "refer", "decidedBy", "head", "decidedAt", REPORTED) : house.act(head, id, "decide", "decision", "refer", "decidedAt", REPORTED));
        return id;
    }

    private static String declined(House house) {
        String id = decided(house);
        List.of("letter", "report").forEach(p -> house.attach(house.officer("town"), id, p, Optional.empty()));
        id(house.act(house.officer("town"), id, "deliver", "police", "police", "handOver", "甲交乙收"));
        Officer police = house.officer("police");
        id(house.act(police, id, "receive", "receivedBy", "乙"));
        id(house.act(police, id, "decline", "noticeNumber", "1", "declined", "轻微"));
        return id;
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,2025-10-01T02:00:00Z", "ningwu,", "shanting,", "jinjiang,", "hualong,"})
    @Shows(procedure = "referral", duties = "criminal.deliver", counties = {"shanxi-district", "ningwu", "shanting", "jinjiang", "hualong"})
    void delivery_isDueFromTheDecision_inTheHoursTheDocumentGives_orPromptly(String county, Instant due) {
        House house = County.named(county).house();
        Obligation owed = house.matter(decided(house)).owed(Duty.CRIMINAL_DELIVER).orElseThrow();
        assertEquals(Optional.ofNullable(due), owed.dueAtExclusive());
        assertEquals(County.named(county).policy().duties().get(Duty.CRIMINAL_DELIVER).limits().get(owed.variant()).citation(), owed.citation());
    }

    @ParameterizedTest
    @MethodSource("counties")
    void theCase_isNotDecidedByAFineWhileTheReferralRuns_inAnyCounty(County county) {
        House house = county.house();
        Officer bureau = house.officer("bureau");
        String transfer = county.sent(house);
        id(house.act(bureau, transfer, "accept", county.accepting().toArray(String[]::new)));
        id(house.act(bureau, transfer, "file", "caseNumber", "1"));
        id(open(house, Optional.of(transfer), "bureau"));
        Refusal refusal = assertInstanceOf(Refusal.class, house.act(bureau, transfer, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", REPORTED));
        assertEquals("suspected-crime", refusal.code());
        assertEquals(county.policy().procedures().get("referral").texts().get("noFine").citation(), refusal.citation().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,notFiled", "ningwu,returned", "shanting,returned", "jinjiang,returned", "hualong,returned"})
    void reconsideration_isThereOnlyWhereTheDocumentHasIt(String county, String state) {
        House house = County.named(county).house();
        String id = declined(house);
        assertEquals(state, house.matter(id).state());
        assertEquals(state.equals("notFiled"), house.possible(house.officer("town"), id).contains("reconsider"));
        Set<Duty> owed = house.matter(id).obligations().stream().map(Obligation::duty).collect(Collectors.toSet());
        assertEquals(state.equals("notFiled"), owed.contains(Duty.CRIMINAL_RECONSIDER));
    }

    @Test
    @Shows(procedure = "referral", duties = {"criminal.review", "criminal.filing", "criminal.reconsider", "criminal.reconsider-decision", "criminal.supervise"}, counties = "shanxi-district")
    void everyClockOfShanxiDistrict_runsByItself_toThePenaltyInTheEnd() {
        House house = County.named("shanxi-district").house();
        Officer town = house.officer("town");
        Officer police = house.officer("police");
        String id = id(open(house, Optional.empty(), "town", "goods", "true", "appraised", "true"));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 14)), owed(house, id, Duty.CRIMINAL_REVIEW).lastDay());
        id(house.act(other(house, "law", Role.OFFICER), id, "review", "meets", "yes", "reviewOpinion", "移送"));
        id(house.act(other(house, "head", Role.LEADER), id, "decide", "decision", "refer", "decidedBy", "collective", "decidedAt", REPORTED));
        Refusal missing = assertInstanceOf(Refusal.class, house.act(town, id, "deliver", "police", "police", "handOver", "甲"));
        assertEquals(List.of("material:letter", "material:report", "material:goodsList", "material:appraisal"), missing.errors().stream().map(Outcome.FieldError::field).toList());
        assertEquals(Optional.of("协同机制 三（七）第六条（三）"), missing.errors().get(2).citation());
        List.of("letter", "report", "goodsList", "appraisal", "related").forEach(p -> id(house.attach(town, id, p, Optional.empty())));
        id(house.act(town, id, "deliver", "police", "police", "handOver", "甲", "imposed", "warning\nlicence", "finePaid", "true", "fineAmount", "2000", "finePaidOn", "2025-09-01"));
        assertEquals(Optional.of("procuratorate"), house.matter(id).party("procuratorate"));
        assertEquals(List.of("police", Optional.empty()), List.of(owed(house, id, Duty.CRIMINAL_FILING).owedBy(), owed(house, id, Duty.CRIMINAL_FILING).dueAtExclusive()));
        id(house.act(police, id, "receive", "receivedBy", "乙"));
        id(house.act(police, id, "decline", "noticeNumber", "1", "declined", "轻微"));
        // Three calendar days from 30 Sep end on 3 Oct, in the holiday: moved to Thu 9 Oct.
        assertEquals(Optional.of(LocalDate.of(2025, 10, 9)), owed(house, id, Duty.CRIMINAL_RECONSIDER).lastDay());
        house.now = Instant.parse("2025-10-09T02:00:00Z");
        id(house.act(town, id, "reconsider", "grounds", "已达标准"));
        // Thu 9 Oct + 3 = Sun 12 Oct, moved to Mon 13.
        assertEquals(Optional.of(LocalDate.of(2025, 10, 13)), owed(house, id, Duty.CRIMINAL_RECONSIDER_DECISION).lastDay());
        house.now = Instant.parse("2025-10-13T02:00:00Z");
        id(house.act(police, id, "reconsidered", "reconsidered", "uphold", "reconsideredWhy", "维持"));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 16)), owed(house, id, Duty.CRIMINAL_SUPERVISE).lastDay());
        id(house.act(town, id, "propose", "grounds", "不服"));
        id(house.act(house.officer("procuratorate"), id, "supervise", "supervised", "uphold", "supervisedWhy", "理由成立"));
        id(house.act(town, id, "conclude", "after", "penalty", "afterWhy", "罚字〔2025〕1号"));
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Status.MET));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    private static Obligation owed(House house, String id, Duty duty) {
        return house.matter(id).owed(duty).orElseThrow();
    }

    @Test
    void flagrantCases_goAtOnceInShanxiDistrict_andNowhereElseByAFieldThatTheDocumentLacks() {
        House house = County.named("shanxi-district").house();
        String id = id(open(house, Optional.empty(), "town", "grave", "true"));
        assertEquals("toDeliver", house.matter(id).state());
        assertEquals("协同机制 三（七）第三条", owed(house, id, Duty.CRIMINAL_DELIVER).citation());
        for (String county : List.of("ningwu", "shanting", "jinjiang", "hualong")) {
            House other = County.named(county).house();
            assertInstanceOf(Refusal.class, open(other, Optional.empty(), "town", "grave", "true"));
            assertFalse(other.possible(other.officer("town"), decided(other)).contains("askEarly"));
        }
    }

    @Test
    void aReconsiderationThatIsNotAskedInTime_givesTheCaseBack() {
        House house = County.named("shanxi-district").house();
        String id = declined(house);
        house.now = Instant.parse("2025-10-09T16:00:00Z");
        id(house.wake(id).orElseThrow());
        assertEquals("returned", house.matter(id).state());
        assertEquals(Optional.of("协同机制 三（七）第九条"), house.ledger(id).get(house.ledger(id).size() - 1).citation());
    }
}
