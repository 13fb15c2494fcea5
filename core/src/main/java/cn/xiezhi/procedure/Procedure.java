package cn.xiezhi.procedure;

import cn.xiezhi.policy.Material;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of matter, as a value: its states, its actions, the names of its parts and fields. {@link Decisions} runs it.
 *
 * @param opening the action that brings a matter of it into being
 * @param actions the others, in the order in which people are shown them
 * @param parts id → Chinese name
 * @param materials the papers that go along, from the policy
 */
public record Procedure(
        String id,
        String name,
        List<State> states,
        Map<String, String> parts,
        Action opening,
        List<Action> actions,
        Map<String, Field> vocabulary,
        Function<Case, List<Material>> materials) {

    /** @param open whether anything can still be done */
    public record State(String id, String name, boolean open) {}

    /** @param vocabulary every field that the procedure ever records, for its label */
    public static Procedure of(String id, String name, List<State> states, Map<String, String> parts, Action opening, List<Action> actions,
            List<Field> vocabulary, Function<Case, List<Material>> materials) {
        Map<String, Field> fields = new LinkedHashMap<>();
        vocabulary.forEach(f -> fields.put(f.id(), f));
        List<Action> all = new ArrayList<>(actions);
        all.addAll(CommonActions.of(states.stream().filter(State::open).map(State::id).toArray(String[]::new), parts.keySet().toArray(String[]::new)));
        CommonActions.FIELDS.forEach(f -> fields.putIfAbsent(f.id(), f));
        return new Procedure(id, name, List.copyOf(states), parts, opening, List.copyOf(all), fields, materials);
    }

    public Optional<Action> action(String action) {
        return actions.stream().filter(a -> a.id().equals(action)).findFirst();
    }

    public State state(String state) {
        return states.stream().filter(s -> s.id().equals(state)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no state " + state));
    }
}
