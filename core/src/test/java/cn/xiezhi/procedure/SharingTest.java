package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
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
import org.junit.jupiter.api.Test;

class SharingTest {
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");

    SharingTest() {
        Map<String, List<Entry>> lists = new HashMap<>();
        lists.put("catalogue", List.of(entry("statistics", "统计数据"), entry("penalty", "行政处罚信息")));
        lists.put("approvals", List.of(entry("approval", "行政审批")));
        lists.put("penaltyRecord", List.of(entry("penaltySubject", "被处罚人"), entry("penaltyNumber", "决定书编号")));
        lists.put("offlineRecord", List.of(entry("offlineItem", "监管事项"), entry("competent", "主管单位")));
        house.rules("sharing", new ProcedureRules("测试办法 共享", Map.of("secrets", House.rule("国家秘密"), "consent", House.rule("征求意见"), "offlineLedger", House.rule("线下台账"),
                "review", House.rule("审查"), "unaltered", House.rule("不得修改")), Map.of(), lists));
        house.duty(duty(Duty.SHARE_PUBLISH, Map.of(Variant.NORMAL, limit(Limit.workingDays(3)))));
        house.duty(duty(Duty.SHARE_APPROVAL, Map.of(Variant.NORMAL, limit(Limit.workingDays(5)), Variant.URGENT, limit(Limit.immediately()))));
    }

    private static Entry entry(String id, String name) {
        return new Entry(id, name, Optional.empty(), true, "测试办法 目录");
    }

    private static LimitRule limit(Limit limit) {
        return new LimitRule(limit, Optional.empty(), "测试办法 时限");
    }

