package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PapersTest {
    private final House house = new House();

    @BeforeEach
    void theTownNumbersItsDocuments() {
        house.organs.put("town", new Organ("town", "test", "凤凰镇人民政府", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty(), Optional.of(new NumberTemplate("凤{文种}〔{年}〕{号}号"))));
    }

    private List<String> offered(Officer who, String id) {
        return Papers.offered(house.seen(who, id), Transfer.CASE).stream().map(Paper::id).toList();
    }

    private static Paper paper(Procedure procedure, String id) {
        return procedure.paper(id).orElseThrow();
    }

    private static Issued issued(String kind, String organ) {
        return new Issued("test", "m1", "d1", kind, "文书", organ, Optional.empty(), "", "t", "0".repeat(64), House.TUE_2025_09_30_10H, organ + "-1", "甲", Optional.empty());
    }

    @Test
    void transferLetter_isTheSendersAlone() {
        String id = house.sent();
        assertTrue(offered(house.officer("town"), id).contains("letter"));
        assertFalse(offered(house.officer("bureau"), id).contains("letter"));
        assertTrue(offered(house.officer("bureau"), id).contains("handOverList"), "both sides sign the list");
        assertEquals(List.of(), offered(house.officer("town", Role.AUDITOR), id), "who only reads issues nothing");
        assertEquals("not-yours-to-issue", Papers.against(house.seen(house.officer("bureau"), id), Transfer.CASE, paper(Transfer.CASE, "letter")).orElseThrow().code());
    }

    @Test
    void transferLetter_saysWhatTheMatterKnows_inTheLetterForm() {
        String id = house.sent("cases", "𠮷家食品厂未取得许可生产", "facts", "现场检查发现。");
        house.attach(house.officer("town"), id, "other", Optional.empty());
        Case c = house.seen(house.officer("town"), id);
        Content letter = Papers.write(c, Transfer.CASE, paper(Transfer.CASE, "letter"), Optional.of(new Place("town", "移", 2025, 12)));
        assertEquals(Form.LETTER, letter.form());
        assertEquals("凤凰镇人民政府", letter.head());
        assertEquals(Optional.of("凤移〔2025〕12号"), letter.number());
        assertEquals("关于𠮷家食品厂未取得许可生产案的移送函", letter.title());
        assertEquals(Optional.of("bureau"), letter.addressee());
        assertEquals("2025-09-30", letter.date().toString());
        assertEquals(List.of("other.pdf"), letter.attachments(), "not the letter itself");
        assertTrue(letter.body().contains(new Block.Paragraph("现已查明的基本事实：现场检查发现。")), letter.body().toString());
        assertEquals("凤移〔2025〕　号", Papers.write(c, Transfer.CASE, paper(Transfer.CASE, "letter"), Optional.empty()).number().orElseThrow(), "a draft takes no number");
    }

    @Test
    void letterOfSeveralCases_saysSoInItsTitle() {
        for (String[] said : new String[][] {{"无证施工\n违法搭建", "关于无证施工等2起案件的移送函"}, {"甲某违法搭建案", "关于甲某违法搭建案的移送函"}, {"甲某案\n乙某案", "关于甲某案等2起案件的移送函"}}) {
            Case c = house.seen(house.officer("town"), house.opened("cases", said[0]));
            assertEquals(said[1], Papers.write(c, Transfer.CASE, paper(Transfer.CASE, "letter"), Optional.empty()).title());
        }
    }

    @Test
    void listOfWhatIsHandedOver_namesTheLetterOnce_thoughItWasIssuedAndFiledSigned() {
        Officer town = house.officer("town");
        String id = house.opened();
        assertEquals("nothing-to-say", Papers.against(house.seen(town, id), Transfer.CASE, paper(Transfer.CASE, "handOverList")).orElseThrow().code());
        house.attach(town, id, "letter", Optional.of(2));
        house.kept(Papers.issue(house.seen(town, id), Transfer.CASE, issued("letter", "town"), "docx", 10));
        assertEquals(1, Papers.files(house.seen(town, id)).size());
    }

    @Test
    void organWithoutTemplate_canDraftButNotIssueWhatHasANumber() {
        house.organs.put("town", new Organ("town", "test", "town", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty()));
        Case c = house.seen(house.officer("town"), house.sent());
        assertEquals("no-number-template", Papers.against(c, Transfer.CASE, paper(Transfer.CASE, "letter")).orElseThrow().code());
        assertEquals(Optional.empty(), Papers.againstDraft(c, Transfer.CASE, paper(Transfer.CASE, "letter")));
        assertEquals(Optional.empty(), Papers.against(c, Transfer.CASE, paper(Transfer.CASE, "handOverList")));
    }

    @Test
    void whatThePaperAsksFor_isCheckedLikeAnyInput() {
        String id = house.sent();
        Paper receipt = paper(Transfer.CASE, "receipt");
        Officer town = house.officer("town");
        assertEquals("servedPapers", Papers.against(house.seen(town, id), Transfer.CASE, receipt).orElseThrow().errors().get(0).field());
        for (String wrong : List.of("甲".repeat(201), "移送函\u0007")) {
            assertTrue(Papers.against(house.seen(town, id, "servedPapers", wrong), Transfer.CASE, receipt).isPresent());
        }
        assertEquals(Optional.empty(), Papers.against(house.seen(town, id, "servedPapers", "移送函 凤移〔2025〕12号"), Transfer.CASE, receipt));
    }

    @Test
    void listOfGoods_isOfferedOnlyWhereThereAreSome() {
        assertFalse(offered(house.officer("town"), house.sent()).contains("goodsList"));
    }

    @Test
    void issuing_andDeclaringVoid_standInTheLedgerWithTheHash() {
        String id = house.sent();
        Case c = house.seen(house.officer("town"), id);
        Issued letter = issued("letter", "town");
        MatterChange change = Papers.issue(c, Transfer.CASE, letter, "docx", 10).changes().get(0);
        assertEquals(letter.sha256(), change.entries().get(0).details().get("sha256"));
        assertEquals(c.matter().state(), change.after().state());
        assertEquals(c.matter().version() + 1, change.after().version());
        assertTrue(Ledger.intact(change.after(), Stream.concat(house.ledger(id).stream(), change.entries().stream()).toList()));
        assertInstanceOf(Decision.class, Papers.declareVoid(house.seen(house.officer("town"), id, "voidReason", "文字有误"), Transfer.CASE, letter));
        assertEquals("invalid-fields", ((Refusal) Papers.declareVoid(c, Transfer.CASE, letter)).code(), "without a reason");
        assertEquals("not-yours-to-void", ((Refusal) Papers.declareVoid(house.seen(house.officer("bureau"), id, "voidReason", "x"), Transfer.CASE, letter)).code());
        assertEquals("already-void", ((Refusal) Papers.declareVoid(c, Transfer.CASE, letter.voided(new Issued.Voided(house.now, "town-1", "x")))).code());
    }

    @Test
    void issuedLetter_isTheMaterialThatTheRulesAskFor_untilAScanTakesItsPlace() {
        Officer town = house.officer("town");
        String id = house.opened("facts", "现场检查发现。");
        house.kept(Papers.issue(house.seen(town, id), Transfer.CASE, issued("letter", "town"), "docx", 10));
        assertEquals(List.of("文书.docx"), inSlot(id));

        Issued again = new Issued("test", id, "d2", "letter", "另一份", "town", Optional.empty(), "", "t", "1".repeat(64), house.now, "town-1", "甲", Optional.empty());
        house.kept(Papers.issue(house.seen(town, id), Transfer.CASE, again, "docx", 10));
        assertEquals(List.of("另一份.docx"), inSlot(id), "the later one is what goes along");
        house.kept(Papers.declareVoid(house.seen(town, id, "voidReason", "有误"), Transfer.CASE, again));
        assertEquals(List.of(), inSlot(id), "a void letter is no material");

        house.kept(Papers.issue(house.seen(town, id), Transfer.CASE, issued("letter", "town"), "docx", 10));
        house.attach(town, id, "letter", Optional.of(2));
        assertEquals(List.of("letter.pdf"), inSlot(id), "signed and sealed");
    }

    @Test
    void issuedLetter_isCountedWhenItIsPrinted_soItKeepsNobodyFromSending() {
        house.policy = house.policy(TransferRulesTest.strict());
        Officer town = house.officer("town");
        String id = house.opened("stage", "none");
        house.kept(Papers.issue(house.seen(town, id), Transfer.CASE, issued("letter", "town"), "docx", 10));
        house.act(house.officer("town", Role.LEADER), id, "approve");
        house.act(town, id, "send", "officers", "甲\n乙", "contact", "丙 123", "handOverSender", "甲");
        assertEquals("sent", house.matter(id).state());
    }

    private List<String> inSlot(String matter) {
        return house.matter(matter).attachments().stream().filter(a -> a.slot().equals("letter")).map(a -> a.name()).toList();
    }

    @Test
    void numberOfAnIssuedDocument_standsInTheMattersField_andGoesWithIt() {
        Procedure numbering = Procedure.named("correction", "纠正").state("sent", "已发").opening(Action.named("open", "登记").only())
                .papers(Paper.named("opinion", "纠正意见书", Form.ORDINARY).numberInto("number")).made();
        Officer bureau = house.officer("bureau");
        Issued opinion = new Issued("test", "m1", "d1", "opinion", "纠正意见书", "bureau", Optional.of(new Place("bureau", "纠", 2025, 3)), "市监纠〔2025〕3号", "t", "0".repeat(64), house.now,
                "bureau-1", "甲", Optional.empty());
        Case c = house.seen(bureau, house.sent());
        MatterChange change = Papers.issue(c, numbering, opinion, "docx", 10).changes().get(0);
        assertEquals(Optional.of("市监纠〔2025〕3号"), change.after().field("number"));
        Case after = new Case(c.situation(), bureau, change.after(), Optional.empty(), Map.of("voidReason", "有误"));
        assertEquals(Optional.empty(), ((Decision) Papers.declareVoid(after, numbering, opinion)).changes().get(0).after().field("number"));
    }

    @Test
    void templates_mayShowWhatEverybodySees_andASampleNamesIt() {
        assertFalse(Papers.fields(Complaint.PROCEDURE, paper(Transfer.CASE, "letter")).stream().anyMatch(f -> f.id().equals("complainant")));
        assertTrue(Papers.fields(Complaint.PROCEDURE, paper(Complaint.PROCEDURE, "reply")).stream().anyMatch(f -> f.id().equals("complainant")));
        String id = house.sent("facts", "现场检查发现。");
        Content letter = Papers.write(house.seen(house.officer("town"), id), Transfer.CASE, paper(Transfer.CASE, "letter"), Optional.empty());
        assertEquals("现场检查发现。", letter.text("facts"));
        assertEquals("", letter.text("nothing"));
    }

    @Test
    void sealedField_canNotBeShownByAPaperThatOthersSee() {
        Paper open = Paper.named("leak", "x", Form.LETTER).says((c, t) -> t.say(t.value("complainant")));
        Case c = house.seen(house.officer("town"), house.sent());
        assertThrows(IllegalStateException.class, () -> Papers.write(c, Complaint.PROCEDURE, open, Optional.empty()));
        Paper wider = open.onlyFor(Complaint.RECEIVER, "somebodyElse");
        assertThrows(IllegalStateException.class, () -> Papers.write(c, Complaint.PROCEDURE, wider, Optional.empty()));
    }

    @Test
    void replyToTheComplainant_isSeenByWhoHandlesItOnly() {
        house.rules("complaint", new Ruled().list("tells", "nothing").made());
        Decision opened = assertInstanceOf(Decision.class, house.open(house.officer("town"), Complaint.PROCEDURE, Optional.empty(), House.input("channel", "phone",
                "receivedAt", "2025-09-30T10:00:00+08:00", "subject", "餐饮油烟扰民", "kind", "report", "content", "夜间油烟大", "complainant", "张𠮷", "contact", "13800000000")));
        String id = opened.changes().get(0).after().id();
        Officer town = house.officer("town");
        house.act(town, id, "accept");
        house.act(town, id, "check", "found", "nothing", "checkNote", "现场核实未见违法");
        Paper reply = paper(Complaint.PROCEDURE, "reply");
        Case c = house.seen(town, id, "replyText", "经核实未发现违法行为。");
        assertEquals(Optional.empty(), Papers.against(c, Complaint.PROCEDURE, reply));
        Content letter = Papers.write(c, Complaint.PROCEDURE, reply, Optional.empty());
        assertEquals(Optional.of("张𠮷"), letter.addressee());
        assertFalse(letter.title().contains("张𠮷"), "titles stand in the ledger, which more people read");
        assertTrue(Papers.maySee(house.seen(town, id), Complaint.PROCEDURE, issued("reply", "town")));
        assertFalse(Papers.maySee(house.seen(house.officer("justice", Role.JUSTICE_BUREAU), id), Complaint.PROCEDURE, issued("reply", "town")));
        assertFalse(Papers.maySee(house.seen(house.officer("town", Role.AUDITOR), id), Complaint.PROCEDURE, issued("reply", "town")));
    }
}
