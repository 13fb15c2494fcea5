package cn.xiezhi.loader;

import cn.xiezhi.loader.Example.Expected;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Runs a policy's golden examples: the policy is right only if every one of them comes out. */
final class ExampleRun {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

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
        content.examples().forEach(example -> run(content.policy(), example, calendar, wrong, stale));
        return new Result(wrong.texts(), stale.texts());
    }

    private static void run(Policy policy, Example example, Content.OfCalendar dated, Problems wrong, Problems stale) {
        WorkCalendar calendar = dated.calendar();
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
            boolean amended = due.isPresent() && due.get().deadline().steps().stream().anyMatch(step -> dated.amended().contains(step.day().getYear()));
            String from = example.trigger().isPresent() ? local(trigger) + " 起算，" : "";
            (amended ? stale : wrong).add(example.line(), example.duty().id() + "/" + example.variant().code(),
                    from + "示例写 " + expected + "，按规则算得 " + actual + "；请核对 " + BundleFiles.POLICY + " 或此示例");
        }
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
