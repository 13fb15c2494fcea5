package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that are no YAML, or more than YAML of rules should be. */
class BadTextTest {
    @Test
    void aTabIsNamedWithItsLine() {
        assertEquals(List.of("policy.yaml 第8行：行首有制表符（Tab）；缩进请用空格"), Samples.spoilt("    normal: {count: workingDays", "\tnormal: {count: workingDays"));
    }

    @Test
    void brokenSyntaxIsNamedWithItsLine() {
        List<String> problems = Samples.spoilt("{count: hours, amount: 24, cite: 甲规定 一}", "{count: hours, amount: 24");
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("policy.yaml 第10行：YAML 语法错误："), problems.get(0));
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        Map<String, byte[]> files = new HashMap<>(Samples.policy(Samples.POLICY).byName());
        files.put(BundleFiles.POLICY, Samples.POLICY.getBytes(Charset.forName("GB18030")));
        assertEquals(List.of("policy.yaml 第3行：不是 UTF-8 编码；请用 UTF-8 另存此文件"), Reading.of(new BundleFiles(files)).problems());
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        assertEquals(List.of(), Reading.of(Samples.policy("\uFEFF" + Samples.POLICY)).problems());
    }

    @Test
    void anchorsAndAliasesAreRefused_soThatNoFewLinesBecomeAMillion() {
        String laughs = "contract: 1\na: &a [x, x]\nb: [*a, *a]\n";
        assertEquals(List.of(
                "policy.yaml 第2行：不支持锚点和别名（& 与 *）；请把内容写在原处",
                "policy.yaml 第3行：不支持锚点和别名（& 与 *）；请把内容写在原处",
                "policy.yaml 第3行：不支持锚点和别名（& 与 *）；请把内容写在原处"), Reading.of(Samples.policy(laughs)).problems());
    }

    @Test
    void tagsAreRefused_soThatNoObjectIsBuiltFromAFile() {
        assertEquals(List.of("policy.yaml 第3行：不支持类型标签 tag:yaml.org,2002:java.net.URL；请删去"), Samples.spoilt("name: 某县", "name: !!java.net.URL x"));
    }

    @Test
    void deepNestingIsRefused() {
        List<String> problems = Reading.of(Samples.policy("a: " + "[".repeat(100) + "]".repeat(100))).problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("嵌套超过 20 层"), problems.get(0));
    }

    @Test
    void aSecondDocumentIsRefused() {
        List<String> problems = Reading.of(Samples.policy(Samples.POLICY + "---\na: 1\n")).problems();
        assertTrue(problems.get(0).contains("一个文件只能有一份文档"), problems.get(0));
    }

    @Test
    void moreThanAMebibyteIsRefused() {
        List<String> problems = Reading.of(Samples.policy(Samples.POLICY + "#".repeat(1024 * 1024))).problems();
        assertEquals(List.of("policy.yaml：文件超过 1 MiB 上限；规则文件应只含规则，请删去无关内容"), problems);
    }

    @Test
    void emptyFilesAndListsAndWordsAreRefused() {
        assertEquals(List.of("policy.yaml：文件是空的"), Reading.of(Samples.policy(" \n")).problems());
        assertEquals(List.of("policy.yaml：文件里没有内容"), Reading.of(Samples.policy("# nothing\n")).problems());
        assertEquals(List.of("policy.yaml 第1行：此处应是“键: 值”的一组，不是列表"), Reading.of(Samples.policy("- a\n")).problems());
    }

    @Test
    void controlCharactersAreRefused() {
        List<String> problems = Samples.spoilt("某县协作规定", "某县\u0007协作规定");
        assertTrue(problems.get(0).contains("控制字符"), problems.get(0));
    }

    @Test
    void aBundleWithoutRules_orWithTwoKinds_isRefused() {
        assertEquals(List.of("xiezhi/：没有 policy.yaml，也没有 calendar.yaml"), Reading.of(new BundleFiles(Map.of())).problems());
        BundleFiles both = Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.CALENDAR, Samples.CALENDAR));
        assertEquals(List.of("xiezhi/：既有 policy.yaml 又有 calendar.yaml；请分成两个组件"), Reading.of(both).problems());
    }

    @Test
    void aPolicyWithoutExamplesIsRefused() {
        assertEquals(List.of("examples.yaml：缺少此文件；每份规则须带算例，否则不能生效"),
                Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY))).problems());
    }
}
