package cn.xiezhi.procedure;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Material;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs procedures. Pure: values in, a decision or a refusal out; no clock, no database. */
public final class Decisions {
    private Decisions() {}

    /** Opens a matter. */
    public static Outcome open(Situation situation, Officer actor, Procedure procedure, Optional<Matter> origin, Map<String, String> input) {
        Matter blank = Draft.blank(situation, actor, procedure, origin.map(Matter::id));
        return run(new Case(situation, actor, blank, origin, input), procedure, procedure.opening());
    }

    /** Opens what the calendar asks for. */
    public static Outcome open(Situation situation, Procedure procedure, Period period) {
        Matter blank = Draft.blank(situation, Officer.SYSTEM, procedure, Optional.empty());
        return decided(new Case(situation, Officer.SYSTEM, blank, Optional.empty(), period.input()), procedure, procedure.opening());
    }

    /**
     * Takes the automatic action whose moment has come; the one that came first, if there are several.
     *
     * @return empty if there is none yet
     */
    public static Optional<Outcome> wake(Situation situation, Matter matter, Optional<Matter> origin) {
        Procedure procedure = situation.procedures().of(matter);
        return procedure.actions().stream().filter(a -> a.at(matter).filter(at -> !at.isAfter(situation.now())).isPresent())
                .min(Comparator.comparing(a -> a.at(matter).orElseThrow()))
                .map(a -> decided(new Case(situation, Officer.SYSTEM, matter, origin, Map.of()), procedure, a));
    }

    /** Takes an action. */
    public static Outcome act(Case c, Procedure procedure, Action action) {
        if (!action.from().contains(c.matter().state())) {
            return Refusal.conflict("not-in-this-state", "事项现为“" + procedure.stateName(c.matter().state()) + "”，不能" + action.label());
        }
        return run(c, procedure, action);
    }

    /** What an action would do, and what stands against it: the same decision, which nobody writes. Papers that are missing do not hide what it would do. */
    public static Outlook foresee(Case c, Procedure procedure, Action action) {
        Outcome outcome = act(c, procedure, action);
        return Outlook.of(outcome, action.needsMaterials() ? act(c, procedure, action.withoutMaterials()) : outcome);
    }

    /** Adds a file; every party of an open matter may, but for those who only read. */
    public static Outcome attach(Case c, Procedure procedure, Attachment attachment) {
        if (procedure.isStandIn()) {
            return unknown(procedure);
        }
        Action attach = attaching(procedure);
        if (!c.matter().open()) {
            return Refusal.conflict("matter-closed", "事项已办结，不能再添加材料");
        }
        if (!attachment.slot().equals(Attachment.OTHER) && procedure.materials().apply(c).stream().noneMatch(m -> m.id().equals(attachment.slot()))) {
            return Refusal.input(List.of(new FieldError("slot", "此事项没有名为“" + attachment.slot() + "”的材料", Optional.empty())));
        }
        return run(c, procedure, attach.then((x, d) -> {
            // The paper that was signed and sealed takes the place of the one that was printed.
            d.detach(a -> a.issued() && a.slot().equals(attachment.slot()));
            d.attach(attachment);
            d.detail("file", attachment.name());
            d.detail("slot", attachment.slot());
            d.detail("size", Long.toString(attachment.size()));
            d.detail("sha256", attachment.sha256());
            attachment.pages().ifPresent(p -> d.detail("pages", Integer.toString(p)));
        }));
    }

    /** Whether this person may add files to the matter now. */
    public static boolean mayAttach(Case c, Procedure procedure) {
        return c.matter().open() && !procedure.isStandIn() && attaching(procedure).mayBeTakenBy(c);
    }

    /** The refusal of whatever somebody wants to do to a matter whose procedure is not known. */
    public static Refusal unknown(Procedure standIn) {
        return Refusal.conflict("procedure-not-installed", "办理“" + standIn.name() + "”的组件没有安装或已停用，事项暂时只能查看；请联系管理员恢复该组件");
    }

    private static Action attaching(Procedure procedure) {
        Set<String> parts = procedure.readsFor().isEmpty() ? procedure.parts().keySet() : procedure.readsFor();
        Action attach = Action.named("attach", "添加材料").by(parts.toArray(String[]::new));
        return procedure.opening().forAnybody() ? attach.byAnybody() : attach;
    }

