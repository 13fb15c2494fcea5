package cn.xiezhi.procedure;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What can be done to a matter: from which states, by the holder of which part, with which fields, against which rules,
 * and to what effect. A value; made with {@link #named} and the methods that add to it.
 *
 * @param parts whoever holds one of them may act; empty for anybody of the jurisdiction (opening)
 * @param expected whether the procedure waits for it; the desk shows whom it waits for
 * @param needsMaterials whether the policy's papers must be complete
 * @param barred a rule that stands against it whatever the input; it is not offered then
 * @param check a rule that stands against this input
 * @param deadline for the form: the duty that is answered by it, so that its end can be shown
 */
public record Action(
        String id,
        String label,
        Set<String> from,
        Set<String> parts,
        Set<Role> roles,
        boolean expected,
        boolean needsMaterials,
        Function<Case, List<Field>> fields,
        Function<Case, Optional<Refusal>> barred,
        Function<Case, Optional<Refusal>> check,
        BiConsumer<Case, Draft> effect,
        Function<Case, Optional<String>> citation,
        Optional<DeadlineHint> deadline) {

    /** The roles that act in a procedure; administrators and auditors don't. */
    public static final Set<Role> ACTING = Set.copyOf(EnumSet.of(Role.OFFICER, Role.LIAISON, Role.LEADER, Role.JUSTICE_BUREAU, Role.GOVERNMENT_OFFICE));

    /** Which duty's end a form can show, and from which fields its variant and trigger come. */
    public record DeadlineHint(Duty duty, String variantField, String triggerField) {}

    public static Action named(String id, String label) {
        return new Action(id, label, Set.of(), Set.of(), ACTING, true, false, c -> List.of(), c -> Optional.empty(), c -> Optional.empty(),
                (c, d) -> {}, c -> Optional.empty(), Optional.empty());
    }

    public Action from(String... states) {
        return new Action(id, label, Set.of(states), parts, roles, expected, needsMaterials, fields, barred, check, effect, citation, deadline);
    }

    public Action by(String... some) {
        return new Action(id, label, from, Set.of(some), roles, expected, needsMaterials, fields, barred, check, effect, citation, deadline);
    }

    public Action only(Role... some) {
        return new Action(id, label, from, parts, Set.of(some), expected, needsMaterials, fields, barred, check, effect, citation, deadline);
    }

    /** Possible, but the procedure does not wait for it. */
    public Action aside() {
        return new Action(id, label, from, parts, roles, false, needsMaterials, fields, barred, check, effect, citation, deadline);
    }

    public Action withMaterials() {
        return new Action(id, label, from, parts, roles, expected, true, fields, barred, check, effect, citation, deadline);
    }

    public Action asks(Function<Case, List<Field>> some) {
        return new Action(id, label, from, parts, roles, expected, needsMaterials, some, barred, check, effect, citation, deadline);
    }

    public Action asks(Field... some) {
        List<Field> list = List.of(some);
        return asks(c -> list);
    }

    public Action barredBy(Function<Case, Optional<Refusal>> rule) {
        Function<Case, Optional<Refusal>> before = barred;
        return new Action(id, label, from, parts, roles, expected, needsMaterials, fields, c -> before.apply(c).or(() -> rule.apply(c)), check, effect, citation, deadline);
    }

    public Action checks(Function<Case, Optional<Refusal>> rule) {
        Function<Case, Optional<Refusal>> before = check;
        return new Action(id, label, from, parts, roles, expected, needsMaterials, fields, barred, c -> before.apply(c).or(() -> rule.apply(c)), effect, citation, deadline);
    }

    public Action then(BiConsumer<Case, Draft> some) {
        return new Action(id, label, from, parts, roles, expected, needsMaterials, fields, barred, check, effect.andThen(some), citation, deadline);
    }

    public Action citing(Function<Case, Optional<? extends Cited<?>>> rule) {
        return new Action(id, label, from, parts, roles, expected, needsMaterials, fields, barred, check, effect, c -> rule.apply(c).map(Cited::citation), deadline);
    }

    public Action showing(Duty duty, String variantField, String triggerField) {
        return new Action(id, label, from, parts, roles, expected, needsMaterials, fields, barred, check, effect, citation,
                Optional.of(new DeadlineHint(duty, variantField, triggerField)));
    }

    /** Whether this person's organ holds a part that may do it, and the person has the role. */
    public boolean mayBeTakenBy(Case c) {
        return c.actor().roles().stream().anyMatch(roles::contains) && (parts.isEmpty() || parts.stream().anyMatch(c::holds));
    }
}
