package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.List;
import java.util.Optional;

/** Extending a duty's limit: before it ends, once, with the reason and the notice given beforehand, within its bound. */
final class Extensions {
    static final Field REASON = Field.longText("extensionReason", "延长理由");
    static final Field NOTICE = Field.longText("extensionNotice", "事先告知对方的情况");

    private Extensions() {}

    static Action of(Duty duty, String part, String... from) {
        return Action.named("extend", "延长期限").from(from).by(part).aside()
                .barredBy(c -> barred(c, duty))
                .asks(c -> rule(c, duty).map(r -> List.of(REASON.must().cited(r.citation()),
                        r.notice() ? NOTICE.must().cited(r.citation()) : NOTICE)).orElse(List.of()))
                .citing(c -> rule(c, duty).map(r -> new Cited<>(r.kind(), r.citation())))
                .then((c, d) -> {
                    Obligation owed = owed(c, duty).orElseThrow();
                    DueDate due = c.policy().due(duty, Variant.EXTENDED, owed.trigger(), c.situation().calendar()).orElseThrow();
                    d.extend(owed, due);
                    d.detail("was", owed.lastDay().map(Object::toString).orElse(""));
                    d.detail("due", due.deadline().lastDay().map(Object::toString).orElse(""));
                });
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
        if (owed.get().extended()) {
            return Optional.of(Refusal.rule("already-extended", "此期限已经延长过，不能再延长", citation));
        }
        if (owed.get().variant() != Variant.NORMAL) {
            return Optional.of(Refusal.rule("not-extendable", "按“" + owed.get().variant().text() + "”计算的期限不能延长", citation));
        }
        return owed.get().overdue(c.now())
                ? Optional.of(Refusal.rule("extension-too-late", "期限已经届满，延长只能在届满之前告知对方后办理", citation)) : Optional.empty();
    }

    private static Optional<Extension> rule(Case c, Duty duty) {
        return Optional.ofNullable(c.policy().duties().get(duty)).flatMap(r -> r.extension()).filter(e -> e.limit().isPresent());
    }

    private static Optional<Obligation> owed(Case c, Duty duty) {
        return c.matter().obligations().stream().filter(o -> o.open() && o.duty() == duty).findFirst();
    }
}