    private static DutyRule duty(Duty duty, Map<Variant, LimitRule> limits) {
        return new DutyRule(duty, limits, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Outcome open(String... more) {
        Map<String, String> input = House.input("title", "九月统计", "category", "statistics", "summary", "处罚 3 件", "formedAt", "2025-09-30T09:00:00+08:00", "urgency",
                "normal", "receivers", "bureau\njustice", "secrecy", "none");
        input.putAll(House.input(more));
        return house.open(town, Sharing.PROCEDURE, Optional.empty(), input);
    }

    private String composed(String... more) {
        return assertInstanceOf(Decision.class, open(more)).changes().get(0).after().id();
    }

    private String published(String... more) {
        String id = composed(more);
        assertInstanceOf(Decision.class, house.act(town, id, "publish", "reviewedBy", "王五"));
        return id;
    }

    private static Refusal refused(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    private Obligation owed(String id) {
        return house.matter(id).obligations().get(0);
    }

    @Test
    void theLimit_runsFromWhenTheInformationCameIntoBeing_andPublishingMeetsIt() {
        String id = composed("formedAt", "2025-09-29T17:00:00+08:00");
        // 29 Sep is the trigger: 30 Sep, 9 and 10 Oct are the three.
        assertEquals("2025-10-10", owed(id).lastDay().orElseThrow().toString());
        assertEquals("town", owed(id).owedBy());
        house.act(town, id, "publish", "reviewedBy", "王五");
        assertEquals(Status.MET, owed(id).status());
    }

    @Test
    void receivers_seeNothingBeforeItIsPublished() {
        String id = composed();
        assertFalse(Decisions.maySee(Procedures.own(), bureau, house.matter(id)));
        house.act(town, id, "publish", "reviewedBy", "王五");
        assertTrue(Decisions.maySee(Procedures.own(), bureau, house.matter(id)));
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("third"), house.matter(id)));
        assertEquals(List.of(), house.possible(bureau, id).stream().filter(a -> !List.of("note", "assign").contains(a)).toList(), "receivers change nothing");
        assertInstanceOf(Refusal.class, house.attach(bureau, id, "files", Optional.empty()));
        assertInstanceOf(Decision.class, house.attach(town, id, "files", Optional.empty()));
    }

    @Test
    void publishing_needsTheReviewThatTheDocumentAsksFor() {
        assertEquals("reviewedBy", refused("invalid-fields", house.act(town, composed(), "publish")).errors().get(0).field());
    }

    @Test
    void aStateSecret_isRefusedBeforeAnythingIsWritten() {
        assertEquals(Optional.of("测试办法 国家秘密"), refused("state-secret", open("secrecy", "state")).citation());
        String id = published();
        refused("state-secret", house.act(town, id, "correct", "correction", "更新", "summary", "x", "secrecy", "state"));
        assertEquals("处罚 3 件", house.matter(id).field("summary").orElseThrow());
    }

    @Test
    void whatNobodyAgreedTo_isNotShared() {
        String id = composed("secrecy", "protected");
        assertEquals(Optional.of("测试办法 征求意见"), refused("consent-missing", house.act(town, id, "publish", "reviewedBy", "王五")).citation());
        house.act(town, id, "ask", "holder", "某公司", "askedOn", "2025-09-30");
        house.act(town, id, "consent", "consent", "refused", "consentProof", "复函〔2025〕1号");
        assertEquals("withheld", house.matter(id).state());
        assertEquals(Status.CANCELLED, owed(id).status());
        assertFalse(Decisions.maySee(Procedures.own(), bureau, house.matter(id)));
    }

    @Test
    void withTheHoldersRecordedConsent_itIsShared() {
        String id = composed("secrecy", "protected");
        assertFalse(house.possible(town, composed()).contains("ask"), "nobody to ask where there is no secret");
        house.act(town, id, "ask", "holder", "某公司", "askedOn", "2025-09-30");
        house.act(town, id, "consent", "consent", "agreed", "consentProof", "复函〔2025〕1号");
        assertInstanceOf(Decision.class, house.act(town, id, "publish", "reviewedBy", "王五"));
        assertEquals("复函〔2025〕1号", house.matter(id).field("consentProof").orElseThrow());
    }

    @Test
    void aCorrection_isANewVersion_andTheOldOneStandsInTheLedger() {
        String id = published();
        house.act(town, id, "correct", "correction", "漏计一件", "summary", "处罚 4 件", "secrecy", "none");
        assertEquals("2", house.matter(id).field("edition").orElseThrow());
        assertEquals("处罚 4 件", house.matter(id).field("summary").orElseThrow());
        assertEquals(List.of("处罚 3 件", "处罚 4 件"), house.ledger(id).stream().map(LedgerEntry::details).filter(d -> d.containsKey("summary")).map(d -> d.get("summary")).toList());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
        assertEquals(List.of("holder", "askedOn", "consentProof"), refused("invalid-fields", house.act(town, id, "correct", "correction", "更新", "summary", "x", "secrecy", "protected"))
                .errors().stream().map(Outcome.FieldError::field).toList(), "a new version needs its own consent");
        assertFalse(house.possible(bureau, id).contains("correct"));
    }

    @Test
    void takenDown_itIsStillThereForWhoWasShownIt() {
        String id = published();
        house.act(town, id, "takeDown", "takeDownReason", "重复");
        assertEquals("takenDown", house.matter(id).state());
        assertTrue(Decisions.maySee(Procedures.own(), bureau, house.matter(id)));
        assertEquals("处罚 3 件", house.matter(id).field("summary").orElseThrow());
    }

    @Test
    void aPenaltyRecord_hasTheFieldsThatTheDocumentNames_inOrder() {
        List<String> missing = refused("invalid-fields", open("category", "penalty")).errors().stream().map(Outcome.FieldError::field).toList();
        assertEquals(List.of("penaltySubject", "penaltyNumber"), missing);
        assertEquals("penaltyDecidedOn", refused("invalid-fields", open("category", "penalty", "penaltySubject", "𠮷某", "penaltyNumber", "〔2025〕1号", "penaltyFiledOn",
                "2025-09-20", "penaltyDecidedOn", "2025-09-19")).errors().get(0).field());
        refused("invalid-fields", open("category", "penalty", "penaltySubject", "𠮷某", "penaltyNumber", "〔2025〕1号", "penaltyFiledOn", "1999-12-31"));
        String id = published("category", "penalty", "penaltySubject", "𠮷某", "penaltyNumber", "〔2025〕1号");
        assertTrue(SharedKind.PENALTY.is(house.matter(id)));
        assertEquals("𠮷某", house.matter(id).field("penaltySubject").orElseThrow());
    }

    @Test
    void approvals_haveTheirOwnLimit_alsoAnUrgentOne() {
        assertEquals(Duty.SHARE_APPROVAL, owed(composed("category", "approval")).duty());
        assertEquals(Variant.URGENT, owed(composed("category", "approval", "urgency", "urgent")).variant());
    }

    @Test
    void whatTheSystemDoesNotList_goesIntoTheOfflineLedger_andToTheCompetentDepartment() {
        assertEquals(List.of("offlineItem", "competent"), refused("invalid-fields", open("offline", "true")).errors().stream().map(Outcome.FieldError::field).toList());
        String id = published("offline", "true", "offlineItem", "河道巡查", "competent", "third");
        assertTrue(SharedKind.OFFLINE.is(house.matter(id)));
        assertTrue(house.matter(id).organs("receiver").contains("third"));
    }

    @Test
    void readers_areShownToTheProviderAndToWhoSupervises_notToReceivers() {
        String id = published();
        assertTrue(Decisions.maySeeReads(house.seen(town, id), Sharing.PROCEDURE));
        assertFalse(Decisions.maySeeReads(house.seen(bureau, id), Sharing.PROCEDURE));
        assertTrue(Decisions.maySeeReads(house.seen(house.officer("justice", Role.JUSTICE_BUREAU), id), Sharing.PROCEDURE));
        assertFalse(Decisions.maySeeReads(house.seen(town, house.opened()), Transfer.CASE), "where nothing is logged there is nothing to see");
    }

    @Test
    void nobodySharesWithItself() {
        assertEquals("receivers", refused("invalid-fields", open("receivers", "bureau\ntown")).errors().get(0).field());
    }

    @Test
    void aSecretFoundLater_isWithheldAndSaysWhy() {
        String id = composed();
        house.act(town, id, "withhold", "withheld", "secret", "withheldReason", "附件涉密");
        assertEquals(Optional.of("测试办法 国家秘密"), house.ledger(id).get(1).citation());
        assertEquals(Status.CANCELLED, owed(id).status());
    }
}
