package cn.xiezhi.procedure;

import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules against an action that several procedures have in common. */
public final class Guards {
    private Guards() {}

    /** Only organs of these kinds, the approval bureau being a department among the others; the platform itself may, where the calendar opens the matter. */
    public static Function<Case, Optional<Refusal>> onlyFor(Organ.Kind... kinds) {
        List<Organ.Kind> these = List.of(kinds);
        return c -> c.actor().equals(Officer.SYSTEM) || these.contains(c.actor().organ().kind()) || these.contains(Organ.Kind.DEPARTMENT) && c.actor().organ().isDepartment()
                ? Optional.empty() : Optional.of(Refusal.forbidden("not-yours-to-open", "“" + c.actor().organ().kind().text() + "”不办理此类事项"));
    }

    /** Somebody has to be there to do it. */
    static Function<Case, Optional<Refusal>> registered(Organ.Kind kind) {
        return c -> c.situation().organOf(kind).isPresent() ? Optional.empty()
                : Optional.of(Refusal.conflict("no-organ", "机关名录里没有“" + kind.text() + "”，请管理员先登记"));
    }

    /** A field whose content is wrong in itself or beside another. */
    public static Refusal wrong(String field, String message) {
        return Refusal.input(List.of(new FieldError(field, message, Optional.empty())));
    }

    /** What the policy lists, to choose from. */
    public static List<Option> options(List<Entry> entries) {
        return entries.stream().map(e -> new Option(e.id(), e.name())).toList();
    }
}
