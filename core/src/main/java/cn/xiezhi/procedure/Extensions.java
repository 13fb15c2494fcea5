package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Extension.Kind;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Extending a duty's limit: before it ends, once, with the reason and the notice given beforehand, within its bound. */
final class Extensions {
    static final Field REASON = Field.longText("extensionReason", "延长理由");
    static final Field NOTICE = Field.longText("extensionNotice", "事先告知对方的情况");

    /** Where the document allows an extension and names no bound, the notice names the day. */
    static final Field TO = Field.date("extendedTo", "延长至").in(Span.FUTURE);
    static final List<Field> FIELDS = List.of(REASON, NOTICE, TO);

    private Extensions() {}

    static Action of(Duty duty, String part, String... from) {
        return Action.named("extend", "延长期限").from(from).by(part).aside()
                .barredBy(c -> barred(c, duty))
                .asks(c -> rule(c, duty).map(Extensions::fields).orElse(List.of()))
                .checks(c -> c.day("extendedTo").filter(day -> owed(c, duty).flatMap(Obligation::lastDay).filter(last -> !day.isAfter(last)).isPresent())
                        .map(day -> Refusal.input(List.of(new FieldError("extendedTo", "应晚于原期限的最后一日", Optional.empty())))))
                .citing(c -> rule(c, duty).map(r -> new Cited<>(r.kind(), r.citation())))
                .then((c, d) -> {
                    Obligation owed = owed(c, duty).orElseThrow();
                    DueDate due = c.day("extendedTo").map(day -> c.policy().extendedTo(duty, owed.trigger(), day))
                            .orElseGet(() -> c.policy().due(duty, Variant.EXTENDED, owed.trigger(), c.situation().calendar())).orElseThrow();
                    d.extend(owed, due);
                    d.detail("was", owed.lastDay().map(Object::toString).orElse(""));
                    d.detail("due", due.deadline().lastDay().map(Object::toString).orElse(""));
                });
    }

    private static List<Field> fields(Extension rule) {
        List<Field> fields = new ArrayList<>(List.of(REASON.must().cited(rule.citation()), rule.notice() ? NOTICE.must().cited(rule.citation()) : NOTICE));
        if (rule.kind() == Kind.UNBOUNDED) {
            fields.add(TO.must().cited(rule.citation()));
        }
        return fields;
    }

    private static Optional<Refusal> barred(Case c, Duty duty) {
        Optional<Extension> rule = rule(c, duty);
        if (rule.isEmpty()) {
            return Optional.of(Refusal.forbidden("no-extension", "本辖区的文件没有规定此期限可以延长"));
        }
        String citation = rule.get().citation();
        Optional<Obligation> owed = owed(c, duty);
        if (owed.isEmpty()) {
            return Optional.of(Refusal.conflict("nothing-to-extend", "没有正在计算的“" + duty.text() + "”期限"));
        }
        if (owed.get().extended() && rule.get().kind() != Kind.UNBOUNDED) {
            return Optional.of(Refusal.rule("already-extended", "此期限已经延长过，不能再延长", citation));
        }
        if (owed.get().variant() != Variant.NORMAL && !owed.get().extended()) {
            return Optional.of(Refusal.rule("not-extendable", "按“" + owed.get().variant().text() + "”计算的期限不能延长", citation));
        }
        return owed.get().overdue(c.now())
                ? Optional.of(Refusal.rule("extension-too-late", "期限已经届满，延长只能在届满之前告知对方后办理", citation)) : Optional.empty();
    }

    private static Optional<Extension> rule(Case c, Duty duty) {
        return Optional.ofNullable(c.policy().duties().get(duty)).flatMap(r -> r.extension());
    }

    private static Optional<Obligation> owed(Case c, Duty duty) {
        return c.matter().owed(duty);
    }
}
