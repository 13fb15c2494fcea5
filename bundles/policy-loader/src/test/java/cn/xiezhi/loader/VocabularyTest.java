package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.Limit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule files that name a procedure which another bundle brings: while it is there, while it is not, and as a snapshot. */
class VocabularyTest {
    private static final Rule KINDS = Rule.list("kinds", "回访的方式").must();
    private static final Rule LEAST = Rule.number("least", "至少几人", 1, 9);
    private static final Rule NOTE = Rule.text("note", "回访的要求");
    private static final Duty CALL = Duty.brought("visit.call", "回访", "事项办结");
    static final Procedures WITH_VISIT = Procedures.own().with(Procedure.named("visit", "执法回访").state("due", "待回访").brings(CALL).rules(KINDS, LEAST, NOTE)
            .opening(Action.named("open", "登记")).made());

    private static final String VISITING = Samples.replaced(Samples.POLICY, "duties:\n", "duties:\n  visit.call:\n    normal: {count: workingDays, amount: 3, cite: 甲规定 七}\n") + """
            procedures:
              visit:
                cite: 甲规定 八
                kinds: [{id: phone, name: 电话, cite: 甲规定 九}]
                least: {number: 2, cite: 甲规定 十}
                note: {text: 如实记录, cite: 甲规定 十一}
            """;
    private static final String EXAMPLES = Samples.EXAMPLES + "  - {duty: visit.call, trigger: 2025-09-30T10:00, lastDay: 2025-10-11}\n";

    static BundleFiles visiting() {
        return Samples.files(Map.of(BundleFiles.POLICY, VISITING, BundleFiles.EXAMPLES, EXAMPLES));
    }

    private static Policy read(Procedures known) {
        return ((Content.OfPolicy) Reading.of(visiting(), known).content().orElseThrow()).policy();
    }

    @Test
    void whatItBrings_isReadAsThePlatformsOwn() {
        assertEquals(List.of(), Reading.of(visiting(), WITH_VISIT).problems());
        Policy policy = read(WITH_VISIT);
        assertEquals(Limit.workingDays(3), policy.limit(CALL, Variant.NORMAL).orElseThrow().limit());
        assertEquals(2, policy.rules("visit").orElseThrow().number(LEAST).orElseThrow().value());
    }

    @Test
    void itsOwnRulesAreHeldAgainstTheFile() {
        String broken = VISITING.replace("    least: {number: 2,", "    least: {number: 12,").replace("    note:", "    notes:");
        List<String> problems = Reading.of(Samples.files(Map.of(BundleFiles.POLICY, broken, BundleFiles.EXAMPLES, EXAMPLES)), WITH_VISIT).problems();
        assertEquals(2, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("procedures.visit.least") && problems.get(1).contains("procedures.visit.notes"), problems.toString());
    }

    @Test
    void withoutIt_theFileIsRefused_sayingWhatToInstall() {
        List<String> problems = Reading.of(visiting()).problems();
        assertTrue(problems.get(0).contains("duties.visit.call：不认识的职责；如属外来规程，请先安装提供它的组件"), problems.get(0));
        assertTrue(problems.get(1).contains("procedures.visit：没有这个规程；如属外来规程，请先安装提供它的组件"), problems.get(1));
    }

    /** So what was begun under it can be finished, also when the procedure comes back later. */
    @Test
    void asASnapshot_itIsReadWithoutIt_andSaysTheSame() {
        assertEquals(read(WITH_VISIT), new YamlPolicyReader().read(VISITING));
    }

    @Test
    void snapshotThatIsNoRuleFileAtAll_isStillRefused() {
        assertThrows(IllegalArgumentException.class, () -> new YamlPolicyReader().read(VISITING.replace("  visit.call:", "  Visit call:")));
        assertThrows(IllegalArgumentException.class, () -> new YamlPolicyReader().read(VISITING.replace("note: {text: 如实记录, cite: 甲规定 十一}", "note: 如实记录")));
    }
}
