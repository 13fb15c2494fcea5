package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.time.Limit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules for a made-up county, and what its decisions come to. */
final class Made {
    private Made() {}

    /** Says something for each of these keys. */
    static ProcedureRules texts(String... keys) {
        return new ProcedureRules("测试办法", Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), House::rule)), Map.of(), Map.of());
    }

    /** With a list besides; an id that ends with a question mark need not be there. */
    static ProcedureRules with(ProcedureRules rules, String list, String... ids) {
        Map<String, List<Entry>> lists = new LinkedHashMap<>(rules.lists());
        lists.put(list, Arrays.stream(ids).map(id -> new Entry(id.replace("?", ""), id, Optional.empty(), !id.endsWith("?"), "测试办法 " + list)).toList());
        return new ProcedureRules(rules.citation(), rules.texts(), rules.numbers(), lists);
    }

    static DutyRule duty(Duty duty, Limit limit) {
        return new DutyRule(duty, Map.of(Variant.NORMAL, new LimitRule(limit, Optional.empty(), "测试办法 时限")), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static String id(Outcome outcome) {
        return done(outcome).changes().get(0).after().id();
    }

    static Decision done(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, () -> outcome.toString());
    }

    static Refusal refused(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome, () -> outcome.toString());
        assertEquals(code, refusal.code(), refusal.toString());
        return refusal;
    }

    /** The input is refused for these fields and no others. */
    static void faulty(Outcome outcome, String... fields) {
        Set<String> faults = refused("invalid-fields", outcome).errors().stream().map(Outcome.FieldError::field).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of(fields)), faults);
    }
}