    /**
     * Counts open obligations anew, after another calendar has arrived.
     *
     * @param due when an obligation is due on the new calendar, under the rule that it arose under
     * @return empty if nothing is different
     */
    public static Optional<Decision> recount(Situation situation, Matter matter, Function<Obligation, Optional<DueDate>> due) {
        Draft draft = new Draft(situation, Officer.SYSTEM, situation.procedures().of(matter), matter, "recount");
        List<String> was = new ArrayList<>();
        List<String> now = new ArrayList<>();
        Set<String> notices = new LinkedHashSet<>();
        matter.obligations().stream().filter(Obligation::open).forEach(o -> due.apply(o).filter(o::movedBy).ifPresent(d -> {
            draft.extend(o, d);
            was.add(situation.procedures().text(o.duty()) + " " + o.lastDay().map(Object::toString).orElse(""));
            now.add(situation.procedures().text(o.duty()) + " " + d.deadline().lastDay().map(Object::toString).orElse(""));
            d.deadline().lastDay().ifPresent(last -> notices.addAll(situation.calendar().sources(Zone.day(o.trigger()), last)));
        }));
        draft.detail("was", String.join("；", was));
        draft.detail("due", String.join("；", now));
        draft.detail("calendar", String.join("；", notices));
        return was.isEmpty() ? Optional.empty() : Optional.of(new Decision(draft.changes()));
    }

    /**
     * Puts open obligations under the rules in force, because somebody decided so. What comes out the same stays as it is, with the version that it
     * arose under.
     *
     * @param due what the rules in force make of an obligation that arose under others; empty for one that is to stay
     * @return empty if nothing is different
     */
    public static Optional<Decision> recompute(Situation situation, Officer actor, Matter matter, String reason, Function<Obligation, Optional<DueDate>> due) {
        Draft draft = new Draft(situation, actor, situation.procedures().of(matter), matter, "recompute");
        List<String> was = new ArrayList<>();
        List<String> now = new ArrayList<>();
        matter.obligations().stream().filter(Obligation::open).forEach(o -> due.apply(o).filter(d -> !o.due(d).equals(o)).ifPresent(d -> {
            draft.recompute(o, d);
            was.add(situation.procedures().text(o.duty()) + o.lastDay().map(day -> " " + day).orElse("") + "（" + o.limit().text() + "，规则 " + o.policyVersion() + "）");
            now.add(situation.procedures().text(o.duty()) + d.deadline().lastDay().map(day -> " " + day).orElse("") + "（" + d.limit().text() + "，规则 " + situation.policy().version() + "）");
        }));
        draft.detail("was", String.join("；", was));
        draft.detail("due", String.join("；", now));
        draft.detail("recomputeReason", reason);
        return was.isEmpty() ? Optional.empty() : Optional.of(new Decision(draft.changes()));
    }

    /** Hands a matter over to a colleague with all that its officer had; whoever asks for it knows that the actor may. */
    public static Decision handOver(Situation situation, Officer actor, Matter matter, String to, String reason) {
        Draft draft = new Draft(situation, actor, situation.procedures().of(matter), matter, "assign");
        draft.assign(to);
        draft.detail("colleague", to);
        draft.detail("handOverReason", reason);
        return new Decision(draft.changes());
    }

    /** Writes down that a code was given to whoever complained, to follow the matter by; the code itself is kept nowhere. */
    public static Decision codeGiven(Situation situation, Officer actor, Matter matter) {
        return new Decision(new Draft(situation, actor, situation.procedures().of(matter), matter, "giveCode").changes());
    }

    /** What this person may do to the matter now. */
    public static List<Action> possible(Case c, Procedure procedure) {
        return procedure.actions().stream()
                .filter(a -> a.from().contains(c.matter().state()) && a.mayBeTakenBy(c) && a.barred(c).isEmpty())
                .toList();
    }

    /** Whether this person may open a matter of the procedure. */
    public static boolean mayOpen(Case c, Procedure procedure) {
        return procedure.existsUnder(c.policy()) && procedure.opening().mayBeTakenBy(c) && procedure.opening().barred(c).isEmpty();
    }

    private static Outcome run(Case c, Procedure procedure, Action action) {
        if (!action.mayBeTakenBy(c)) {
            return Refusal.forbidden("not-yours-to-do", "“" + action.label() + "”不由您的单位或岗位办理");
        }
        return decided(c, procedure, action);
    }

