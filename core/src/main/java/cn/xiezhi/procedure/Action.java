package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be done to a matter: from which states, by the holder of which part, with which fields, against which rules,
 * and to what effect. A value; made with {@link #named} and the methods that add to it, each of which gives another action.
 */
public final class Action extends Stepwise<Action> {
    /** The roles that act in a procedure; administrators and auditors don't. */
    public static final Set<Role> ACTING = Set.copyOf(EnumSet.of(Role.OFFICER, Role.LIAISON, Role.LEADER, Role.JUSTICE_BUREAU, Role.GOVERNMENT_OFFICE));

    /** Which duty's end a form can show, and from which fields its variant and trigger come. */
    public record DeadlineHint(Duty duty, String variantField, String triggerField) {}

    private final String id;
    private final String label;
    private Set<String> from = Set.of();
    private Set<String> parts = Set.of();
    private Set<Role> roles = ACTING;
    private boolean anybody;
    private boolean expected = true;
    private boolean needsMaterials;
    private Function<Case, List<Field>> fields = c -> List.of();
    private Function<Case, Optional<Refusal>> barred = c -> Optional.empty();
    private Function<Case, Optional<Refusal>> check = c -> Optional.empty();
    private BiConsumer<Case, Draft> effect = (c, d) -> {};
    private Function<Case, Optional<String>> citation = c -> Optional.empty();
    private Optional<DeadlineHint> deadline = Optional.empty();
    private Optional<Function<Matter, Optional<Instant>>> automatic = Optional.empty();

    private Action(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public static Action named(String id, String label) {
        return new Action(id, label);
    }

    /** In which states it can be taken. */
    public Action from(String... states) {
        return but(a -> a.from = Set.of(states));
    }

    /** Whoever holds one of these parts may take it; without any, whoever is of the jurisdiction (opening). */
    public Action by(String... some) {
        return but(a -> a.parts = Set.of(some));
    }

    public Action only(Role... some) {
        return but(a -> a.roles = Set.of(some));
    }

    /** Also members of the public, who have no account. */
    public Action byAnybody() {
        return but(a -> a.anybody = true);
    }

    /** Taken by the platform itself when a moment has come; nobody else can. It is read off the matter as it stands, so nothing is lost with a process. */
    public Action automatic(Function<Matter, Optional<Instant>> at) {
        return but(a -> {
            a.automatic = Optional.of(at);
            a.roles = Set.of();
            a.expected = false;
        });
    }

    /** Possible, but the procedure does not wait for it. */
    public Action aside() {
        return but(a -> a.expected = false);
    }

    /** The policy's papers must be complete. */
    public Action withMaterials() {
        return but(a -> a.needsMaterials = true);
    }

    /** The same, whatever papers are there. */
    Action withoutMaterials() {
        return but(a -> a.needsMaterials = false);
    }

    public Action asks(Function<Case, List<Field>> some) {
        return but(a -> a.fields = some);
    }

    public Action asks(Field... some) {
        List<Field> list = List.of(some);
        return asks(c -> list);
    }

    /** Asks for more than it asks for already. */
    public Action asksAlso(Function<Case, List<Field>> more) {
        return but(a -> a.fields = c -> Stream.concat(fields.apply(c).stream(), more.apply(c).stream()).toList());
    }

    /** A rule that stands against it whatever the input; it is not offered then. */
    public Action barredBy(Function<Case, Optional<Refusal>> rule) {
        return but(a -> a.barred = c -> barred.apply(c).or(() -> rule.apply(c)));
    }

    /** A rule that stands against this input. */
    public Action checks(Function<Case, Optional<Refusal>> rule) {
        return but(a -> a.check = c -> check.apply(c).or(() -> rule.apply(c)));
    }

    public Action then(BiConsumer<Case, Draft> some) {
        return but(a -> a.effect = effect.andThen(some));
    }

    /** The rule that it rests on. */
    public Action citing(Function<Case, Optional<? extends Cited<?>>> rule) {
        return but(a -> a.citation = c -> rule.apply(c).map(Cited::citation));
    }

    /** For the form: the duty that is answered by it, so that its end can be shown. */
    public Action showing(Duty duty, String variantField, String triggerField) {
        return but(a -> a.deadline = Optional.of(new DeadlineHint(duty, variantField, triggerField)));
    }

    /** Whether this person's organ holds a part that may do it, and the person has the role. */
    public boolean mayBeTakenBy(Case c) {
        return anybody && c.actor().isPublic()
                || isFor(c.actor()) && (parts.isEmpty() || parts.stream().anyMatch(c::holds));
    }

    /** Whether the person has a role that may do it, whatever the organ. */
    boolean isFor(Officer officer) {
        return officer.roles().stream().anyMatch(roles::contains);
    }

    /** When the platform takes it by itself, as the matter stands. */
    public Optional<Instant> at(Matter matter) {
        return automatic.filter(a -> from.contains(matter.state())).flatMap(a -> a.apply(matter));
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public Set<String> from() {
        return from;
    }

    public Set<String> parts() {
        return parts;
    }

    /** Whether the procedure waits for it; the desk shows whom it waits for. */
    public boolean expected() {
        return expected;
    }

    /** Whether members of the public may take it. */
    public boolean forAnybody() {
        return anybody;
    }

    public boolean needsMaterials() {
        return needsMaterials;
    }

    public List<Field> fields(Case c) {
        return fields.apply(c);
    }

    Optional<Refusal> barred(Case c) {
        return barred.apply(c);
    }

    Optional<Refusal> check(Case c) {
        return check.apply(c);
    }

    void effect(Case c, Draft d) {
        effect.accept(c, d);
    }

    public Optional<String> citation(Case c) {
        return citation.apply(c);
    }

    public Optional<DeadlineHint> deadline() {
        return deadline;
    }
}
