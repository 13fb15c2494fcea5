package cn.xiezhi.loader;

import cn.xiezhi.loader.Example.Expected;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.RuleFiles.Answers;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs a policy's golden examples: the policy is right only if every one of them comes out. */
final class ExampleRun {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** So many days are counted in a second or two. */
    private static final int MOST_DAYS = 1_000_000;

    private ExampleRun() {}

    /**
     * What does not come out.
     *
     * @param wrong examples that the rules contradict
     * @param stale examples that count through a year whose notice was amended: they may have been right when they were written
     */
    record Result(List<String> wrong, List<String> stale) {}

    static Result of(Content.OfPolicy content, Content.OfCalendar calendar) {
        Problems wrong = new Problems(BundleFiles.EXAMPLES);
        Problems stale = new Problems(BundleFiles.EXAMPLES);
        int days = 0;
        for (Example example : content.examples()) {
            days += run(content.policy(), example, calendar.calendar(), wrong, stale);
            if (days > MOST_DAYS) {
                Problems much = new Problems(BundleFiles.EXAMPLES);
                much.add(example.line(), "", "至此各算例合计要数 " + days + " 天，超过 " + MOST_DAYS + " 天上限；请减少算例");
                return new Result(much.texts(), List.of());
            }
        }
        return new Result(wrong.texts(), stale.texts());
    }

    /** The golden examples of either version that the two answer otherwise, each asked once. */
    static List<Answers> otherwise(Content.OfPolicy before, WorkCalendar calendarBefore, Content.OfPolicy after, WorkCalendar calendarAfter) {
        record Question(Duty duty, Variant variant, Optional<Instant> trigger) {}
        Set<Question> questions = new LinkedHashSet<>();
        Stream.concat(after.examples().stream(), before.examples().stream()).forEach(e -> questions.add(new Question(e.duty(), e.variant(), e.trigger())));
        List<Answers> answers = new ArrayList<>();
        for (Question q : questions) {
            Instant trigger = q.trigger().orElse(Instant.EPOCH);
            Optional<DueDate> old = before.policy().due(q.duty(), q.variant(), trigger, calendarBefore);
            Optional<DueDate> fresh = after.policy().due(q.duty(), q.variant(), trigger, calendarAfter);
            if (!said(old).equals(said(fresh))) {
                answers.add(new Answers(q.duty().text() + "（" + q.variant().text() + "）" + q.trigger().map(t -> "，" + local(t).replace('T', ' ') + " 起算").orElse(""),
                        answer(old), answer(fresh)));
            }
        }
        return answers;
    }

    /** What an example asks for: the date, or that there is none. Another limit that ends at the same moment answers the same. */
    private static String said(Optional<DueDate> due) {
        return due.map(d -> d.deadline().dueAtExclusive().map(at -> at + " " + d.deadline().provisional()).orElseGet(() -> d.limit().text())).orElse("");
    }

    /** As people read it, with the time of day where it is not the day's end. */
    private static String answer(Optional<DueDate> due) {
        return due.map(d -> d.deadline().lastDay().map(day -> day + time(d.deadline()) + "（" + d.limit().text() + (d.deadline().provisional() ? "，暂定" : "") + "）")
                .orElseGet(() -> d.limit().text())).orElse("没有此职责或期限");
    }

    private static String time(Deadline deadline) {
        return deadline.dueAtExclusive().map(ExampleRun::local).map(at -> at.substring(at.indexOf('T') + 1)).filter(at -> !at.equals("00:00")).map(at -> " " + at).orElse("");
    }

    /** @return how many days were counted */
    private static int run(Policy policy, Example example, WorkCalendar calendar, Problems wrong, Problems stale) {
        Instant trigger = example.trigger().orElse(Instant.EPOCH);
        Optional<DueDate> due = policy.due(example.duty(), example.variant(), trigger, calendar);
        String actual = due.map(d -> shown(d.deadline())).orElse("没有此职责或期限");
        String expected = expected(example);
        boolean met = switch (example.expected()) {
            case NONE -> due.isEmpty();
            case PROMPTLY -> due.isPresent() && due.get().deadline().lastDay().isEmpty();
            case DATE -> due.isPresent() && agrees(example, due.get().deadline());
        };
        if (!met) {
            boolean amended = due.isPresent() && due.get().deadline().steps().stream().anyMatch(step -> isAmended(calendar, step.day().getYear()));
            String from = example.trigger().isPresent() ? local(trigger) + " 起算，" : "";
            (amended ? stale : wrong).add(example.line(), example.duty().id() + "/" + example.variant().code(),
                    from + "示例写 " + expected + "，按规则算得 " + actual + "；请核对 " + BundleFiles.POLICY + " 或此示例");
        }
        return due.map(d -> d.deadline().steps().size()).orElse(0);
    }

    private static boolean isAmended(WorkCalendar calendar, int year) {
        return Optional.ofNullable(calendar.years().get(year)).filter(CalendarYear::amended).isPresent();
    }

    /** An example that was provisional when it was written has nothing to say once the notice is there. */
    private static boolean agrees(Example example, Deadline deadline) {
        if (example.provisional() && !deadline.provisional()) {
            return true;
        }
        return example.lastDay().map(day -> Optional.of(day).equals(deadline.lastDay())).orElse(true)
                && example.dueAt().map(at -> Optional.of(at).equals(deadline.dueAtExclusive())).orElse(true)
                && example.provisional() == deadline.provisional();
    }

    private static String expected(Example example) {
        if (example.expected() != Expected.DATE) {
            return example.expected() == Expected.NONE ? "没有此职责或期限" : "及时，无到期日";
        }
        return example.lastDay().map(day -> "lastDay " + day + " ").orElse("") + example.dueAt().map(at -> "dueAt " + local(at)).orElse("")
                + (example.provisional() ? "（暂定）" : "");
    }

    private static String shown(Deadline deadline) {
        return deadline.lastDay().map(day -> "lastDay " + day + " dueAt " + local(deadline.dueAtExclusive().orElseThrow())
                + (deadline.provisional() ? "（暂定）" : "")).orElse("及时，无到期日");
    }

    private static String local(Instant instant) {
        return MINUTE.format(Zone.local(instant));
    }
}