    private static Outcome decided(Case c, Procedure procedure, Action action) {
        if (action == procedure.opening() && !procedure.existsUnder(c.policy())) {
            return Refusal.forbidden("not-in-this-jurisdiction", "本辖区的文件没有规定“" + procedure.name() + "”");
        }
        Optional<Refusal> barred = action.barred(c);
        if (barred.isPresent()) {
            return barred.get();
        }
        List<Field> fields = action.fields(c);
        List<FieldError> errors = new ArrayList<>(Inputs.errors(fields, c));
        if (action.needsMaterials()) {
            errors.addAll(missingMaterials(c, procedure.materials().apply(c)));
        }
        Optional<Refusal> refusal = errors.isEmpty() ? action.check(c) : ruleFirst(c, action, errors);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Draft draft = new Draft(c.situation(), c.actor(), procedure, c.matter(), action.id());
        fields.forEach(f -> c.in(f.id()).ifPresent(value -> draft.detail(f.id(), value)));
        action.citation(c).ifPresent(draft::cite);
        action.effect(c, draft);
        return new Decision(draft.changes());
    }

    /** A rule that refuses the action altogether is worth more to the officer than a list of blanks to fill. */
    private static Optional<Refusal> ruleFirst(Case c, Action action, List<FieldError> errors) {
        boolean unreadable = errors.stream().anyMatch(e -> c.in(e.field()).isPresent());
        Optional<Refusal> rule = unreadable ? Optional.empty() : action.check(c).filter(r -> r.kind() == Outcome.Kind.RULE);
        return rule.or(() -> Optional.of(Refusal.input(errors)));
    }

    private static List<FieldError> missingMaterials(Case c, List<Material> materials) {
        List<FieldError> errors = new ArrayList<>();
        for (Material m : materials) {
            List<Attachment> there = c.matter().attachments().stream().filter(a -> a.slot().equals(m.id())).toList();
            if (m.required() && there.isEmpty()) {
                errors.add(new FieldError("material:" + m.id(), "缺少材料：" + m.name(), Optional.of(m.citation())));
            }
            // What was issued here is counted when it is printed.
            if (m.pages() && there.stream().anyMatch(a -> a.pages().isEmpty() && !a.issued())) {
                errors.add(new FieldError("material:" + m.id(), m.name() + "没有填写页数，交接单需要", Optional.of(m.citation())));
            }
        }
        return errors;
    }

    /** Whether somebody may see a matter: the organs that hold a part in it, and who reads across the jurisdiction. */
    public static boolean maySee(Procedures procedures, Officer officer, Matter matter) {
        return officer.jurisdiction().equals(matter.jurisdiction())
                && (readsAcross(officer) || seesOwn(officer, procedures.of(matter)) && matter.involves(officer.organ().id()));
    }

    /** Whether a person sees what was recorded under a field of a matter that the person sees. */
    public static boolean maySee(Case c, Procedure procedure, String field) {
        return maySee(c, Optional.ofNullable(procedure.vocabulary().get(field)).map(Field::onlyFor).orElse(Set.of()));
    }

    /** Whether a person sees a file of a matter that the person sees. */
    public static boolean maySee(Case c, Procedure procedure, Attachment file) {
        return maySee(c, procedure.sealed().getOrDefault(file.slot(), Set.of()));
    }

    /** Who acts for an organ that holds one of the parts; its auditors and administrators don't. */
    static boolean maySee(Case c, Set<String> onlyFor) {
        return maySee(c.actor(), c.matter(), onlyFor);
    }

    static boolean maySee(Officer officer, Matter matter, Set<String> onlyFor) {
        return onlyFor.isEmpty() || seesOwn(officer) && onlyFor.stream().anyMatch(part -> matter.organs(part).contains(officer.organ().id()));
    }

    /** Whether a person who sees the matter also sees who read it. */
    public static boolean maySeeReads(Case c, Procedure procedure) {
        return !procedure.readsFor().isEmpty() && (readsAcross(c.actor()) || procedure.readsFor().stream().anyMatch(c::holds));
    }

    /** Whether somebody sees the matters of the own organ; who only keeps accounts has no reason to. */
    public static boolean seesOwn(Officer officer) {
        return officer.roles().stream().anyMatch(Action.ACTING::contains);
    }

    /** The same of one procedure, which may be one in which administrators act too. */
    public static boolean seesOwn(Officer officer, Procedure procedure) {
        return seesOwn(officer) || procedure.actions().stream().anyMatch(a -> a.isFor(officer));
    }

    /** Auditors and the justice bureau's supervisors read every matter of their jurisdiction, and change nothing by that. */
    public static boolean readsAcross(Officer officer) {
        return officer.is(Role.AUDITOR)
                || officer.is(Role.JUSTICE_BUREAU) && officer.organ().kind() == Organ.Kind.JUSTICE_BUREAU;
    }
}
