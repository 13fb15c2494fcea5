package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Limit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssistanceTest {
    private final House house = new House();
    private final Officer town = house.person("town-1", "town甲", "town");
    private final Officer bureau = house.person("bureau-1", "李四𠮷", "bureau");

    AssistanceTest() {
        house.rules("assistance", new ProcedureRules("测试办法 协助", Map.of("refusal", House.rule("拒绝"), "evidence", House.rule("证据")), Map.of(),
                Map.of("papers", List.of(new Entry("opinion", "书面意见", Optional.empty(), true, "测试办法 意见"), new Entry("evidence", "证据材料", Optional.empty(), false, "测试办法 意见")))));
        house.duty(new DutyRule(Duty.ASSIST_REPLY, Map.of(Variant.NORMAL, limit(Limit.workingDays(5)), Variant.URGENT, limit(Limit.promptly())),
                Optional.of(new Extension(Extension.Kind.UNBOUNDED, Optional.empty(), true, "测试办法 延长")), Optional.empty(), Optional.empty()));
    }

    private static LimitRule limit(Limit limit) {
        return new LimitRule(limit, Optional.empty(), "测试办法 时限");
    }

    private String requested(String... more) {
        Map<String, String> input = House.input("askedOrgan", "bureau", "subject", "私采砂石方量认定", "question", "砂石方量", "urgency", "normal");
        input.putAll(House.input(more));
        return assertInstanceOf(Decision.class, house.open(town, Assistance.PROCEDURE, Optional.empty(), input)).changes().get(0).after().id();
    }

    private String urgent() {
        return requested("urgency", "urgent", "whyUrgent", "大雨将至", "scene", "汾河河滩");
    }

    private Obligation owed(String id) {
        return house.matter(id).obligations().get(0);
    }

    private static Refusal refused(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    @Test
    void whoIsAsked_owesTheReply_fromTheWrittenRequestOn() {
        String id = requested();
        assertEquals("bureau", owed(id).owedBy());
        assertEquals(Optional.of(LocalDate.of(2025, 10, 14)), owed(id).lastDay());
        house.act(bureau, id, "accept");
        house.attach(bureau, id, "opinion", Optional.of(3));
        house.act(bureau, id, "answer", "opinion", "认定为 120 立方米");
        assertEquals(Status.MET, owed(id).status());
        assertEquals(java.util.Set.of("town"), house.matter(id).awaiting());
    }

    @Test
    void everyPaper_isListedWithPagesHashAndHands_inTheLedger() {
        String id = requested();
        house.attach(town, id, "letter", Optional.of(1));
        house.attach(town, id, "evidence", Optional.of(9));
        house.act(bureau, id, "accept");
        house.attach(bureau, id, "opinion", Optional.of(3));
        house.pass(Duration.ofHours(1));
        house.act(bureau, id, "answer", "opinion", "认定为 120 立方米", "given", "砂石样品 1 袋");
        house.pass(Duration.ofHours(2));
        house.act(town, id, "confirm", "checked", "与清单一致");

        List<String> chain = house.matter(id).field("custody").orElseThrow().lines().toList();
        String hands = "；移交：bureau 李四𠮷 2025-09-30 11:00；接收：town town甲 2025-09-30 13:00";
        assertEquals(List.of("砂石样品 1 袋" + hands, "opinion.pdf（书面意见）；3页；SHA-256 00；提交：李四𠮷 2025-09-30 10:00" + hands), chain,
                "what the requester put there itself is not handed over");
        assertEquals(house.matter(id).field("custody"), Optional.of(house.ledger(id).get(house.ledger(id).size() - 1).details().get("custody")));
        assertEquals(Optional.of("测试办法 证据"), house.ledger(id).get(house.ledger(id).size() - 1).citation());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
        assertFalse(house.matter(id).open());
    }

    @Test
    void withoutTheWrittenOpinion_thereIsNoAnswer() {
        String id = requested();
        house.attach(bureau, id, "opinion", Optional.empty());
        assertEquals("material:opinion", refused("invalid-fields", house.act(bureau, id, "answer", "opinion", "x")).errors().get(0).field(), "its pages are missing");
        assertEquals(Status.OPEN, owed(id).status());
    }

    @Test
    void whatIsIncomplete_goesBackAndIsListedAnew() {
        String id = requested();
        house.attach(bureau, id, "opinion", Optional.of(1));
        house.act(bureau, id, "answer", "opinion", "见附件");
        house.act(town, id, "sendBack", "incomplete", "缺测量记录");
        assertEquals("accepted", house.matter(id).state());
        house.attach(bureau, id, "evidence", Optional.of(2));
        house.act(bureau, id, "answer", "opinion", "补测量记录");
        assertEquals(2, house.matter(id).field("handedOver").orElseThrow().lines().count());
    }

    @Test
    void whereEvidenceMayBeLost_officersGoToTheSceneFirst() {
        String id = urgent();
        assertTrue(owed(id).dueAtExclusive().isEmpty(), "promptly has no number");
        house.attach(bureau, id, "opinion", Optional.of(1));
        assertEquals(Optional.of("测试办法 时限"), refused("scene-first", house.act(bureau, id, "answer", "opinion", "x")).citation());
        assertFalse(house.possible(bureau, id).contains("answer"));
        house.pass(Duration.ofHours(1));
        house.act(bureau, id, "dispatch", "sceneOfficers", "bureau-1", "sceneAt", "2025-09-30T10:40:00+08:00", "sceneFound", "已固定证据");
        assertEquals(Status.MET, owed(id).status());
        assertInstanceOf(Decision.class, house.act(bureau, id, "answer", "opinion", "认定为私采"));
    }

    @Test
    void urgency_hasToBeGivenReasonsFor_andTheSceneIsNoEarlierThanTheRequest() {
        Outcome bare = house.open(town, Assistance.PROCEDURE, Optional.empty(), House.input("askedOrgan", "bureau", "subject", "x", "question", "x", "urgency", "urgent"));
        assertEquals(List.of("whyUrgent", "scene"), refused("invalid-fields", bare).errors().stream().map(Outcome.FieldError::field).toList());
        String id = urgent();
        Refusal early = refused("invalid-fields", house.act(bureau, id, "dispatch", "sceneOfficers", "bureau-1", "sceneAt", "2025-09-30T09:59:00+08:00", "sceneFound", "x"));
        assertEquals("sceneAt", early.errors().get(0).field());
        refused("invalid-fields", house.act(bureau, id, "dispatch", "sceneOfficers", "town-1", "sceneAt", "2025-09-30T10:00:00+08:00", "sceneFound", "x"));
    }

    @Test
    void anExtension_namesItsDayAndIsToldBeforehand() {
        String id = requested();
        assertEquals(List.of("extensionNotice", "extendedTo"), refused("invalid-fields", house.act(bureau, id, "extend", "extensionReason", "需检测")).errors().stream()
                .map(Outcome.FieldError::field).toList());
        house.act(bureau, id, "extend", "extensionReason", "需检测", "extensionNotice", "已书面告知", "extendedTo", "2025-11-03");
        assertEquals(Optional.of(LocalDate.of(2025, 11, 3)), owed(id).lastDay());
        assertFalse(house.possible(town, id).contains("extend"), "the requester doesn't extend");
        assertFalse(house.possible(bureau, urgent()).contains("extend"));
    }

    @Test
    void aRefusal_needsAnArticleOfLaw_andStandsInTheRecordOfWhoRefuses() {
        String id = requested();
        Refusal without = refused("invalid-fields", house.act(bureau, id, "refuse", "refusalLaw", "工作忙", "refusalReason", "人手不够"));
        assertEquals("refusalLaw", without.errors().get(0).field());
        assertEquals(Optional.of("测试办法 拒绝"), without.errors().get(0).citation());
        assertEquals(Status.OPEN, owed(id).status());
        house.act(bureau, id, "refuse", "refusalLaw", "某条例 第三十条", "refusalReason", "依法不能提供");
        assertEquals(Status.REFUSED, owed(id).status());
        assertEquals("refused", house.matter(id).state());
    }

    @Test
    void aRefusalByWordOfMouth_isRecordedByTheRequester_againstTheOneWhoOwed() {
        String id = requested();
        assertFalse(house.possible(bureau, id).contains("declined"));
        house.act(town, id, "declined", "refusedHow", "10月9日电话称不予办理，未说明理由");
        assertEquals(Status.REFUSED, owed(id).status());
        assertEquals("bureau", owed(id).owedBy());
        assertEquals(Optional.of("测试办法 拒绝"), house.ledger(id).get(1).citation());
    }

    @Test
    void thirdOrgans_canDoNothing_andNobodyAsksItself() {
        String id = requested();
        assertEquals(List.of(), house.possible(house.officer("third"), id));
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("third"), house.matter(id)));
        refused("invalid-fields", house.open(bureau, Assistance.PROCEDURE, Optional.empty(), House.input("askedOrgan", "bureau", "subject", "x", "question", "x", "urgency", "normal")));
        refused("own-name-only", house.open(house.officer("unit"), Assistance.PROCEDURE, Optional.empty(),
                House.input("askedOrgan", "bureau", "subject", "x", "question", "x", "urgency", "normal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d"})
    void unusableCharacters_areNamed(String bad) {
        Outcome outcome = house.open(town, Assistance.PROCEDURE, Optional.empty(), House.input("askedOrgan", "bureau", "subject", "𬱖姓当事人", "question", bad, "urgency", "normal"));
        assertEquals(List.of("question"), refused("invalid-fields", outcome).errors().stream().map(Outcome.FieldError::field).toList());
    }

    @Test
    void aCountyWithoutIt_refusesTheOpening() {
        refused("not-in-this-jurisdiction", house.open(town, Consultation.PROCEDURE, Optional.empty(), House.input("askedOrgan", "bureau", "subject", "x", "question", "x")));
    }
}
