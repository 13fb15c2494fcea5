package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.loader.Installed.Outcome;
import cn.xiezhi.policy.PolicyInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which content is in force after which events. */
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
        installed.found(1, "组件甲", GOOD);
        Outcome waiting = settle(MON);
        assertTrue(waiting.book().policies().isEmpty());
        assertEquals(List.of("组件甲：" + name(GOOD) + " 等待工作日历；请安装日历组件"), waiting.problems());
        installed.found(2, "日历", CALENDAR);
        Outcome both = settle(TUE);
        assertEquals(version(GOOD), inForce(both));
        assertEquals(TUE, both.book().of("test").orElseThrow().since());
        assertEquals(List.of(), both.problems());
        assertEquals(3, both.proposed().get("test").organs().size());
    }

    @Test
    void aBadUpdateLeavesTheOldPolicyInForce_andSaysWhy() {
        start(GOOD);
        installed.found(1, "组件甲", BAD);
        Outcome outcome = settle(TUE);
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(outcome.problems().get(0).startsWith("组件甲：policy.yaml 第8行 duties.transfer.send.normal.amount：数字 0 不可能"), outcome.problems().toString());
        assertTrue(outcome.problems().contains("组件甲：新内容未采用，" + name(GOOD) + " 继续有效"), outcome.problems().toString());
    }

    @Test
    void anUpdateWhoseExamplesFail_leavesTheOldPolicyInForce_andNamesTheExample() {
        start(GOOD);
        installed.found(1, "组件甲", WRONG);
        Outcome outcome = settle(TUE);
        assertEquals(version(GOOD), inForce(outcome));
        assertEquals("组件甲：examples.yaml 第3行 transfer.send/normal：2025-09-30T10:00 起算，示例写 lastDay 2025-10-14 dueAt 2025-10-15T00:00，"
                + "按规则算得 lastDay 2025-10-16 dueAt 2025-10-17T00:00；请核对 policy.yaml 或此示例", outcome.problems().get(0));
    }

    @Test
    void aGoodUpdateReplacesTheOld_andTheSameContentAgainKeepsItsDay() {
        start(GOOD);
        installed.found(1, "组件甲", OTHER);
        assertEquals(version(OTHER), inForce(settle(TUE)));
        installed.found(1, "组件甲", OTHER);
        assertEquals(TUE, settle(TUE.plusSeconds(60)).book().of("test").orElseThrow().since());
    }

    @Test
    void aBundleThatIsGone_isOutOfForce() {
        start(GOOD);
        installed.gone(1);
        Outcome outcome = settle(TUE);
        assertTrue(outcome.book().policies().isEmpty());
        assertTrue(outcome.proposed().isEmpty());
        assertEquals(List.of(name(GOOD) + " 停用：组件甲 已停止或卸载"), outcome.news());
        assertEquals(List.of(), outcome.problems());
    }

    @Test
    void ofTwoBundlesForOneJurisdiction_theFirstStays_andTheSecondFollowsIt() {
        start(GOOD);
        installed.found(3, "组件乙", OTHER);
        Outcome two = settle(TUE);
        assertEquals(version(GOOD), inForce(two));
        assertEquals(List.of("组件乙：" + name(OTHER) + " 不能生效：组件甲 已提供 " + name(GOOD) + "；请停用其中一个"), two.problems());
        installed.gone(1);
        Outcome second = settle(TUE);
        assertEquals(version(OTHER), inForce(second));
        assertEquals(List.of(), second.problems());
    }

    @Test
    void twoCalendars_theFirstStays() {
        start(GOOD);
        installed.found(3, "日历乙", CALENDAR);
        assertTrue(settle(TUE).problems().get(0).startsWith("日历乙：工作日历（2025至2026年） 不能生效：日历 已提供"));
    }

    @Test
    void anotherCalendarReplacesTheOldOne() {
        start(GOOD);
        installed.found(2, "日历", Reading.of(Samples.calendar(Samples.CALENDAR + "  2027:\n    source: x\n    holidays: [2027-01-01]\n")));
        Outcome outcome = settle(TUE);
        assertTrue(outcome.book().calendar().years().containsKey(2027));
        assertEquals(List.of(), outcome.problems());
    }

    @Test
    void aBadCalendarLeavesTheOldOneInForce() {
        start(GOOD);
        installed.found(2, "日历", Reading.of(Samples.calendar("contract: 1\n")));
        Outcome outcome = settle(TUE);
        assertTrue(outcome.book().calendar().years().containsKey(2026));
        assertFalse(outcome.problems().isEmpty());
    }

    @Test
    void whenTheCalendarGoes_policiesStay_andEveryDateIsProvisional() {
        start(GOOD);
        installed.gone(2);
        Outcome outcome = settle(TUE);
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(outcome.book().calendar().years().isEmpty());
    }

    @Test
    void anAmendedNoticeDoesNotBringDownRulesThatWereRight_butNamesTheExample() {
        String amended = Samples.CALENDAR.replace("2025-10-08]", "2025-10-08, 2025-10-09]").replace("source: 国办发明电〔2024〕12号", "source: a\n    amended: b");
        installed.found(2, "日历", Reading.of(Samples.calendar(amended)));
        installed.found(1, "组件甲", GOOD);
        Outcome outcome = settle(MON);
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(outcome.problems().get(0).startsWith("组件甲：规则有效；放假通知修改后此算例过时，请更新：examples.yaml 第3行"), outcome.problems().toString());
    }

    @Test
    void aProvisionalExampleHasNothingToSay_onceTheNoticeIsThere() {
        String example = Samples.EXAMPLES + "  - {duty: transfer.send, trigger: 2026-12-31T10:00, lastDay: 2027-01-07, provisional: true}\n";
        Reading reading = Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, example)));
        installed.found(1, "组件甲", reading);
        installed.found(2, "日历", CALENDAR);
        assertEquals(List.of(), settle(MON).problems());
        installed.found(2, "日历", Reading.of(Samples.calendar(Samples.CALENDAR + "  2027:\n    source: x\n    holidays: [2027-01-01]\n")));
        assertEquals(List.of(), settle(TUE).problems());
    }

    @Test
    void aVersionIsArchivedBeforeItIsSeen_andNotSeenIfThatFails() {
        installed.found(2, "日历", CALENDAR);
        installed.found(1, "组件甲", GOOD);
        Outcome failed = installed.settle(MON, Optional.of(p -> {
            throw new IllegalStateException("磁盘已满");
        }));
        assertTrue(failed.book().policies().isEmpty());
        assertTrue(failed.retry());
        assertEquals(List.of("组件甲：" + name(GOOD) + " 未能存档，暂不生效：磁盘已满；请检查数据库，稍后自动重试"), failed.problems());
        Outcome later = installed.settle(TUE, Optional.of(UnaryOperator.identity()));
        assertEquals(version(GOOD), inForce(later));
        assertFalse(later.retry());
    }

    @Test
    void anArchiveThatArrivesLater_isToldOnceOfEverythingInForce_andKnowsTheDay() {
        start(GOOD);
        List<String> told = new ArrayList<>();
        UnaryOperator<PolicyInForce> archive = p -> {
            told.add(p.policy().version());
            return new PolicyInForce(p.policy(), MON.minusSeconds(3600), p.text());
        };
        installed.archiveReplaced();
        assertEquals(MON.minusSeconds(3600), installed.settle(TUE, Optional.of(archive)).book().of("test").orElseThrow().since());
        installed.settle(TUE, Optional.of(archive));
        assertEquals(List.of(version(GOOD)), told);
    }

    @Test
    void anArchiveThatFailsLate_leavesThePolicyInForce() {
        start(GOOD);
        installed.archiveReplaced();
        Outcome outcome = installed.settle(TUE, Optional.of(p -> {
            throw new IllegalStateException("无连接");
        }));
        assertEquals(version(GOOD), inForce(outcome));
        assertTrue(outcome.retry());
    }

    private void start(Reading policy) {
        installed.found(2, "日历", CALENDAR);
        installed.found(1, "组件甲", policy);
        assertEquals(List.of(), settle(MON).problems());
    }

    private Outcome settle(Instant now) {
        return installed.settle(now, Optional.empty());
    }

    private static String inForce(Outcome outcome) {
        return outcome.book().of("test").orElseThrow().policy().version();
    }

    private static String version(Reading reading) {
        return ((Content.OfPolicy) reading.content().orElseThrow()).policy().version();
    }

    private static String name(Reading reading) {
        return reading.content().orElseThrow().name();
    }
}
