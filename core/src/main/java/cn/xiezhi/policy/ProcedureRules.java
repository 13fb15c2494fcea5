package cn.xiezhi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy says of a procedure besides its limits. A policy that has none for a procedure does not have the procedure.
 *
 * @param citation where the document lays the procedure down
 */
public record ProcedureRules(String citation, Map<String, Cited<String>> texts, Map<String, Cited<Integer>> numbers, Map<String, List<Entry>> lists) {
    /**
     * A named entry of a rule.
     *
     * @param by whom it concerns, where that matters: the code of a kind of organ
     * @param required whether it has to be there; of papers
     */
    public record Entry(String id, String name, Optional<String> by, boolean required, String citation) {}

    public ProcedureRules {
        texts = Map.copyOf(texts);
        numbers = Map.copyOf(numbers);
        lists = Map.copyOf(lists);
    }

    public Optional<Cited<String>> text(Rule rule) {
        return Optional.ofNullable(texts.get(rule.key()));
    }

    public Optional<Cited<Integer>> number(Rule rule) {
        return Optional.ofNullable(numbers.get(rule.key()));
    }

    /** In the file's order; empty where the policy has no such list. */
    public List<Entry> list(Rule rule) {
        return lists.getOrDefault(rule.key(), List.of());
    }

    public boolean has(Rule rule) {
        return texts.containsKey(rule.key()) || numbers.containsKey(rule.key()) || lists.containsKey(rule.key());
    }
}
