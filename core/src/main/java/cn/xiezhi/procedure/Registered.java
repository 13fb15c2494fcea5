package cn.xiezhi.procedure;

import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.registry.Organ;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds in the register whom a rule's entry names. A department is known by its name, which contains the entry's; of every
 * other kind the document means each organ there is (the justice bureau, the police, all townships). Without a kind the
 * name alone counts.
 */
final class Registered {
    private Registered() {}

    static boolean means(Entry entry, Organ organ) {
        boolean kind = entry.by().map(organ.kind().code()::equals).orElse(organ.kind() != Organ.Kind.INTERNAL_UNIT);
        boolean byName = entry.by().map(Organ.Kind.DEPARTMENT.code()::equals).orElse(true);
        return kind && (!byName || organ.name().contains(entry.name()));
    }

    /** The organs that an entry means, by id. */
    static List<Organ> organs(Situation s, Entry entry) {
        return s.organs().values().stream().filter(o -> means(entry, o)).sorted(Comparator.comparing(Organ::id)).toList();
    }

    static Set<String> ids(Collection<Organ> organs) {
        return organs.stream().map(Organ::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
