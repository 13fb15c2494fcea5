package cn.xiezhi.loader;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Nearest;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which procedures and duties a rule file may name: those that are known; in a snapshot also those that were known once, read as
 * they are written, so that what was begun under it can be finished.
 */
record Vocabulary(Procedures known, boolean snapshot) {
    static final Vocabulary OF_SNAPSHOTS = new Vocabulary(Procedures.own(), true);

    static Vocabulary of(Procedures known) {
        return new Vocabulary(known, false);
    }

    Optional<Duty> duty(String id) {
        Optional<Duty> duty = Optional.ofNullable(known.duties().get(id));
        return duty.isPresent() || !snapshot ? duty : Optional.of(Duty.named(id));
    }

    /** What may be said in the section of a procedure; empty where nothing may. */
    Optional<List<Rule>> rules(String procedure, Section section) {
        Procedure p = known.all().get(procedure);
        return p != null ? p.rules() : snapshot ? Optional.of(asWritten(section)) : Optional.empty();
    }

    private static List<Rule> asWritten(Section section) {
        return section.keys().stream().filter(key -> !key.equals("cite")).map(key -> {
            if (section.isList(key)) {
                return Rule.list(key, key);
            }
            boolean number = section.sectionIfAny(key).filter(s -> s.has("number")).isPresent();
            return number ? Rule.number(key, key, Integer.MIN_VALUE, Integer.MAX_VALUE) : Rule.text(key, key);
        }).toList();
    }

    /** The end of the message about a name that is not known: a known one that comes close, and else what to install. */
    static String hint(String name, Collection<String> known) {
        return Nearest.of(name, known).map(near -> "；是否想写 " + near + "？").orElseGet(() -> "；如属外来规程，请先安装提供它的组件；可用：" + String.join("、", known));
    }
}
