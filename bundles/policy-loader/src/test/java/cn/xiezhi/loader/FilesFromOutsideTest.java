package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.RuleFiles.Answers;
import cn.xiezhi.policy.RuleFiles.Arrival;
import cn.xiezhi.policy.RuleFiles.Inspection;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.time.WorkCalendar;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the console is told of rule files that somebody uploads; however large or wild they are, in a moment. */
class FilesFromOutsideTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final Map<String, byte[]> POLICY = Samples.policy(Samples.POLICY).byName();
    private static final WorkCalendar CALENDAR = calendar(Samples.CALENDAR);

    private final FilesFromOutside files = new FilesFromOutside(Settings.OPEN);

    @Test
    void aRuleJarIsOpened() throws IOException {
        Arrival arrival = files.open(Jars.rules("policy", Samples.policy(Samples.POLICY)), NOW);
        assertEquals(List.of(), arrival.refusals());
        assertEquals(POLICY.keySet(), arrival.files().keySet());
        assertEquals(64, arrival.sha256().length());
    }

    @Test
    void aJarWithCode_orTooLarge_orUnsignedWhereThatCounts_isRefused() throws IOException {
        byte[] code = Jars.rules("policy", Map.of("Bundle-Activator", "evil.Activator"), Samples.policy(Samples.POLICY));
        assertTrue(files.open(code, NOW).refusals().get(0).contains("含有程序"));
        assertTrue(files.open(new byte[JarCheck.MOST_RULES + 1], NOW).refusals().get(0).contains("4 MiB"));
        FilesFromOutside strict = new FilesFromOutside(new Settings(true, Optional.empty(), Optional.empty(), Optional.empty()));
        Arrival unsigned = strict.open(Jars.rules("policy", Samples.policy(Samples.POLICY)), NOW);
        assertTrue(unsigned.refusals().get(0).contains("没有签名"), unsigned.toString());
        assertEquals(Map.of(), unsigned.files());
    }

    @Test
    void rightFilesAreInspected_examplesAndNationalLimitsIncluded() {
        Inspection right = files.inspect(POLICY, CALENDAR);
        assertEquals(List.of(), right.problems());
        assertTrue(right.warnings().stream().anyMatch(w -> w.contains("《行政处罚法》第二十六条")), right.warnings().toString());
        assertEquals(Optional.of(Subject.POLICY), right.subject());
        assertTrue(right.version().orElseThrow().startsWith("1.0+"));
        Inspection wrong = files.inspect(Samples.policy(Samples.replaced(Samples.POLICY, "amount: 5", "amount: 7")).byName(), CALENDAR);
        assertTrue(wrong.problems().get(0).startsWith("examples.yaml 第3行"), wrong.problems().toString());
        assertTrue(wrong.policy().isPresent(), "to be compared all the same");
    }

    @Test
    void anExampleThatAnAmendedNoticeMadeStale_isOnlyAWarning() {
        String amended = Samples.CALENDAR.replace("2025-10-08]", "2025-10-08, 2025-10-09]").replace("source: 国办发明电〔2024〕12号", "source: a\n    amended: b");
        Inspection stale = files.inspect(POLICY, calendar(amended));
        assertEquals(List.of(), stale.problems());
        assertTrue(stale.warnings().stream().anyMatch(w -> w.contains("算例过时") && w.contains("第3行")), stale.warnings().toString());
        assertEquals("a；修改：b", calendar(amended).years().get(2025).source(), "both notices are named wherever the year's is");
    }

    @Test
    void aCalendarIsInspected_andFilesOfNothing_areNothing() {
        Inspection calendar = files.inspect(Samples.calendar(Samples.CALENDAR).byName(), WorkCalendar.empty());
        assertEquals(Optional.of(Subject.CALENDAR), calendar.subject());
        assertTrue(calendar.calendar().orElseThrow().years().containsKey(2026));
        assertEquals(Optional.empty(), files.inspect(Map.of(), CALENDAR).version());
    }

    @Test
    void whatTheTwoVersionsAnswerOtherwise_isShownInBothWays() {
        Map<String, byte[]> seven = Samples.policy(Samples.replaced(Samples.POLICY, "amount: 5", "amount: 7")).byName();
        List<Answers> answers = files.answers(POLICY, CALENDAR, seven, CALENDAR);
        assertEquals(List.of(new Answers("移送（一般），2025-09-30 10:00 起算", "2025-10-14（5个工作日）", "2025-10-16（7个工作日）")), answers);
        assertEquals(List.of(), files.answers(POLICY, CALENDAR, POLICY, CALENDAR));
        Map<String, byte[]> counted = Samples.policy(Samples.replaced(Samples.POLICY, "count: workingDays, amount: 5", "count: days, amount: 5, reading: working")).byName();
        assertEquals(List.of(), files.answers(POLICY, CALENDAR, counted, CALENDAR), "another limit, the same date");
    }

    @Test
    void anAnswerThatChangesWithinItsDay_isShownWithTheTime() {
        String urgent = Samples.replaced(Samples.POLICY, "    normal: {count: workingDays, amount: 5", "    normal: {count: hours, amount: 2");
        List<Answers> answers = files.answers(Samples.policy(urgent).byName(), CALENDAR, Samples.policy(urgent.replace("amount: 2", "amount: 4")).byName(), CALENDAR);
        assertEquals(List.of(new Answers("移送（一般），2025-09-30 10:00 起算", "2025-09-30 12:00（2小时）", "2025-09-30 14:00（4小时）")), answers);
    }

    @Test
    void aMillionKeys_depth_tabsAndExamplesWithoutEnd_areRefusedInAMoment() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; keys.length() < YamlText.MOST_BYTES - 20; i++) {
            keys.append(Integer.toString(i, 36)).append(":\n");
        }
        refused(keys.toString(), Samples.EXAMPLES, "contract");
        refused(Samples.POLICY + keys.substring(0, keys.indexOf("2000:\n")), Samples.EXAMPLES, "另有");
        refused("[".repeat(500_000), Samples.EXAMPLES, "嵌套");
        refused("a: &a [*a, *a]\n".repeat(1000), Samples.EXAMPLES, "锚点");
        refused("\t\n".repeat(500_000), Samples.EXAMPLES, "空的");
        refused("a\n" + "\t\n".repeat(500_000), Samples.EXAMPLES, "另有");
        refused(Samples.POLICY, "contract: 1\nexamples:\n" + "- {duty: transfer.send, trigger: 2025-09-30, lastDay: 2025-10-14}\n".repeat(15_000), "1000");
        refused(Samples.POLICY, "contract: 1\nexamples:\n- {duty: transfer.send, trigger: +999999999-12-31T10:00, lastDay: 2025-10-14}\n", "年份");
        String far = Samples.replaced(Samples.replaced(Samples.POLICY, "count: workingDays, amount: 5", "count: workingDays, amount: 1249"), "amount: 10,", "amount: 1250,");
        refused(far, "contract: 1\nexamples:\n" + "- {duty: transfer.send, trigger: 2190-09-30, lastDay: 2025-10-14}\n".repeat(1000), "天上限");
    }

    /** By the processor's time, whatever else the machine does. */
    private void refused(String policy, String examples, String why) {
        Map<String, byte[]> texts = Samples.files(Map.of(BundleFiles.POLICY, policy, BundleFiles.EXAMPLES, examples)).byName();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<String> problems = files.inspect(texts, CALENDAR).problems();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertTrue(problems.stream().anyMatch(p -> p.contains(why)), () -> problems.toString());
        assertTrue(problems.size() < 100 && problems.stream().allMatch(p -> p.length() < 1000 && p.lines().count() == 1), () -> problems.toString());
        assertTrue(took < Duration.ofSeconds(10).toNanos(), () -> why + " took " + Duration.ofNanos(took));
    }

    private static WorkCalendar calendar(String text) {
        return ((Content.OfCalendar) Reading.of(Samples.files(Map.of(BundleFiles.CALENDAR, text))).content().orElseThrow()).calendar();
    }
}
