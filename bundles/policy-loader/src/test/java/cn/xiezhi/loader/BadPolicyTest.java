package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every slip in a policy is an error that names file, line and key, and says what to do. */
class BadPolicyTest {
    @Test
    void theSampleIsRight() {
        assertEquals(List.of(), Reading.of(Samples.policy(Samples.POLICY)).problems());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        // unknown and missing keys and words
        "amount: 5, | amuont: 5, | policy.yaml 第8行 duties.transfer.send.normal.amuont：不认识的键；是否想写 amount？",
        "duties: | dutys: | policy.yaml 第6行 dutys：不认识的键；是否想写 duties？",
        "transfer.result: | transfer.resutl: | policy.yaml 第11行 duties.transfer.resutl：不认识的职责；是否想写 transfer.result？",
        "urgent: | urgnt: | policy.yaml 第9行 duties.transfer.send.urgnt：不认识的键；是否想写 urgent？",
        "count: workingDays, amount: 5 | count: workDays, amount: 5 | policy.yaml 第8行 duties.transfer.send.normal.count：不认识“workDays”；是否想写 workingDays？",
        "normal: {count: workingDays, amount: 5, cite: 甲规定 一} | normal: {count: workingDays, cite: 甲规定 一} | policy.yaml 第8行 duties.transfer.send.normal.amount：缺少此键",
        "every: month | every: week | policy.yaml 第16行 duties.meeting.convene.cadence.every：不认识“week”；可用：",
        // citations
        "count: promptly, cite: 甲规定 二 | count: promptly | policy.yaml 第12行 duties.transfer.result.normal.cite：缺少此键",
        "cite: 甲规定 二 | cite: '' | policy.yaml 第12行 duties.transfer.result.normal.cite：内容是空的",
        "cite: 甲规定 二 | cite: 乙规定 二 | policy.yaml 第12行 duties.transfer.result.normal.cite：出处“乙规定 二”应以所列文件的 id 加空格开头",
        "cite: 甲规定 二 | cite: 甲规定 | policy.yaml 第12行 duties.transfer.result.normal.cite：出处“甲规定”应以",
        // types
        "amount: 5 | amount: five | policy.yaml 第8行 duties.transfer.send.normal.amount：应是整数，不是“five”",
        "amount: 5 | amount: '5' | policy.yaml 第8行 duties.transfer.send.normal.amount：应是整数，不是“5”",
        "amount: 5 | amount: 2.5 | policy.yaml 第8行 duties.transfer.send.normal.amount：应是整数，不是“2.5”",
        "notice: true | notice: yes | policy.yaml 第10行 duties.transfer.send.extension.notice：应是 true 或 false，不是“yes”",
        "since: 2021-09-28 | since: 2021-09-31 | policy.yaml 第5行 documents[1].since：应是日期，如 2026-02-28，不是“2021-09-31”",
        "name: 某县 | name: [某县] | policy.yaml 第3行 jurisdiction.name：应是文字，不是列表",
        "ongoing: {text: 立即劝阻, cite: 甲规定 五} | ongoing: 立即劝阻 | policy.yaml 第19行 transfer.ongoing：此处应是“键: 值”的一组，不是单个值",
        // impossible values
        "amount: 5 | amount: 0 | policy.yaml 第8行 duties.transfer.send.normal.amount：数字 0 不可能；count: workingDays 应为 1 至 1250",
        "amount: 24 | amount: -24 | policy.yaml 第9行 duties.transfer.send.urgent.amount：数字 -24 不可能",
        "amount: 24 | amount: 8760 | policy.yaml 第9行 duties.transfer.send.urgent.amount：数字 8760 不可能；count: hours 应为 1 至 720",
        "count: promptly, | count: promptly, amount: 3, | policy.yaml 第12行 duties.transfer.result.normal.amount：count: promptly 没有数字，请删去 amount",
        "least: 2 | least: 0 | policy.yaml 第20行 transfer.officers.least：人数 0 不可能；应为 1 至 20",
        "division: \"140925\" | division: \"1409\" | policy.yaml 第3行 jurisdiction.division：行政区划代码应为 6 位数字，不是“1409”",
        "id: test | id: 测试 | policy.yaml 第3行 jurisdiction.id：“测试”不合格式",
        // days and their reading
        ", reading: calendar | '' | policy.yaml 第14行 duties.criminal.reconsider.normal.reading：缺少此键；文件写“日”而未写“工作日”的，须写明",
        "reading: calendar | reading: natural | policy.yaml 第14行 duties.criminal.reconsider.normal.reading：不认识“natural”；可用：",
        "count: promptly, | count: promptly, reading: working, | policy.yaml 第12行 duties.transfer.result.normal.reading：只有 count: days 和 daysBefore 才写 reading；请删去",
        // extensions
        "amount: 10 | amount: 4 | policy.yaml 第10行 duties.transfer.send.extension：inAll 的上限 4个工作日 不长于一般期限 5个工作日",
        "normal: {count: workingDays, amount: 5, cite: 甲规定 一} | grave: {count: immediately, cite: 甲规定 一} | policy.yaml 第10行 duties.transfer.send.extension：一般期限（normal）没有数字，无从延长",
        "kind: inAll, | kind: unbounded, | policy.yaml 第10行 duties.transfer.send.extension.count：不认识的键",
        // direction and cadence
        "count: workingDays, amount: 5 | count: workingDaysBefore, amount: 5 | policy.yaml 第8行 duties.transfer.send.normal：移送从触发之时往后算，不能用倒计的 count",
        "transfer.result: | meeting.agenda-call: | '' ",
        "cadence: {every: month, cite: 甲规定 四} | cadence: {every: month, cite: 甲规定 四}, normal: {count: promptly, cite: 甲规定 四} | policy.yaml ",
        // dispute path
        "kind: negotiate, by: parties | kind: decide, by: government | policy.yaml 第26行 dispute.returned[1].kind：decide（决定）只能在最后一级",
        "{id: decide, name: 县政府决定, kind: decide, | {id: decide, name: 县政府决定, kind: coordinate, | policy.yaml 第27行 dispute.returned[2].kind：最后一级必须是 decide（决定）",
        "by: parties | by: government | policy.yaml 第26行 dispute.returned[1].by：negotiate（协商）由 parties（双方）进行",
        "id: talk | id: decide | policy.yaml 第27行 dispute.returned[2].id：层级 id “decide”重复",
        // reminders
        "beforeWorkingDays: 2 | beforeWorkingDays: 0 | policy.yaml 第30行 reminders.beforeWorkingDays：0 不可能；应为 1 至 60",
        "beforeWorkingDays: 2 | beforeWorkingDays: two | policy.yaml 第30行 reminders.beforeWorkingDays：应是整数，不是“two”",
        "beforeWorkingDays: 2 | before: 2 | policy.yaml 第30行 reminders.before：不认识的键",
        "leaderAfterWorkingDays: 3 | leaderAfterWorkingDays: 9 | policy.yaml 第30行 reminders.meetingAfterWorkingDays：报联席会议（逾期满 6 个工作日）不能早于报负责人（满 9 个工作日）",
        "[7, 60] | [7, 7] | policy.yaml 第30行 reminders.expiryDays[2]：7 重复",
        "[7, 60] | [7, 400] | policy.yaml 第30行 reminders.expiryDays[2]：400 不可能；应为 1 至 365",
        "[7, 60] | [1, 2, 3, 4, 5, 6] | policy.yaml 第30行 reminders.expiryDays：最多提醒 5 次",
        "[7, 60] | 7 | policy.yaml 第30行 reminders.expiryDays：应是列表，不是单个值",
        "reminders: {beforeWorkingDays: 2, leaderAfterWorkingDays: 3, meetingAfterWorkingDays: 6, expiryDays: [7, 60]} | reminders: {} | '' ",
        // duplicate ids and keys
        "id: goods | id: letter | policy.yaml 第23行 transfer.materials[2].id：材料 id “letter”重复",
        "id: test, | id: test, id: other, | policy.yaml 第3行 jurisdiction.id：键重复，第3行已有；请删去一处",
        // contract
        "contract: 1 | contract: 2 | policy.yaml 第1行 contract：按第 2 版规则文件约定编写，本产品支持第 1 版；请升级本产品",
        "contract: 1 | contract: 0 | policy.yaml 第1行 contract：按第 0 版规则文件约定编写，本产品支持第 1 版；请按第 1 版改写",
    })
    void aSlipIsNamedWithFileLineAndKey(String piece, String by, String expected) {
        List<String> problems = Samples.spoilt(piece, by == null || by.equals("''") ? "" : by);
        if (expected.equals("''")) {
            assertEquals(List.of(), problems);
        } else {
            assertTrue(problems.stream().anyMatch(p -> p.startsWith(expected)), () -> expected + "\nnot among " + String.join("\n", problems));
        }
    }

    @Test
    void everySlipIsReportedAtOnce() {
        String text = Samples.replaced(Samples.replaced(Samples.POLICY, "amount: 5", "amount: 0"), "cite: 甲规定 二", "cote: 甲规定 二");
        assertEquals(List.of(
                "policy.yaml 第8行 duties.transfer.send.normal.amount：数字 0 不可能；count: workingDays 应为 1 至 1250",
                "policy.yaml 第12行 duties.transfer.result.normal.cite：缺少此键",
                "policy.yaml 第12行 duties.transfer.result.normal.cote：不认识的键；是否想写 cite？"),
                Reading.of(Samples.policy(text)).problems());
    }

    @Test
    void aNewerContractIsTheOnlyProblem_becauseItsOtherKeysCannotBeJudged() {
        assertEquals(1, Reading.of(Samples.policy(Samples.replaced(Samples.POLICY, "contract: 1", "contract: 2\nfuture: {a: b}"))).problems().size());
    }
}
