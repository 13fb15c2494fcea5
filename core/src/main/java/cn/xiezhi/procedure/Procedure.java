package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of matter, as a value: its states, its actions, the names of its parts and fields. {@link Decisions} runs it.
 *
 * @param parts id → Chinese name
 * @param opening the action that brings a matter of it into being
 * @param actions the others, in the order in which people are shown them
 * @param vocabulary every field that the procedure ever records, by id, for its label
 * @param materials the papers that go along, from the policy
 * @param rules what a policy may say of it; empty where every policy has it and says so in a section of its own
 * @param reactions what it does when a matter that came from it reports something, by event
 * @param periodic opened by the calendar instead of by hand, where the policy has a cadence
 * @param duties those that it brings along, besides the platform's own
 * @param sealed slots whose files only the holders of some parts see: slot → parts
 * @param readsFor where every read is logged: the parts whose holders see who read it, and alone add files, the others being readers; empty where reads are
 *     not logged
 * @param papers the documents that its matters may have
 * @param way the states that a matter of it usually goes through, the first to the last; see {@link Way}
 * @param appointments which fields stand in calendars
 */
public record Procedure(
        String id,
        String name,
        List<State> states,
        Map<String, String> parts,
        Action opening,
        List<Action> actions,
        Map<String, Field> vocabulary,
        Function<Case, List<Material>> materials,
        Optional<List<Rule>> rules,
        Map<String, Reaction> reactions,
        Optional<Periodic> periodic,
        List<Duty> duties,
        Map<String, Set<String>> sealed,
        Set<String> readsFor,
        List<Paper> papers,
        Function<Case, List<String>> way,
        List<Appointment> appointments) {

    /** @param open whether anything can still be done */
    public record State(String id, String name, boolean open) {}

    /** What a matter does to itself when one that came from it reports something. */
    public interface Reaction {
        /**
         * @param report the reporting matter as it will be
         * @param self the matter that hears it, before
         * @param draft its change
         */
        void to(Draft report, Matter self, Draft draft);
    }

    /** The openings that the calendar asks for. */
    public interface Periodic {
        /** The periods that were running at {@code from} or have begun since, the earliest first; their keys never change. */
        List<Period> begun(Situation situation, Instant from);
    }

    /** @param key unique in the jurisdiction and procedure, e.g. {@code 2026-11} */
    public record Period(String key, Map<String, String> input) {}

    /** What a matter is read by whose procedure nobody knows: names are ids, nothing can be done or opened. */
    static Procedure standIn(String id, String name) {
        return new Procedure(id, name, List.of(), Map.of(), Action.named("open", "登记").only(), List.of(), CommonActions.VOCABULARY, c -> List.of(), Optional.of(List.of()),
                Map.of(), Optional.empty(), List.of(), Map.of(), Set.of(), List.of(), c -> List.of(), List.of());
    }

    /** Whether it is only a stand-in for one that nobody knows. */
    public boolean isStandIn() {
        return states.isEmpty();
    }

    /** Whether a jurisdiction with this policy has the procedure at all. */
    public boolean existsUnder(Policy policy) {
        return rules.isEmpty() || policy.rules(id).isPresent();
    }

    public static Making named(String id, String name) {
        return new Making(id, name);
    }

    public Optional<Action> action(String action) {
        return actions.stream().filter(a -> a.id().equals(action)).findFirst();
    }

    public Optional<Paper> paper(String paper) {
        return papers.stream().filter(p -> p.id().equals(paper)).findFirst();
    }

    public State state(String state) {
        return states.stream().filter(s -> s.id().equals(state)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no state " + state));
    }

    /** What a state is called; its id if there is none such. */
    public String stateName(String state) {
        return states.stream().filter(s -> s.id().equals(state)).map(State::name).findFirst().orElse(state);
    }

    /** A procedure being written down. */
    public static final class Making {
        private final String id;
        private final String name;
        private final List<State> states = new ArrayList<>();
        private final Map<String, String> parts = new LinkedHashMap<>();
        private final List<Action> actions = new ArrayList<>();
        private final Map<String, Field> vocabulary = new LinkedHashMap<>();
        private final Map<String, Reaction> reactions = new LinkedHashMap<>();
        private final Map<String, Set<String>> sealed = new LinkedHashMap<>();
        private Action opening;
        private Function<Case, List<Material>> materials = c -> List.of();
        private Optional<List<Rule>> rules = Optional.empty();
        private Optional<Periodic> periodic = Optional.empty();
        private List<Duty> duties = List.of();
        private Set<String> readsFor = Set.of();
        private List<Paper> papers = List.of();
        private Optional<Function<Case, List<String>>> way = Optional.empty();
        private final List<Appointment> appointments = new ArrayList<>();

        private Making(String id, String name) {
            this.id = id;
            this.name = name;
        }

        /** A state in which something can still be done. */
        public Making state(String state, String called) {
            states.add(new State(state, called, true));
            return this;
        }

        /** A state in which the matter is over. */
        public Making end(String state, String called) {
            states.add(new State(state, called, false));
            return this;
        }

        public Making part(String part, String called) {
            parts.put(part, called);
            return this;
        }

        public Making opening(Action action) {
            opening = action;
            return this;
        }

        public Making actions(List<Action> some) {
            actions.addAll(some);
            return this;
        }

        public Making actions(Action... some) {
            return actions(List.of(some));
        }

        /** Fields that the procedure records, for their labels. */
        public Making records(List<Field> some) {
            some.forEach(f -> vocabulary.put(f.id(), f));
            return this;
        }

        public Making records(Field... some) {
            return records(List.of(some));
        }

        public Making materials(Function<Case, List<Material>> some) {
            materials = some;
            return this;
        }

        /** Makes it a procedure that a jurisdiction has only if its policy names it, with what the policy may then say. */
        public Making rules(Rule... some) {
            rules = Optional.of(List.of(some));
            return this;
        }

        public Making hears(String event, Reaction reaction) {
            reactions.put(event, reaction);
            return this;
        }

        public Making periodic(Periodic some) {
            periodic = Optional.of(some);
            return this;
        }

        /** Duties that the platform does not know without it; of a procedure that another bundle brings. */
        public Making brings(Duty... some) {
            duties = List.of(some);
            return this;
        }

        /** Files of this slot are for the holders of these parts only. */
        public Making seals(String slot, String... parts) {
            sealed.put(slot, Set.of(parts));
            return this;
        }

        /** Every read is logged; the holders of these parts, and who reads across the jurisdiction, see by whom. Only the former add files. */
        public Making logsReads(String... parts) {
            readsFor = Set.of(parts);
            return this;
        }

        /** The documents that its matters may have; what they ask for is part of the vocabulary. */
        public Making papers(Paper... some) {
            papers = List.of(some);
            return this;
        }

        /** The states that a matter usually goes through; without it, all that are open, in the order in which they were named, and the first end. */
        public Making way(String... some) {
            List<String> usual = List.of(some);
            return way(c -> usual);
        }

        /** The same where it depends on the matter, or on what the policy says. */
        public Making way(Function<Case, List<String>> some) {
            way = Optional.of(some);
            return this;
        }

        /**
         * A recorded day or time is what people put into their calendars; nothing that only some may see.
         *
         * @param name what is on then
         */
        public Making appointment(Field field, Appointment.Kind kind, String name) {
            if (field.type() != Field.Type.DATE && field.type() != Field.Type.DATE_TIME || !field.onlyFor().isEmpty()) {
                throw new IllegalArgumentException(field.id() + " is no day or time that every party sees");
            }
            appointments.add(new Appointment(field.id(), field.type() == Field.Type.DATE_TIME, kind, name));
            return this;
        }

        /** Its matters may be about permits, whose duties another organ can take over. */
        public Making overPermits() {
            vocabulary.put(Approval.PERMIT.id(), Approval.PERMIT);
            opening = Approval.concerning(opening);
            return this;
        }

        public Procedure made() {
            List<Action> all = new ArrayList<>(actions);
            all.addAll(CommonActions.of(states.stream().filter(State::open).map(State::id).toArray(String[]::new), parts.keySet().toArray(String[]::new)));
            papers.forEach(p -> p.fields().forEach(f -> vocabulary.putIfAbsent(f.id(), f)));
            CommonActions.VOCABULARY.forEach(vocabulary::putIfAbsent);
            return new Procedure(id, name, List.copyOf(states), Collections.unmodifiableMap(parts), opening, List.copyOf(all), Collections.unmodifiableMap(vocabulary),
                    materials, rules, Map.copyOf(reactions), periodic, duties, Map.copyOf(sealed), readsFor, papers, way.orElse(inOrder()), List.copyOf(appointments));
        }

        private Function<Case, List<String>> inOrder() {
            List<String> usual = Stream.concat(states.stream().filter(State::open), states.stream().filter(s -> !s.open()).limit(1)).map(State::id).toList();
            return c -> usual;
        }
    }
}
