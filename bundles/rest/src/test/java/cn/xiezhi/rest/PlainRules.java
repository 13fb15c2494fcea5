package cn.xiezhi.rest;

import cn.xiezhi.matter.Hashes;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A format of rule files for tests: the file is its version, of {@link Sample}'s rules. {@code !…}: a jar that is not trusted; {@code …wrong}: with a
 * mistake; {@code calendar…}: a calendar with a longer National Day.
 */
final class PlainRules implements RuleFiles {
    static Policy read(String text) {
        return Sample.policy(text.substring(0, 1), text);
    }

    static WorkCalendar calendar(String version) {
        CalendarYear year = Sample.CALENDAR.years().get(2025);
        Set<LocalDate> holidays = new HashSet<>(year.holidays());
        holidays.add(LocalDate.of(2025, 10, 9));
        return WorkCalendar.of(List.of(new CalendarYear(2025, holidays, year.workdays(), "调整通知")));
    }

    @Override
    public Arrival open(byte[] jar, Instant now) {
        String text = new String(jar, StandardCharsets.UTF_8);
        return text.startsWith("!") ? new Arrival(Map.of(), Hashes.sha256(jar), Optional.empty(), List.of("签名不可信：" + text))
                : new Arrival(Map.of("policy.yaml", jar), Hashes.sha256(jar), Optional.of("CN=测试"), List.of());
    }

    @Override
    public Inspection inspect(Map<String, byte[]> files, WorkCalendar calendar) {
        String text = text(files);
        if (text.startsWith("calendar")) {
            return new Inspection(Optional.of(Subject.CALENDAR), Optional.of(text), Optional.empty(), Optional.of(calendar(text)), List.of(), List.of());
        }
        return text.endsWith("wrong")
                ? new Inspection(Optional.of(Subject.POLICY), Optional.of(text), Optional.empty(), Optional.empty(), List.of("policy.yaml 第 3 行 duties：没有期限", "examples.yaml 第 9 行：答案不符"), List.of())
                : new Inspection(Optional.of(Subject.POLICY), Optional.of(text), Optional.of(read(text)), Optional.empty(), List.of(), List.of("宽于国家规定"));
    }

    @Override
    public List<Answers> answers(Map<String, byte[]> before, WorkCalendar calendarBefore, Map<String, byte[]> after, WorkCalendar calendarAfter) {
        Instant trigger = Instant.parse("2025-09-30T02:00:00Z");
        String was = read(text(before)).due(Duty.TRANSFER_SEND, Variant.NORMAL, trigger, calendarBefore).orElseThrow().deadline().lastDay().orElseThrow().toString();
        String is = read(text(after)).due(Duty.TRANSFER_SEND, Variant.NORMAL, trigger, calendarAfter).orElseThrow().deadline().lastDay().orElseThrow().toString();
        return was.equals(is) ? List.of() : List.of(new Answers("国庆前发现", was, is));
    }

    @Override
    public String schema() {
        return "{\"title\":\"policy.yaml\"}";
    }

    private static String text(Map<String, byte[]> files) {
        return new String(files.get("policy.yaml"), StandardCharsets.UTF_8);
    }
}
