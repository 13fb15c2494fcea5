package cn.xiezhi.revision;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.WorkCalendar;
import java.util.Optional;

/** What other rules than those that it arose under make of an obligation, from the same trigger. Pure. */
final class Anew {
    private Anew() {}

    /** As if they had held when it arose, and its day been named as it was where they leave that to a paper; empty where they have no such duty. */
    static Optional<DueDate> replayed(Obligation o, Policy rules, WorkCalendar calendar) {
        return (o.extended() ? extended(o, rules, calendar) : Optional.<DueDate>empty()).or(() -> first(o, rules, calendar)).or(() -> named(o, rules));
    }

    /**
     * For an obligation that is running. What somebody was granted or told stays: an extension is not taken back by rules that know none, nor
     * is a day that a paper named replaced by a counted one.
     *
     * @param arose the rules that it arose under
     * @return empty where it stays as it is; see {@link #whyLeft}
     */
    static Optional<DueDate> recomputed(Obligation o, Policy arose, Policy rules, WorkCalendar calendar) {
        if (byPaper(o, arose)) {
            return o.extended() ? o.lastDay().flatMap(day -> rules.extendedTo(o.duty(), o.trigger(), day)) : named(o, rules);
        }
        return o.extended() ? extended(o, rules, calendar) : first(o, rules, calendar).or(() -> named(o, rules));
    }

    /** Why {@link #recomputed} leaves it as it is, for people. */
    static String whyLeft(Obligation o, Policy arose, Policy rules) {
        if (!rules.duties().containsKey(o.duty())) {
            return "现行规则没有规定这项职责，按产生时的规则办理";
        }
        return o.extended() ? "已按产生时的规则延长，现行规则没有这样的延长，保持不变"
                : byPaper(o, arose) ? "期限由文书指定，保持不变" : "现行规则的期限由文书指定，按产生时的规则办理";
    }

    /** Whether a paper, and no number of the rule, set its end. */
    private static boolean byPaper(Obligation o, Policy arose) {
        return o.lastDay().isPresent() && arose.due(o.duty(), o.variant(), o.trigger(), WorkCalendar.empty()).filter(d -> d.limit().equals(o.limit())).isEmpty();
    }

    private static Optional<DueDate> first(Obligation o, Policy rules, WorkCalendar calendar) {
        Variant variant = o.extended() ? Variant.NORMAL : o.variant();
        return rules.due(o.duty(), variant, o.trigger(), calendar).or(() -> rules.due(o.duty(), Variant.NORMAL, o.trigger(), calendar));
    }

    private static Optional<DueDate> extended(Obligation o, Policy rules, WorkCalendar calendar) {
        return rules.due(o.duty(), Variant.EXTENDED, o.trigger(), calendar).or(() -> o.lastDay().flatMap(day -> rules.extendedTo(o.duty(), o.trigger(), day)));
    }

    private static Optional<DueDate> named(Obligation o, Policy rules) {
        return o.lastDay().flatMap(day -> rules.dueOn(o.duty(), o.trigger(), day));
    }
}
