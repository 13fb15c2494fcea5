package cn.xiezhi.procedure;

import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who sits in a meeting: what the policy says of its office, chair and members, found in the register. */
final class MeetingOrgans {
    static final Rule OFFICE = Rule.list("office", "联席会议办公室设在哪里；按顺序取第一个已登记的");
    static final Rule CHAIR = Rule.list("chair", "组长或召集人及其所在机关");
    static final Rule MEMBERS = Rule.list("members", "成员单位；部门按名称，其他按机关类别");
    static final Rule ALL_DEPARTMENTS = Rule.text("allDepartments", "各职能部门都是成员单位");
    private static final ProcedureRules NONE = new ProcedureRules("", Map.of(), Map.of(), Map.of());

    private MeetingOrgans() {}

    static ProcedureRules rules(Situation s) {
        return s.policy().rules("meeting").orElse(NONE);
    }

    static Optional<Organ> first(Situation s, Rule rule) {
        return rules(s).list(rule).stream().flatMap(e -> Registered.organs(s, e).stream()).findFirst();
    }

    static boolean namesMembers(Situation s) {
        return rules(s).has(MEMBERS);
    }

    /** The registered organs that the policy makes members. */
    static Set<String> members(Situation s) {
        Set<String> ids = new LinkedHashSet<>();
        rules(s).list(MEMBERS).forEach(e -> ids.addAll(Registered.ids(Registered.organs(s, e))));
        if (rules(s).has(ALL_DEPARTMENTS)) {
            s.organs().values().stream().filter(o -> o.kind() == Organ.Kind.DEPARTMENT).map(Organ::id).sorted().forEach(ids::add);
        }
        return ids;
    }

    /** The members that nobody has registered. */
    static List<String> missing(Situation s) {
        return rules(s).list(MEMBERS).stream().filter(e -> Registered.organs(s, e).isEmpty()).map(Entry::name).toList();
    }

    /** A joint meeting can only be opened if its office and its chair are registered. */
    static Optional<Refusal> unready(Situation s) {
        return absent(s, OFFICE, "联席会议办公室").or(() -> absent(s, CHAIR, "联席会议的召集人"));
    }

    private static Optional<Refusal> absent(Situation s, Rule rule, String what) {
        List<Entry> named = rules(s).list(rule);
        return named.isEmpty() || first(s, rule).isPresent() ? Optional.empty()
                : Optional.of(Refusal.rule("no-organ-for-meeting", "机关名录里没有“" + named.get(named.size() - 1).name() + "”，找不到" + what + "，请管理员先登记", named.get(0).citation()));
    }
}
