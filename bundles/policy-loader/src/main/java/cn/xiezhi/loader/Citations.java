package cn.xiezhi.loader;

import cn.xiezhi.policy.Cited;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The citations of one policy: each begins with the id of a document that the policy lists, followed by the section.
 * So a rule can't come from nowhere.
 */
record Citations(List<String> documents) {
    /** The citation of a rule; empty, with the problem noted, if it is missing or names no listed document. */
    Optional<String> read(Section rule) {
        return rule.text("cite").flatMap(cite -> {
            boolean known = documents.stream().anyMatch(d -> cite.startsWith(d + " ") && !cite.substring(d.length()).isBlank());
            if (!known) {
                rule.problem("cite", "出处“" + cite + "”应以所列文件的 id 加空格开头，后写条款；文件 id 有：" + String.join("、", documents));
            }
            return known ? Optional.of(cite) : Optional.empty();
        });
    }

    /** A rule {@code {text: …, cite: …}} under a key; empty where the key is absent. */
    Optional<Cited<String>> textIfAny(Section parent, String key) {
        return parent.sectionIfAny(key).flatMap(s -> cited(s, r -> r.text("text")));
    }

    /** Reads a section as one value with its citation, and finishes it. */
    <T> Optional<Cited<T>> cited(Section rule, Function<Section, Optional<T>> value) {
        Optional<T> read = value.apply(rule);
        Optional<String> cite = read(rule);
        rule.finish();
        return read.flatMap(v -> cite.map(c -> new Cited<>(v, c)));
    }
}
