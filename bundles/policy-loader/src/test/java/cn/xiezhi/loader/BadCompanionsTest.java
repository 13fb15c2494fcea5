package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips in examples, organs, items and the calendar. */
class BadCompanionsTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "duty: consult.reply | duty: consult.answer | examples.yaml 第6行 examples[4].duty：不认识“consult.answer”；",
        "variant: extended | variant: extnded | examples.yaml 第4行 examples[2].variant：不认识“extnded”；是否想写 extended？",
        "trigger: 2025-09-30T10:00, expect | trigger: 30.9.2025, expect | examples.yaml 第5行 examples[3].trigger：应是北京时间，如 2025-09-30T10:00，不是“30.9.2025”",
        "trigger: 2025-09-30T10:00, expect: promptly | expect: promptly | examples.yaml 第5行 examples[3].trigger：缺少此键",
        ", lastDay: 2025-10-21 | '' | examples.yaml 第4行 examples[2].lastDay：要有 lastDay、dueAt 或 expect（none、promptly）",
        "expect: none | expect: none, lastDay: 2025-10-21 | examples.yaml 第6行 examples[4].expect：写了 expect 就不能再写 lastDay、dueAt",
        "expect: none | expect: none, because: x | examples.yaml 第6行 examples[4].because：不认识的键",
    })
    void inExamples(String piece, String by, String expected) {
        assertFound(expected, Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY,
                BundleFiles.EXAMPLES, Samples.replaced(Samples.EXAMPLES, piece, by.equals("''") ? "" : by)))).problems());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "kind: township | kind: town | organs.yaml 第3行 organs[1].kind：不认识“town”；",
        "id: a-team | id: a-town | organs.yaml 第5行 organs[3].id：机关 id “a-town”重复",
        ", parent: a-town | '' | organs.yaml 第5行 organs[3].parent：内设机构须写明所属机关",
        "parent: a-town | parent: b-town | organs.yaml 第5行 organs[3].parent：本文件中没有机关“b-town”",
        "kind: township, | kind: township, parent: a-team, | organs.yaml 第3行 organs[1].parent：只有内设机构（internalUnit）才写 parent",
        "\"140925100\" | \"350582100\" | organs.yaml 第3行 organs[1].code：代码 350582100 不属于本辖区",
        "\"140925100\" | \"140925100\", numbering: \"凤〔{年}〕{号}号\" | organs.yaml 第3行 organs[1].numbering：文号格式中“{文种}”应当出现且只出现一次，例如：凤{文种}〔{年}〕{号}号",
        "\"140925100\" | \"140925\" | organs.yaml 第3行 organs[1].code：行政区划代码应为 9 位数字，不是“140925”",
    })
    void inOrgans(String piece, String by, String expected) {
        assertFound(expected, Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, Samples.EXAMPLES,
                BundleFiles.ORGANS, Samples.replaced(Samples.ORGANS, piece, by.equals("''") ? "" : by)))).problems());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "mode: granted | mode: given | items.yaml 第10行 items[1].holdings[1].mode：不认识“given”；",
        "from: 2021-09-28 | from: 2021-9-28 | items.yaml 第10行 items[1].holdings[1].from：应是日期，如 2026-02-28，不是“2021-9-28”",
        "until: 2023-12-31 | until: 2024-01-01 | items.yaml 第11行 items[1].holdings[2].from：与 2021-09-28 起的 granted 在同一时间、同一地方重叠",
        "until: 2023-12-31 | until: 2021-09-27 | items.yaml 第10行 items[1].holdings[1].until：截止日早于起始日",
        "granted, from: 2021-09-28, until: 2023-12-31, department: a-bureau | granted, from: 2021-09-28, until: 2023-12-31, department: a-town | items.yaml 第10行 items[1].holdings[1].department：organs.yaml 中没有可作主管部门的机关“a-town”",
        "[a-town] | [a-team] | items.yaml 第10行 items[1].holdings[1].townships：organs.yaml 中没有乡镇街道“a-team”",
        "[a-town] | [] | items.yaml 第10行 items[1].holdings[1].townships：至少要有一项",
        ", letter: 委1 | '' | items.yaml 第11行 items[1].holdings[2].letter：委托（entrusted）须写 letter 和 until",
        "until: 2024-12-31, | '' | items.yaml 第11行 items[1].holdings[2].letter：委托（entrusted）须写 letter 和 until",
        "class: forbidden | class: banned | items.yaml 第8行 items[1].class：本文件的 classes 中没有“banned”",
        "code: A-1 | code: A 1 | items.yaml 第5行 items[1].code：“A 1”不合格式；",
        "cite: 甲规定 二 | cite: 乙规定 二 | items.yaml 第3行 classes[1].cite：出处“乙规定 二”应以所列文件的 id 加空格开头",
        "supervises: 部门 | supervise: 部门 | items.yaml 第3行 classes[1].supervise：不认识的键；是否想写 supervises？",
        "[《甲条例》第十四条, 《乙办法》第三条] | 《甲条例》第十四条 | items.yaml 第7行 items[1].basis：应是列表，不是单个值",
    })
    void inItems(String piece, String by, String expected) {
        assertFound(expected, Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, Samples.EXAMPLES, BundleFiles.ORGANS, Samples.ORGANS,
                BundleFiles.ITEMS, Samples.replaced(Samples.ITEMS, piece, by.equals("''") ? "" : by)))).problems());
    }

    @Test
    void itemsThatAreRight_comeOutWhole() {
        Reading reading = Reading.of(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, Samples.EXAMPLES, BundleFiles.ORGANS, Samples.ORGANS, BundleFiles.ITEMS, Samples.ITEMS)));
        assertEquals(List.of(), reading.problems());
        Proposed proposed = ((Content.OfPolicy) reading.content().orElseThrow()).proposed();
        assertEquals(List.of("forbidden"), proposed.classes().stream().map(c -> c.id()).toList());
        assertEquals(2, proposed.items().get(0).holdings().size());
        assertEquals(List.of("《甲条例》第十四条", "《乙办法》第三条"), proposed.items().get(0).basis());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "2025: | 25: | calendar.yaml 第4行 years.25：应是四位年份",
        "source: 国办发明电〔2025〕7号 | '' | calendar.yaml 第10行 years.2026.source：缺少此键",
        "holidays: [2026-01-01] | '' | calendar.yaml 第9行 years.2026.holidays：缺少此键",
        "2026-01-04 | 2026-01-05 | calendar.yaml 第11行 years.2026.workdays：2026-01-05 不是周末，本来就上班；请核对通知",
        "2026-01-04 | 2026-01-01 | calendar.yaml 第11行 years.2026.workdays：2026-01-01 同时列为放假和上班",
        "[2026-01-01] | [2025-10-01] | calendar.yaml 第10行 years.2026.holidays：2025-10-01 不在 2026 年",
        "2025-10-02 | 2025-10-01 | calendar.yaml 第6行 years.2025.holidays[2]：2025-10-01 重复",
        "2025-10-08 | 2025-10-32 | calendar.yaml 第6行 years.2025.holidays[8]：应是日期",
        "2026: | 2025: | calendar.yaml 第8行 years.2025：键重复，第4行已有；请删去一处",
        "contract: 1 | contract: 3 | calendar.yaml 第1行 contract：按第 3 版规则文件约定编写",
    })
    void inTheCalendar(String piece, String by, String expected) {
        assertFound(expected, Reading.of(Samples.calendar(Samples.replaced(Samples.CALENDAR, piece, by.equals("''") ? "" : by))).problems());
    }

    private static void assertFound(String expected, List<String> problems) {
        assertTrue(problems.stream().anyMatch(p -> p.startsWith(expected)), () -> expected + "\nnot among " + String.join("\n", problems));
        assertEquals(List.of(), problems.stream().filter(p -> !p.contains("第")).toList());
    }
}
