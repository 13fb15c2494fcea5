package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Transfer;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A case goes from a township to a department and back under each county's own rules. */
class TransferInEachCountyTest {
    static List<County> counties() {
        return County.ALL;
    }

    private static Refusal refusal(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    private static Outcome open(House house, String organ, County county, Optional<String> origin, String... more) {
        Map<String, String> input = house.transferInput(county.opening().toArray(String[]::new));
        input.putAll(House.input(more));
        return house.open(house.officer(organ), Transfer.CASE, origin, input);
    }

    @Shows(procedure = "transfer", duties = "transfer.result", counties = {"shanxi-district", "ningwu", "shanting", "jinjiang", "hualong"})
    @ParameterizedTest
    @MethodSource("counties")
    void happyWay_endsClosed_withEveryDutyMetAndTheChainIntact(County county) {
        House house = county.house();
        Officer bureau = house.officer("bureau");
        String id = county.sent(house);
        assertEquals("sent", house.matter(id).state());
        house.act(bureau, id, "accept", county.accepting().toArray(String[]::new));
        house.act(bureau, id, "file", "caseNumber", "〔2025〕1号");
        house.act(bureau, id, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00");
        house.act(bureau, id, "notify", "result", "已处罚");
        house.act(house.officer("town"), id, "close");
        assertEquals("closed", house.matter(id).state());
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Obligation.Status.MET));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    /** Found on Tue 30 Sep 2025, the last working day before National Day; 28 Sep and 11 Oct are make-up working days. */
    @Shows(procedure = "transfer", duties = "transfer.send", counties = {"shanxi-district", "ningwu", "shanting", "jinjiang", "hualong"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,2025-10-11", "ningwu,2025-10-11", "shanting,2025-10-09", "jinjiang,2025-10-14", "hualong,2025-10-11"})
    void sending_isDueByTheCountysOwnCount(String county, LocalDate lastDay) {
        House house = County.named(county).house();
        String id = house.opened(County.named(county).opening().toArray(String[]::new));
        assertEquals(Optional.of(lastDay), house.matter(id).obligations().get(0).lastDay());
        assertFalse(house.matter(id).obligations().get(0).citation().isBlank());
    }

    /** A duty that the document has not is not owed. */
    @Shows(procedure = "transfer", duties = "transfer.acknowledge", counties = {"ningwu", "shanting", "jinjiang"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,", "ningwu,promptly", "shanting,2025-10-09", "jinjiang,2025-10-14", "hualong,"})
    void acknowledging_isOwedOnlyWhereTheDocumentAsksForIt(String county, String lastDay) {
        House house = County.named(county).house();
        String id = County.named(county).sent(house);
        String owed = house.matter(id).obligations().stream().filter(o -> o.duty().equals(Duty.TRANSFER_ACKNOWLEDGE)).findFirst()
                .map(o -> o.lastDay().map(LocalDate::toString).orElse("promptly")).orElse(null);
        assertEquals(lastDay, owed);
    }

    @ParameterizedTest
    @MethodSource("counties")
    void internalUnit_neverTransfersInItsOwnName(County county) {
        House house = county.house();
        Refusal refusal = refusal("own-name-only", open(house, "town", county, Optional.empty(), "inNameOf", "unit"));
        assertEquals(Optional.of(county.policy().transfer().ownName().citation()), refusal.citation());
    }

    @ParameterizedTest
    @MethodSource("counties")
    void missingPapers_areRefusedEachWithItsRule(County county) {
        House house = county.house();
        String id = house.opened(county.opening().toArray(String[]::new));
        if (county.approval()) {
            house.act(house.officer("town", Role.LEADER), id, "approve");
        }
        Refusal refusal = refusal("invalid-fields", house.act(house.officer("town"), id, "send", county.sending().toArray(String[]::new)));
        List<String> missing = refusal.errors().stream().map(Outcome.FieldError::field).toList();
        assertTrue(missing.containsAll(List.of("material:letter", "material:source", "material:evidence")), missing.toString());
        assertTrue(refusal.errors().stream().allMatch(e -> e.citation().isPresent()));
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,false", "ningwu,false", "shanting,true", "jinjiang,true", "hualong,false"})
    void onwardTransfer_isRefusedWhereTheDocumentForbidsIt(String name, boolean forbidden) {
        County county = County.named(name);
        House house = county.house();
        String id = county.sent(house);
        Officer bureau = house.officer("bureau");
        if (forbidden) {
            Optional<String> rule = Optional.of(county.policy().transfer().noOnward().orElseThrow().citation());
            assertEquals(rule, refusal("no-onward-transfer", house.act(bureau, id, "passOn", "onwardTo", "third", "onwardReason", "x")).citation());
            assertEquals(rule, refusal("no-onward-transfer", open(house, "bureau", county, Optional.of(id), "receiver", "third")).citation());
            assertFalse(house.possible(bureau, id).contains("passOn"));
        } else {
            assertInstanceOf(Decision.class, house.act(bureau, id, "passOn", "onwardTo", "third", "onwardReason", "属其职责"));
        }
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,urgent", "ningwu,urgent grave", "shanting,urgent", "jinjiang,urgent", "hualong,urgent"})
    void urgencies_areThoseOfTheDocument(String name, String known) {
        County county = County.named(name);
        for (String urgency : List.of("urgent", "grave")) {
            Outcome outcome = open(county.house(), "town", county, Optional.empty(), "urgency", urgency);
            assertEquals(known.contains(urgency), outcome instanceof Decision, urgency);
        }
    }

    @ParameterizedTest
    @MethodSource("counties")
    void extension_existsInOneCountyOnly(County county) {
        House house = county.house();
        String id = house.opened(county.opening().toArray(String[]::new));
        boolean extended = house.act(house.officer("town"), id, "extend", "extensionReason", "调查核实", "extensionNotice", "已电话告知") instanceof Decision;
        assertEquals(county.id().equals("jinjiang"), extended);
        // Ten working days in all from 30 Sep: 9, 10, 11, 13–17, 20, 21 Oct.
        assertEquals(extended, house.matter(id).obligations().get(0).lastDay().equals(Optional.of(LocalDate.of(2025, 10, 21))));
    }

    @Test
    void twoCasesInOneTransfer_areRefusedInShanting() {
        County shanting = County.named("shanting");
        assertEquals(Optional.of(shanting.policy().transfer().oneCase().orElseThrow().citation()),
                refusal("one-case-one-transfer", open(shanting.house(), "town", shanting, Optional.empty(), "cases", "甲\n乙")).citation());
    }

    @Test
    void sendingWithoutTheLeader_isRefusedInJinjiang() {
        County jinjiang = County.named("jinjiang");
        House house = jinjiang.house();
        String id = house.opened("stage", "none");
        jinjiang.policy().transfer().materials().forEach(m -> house.attach(house.officer("town"), id, m.id(), Optional.of(1)));
        assertEquals(Optional.of(jinjiang.policy().transfer().leaderApproval().orElseThrow().citation()),
                refusal("leader-approval-missing", house.act(house.officer("town"), id, "send", "contact", "甲")).citation());
    }

    @Test
    void oneOfficer_isTooFewInNingwu_andTheGoodsListGoesAlong() {
        County ningwu = County.named("ningwu");
        House house = ningwu.house();
        String id = house.opened("stage", "none", "goods", "true");
        List.of("letter", "source", "evidence").forEach(m -> house.attach(house.officer("town"), id, m, Optional.of(1)));
        Refusal refusal = refusal("invalid-fields", house.act(house.officer("town"), id, "send", "officers", "甲", "handOverSender", "甲"));
        assertEquals(List.of("officers", "material:goodsList"), refusal.errors().stream().map(Outcome.FieldError::field).toList());
    }

    @Test
    void departmentInJinjiang_namesItsUnitToo() {
        County jinjiang = County.named("jinjiang");
        House house = jinjiang.house();
        Outcome opened = open(house, "bureau", jinjiang, Optional.empty(), "receiver", "town");
        String id = ((Decision) opened).changes().get(0).after().id();
        house.act(house.officer("bureau", Role.LEADER), id, "approve");
        jinjiang.policy().transfer().materials().forEach(m -> house.attach(house.officer("bureau"), id, m.id(), Optional.of(1)));
        assertEquals("contactUnit", refusal("invalid-fields", house.act(house.officer("bureau"), id, "send", "contact", "甲")).errors().get(0).field());
    }
}
