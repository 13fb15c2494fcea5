package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Complaint;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a complaint makes whom owe, under each county's own rules. */
class ComplaintInEachCountyTest {
    private static Outcome register(House house, String organ, String... more) {
        Map<String, String> input = House.input("kind", "report", "content", "油烟扰民", "complainant", "张三", "contact", "13900001111", "channel", "phone",
                "receivedAt", "2025-09-30T09:00:00+08:00", "subject", "饭店油烟扰民");
        input.putAll(House.input(more));
        return house.open(house.officer(organ), Complaint.PROCEDURE, Optional.empty(), input);
    }

    private static Decision done(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome);
    }

    private static String accepted(House house, String organ, String... more) {
        String id = done(register(house, organ, more)).changes().get(0).after().id();
        assertEquals("complaint.accept " + organ, owed(house, id));
        done(house.act(house.officer(organ), id, "accept"));
        return id;
    }

    private static String owed(House house, String id) {
        return String.join(" ", house.matter(id).obligations().stream().filter(Obligation::open).map(o -> o.duty().id() + " " + o.owedBy()).sorted().toList());
    }

    /** Accepted by one, sent to the other, and decided there; gives what is owed after the one and after the other. */
    private static List<String> passedOn(County county, String from, String to, String... more) {
        House house = county.house();
        String id = accepted(house, from, more);
        Officer sender = house.officer(from);
        Officer receiver = house.officer(to);
        String transfer = done(house.act(sender, id, "passOn", "passTo", to, "form", "transfer", "facts", "油烟直排", "discoveredAt", "2025-09-30T10:00:00+08:00", "urgency", "normal"))
                .changes().get(1).after().id();
        county.policy().transfer().materials().forEach(m -> house.attach(sender, transfer, m.id(), Optional.of(1)));
        if (county.approval()) {
            done(house.act(house.officer(from, Role.LEADER), transfer, "approve"));
        }
        Map<String, String> sending = House.input(county.sending().toArray(String[]::new));
        if (county.approval() && from.equals("bureau")) {
            sending.put("contactUnit", "执法科");
        }
        done(house.act(sender, transfer, "send", flat(sending)));
        String afterSending = owed(house, id);
        done(house.act(receiver, transfer, "accept", county.accepting().toArray(String[]::new)));
        done(house.act(receiver, transfer, "file", "caseNumber", "1"));
        done(house.act(receiver, transfer, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00"));
        return List.of(afterSending, owed(house, id).replace(afterSending, "").strip());
    }

    private static String[] flat(Map<String, String> input) {
        return input.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new);
    }

    @Shows(procedure = "complaint", duties = {"complaint.accept", "complaint.reply"}, counties = {"shanxi-district", "ningwu", "jinjiang", "hualong"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,town", "shanxi-district,bureau", "ningwu,town", "ningwu,bureau", "jinjiang,town", "jinjiang,bureau", "hualong,town", "hualong,bureau"})
    void nothingFound_whoReceivedItAnswers(String county, String organ) {
        House house = County.named(county).house();
        String id = accepted(house, organ);
        done(house.act(house.officer(organ), id, "check", "found", "nothing", "checkNote", "未见油烟"));
        assertEquals("complaint.reply " + organ, owed(house, id));
        assertEquals(Optional.empty(), house.matter(id).obligations().get(1).lastDay(), "the document has no number");
        done(house.act(house.officer(organ), id, "reply", "replyHow", "phone", "reply", "未见违法"));
        assertEquals("closed", house.matter(id).state());
    }

    @Shows(procedure = "complaint", duties = {"complaint.file"}, counties = {"shanxi-district", "ningwu", "jinjiang", "hualong"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,complaint.reply town", "ningwu,complaint.reply town", "jinjiang,''", "hualong,complaint.reply town"})
    void ownCase_isFiledPromptly_andTheResultToldWhereTheDocumentAsksForIt(String county, String after) {
        House house = County.named(county).house();
        Officer town = house.officer("town");
        String id = accepted(house, "town");
        done(house.act(town, id, "check", "found", "penalty", "checkNote", "油烟直排"));
        assertEquals("complaint.file town", owed(house, id));
        done(house.act(town, id, "file", "caseNumber", "1"));
        done(house.act(town, id, "decide", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00"));
        assertEquals(after, owed(house, id));
    }

    /** Shanxi district and Hualong: the department tells where the papers went; the township then tells the complainant and the department. */
    @Shows(procedure = "complaint", duties = {"complaint.tell-handover", "complaint.feedback"}, counties = {"shanxi-district", "ningwu", "hualong"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,complaint.tell-handover bureau,complaint.feedback town complaint.reply town",
        "ningwu,complaint.tell-handover bureau,complaint.feedback town complaint.reply town",
        "jinjiang,'',''", "hualong,complaint.tell-handover bureau,complaint.feedback town complaint.reply town"})
    void fromDepartmentToTownship(String county, String afterSending, String afterDeciding) {
        assertEquals(List.of(afterSending, afterDeciding), passedOn(County.named(county), "bureau", "town"));
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,'',''", "ningwu,complaint.tell-handover town,complaint.feedback bureau complaint.reply bureau", "jinjiang,'',''", "hualong,'',''"})
    void fromTownshipToDepartment_onlyNingwuAsksTheDepartment(String county, String afterSending, String afterDeciding) {
        assertEquals(List.of(afterSending, afterDeciding), passedOn(County.named(county), "town", "bureau"));
    }

    @Test
    void ningwu_whoLeftNoContactNeedNotBeAnswered_butThePasserIs() {
        assertEquals(List.of("", "complaint.feedback town"), passedOn(County.named("ningwu"), "bureau", "town", "contact", ""));
        assertEquals(List.of("complaint.tell-handover bureau", "complaint.feedback town complaint.reply town"), passedOn(County.named("hualong"), "bureau", "town", "contact", ""));
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,false", "ningwu,false", "jinjiang,true", "hualong,false"})
    void petitionsAndTurningAway_areJinjiangs(String county, boolean there) {
        House house = County.named(county).house();
        assertEquals(there, register(house, "town", "kind", "petition") instanceof Decision);
        String id = accepted(house, "town");
        assertEquals(there, house.act(house.officer("town"), id, "turnAway", "referredTo", "市教育局", "toldComplainant", "电话告知") instanceof Decision);
    }

    @ParameterizedTest
    @ValueSource(strings = "shanting")
    void shanting_hasNoComplaintSystem(String county) {
        assertEquals("not-in-this-jurisdiction", assertInstanceOf(Refusal.class, register(County.named(county).house(), "town")).code());
    }
}
