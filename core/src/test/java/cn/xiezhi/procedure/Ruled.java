package cn.xiezhi.procedure;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Limit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules of a procedure and of duties, written down for a test. */
final class Ruled {
    private final Map<String, Cited<String>> texts = new HashMap<>();
    private final Map<String, Cited<Integer>> numbers = new HashMap<>();
    private final Map<String, List<Entry>> lists = new HashMap<>();

    Ruled text(String... keys) {
        Stream.of(keys).forEach(k -> texts.put(k, House.rule(k)));
        return this;
    }

    Ruled number(String key, int value) {
        numbers.put(key, new Cited<>(value, "测试办法 " + key));
        return this;
    }

    Ruled list(String key, String... ids) {
        lists.put(key, Stream.of(ids).map(id -> new Entry(id, id, Optional.of("township"), true, "测试办法 " + key + " " + id)).toList());
        return this;
    }

    ProcedureRules made() {
        return new ProcedureRules("测试办法", texts, numbers, lists);
    }

    static DutyRule limit(Duty duty, Limit limit) {
        return new DutyRule(duty, Map.of(Variant.NORMAL, new LimitRule(limit, Optional.empty(), "测试办法 " + duty.id())), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static DutyRule limit(Duty duty, Limit limit, Limit grave) {
        return new DutyRule(duty, Map.of(Variant.NORMAL, new LimitRule(limit, Optional.empty(), "测试办法 " + duty.id()),
                Variant.GRAVE, new LimitRule(grave, Optional.empty(), "测试办法 重大")), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static DutyRule setBy(Duty duty) {
        return new DutyRule(duty, Map.of(), Optional.empty(), Optional.empty(), Optional.of(House.rule(duty.id())));
    }

    static DutyRule every(Duty duty, Cadence cadence) {
        return new DutyRule(duty, Map.of(), Optional.empty(), Optional.of(new Cited<>(cadence, "测试办法 " + duty.id())), Optional.empty());
    }
}
