package cn.xiezhi.loader;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Organ;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code procedures}: which procedures the documents have, and what they say of each; the procedure itself tells which rules it knows. */
final class ProcedureSections {
    private ProcedureSections() {}

    static Map<String, ProcedureRules> read(Section s, Citations citations, Vocabulary vocabulary) {
        Map<String, ProcedureRules> procedures = new LinkedHashMap<>();
        for (String id : s.keys()) {
            s.section(id).ifPresent(p -> vocabulary.rules(id, p).ifPresentOrElse(known -> rules(p, known, citations).ifPresent(r -> procedures.put(id, r)),
                    () -> s.problem(id, () -> "没有这个规程" + Vocabulary.hint(id, ruled(vocabulary.known())))));
        }
        s.finish();
        return procedures;
    }

    private static Set<String> ruled(Procedures known) {
        Set<String> ids = new HashSet<>();
        known.all().values().stream().filter(p -> p.rules().isPresent()).forEach(p -> ids.add(p.id()));
        return ids;
    }

    private static Optional<ProcedureRules> rules(Section s, List<Rule> known, Citations citations) {
        Map<String, Cited<String>> texts = new LinkedHashMap<>();
        Map<String, Cited<Integer>> numbers = new LinkedHashMap<>();
        Map<String, List<Entry>> lists = new LinkedHashMap<>();
        Optional<String> cite = citations.read(s);
        for (Rule rule : known) {
            if (rule.required() && !s.has(rule.key())) {
                s.problem(rule.key(), "缺少此键（" + rule.meaning() + "）");
            }
            switch (rule.kind()) {
                case TEXT -> citations.textIfAny(s, rule.key()).ifPresent(t -> texts.put(rule.key(), t));
                case NUMBER -> s.sectionIfAny(rule.key()).flatMap(n -> citations.cited(n, x -> number(x, rule))).ifPresent(n -> numbers.put(rule.key(), n));
                case LIST -> {
                    if (s.has(rule.key())) {
                        lists.put(rule.key(), entries(s, rule, citations));
                    }
                }
            }
        }
        s.finish();
        return cite.map(c -> new ProcedureRules(c, texts, numbers, lists));
    }

    private static Optional<Integer> number(Section s, Rule rule) {
        return s.integer("number").filter(n -> {
            boolean possible = n >= rule.least() && n <= rule.most();
            if (!possible) {
                s.problem("number", "“" + rule.meaning() + "”不可能是 " + n + "；应为 " + rule.least() + " 至 " + rule.most());
            }
            return possible;
        });
    }

    private static List<Entry> entries(Section s, Rule rule, Citations citations) {
        List<Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section e : s.sections(rule.key())) {
            Optional<String> id = Names.id(e, "id");
            Optional<String> name = e.text("name");
            Optional<String> by = e.has("by") ? e.oneOf("by", OrgansFile.KINDS).map(Organ.Kind::code) : Optional.empty();
            boolean required = e.flag("required", true);
            Optional<String> cite = citations.read(e);
            e.finish();
            if (id.isPresent() && !ids.add(id.get())) {
                e.problem("id", "id “" + id.get() + "”重复");
            } else if (id.isPresent() && name.isPresent() && cite.isPresent()) {
                entries.add(new Entry(id.get(), name.get(), by, required, cite.get()));
            }
        }
        return entries;
    }
}
