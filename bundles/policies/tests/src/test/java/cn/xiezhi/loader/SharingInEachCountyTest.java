package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Sharing;
import cn.xiezhi.registry.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The township shares information that came into being on Tue 30 Sep 2025, under each county's own rules. */
class SharingInEachCountyTest {
    private static final List<String> PENALTY = List.of("penaltySubject", "penaltyFiledOn", "penaltyDecidedOn", "penaltyContent", "penaltyNumber");

    private static Map<String, String> input(String county, String category, String... more) {
        Map<String, String> input = House.input("title", "九月信息", "category", category, "summary", "内容", "formedAt", "2025-09-30T09:00:00+08:00", "receivers", "bureau\njustice",
                "secrecy", "none");
        if (county.equals("shanting")) {
            input.put("urgency", "normal");
        }
        input.putAll(House.input(more));
        return input;
    }

    private static Outcome open(House house, Map<String, String> input) {
        return house.open(house.officer("town"), Sharing.PROCEDURE, Optional.empty(), input);
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome.toString()).changes().get(0).after().id();
    }

    private static Refusal refused(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    private static Set<String> sections(String county, String prefix) {
        return County.named(county).policy().rules("sharing").orElseThrow().lists().entrySet().stream().filter(l -> !l.getKey().endsWith("Record"))
                .flatMap(l -> l.getValue().stream()).map(Entry::citation).flatMap(c -> List.of(c.split("、(?=宁武)")).stream()).filter(c -> c.startsWith(prefix))
                .map(c -> c.substring(prefix.length())).collect(Collectors.toSet());
    }

    @Test
    void theCatalogues_haveEveryNumberOfTheirDocument() {
        assertEquals(Set.of("1", "2", "3", "4", "5", "6", "7", "8"), sections("ningwu", "宁武协助机制 三（三）"));
        assertEquals(Set.of("1", "2", "3", "4", "5", "6", "7"), sections("ningwu", "宁武共享机制 三（二）"));
        assertEquals(Set.of("1", "2", "3", "4", "5", "6", "7"), sections("shanting", "山亭意见 三（三）"));
        assertEquals(Set.of("1", "2", "3", "4", "5", "6", "7"), sections("jinjiang", "晋江暂行规定 四（一）"));
        assertEquals(Set.of("三（二）", "四（三）"), sections("hualong", "华龙实施意见 "));
        assertTrue(County.named("shanxi-district").policy().rules("sharing").isEmpty());
        refused("not-in-this-jurisdiction", open(County.named("shanxi-district").house(), input("shanxi-district", "basis")));
    }

    @Shows(procedure = "sharing", duties = {"share.publish"}, counties = {"ningwu", "shanting", "jinjiang", "hualong"})
    @Shows(procedure = "sharing", duties = {"share.penalty"}, counties = {"ningwu", "shanting", "jinjiang"})
    @Shows(procedure = "sharing", duties = {"share.approval", "share.superior-document"}, counties = {"shanting"})
    @ParameterizedTest
    @CsvSource({"ningwu,statistics,share.publish,2025-09-30", "ningwu,decision,share.penalty,", "shanting,statistics,share.publish,", "shanting,penalty,share.penalty,2025-10-09",
        "shanting,approval,share.approval,2025-10-09", "shanting,superior,share.superior-document,2025-10-09", "jinjiang,statistics,share.publish,",
        "jinjiang,penalty,share.penalty,", "hualong,enforcement,share.publish,"})
    void eachKind_isSharedUnderItsOwnLimit_andPublishingMeetsIt(String county, String category, String duty, LocalDate lastDay) {
        House house = County.named(county).house();
        Officer town = house.officer("town");
        String id = id(open(house, input(county, category)));
        Obligation owed = house.matter(id).obligations().get(0);
        assertEquals(duty, owed.duty().id());
        assertEquals(Optional.ofNullable(lastDay), owed.lastDay());
        assertEquals(1, house.matter(id).obligations().size());
        assertInstanceOf(Decision.class, house.act(town, id, "publish", county.equals("ningwu") ? new String[] {"reviewedBy", "王五"} : new String[0]));
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void ningwusSameDay_isExtendedToThreeWorkingDaysInAll_once() {
        House house = County.named("ningwu").house();
        Officer town = house.officer("town");
        String id = id(open(house, input("ningwu", "statistics")));
        assertInstanceOf(Decision.class, house.act(town, id, "extend", "extensionReason", "需要汇总整理"));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 11)), house.matter(id).obligations().get(0).lastDay());
        refused("already-extended", house.act(town, id, "extend", "extensionReason", "再延"));
    }

    @Test
    void urgentInShanting_isDueAtOnce() {
        House house = County.named("shanting").house();
        for (String category : List.of("approval", "superior")) {
            Obligation owed = house.matter(id(open(house, input("shanting", category, "urgency", "urgent")))).obligations().get(0);
            assertEquals(owed.trigger(), owed.dueAtExclusive().orElseThrow());
        }
    }

    @Test
    void ningwusRecords_askForTheElementsOfTheDocument_eachCited() {
        House house = County.named("ningwu").house();
        assertEquals(PENALTY, missing(house, "penalty"));
        assertEquals(List.of("coercionSubject", "coercionOn", "coercionContent", "coercionNumber"), missing(house, "coercion"));
        assertEquals(List.of("inspectionContent", "inspectedAt", "inspectionPlace"), missing(house, "inspection"));
        House shanting = County.named("shanting").house();
        assertInstanceOf(Decision.class, open(shanting, input("shanting", "penalty", "penaltyNumber", "〔2025〕1号")), "named by no document, so not required; still recorded");
    }

    private static List<String> missing(House house, String category) {
        Refusal refusal = refused("invalid-fields", open(house, input("ningwu", category)));
        assertTrue(refusal.errors().stream().allMatch(e -> e.citation().orElseThrow().startsWith("宁武共享机制 三（二）")));
        return refusal.errors().stream().map(FieldError::field).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ningwu", "shanting", "jinjiang", "hualong"})
    void secrets_areKeptEverywhere_underTheCountysRuleOrTheLaw(String county) {
        House house = County.named(county).house();
        String category = county.equals("hualong") ? "enforcement" : "statistics";
        String rule = refused("state-secret", open(house, input(county, category, "secrecy", "state"))).citation().orElseThrow();
        assertEquals(county.equals("ningwu") ? "宁武共享机制 三（四）" : "行政处罚法 第五十条", rule);
        String id = id(open(house, input(county, category, "secrecy", "protected")));
        assertEquals(Optional.of(rule), refused("consent-missing", house.act(house.officer("town"), id, "publish",
                county.equals("ningwu") ? new String[] {"reviewedBy", "王五"} : new String[0])).citation());
    }

    @ParameterizedTest
    @CsvSource({"ningwu,true", "shanting,false", "jinjiang,false", "hualong,false"})
    void theOfflineLedger_isNingwus(String county, boolean has) {
        House house = County.named(county).house();
        Outcome outcome = open(house, input(county, county.equals("hualong") ? "enforcement" : "statistics", "offline", "true", "offlineItem", "河道巡查", "offlineSubject", "某砂场",
                "offlineBasis", "河道管理条例", "offlineAt", "2025-09-30T08:00:00+08:00", "offlineContent", "已劝离", "competent", "third"));
        assertEquals(has, outcome instanceof Decision);
        if (has) {
            String id = id(outcome);
            house.act(house.officer("town"), id, "publish", "reviewedBy", "王五");
            assertTrue(house.matter(id).organs("receiver").contains("third"), "pushed to the competent department");
        } else {
            assertFalse(refused("invalid-fields", outcome).errors().isEmpty());
        }
    }
}
