package cn.xiezhi.loader;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small policy, its examples and a calendar that are right; tests spoil one line. */
final class Samples {
    static final String POLICY = """
            contract: 1
            version: "1.0"
            jurisdiction: {id: test, name: 某县, division: "140925"}
            documents:
              - {id: 甲规定, title: 某县协作规定, since: 2021-09-28}
            duties:
              transfer.send:
                normal: {count: workingDays, amount: 5, cite: 甲规定 一}
                urgent: {count: hours, amount: 24, cite: 甲规定 一}
                extension: {kind: inAll, count: workingDays, amount: 10, notice: true, cite: 甲规定 一}
              transfer.result:
                normal: {count: promptly, cite: 甲规定 二}
              criminal.reconsider:
                normal: {count: days, amount: 3, reading: calendar, cite: 甲规定 三}
              meeting.convene:
                cadence: {every: month, cite: 甲规定 四}
            transfer:
              ownName: {text: 以机关名义, unlessLawCited: true, cite: 甲规定 五}
              ongoing: {text: 立即劝阻, cite: 甲规定 五}
              officers: {least: 2, cite: 甲规定 五}
              materials:
                - {id: letter, name: 移送函, cite: 甲规定 五}
                - {id: goods, name: 物品清单, seizedGoodsOnly: true, cite: 甲规定 五}
            dispute:
              returned:
                - {id: talk, name: 双方协商, kind: negotiate, by: parties, cite: 甲规定 六}
                - {id: decide, name: 县政府决定, kind: decide, by: government, cite: 甲规定 六}
              competence:
                - {id: decide, name: 县政府决定, kind: decide, by: government, cite: 甲规定 六}
            reminders: {beforeWorkingDays: 2, leaderAfterWorkingDays: 3, meetingAfterWorkingDays: 6, expiryDays: [7, 60]}
            """;

    static final String EXAMPLES = """
            contract: 1
            examples:
              - {duty: transfer.send, trigger: 2025-09-30T10:00, lastDay: 2025-10-14, dueAt: 2025-10-15T00:00}
              - {duty: transfer.send, variant: extended, trigger: 2025-09-30T10:00, lastDay: 2025-10-21}
              - {duty: transfer.result, trigger: 2025-09-30T10:00, expect: promptly}
              - {duty: consult.reply, expect: none}
            """;

    static final String ORGANS = """
            contract: 1
            organs:
              - {id: a-town, name: 甲镇人民政府, kind: township, code: "140925100"}
              - {id: a-bureau, name: 甲局, kind: department}
              - {id: a-team, name: 甲镇执法队, kind: internalUnit, parent: a-town}
            """;

    static final String ITEMS = """
            contract: 1
            classes:
              - {id: forbidden, name: 禁止类, supervises: 部门, punishes: 乡镇, tells: 互相通报, cite: 甲规定 二}
            items:
              - code: A-1
                name: 占道经营
                basis: [《甲条例》第十四条, 《乙办法》第三条]
                class: forbidden
                holdings:
                  - {mode: granted, from: 2021-09-28, until: 2023-12-31, department: a-bureau, townships: [a-town], basis: 样例清单}
                  - {mode: entrusted, from: 2024-01-01, until: 2024-12-31, department: a-bureau, letter: 委1, basis: 样例清单}
            """;

    static final String CALENDAR = """
            contract: 1
            version: "2026.1"
            years:
              2025:
                source: 国办发明电〔2024〕12号
                holidays: [2025-10-01, 2025-10-02, 2025-10-03, 2025-10-04, 2025-10-05, 2025-10-06, 2025-10-07, 2025-10-08]
                workdays: [2025-09-28, 2025-10-11]
              2026:
                source: 国办发明电〔2025〕7号
                holidays: [2026-01-01]
                workdays: [2026-01-04]
            """;

    private Samples() {}

    static BundleFiles policy(String policy) {
        return files(Map.of(BundleFiles.POLICY, policy, BundleFiles.EXAMPLES, EXAMPLES, BundleFiles.ORGANS, ORGANS));
    }

    static BundleFiles calendar(String calendar) {
        return files(Map.of(BundleFiles.CALENDAR, calendar));
    }

    static BundleFiles files(Map<String, String> texts) {
        Map<String, byte[]> files = new HashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new BundleFiles(files);
    }

    /** The problems of the policy with one piece of its text replaced. */
    static List<String> spoilt(String piece, String by) {
        return Reading.of(policy(replaced(POLICY, piece, by))).problems();
    }

    static String replaced(String text, String piece, String by) {
        if (!text.contains(piece)) {
            throw new AssertionError("not in the sample: " + piece);
        }
        return text.replace(piece, by);
    }
}
