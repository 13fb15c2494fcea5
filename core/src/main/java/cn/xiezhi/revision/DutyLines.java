package cn.xiezhi.revision;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedures;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What a policy says of duties, in words. */
final class DutyLines {
    private DutyLines() {}

    static void add(Map<Duty, DutyRule> duties, Procedures known, Lines to) {
        duties.values().stream().sorted(Comparator.comparing(DutyRule::duty)).forEach(r -> add(r, known.text(r.duty()), to));
    }

    private static void add(DutyRule rule, String name, Lines to) {
        String key = "duties." + rule.duty().id() + ".";
        for (Variant variant : Variant.values()) {
            Optional.ofNullable(rule.limits().get(variant)).ifPresent(l -> {
                to.add(key + variant.code(), name + "（" + variant.text() + "）", text(l), Optional.of(l.citation()));
                l.target().ifPresent(t -> to.add(key + variant.code() + ".target", name + "（" + variant.text() + "，本地目标）", t.value().text(), Optional.of(t.citation())));
            });
        }
        rule.extension().ifPresent(e -> to.add(key + "extension", name + "（延长）", text(e), Optional.of(e.citation())));
        rule.cadence().ifPresent(c -> to.add(key + "cadence", name + "（周期）", c.value().text(), Optional.of(c.citation())));
        rule.setBy().ifPresent(s -> to.add(key + "setBy", name + "（期限来源）", s));
    }

    private static String text(LimitRule rule) {
        return rule.limit().text() + rule.reading().map(r -> switch (r) {
            case CALENDAR -> "（文件只写“日”，按自然日计算）";
            case WORKING -> "（文件只写“日”，按工作日计算）";
        }).orElse("");
    }

    private static String text(Extension e) {
        String limit = e.limit().map(l -> l.text()).orElse("");
        return switch (e.kind()) {
            case IN_ALL -> "连同原期限最长 " + limit;
            case FURTHER -> "在原期限之外最长再延 " + limit;
            case UNBOUNDED -> "可以延长，文件没有写上限";
        } + (e.notice() ? "，须事先告知对方" : "");
    }
}
