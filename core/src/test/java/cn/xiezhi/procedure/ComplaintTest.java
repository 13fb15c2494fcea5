package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private static final String NAME = "𠮷永福";
    private static final String PHONE = "139-0000-1111";
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");
    private final Officer third = house.officer("third");
    private final Officer anybody = Officer.ofPublic("test");

    @BeforeEach
    void theCountyHasComplaints() {
        with(Map.of(), entry("nothing", null), entry("result", null), entry("handover", null), entry("feedback", null));
        for (Duty duty : List.of(Duty.COMPLAINT_ACCEPT, Duty.COMPLAINT_FILE, Duty.COMPLAINT_REPLY, Duty.COMPLAINT_TELL_HANDOVER, Duty.COMPLAINT_FEEDBACK)) {
            house.duty(new DutyRule(duty, Map.of(Variant.NORMAL, new LimitRule(Limit.promptly(), Optional.empty(), "测试办法 投诉")), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    private void with(Map<String, String> texts, Entry... tells) {
        Map<String, Cited<String>> cited = new HashMap<>();
        texts.forEach((k, v) -> cited.put(k, new Cited<>(v, "测试办法 " + k)));
        house.rules("complaint", new ProcedureRules("测试办法 投诉", cited, Map.of(), Map.of("tells", List.of(tells))));
    }

    private static Entry entry(String id, String by) {
        return new Entry(id, id, Optional.ofNullable(by), true, "测试办法 告知");
    }

    private Outcome register(Officer who, String... more) {
        Map<String, String> input = House.input("kind", "report", "content", "我是" + NAME + "，楼下饭店油烟扰民", "complainant", NAME, "contact", PHONE);
        input.putAll(who.isPublic() ? House.input("receiver", "town") : House.input("channel", "phone", "receivedAt", "2025-09-30T09:00:00+08:00", "subject", "饭店油烟扰民"));
        input.putAll(House.input(more));
        return house.open(who, Complaint.PROCEDURE, Optional.empty(), input);
    }

    private String registered(Officer who, String... more) {
        return done(register(who, more)).changes().get(0).after().id();
    }

    private String accepted(String... more) {
        String id = registered(town, more);
        done(house.act(town, id, "accept"));
        return id;
    }

    private static Decision done(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome);
    }

    private static void refused(String code, Outcome outcome) {
        assertEquals(code, assertInstanceOf(Refusal.class, outcome).code());
    }

    private static void wrong(String field, Outcome outcome) {
        assertEquals(List.of(field), assertInstanceOf(Refusal.class, outcome).errors().stream().map(Outcome.FieldError::field).toList());
    }

    private Outcome passOn(Officer who, String id, String to, String... more) {
        Map<String, String> input = House.input("passTo", to, "form", "transfer", "facts", "现场检查，油烟直排", "discoveredAt", "2025-09-30T10:00:00+08:00", "urgency", "normal");
        input.putAll(House.input(more));
        return house.act(who, id, "passOn", input.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new));
    }

    private String sent(String complaint) {
        String transfer = done(passOn(town, complaint, "bureau")).changes().get(1).after().id();
        send(town, transfer);
        return transfer;
    }

    private void send(Officer who, String transfer) {
        house.attach(who, transfer, "letter", Optional.empty());
        done(house.act(who, transfer, "send"));
    }

    private void decide(Officer who, String transfer) {
        done(house.act(who, transfer, "accept"));
        done(house.act(who, transfer, "file", "caseNumber", "1"));
        done(house.act(who, transfer, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00"));
    }

    private List<String> owed(String id) {
        return house.matter(id).obligations().stream().filter(Obligation::open).map(o -> o.duty().id() + " " + o.owedBy()).sorted().toList();
    }

    private Outcome reply(Officer who, String id) {
        return house.act(who, id, "reply", "replyHow", "phone", "reply", "已依法处理");
    }

    @Test
    void nothingFound_isAnsweredAndOver() {
        String id = registered(town);
        assertEquals(List.of("complaint.accept town"), owed(id));
        assertEquals(Optional.of("2025-09-30T01:00:00Z"), house.matter(id).owed(Duty.COMPLAINT_ACCEPT).map(o -> o.trigger().toString()));
        done(house.act(town, id, "accept"));
        done(house.act(town, id, "check", "found", "nothing", "checkNote", "现场未见油烟"));
        assertEquals(List.of("complaint.reply town"), owed(id));
        refused("not-in-this-state", house.act(town, id, "tell", "toldComplainant", "x"));
        refused("still-owed", house.act(town, id, "close"));
        done(reply(town, id));
        assertEquals("closed", house.matter(id).state());
        assertTrue(house.matter(id).obligations().stream().allMatch(o -> o.status() == Status.MET));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void ownCase_isFiledAndDecided_andOnlyTheComplainantIsOwedTheResult() {
        String id = accepted();
        done(house.act(town, id, "check", "found", "penalty", "checkNote", "油烟直排"));
        assertEquals(List.of("complaint.file town"), owed(id));
        done(house.act(town, id, "file", "caseNumber", "〔2025〕1号"));
        wrong("decidedAt", house.act(town, id, "decide", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T08:59:00+08:00"));
        done(house.act(town, id, "decide", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T09:30:00+08:00"));
        assertEquals(List.of("complaint.reply town"), owed(id));
        done(reply(town, id));
        assertEquals("closed", house.matter(id).state());
    }

    @Test
    void passedOn_theFirstReceiverAnswersUntilItIsSent_thenTheOtherOwesComplainantAndPasser() {
        String id = accepted();
        String transfer = done(passOn(town, id, "bureau")).changes().get(1).after().id();
        assertEquals(Optional.of(id), house.matter(transfer).origin());
        assertEquals("饭店油烟扰民", house.matter(transfer).title());
        assertEquals("passing", house.matter(id).state());
        assertEquals(Optional.of("town"), house.matter(id).party("handler"));
        assertFalse(Decisions.maySee(Procedures.own(), bureau, house.matter(id)), "nothing was handed on yet");
        send(town, transfer);
        assertEquals(Optional.of("bureau"), house.matter(id).party("handler"));
        assertEquals(List.of("complaint.tell-handover town"), owed(id));
        decide(bureau, transfer);
        assertEquals(List.of("complaint.feedback bureau", "complaint.reply bureau", "complaint.tell-handover town"), owed(id));
        refused("not-yours-to-do", reply(town, id));
        done(reply(bureau, id));
        refused("already-replied", reply(bureau, id));
        done(house.act(bureau, transfer, "notify", "result", "已处罚"));
        assertEquals(List.of("complaint.tell-handover town"), owed(id), "the notice of the result is the feedback");
        assertEquals("decided", house.matter(id).state());
        done(house.act(town, id, "tell", "toldComplainant", "9月30日电话告知已移交市场监管局"));
        assertEquals("closed", house.matter(id).state());
    }

    @Test
    void clue_carriesAComplaintAsACaseDoes() {
        String id = accepted();
        String clue = done(passOn(town, id, "bureau", "form", "clue", "urgency", "urgent")).changes().get(1).after().id();
        assertEquals("clue", house.matter(clue).procedure());
        assertEquals(Variant.URGENT, house.matter(clue).owed(Duty.TRANSFER_SEND).orElseThrow().variant());
        done(house.act(town, clue, "send"));
        done(house.act(bureau, clue, "accept"));
        done(house.act(bureau, clue, "decide", "outcome", "notFiled", "decision", "不予立案", "decidedAt", "2025-09-30T10:00:00+08:00"));
        assertEquals("decided", house.matter(id).state());
    }

    @Test
    void withdrawnTransfer_givesTheComplaintBack() {
        String id = accepted();
        String transfer = sent(id);
        done(house.act(town, transfer, "withdraw", "withdrawReason", "移送对象有误"));
        Matter back = house.matter(id);
        assertEquals("accepted", back.state());
        assertEquals(Optional.of("town"), back.party("handler"));
        assertEquals(List.of(), owed(id));
        assertFalse(Decisions.maySee(Procedures.own(), bureau, back), "who is no longer handler no longer sees it");
        done(passOn(town, id, "third"));
    }

    @Test
    void casePassedOnTwice_isHandledByTheThird_whoOwesTheResult() {
        String id = accepted();
        String transfer = sent(id);
        String onward = done(house.act(bureau, transfer, "passOn", "onwardTo", "third", "onwardReason", "属其职权")).changes().get(1).after().id();
        assertEquals(Optional.of("bureau"), house.matter(id).party("handler"), "until it has been handed on in writing");
        send(bureau, onward);
        assertEquals(Optional.of("third"), house.matter(id).party("handler"));
        decide(third, onward);
        assertTrue(owed(id).containsAll(List.of("complaint.reply third", "complaint.feedback third")));
    }

    @Test
    void returnedCase_ruledTheSendersOwn_comesBackToIt() {
        String id = accepted();
        String transfer = sent(id);
        String dispute = done(house.act(bureau, transfer, "return", "reason", "不属本单位")).changes().get(1).after().id();
        done(house.act(bureau, dispute, "agree", "competent", "town"));
        done(house.act(town, dispute, "agree", "competent", "town"));
        assertEquals("accepted", house.matter(id).state());
        assertEquals(Optional.of("town"), house.matter(id).party("handler"));
    }

    @Test
    void withoutContact_noAnswerIsOwedOnlyWhereTheDocumentSaysSo() {
        String strict = accepted("contact", "", "complainant", "");
        done(house.act(town, strict, "check", "found", "nothing", "checkNote", "未见"));
        assertEquals(List.of("complaint.reply town"), owed(strict));
        with(Map.of("noContact", "联系方式不详的除外"), entry("nothing", null), entry("result", null), entry("handover", null), entry("feedback", null));
        String mild = accepted("contact", "");
        String transfer = sent(mild);
        assertEquals(List.of(), owed(mild));
        decide(bureau, transfer);
        assertEquals(List.of("complaint.feedback bureau"), owed(mild), "the organ that passed it on is still told");
        done(house.act(bureau, mild, "feedback", "feedback", "已处罚"));
        done(house.act(bureau, mild, "close"));
        assertEquals("closed", house.matter(mild).state());
    }

    @Test
    void whatOnlyTownshipsOwe_aBureauDoesNotOwe() {
        with(Map.of(), entry("nothing", null), entry("result", "township"), entry("handover", "department"), entry("feedback", "township"));
        String id = accepted();
        String transfer = sent(id);
        assertEquals(List.of(), owed(id), "only departments tell where it went");
        decide(bureau, transfer);
        assertEquals(List.of(), owed(id));
        done(house.act(bureau, id, "close"));
    }

    @Test
    void identity_isShownToReceiverAndHandlerOnly_inFieldsAndPapers() {
        String id = accepted();
        sent(id);
        house.attach(town, id, "identity", Optional.empty());
        house.attach(town, id, "other", Optional.empty());
        house.attach(town, id, "check", Optional.empty());
        done(house.act(town, id, "note", "note", NAME + "又来电"));
        for (Officer sees : List.of(town, bureau)) {
            assertEquals(List.of(true, true, true, true, true), sealed(sees, id));
            assertEquals(3, papers(sees, id));
        }
        for (Officer blind : List.of(house.officer("justice", Role.JUSTICE_BUREAU), house.officer("third", Role.AUDITOR), house.officer("town", Role.AUDITOR), house.officer("town", Role.ADMINISTRATOR), third)) {
            assertEquals(List.of(false, false, false, false, false), sealed(blind, id));
            assertEquals(1, papers(blind, id), "only the papers of the check");
        }
        assertFalse(Decisions.maySee(Procedures.own(), third, house.matter(id)));
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("town", Role.ADMINISTRATOR), house.matter(id)));
        assertFalse(Decisions.maySee(Procedures.own(), anybody, house.matter(id)));
    }

    private List<Boolean> sealed(Officer who, String id) {
        return List.of("complainant", "contact", "content", "note", "file").stream().map(f -> Decisions.maySee(house.seen(who, id), Complaint.PROCEDURE, f)).toList();
    }

    private long papers(Officer who, String id) {
        return house.matter(id).attachments().stream().filter(a -> Decisions.maySee(house.seen(who, id), Complaint.PROCEDURE, a)).count();
    }

    @Test
    void textsThatOthersRead_canNotNameTheComplainant() {
        wrong("subject", register(town, "subject", NAME + "反映油烟"));
        wrong("place", register(town, "place", "电话" + PHONE));
        wrong("against", register(anybody, "against", NAME + "楼下饭店"));
        String id = accepted();
        wrong("facts", passOn(town, id, "bureau", "facts", "据" + NAME + "反映"));
        wrong("checkNote", house.act(town, id, "check", "found", "nothing", "checkNote", "已致电" + PHONE));
        assertFalse(house.ledger(id).stream().skip(1).anyMatch(e -> e.details().toString().contains(NAME)));
    }

    @Test
    void filedByThePublic_hasANeutralTitleUntilItIsNamed_andCanNotBeWithdrawn() {
        String id = registered(anybody);
        assertEquals("网上举报", house.matter(id).title());
        assertEquals(Optional.of("town"), house.matter(id).party("receiver"));
        assertEquals(List.of("complaint.accept town"), owed(id));
        refused("filed-by-the-public", house.act(house.officer("town", Role.LEADER), id, "withdraw", "withdrawReason", "x"));
        wrong("subject", house.act(town, id, "accept"));
        done(house.act(town, id, "accept", "subject", "饭店油烟扰民"));
        assertEquals("饭店油烟扰民", house.matter(id).title());
        refused("not-yours-to-do", house.act(anybody, id, "check", "found", "nothing", "checkNote", "x"));
        wrong("channel", register(anybody, "channel", "phone"));
        wrong("kind", register(anybody, "kind", "petition"));
        wrong("receiver", register(anybody, "receiver", "unit"));
    }

    @Test
    void reportedOrgan_neverReceivesNorHandlesIt() {
        wrong("receiver", register(anybody, "reportedOrgan", "town"));
        wrong("reportedOrgan", register(town, "reportedOrgan", "town"));
        String id = accepted("reportedOrgan", "third");
        wrong("passTo", passOn(town, id, "third"));
        String transfer = sent(id);
        String onward = done(house.act(bureau, transfer, "passOn", "onwardTo", "third", "onwardReason", "属其职权")).changes().get(1).after().id();
        send(bureau, onward);
        assertEquals(Optional.of("bureau"), house.matter(id).party("handler"));
        assertFalse(Decisions.maySee(Procedures.own(), third, house.matter(id)));
    }

    @Test
    void notOurs_isPassedOn_unlessTheDocumentLetsOneSayWhereToTurn() {
        String id = accepted();
        refused("must-be-passed-on", house.act(town, id, "turnAway", "referredTo", "市教育局", "toldComplainant", "电话告知"));
        wrong("passTo", passOn(town, id, "town"));
        wrong("discoveredAt", passOn(town, id, "bureau", "discoveredAt", "2025-09-30T08:00:00+08:00"));
        with(Map.of("turnAway", "明确不属职能的，告知另行提出"), entry("nothing", null));
        done(house.act(town, id, "turnAway", "referredTo", "市教育局", "toldComplainant", "电话告知"));
        assertEquals("turnedAway", house.matter(id).state());
    }

    @Test
    void whoMayRegister() {
        refused("own-name-only", register(house.officer("unit")));
        refused("not-yours-to-do", register(house.officer("town", Role.ADMINISTRATOR)));
        House bare = new House();
        refused("not-in-this-jurisdiction", bare.open(town, Complaint.PROCEDURE, Optional.empty(), Map.of()));
    }
}
