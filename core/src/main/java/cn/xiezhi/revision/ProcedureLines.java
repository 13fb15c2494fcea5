package cn.xiezhi.revision;

import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Organ;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a policy says of procedures besides limits, in words: in the procedure's own order, what it does not know last. */
final class ProcedureLines {
    private final String key;
    private final String name;
    private final ProcedureRules said;
    private final Lines to;

    private ProcedureLines(String key, String name, ProcedureRules said, Lines to) {
        this.key = key;
        this.name = name;
        this.said = said;
        this.to = to;
    }

    static void add(Map<String, ProcedureRules> rules, Map<String, Procedure> known, Lines to) {
        List<String> ids = new ArrayList<>(known.keySet());
        new TreeSet<>(rules.keySet()).stream().filter(id -> !known.containsKey(id)).forEach(ids::add);
        ids.stream().filter(rules::containsKey).forEach(id -> {
            Optional<Procedure> procedure = Optional.ofNullable(known.get(id));
            new ProcedureLines("procedures." + id, procedure.map(Procedure::name).orElse(id), rules.get(id), to).add(procedure.flatMap(Procedure::rules).orElse(List.of()));
        });
    }

    private void add(List<Rule> rules) {
        to.add(key, name, "有此规程", Optional.of(said.citation()));
        Map<String, String> meanings = new LinkedHashMap<>();
        rules.forEach(r -> meanings.put(r.key(), r.meaning()));
        TreeSet<String> others = new TreeSet<>(said.texts().keySet());
        others.addAll(said.numbers().keySet());
        others.addAll(said.lists().keySet());
        others.forEach(k -> meanings.putIfAbsent(k, k));
        meanings.forEach(this::rule);
    }

    private void rule(String rule, String meaning) {
        String title = name + "：" + meaning;
        Optional.ofNullable(said.texts().get(rule)).ifPresent(t -> to.add(key + "." + rule, title, t));
        Optional.ofNullable(said.numbers().get(rule)).ifPresent(n -> to.add(key + "." + rule, title, n));
        said.lists().getOrDefault(rule, List.of()).forEach(e -> to.add(key + "." + rule + "." + e.id(), title, text(e), Optional.of(e.citation())));
    }

    private static String text(Entry e) {
        return e.name() + e.by().map(by -> "（" + Organ.Kind.of(by).map(Organ.Kind::text).orElse(by) + "）").orElse("") + (e.required() ? "" : "，可以没有");
    }
}
