package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.loader.Outcome.Fault;
import cn.xiezhi.policy.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is in force without an archive: what the bundles bring. */
class InstalledTest {
    private static final Instant MON = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant TUE = Instant.parse("2026-01-06T01:00:00Z");
    private static final Reading CALENDAR = Reading.of(Samples.calendar(Samples.CALENDAR));
    private static final Reading GOOD = Reading.of(Samples.policy(Samples.POLICY));
    private static final Reading OTHER = Reading.of(Samples.policy(Samples.replaced(Samples.POLICY, "version: \"1.0\"", "version: \"2.0\"")));
    private static final Reading BAD = Reading.of(Samples.policy(Samples.replaced(Samples.POLICY, "amount: 5", "amount: 0")));
    /** Seven working days instead of five: right in itself, but the examples don't come out. */
    private static final Reading WRONG = Reading.of(Samples.policy(Samples.replaced(Samples.POLICY, "amount: 5", "amount: 7")));

    private final Installed installed = new Installed();

    @Test
    void aPolicyComesIntoForceWithTheCalendar_whicheverComesFirst() {
        found(1, "组件甲", GOOD);
        Outcome waiting = settle(MON);
        assertTrue(book(waiting).policies().isEmpty());
        assertEquals(List.of("组件甲：" + name(GOOD) + " 等待工作日历；请安装日历组件"), faults(waiting));
        found(2, "日历", CALENDAR);
        Outcome both = settle(TUE);
        assertEquals(version(GOOD), inForce(both));
        assertEquals(TUE, book(both).of("test").orElseThrow().since());
        assertEquals(List.of(), faults(both));
        assertEquals(3, both.snapshots().get(0).proposed().get("test").organs().size());
    }

    @Test
    void aBadUpdateLeavesTheOldPolicyInForce_andSaysWhy() {
        start(GOOD);
        found(1, "组件甲", BAD);
        Outcome outcome = settle(TUE);
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(faults(outcome).get(0).startsWith("组件甲：policy.yaml 第8行 duties.transfer.send.normal.amount：数字 0 不可能"), faults(outcome).toString());
        assertTrue(faults(outcome).contains("组件甲：新内容未采用，" + name(GOOD) + " 继续有效"), faults(outcome).toString());
    }

    @Test
    void anUpdateWhoseExamplesFail_leavesTheOldPolicyInForce_andNamesTheExample() {
        start(GOOD);
        found(1, "组件甲", WRONG);
        Outcome outcome = settle(TUE);
        assertEquals(version(GOOD), inForce(outcome));
        assertEquals("组件甲：examples.yaml 第3行 transfer.send/normal：2025-09-30T10:00 起算，示例写 lastDay 2025-10-14 dueAt 2025-10-15T00:00，"
                + "按规则算得 lastDay 2025-10-16 dueAt 2025-10-17T00:00；请核对 policy.yaml 或此示例", faults(outcome).get(0));
    }

    @Test
    void aGoodUpdateReplacesTheOld_andTheSameContentAgainKeepsItsDay() {
        start(GOOD);
        found(1, "组件甲", OTHER);
        assertEquals(version(OTHER), inForce(settle(TUE)));
        found(1, "组件甲", OTHER);
        assertEquals(TUE, book(settle(TUE.plusSeconds(60))).of("test").orElseThrow().since());
    }

    @Test
    void aBundleThatIsGone_isOutOfForce() {
        start(GOOD);
        installed.gone(1);
        Outcome outcome = settle(TUE);
        assertTrue(book(outcome).policies().isEmpty());
        assertTrue(outcome.snapshots().get(0).proposed().isEmpty());
        assertEquals(List.of("规则 " + version(GOOD) + " 停用：辖区 test 的规则包已停止或卸载"), outcome.news().stream().filter(n -> n.startsWith("规则")).toList());
        assertEquals(List.of(), faults(outcome));
    }

