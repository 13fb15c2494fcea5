package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlPolicyReaderTest {
    private final YamlPolicyReader reader = new YamlPolicyReader();

    @Test
    void aSnapshotReadAgain_isTheSamePolicyOfTheSameVersion() {
        assertEquals(reader.read(Samples.POLICY), reader.read(Samples.POLICY));
    }

    @Test
    void anyChangedContentIsAnotherVersion() {
        String before = reader.read(Samples.POLICY).version();
        String after = reader.read(Samples.POLICY + "# a remark\n").version();
        assertTrue(before.matches("1\\.0\\+[0-9a-f]{8}"), before);
        assertNotEquals(before, after);
    }

    @Test
    void oneWordChangesHowDaysAreRead() {
        Policy working = reader.read(Samples.replaced(Samples.POLICY, "reading: calendar", "reading: working"));
        LimitRule rule = working.limit(Duty.CRIMINAL_RECONSIDER, Variant.NORMAL).orElseThrow();
        assertEquals(Limit.workingDays(3), rule.limit());
        assertEquals(Optional.of(LimitRule.Reading.WORKING), rule.reading());
        assertEquals(Count.CALENDAR_DAYS, reader.read(Samples.POLICY).limit(Duty.CRIMINAL_RECONSIDER, Variant.NORMAL).orElseThrow().limit().count());
    }

    @Test
    void aLocalTargetStandsBesideThePromptDuty() {
        Policy policy = reader.read(Samples.replaced(Samples.POLICY, "{count: promptly, cite: 甲规定 二}",
                "{count: promptly, cite: 甲规定 二, target: {count: workingDays, amount: 5, cite: 甲规定 附注}}"));
        LimitRule rule = policy.limit(Duty.TRANSFER_RESULT, Variant.NORMAL).orElseThrow();
        assertEquals(Limit.promptly(), rule.limit());
        assertEquals(Limit.workingDays(5), rule.target().orElseThrow().value());
    }

    @Test
    void remindersAreTheCountysOwn_andWhatItDoesNotArrangeIsAsEverywhere() {
        assertEquals(new ReminderRules(2, 3, 6, List.of(60, 7)), reader.read(Samples.POLICY).reminders());
        String reminders = "reminders: {beforeWorkingDays: 2, leaderAfterWorkingDays: 3, meetingAfterWorkingDays: 6, expiryDays: [7, 60]}";
        assertEquals(ReminderRules.DEFAULT, reader.read(Samples.replaced(Samples.POLICY, reminders, "")).reminders());
        assertEquals(new ReminderRules(1, 8, 8, List.of()), reader.read(Samples.replaced(Samples.POLICY, reminders,
                "reminders: {leaderAfterWorkingDays: 8, expiryDays: []}")).reminders());
    }

    @Test
    void aTextThatIsNoPolicy_isRefusedWithItsProblems() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> reader.read("contract: 2\n"));
        assertTrue(refusal.getMessage().startsWith("policy.yaml 第1行 contract：按第 2 版规则文件约定编写"), refusal.getMessage());
    }
}