    @Test
    void ofTwoBundlesForOneJurisdiction_theFirstStays_andTheSecondFollowsIt() {
        start(GOOD);
        found(3, "组件乙", OTHER);
        Outcome two = settle(TUE);
        assertEquals(version(GOOD), inForce(two));
        assertEquals(List.of("组件乙：" + name(OTHER) + " 不能生效：组件甲 已提供 " + name(GOOD) + "；请停用其中一个"), faults(two));
        installed.gone(1);
        Outcome second = settle(TUE);
        assertEquals(version(OTHER), inForce(second));
        assertEquals(List.of(), faults(second));
    }

    @Test
    void twoCalendars_theFirstStays() {
        start(GOOD);
        found(3, "日历乙", CALENDAR);
        assertTrue(faults(settle(TUE)).get(0).startsWith("日历乙：工作日历 " + CALENDAR.content().orElseThrow().version() + "（2025至2026年） 不能生效：日历 已提供"));
    }

    @Test
    void anotherCalendarReplacesTheOldOne() {
        start(GOOD);
        found(2, "日历", Reading.of(Samples.calendar(Samples.CALENDAR + "  2027:\n    source: x\n    holidays: [2027-01-01]\n")));
        Outcome outcome = settle(TUE);
        assertTrue(book(outcome).calendar().years().containsKey(2027));
        assertEquals(List.of(), faults(outcome));
    }

    @Test
    void aBadCalendarLeavesTheOldOneInForce() {
        start(GOOD);
        found(2, "日历", Reading.of(Samples.calendar("contract: 1\n")));
        Outcome outcome = settle(TUE);
        assertTrue(book(outcome).calendar().years().containsKey(2026));
        assertFalse(faults(outcome).isEmpty());
    }

    @Test
    void whenTheCalendarGoes_policiesStay_andEveryDateIsProvisional() {
        start(GOOD);
        installed.gone(2);
        Outcome outcome = settle(TUE);
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(book(outcome).calendar().years().isEmpty());
    }

    @Test
    void anAmendedNoticeDoesNotBringDownRulesThatWereRight_butNamesTheExample() {
        String amended = Samples.CALENDAR.replace("2025-10-08]", "2025-10-08, 2025-10-09]").replace("source: 国办发明电〔2024〕12号", "source: a\n    amended: b");
        found(2, "日历", Reading.of(Samples.calendar(amended)));
        found(1, "组件甲", GOOD);
        Outcome outcome = settle(MON);
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(faults(outcome).get(0).startsWith(name(GOOD) + " 有效；放假通知修改后此算例过时，请更新：examples.yaml 第3行"), faults(outcome).toString());
    }

    @Test
    void aProvisionalExampleHasNothingToSay_onceTheNoticeIsThere() {
        String example = Samples.EXAMPLES + "  - {duty: transfer.send, trigger: 2026-12-31T10:00, lastDay: 2027-01-07, provisional: true}\n";
        Reading reading = Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, example)));
        found(1, "组件甲", reading);
        found(2, "日历", CALENDAR);
        assertEquals(List.of(), faults(settle(MON)));
        found(2, "日历", Reading.of(Samples.calendar(Samples.CALENDAR + "  2027:\n    source: x\n    holidays: [2027-01-01]\n")));
        assertEquals(List.of(), faults(settle(TUE)));
    }

    private void start(Reading policy) {
        found(2, "日历", CALENDAR);
        found(1, "组件甲", policy);
        assertEquals(List.of(), faults(settle(MON)));
    }

    private void found(long bundle, String label, Reading reading) {
        installed.found(bundle, new Offer(label, Optional.empty(), new BundleFiles(Map.of()), reading, Origin.UNKNOWN));
    }

    private static RuleBook book(Outcome outcome) {
        return outcome.snapshots().get(0).book();
    }

    private static List<String> faults(Outcome outcome) {
        return outcome.faults().stream().map(Fault::text).toList();
    }

    private Outcome settle(Instant now) {
        return installed.settle(now, Optional.empty());
    }

    private static String inForce(Outcome outcome) {
        return book(outcome).of("test").orElseThrow().policy().version();
    }

    private static String version(Reading reading) {
        return ((Content.OfPolicy) reading.content().orElseThrow()).policy().version();
    }

    private static String name(Reading reading) {
        return reading.content().orElseThrow().name();
    }
}
