package cn.xiezhi.rest;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One version of a jurisdiction's rules, whole, each with its citation. */
record PolicyJson(Jurisdiction jurisdiction, String version, int contract, Instant inForceSince, List<Document> documents, List<DutyJson> duties,
        Map<String, Optional<RuleJson>> transfer, List<MaterialJson> materials, DisputeJson dispute, List<Section> sections, CalendarJson calendar) {
    /** The shape of policy files that this product reads. */
    private static final int CONTRACT = 1;

    record LimitJson(String count, int amount, Optional<String> reading, String text, String citation) {}

    record DutyJson(String duty, String name, String trigger, String citation, Optional<LimitJson> normal, Optional<LimitJson> urgent, Optional<LimitJson> grave,
            Optional<ExtensionJson> extension, Optional<String> cadence, Optional<String> setBy) {}

    record ExtensionJson(String kind, Optional<LimitJson> limit, boolean notice, String citation) {}

    record RuleJson(Object value, String citation) {}

    record MaterialJson(String id, String name, boolean required, boolean pages, Optional<String> when, String citation) {}

    record LevelJson(String id, String name, String kind, String by, String citation) {}

    record DisputeJson(List<LevelJson> returned, List<LevelJson> competence) {}

    record Section(String id, String title, List<TextRule> rules) {}

    record TextRule(String id, String text, String citation) {}

    record CalendarJson(Collection<Integer> years) {}

    static PolicyJson of(Procedures known, Policy p, Instant inForceSince, Collection<Integer> calendarYears) {
        return new PolicyJson(p.jurisdiction(), p.version(), CONTRACT, inForceSince, p.documents(),
                p.duties().values().stream().sorted(Comparator.comparing(DutyRule::duty)).map(d -> duty(known, d)).toList(),
                transfer(p.transfer()), p.transfer().materials().stream().map(PolicyJson::material).toList(),
                new DisputeJson(levels(p.dispute().returned()), levels(p.dispute().competence())),
                sections(known, p), new CalendarJson(calendarYears));
    }

    private static List<Section> sections(Procedures procedures, Policy p) {
        List<Section> sections = new ArrayList<>();
        p.dispute().principles().ifPresent(c -> sections.add(new Section("dispute", "争议处理的原则", List.of(new TextRule("principles", c.value(), c.citation())))));
        procedures.all().values().forEach(known -> p.rules(known.id()).ifPresent(rules -> sections.add(new Section(known.id(), known.name(), rules(known, rules)))));
        p.procedures().entrySet().stream().filter(e -> !procedures.all().containsKey(e.getKey())).sorted(Map.Entry.comparingByKey()).forEach(e ->
                sections.add(new Section(e.getKey(), e.getKey() + "（办理它的组件没有安装）", List.of(new TextRule("cite", "有此规程", e.getValue().citation())))));
        sections.add(reminders(p.reminders()));
        return sections;
    }

    /** No rule of a document, and said so. */
    private static Section reminders(ReminderRules r) {
        String local = "本地安排，非文件规定";
        return new Section("reminders", "提醒与督办（本地安排）", List.of(
                new TextRule("beforeWorkingDays", "期限届满前 " + r.beforeWorkingDays() + " 个工作日提醒承办单位，届满时提示已逾期", local),
                new TextRule("leaderAfterWorkingDays", "逾期满 " + r.leaderAfterWorkingDays() + " 个工作日，报单位负责人", local),
                new TextRule("meetingAfterWorkingDays", "逾期满 " + r.meetingAfterWorkingDays() + " 个工作日，报联席会议办公室", local),
                new TextRule("expiryDays", r.expiryDays().isEmpty() ? "证件、委托到期前不提醒" : "证件、委托到期前 "
                        + r.expiryDays().stream().map(String::valueOf).collect(Collectors.joining("、")) + " 日提醒", local)));
    }

    /** What the policy says of a procedure, rule by rule, in the order of the procedure. */
    private static List<TextRule> rules(Procedure procedure, ProcedureRules said) {
        List<TextRule> rules = new ArrayList<>(List.of(new TextRule("cite", "有此规程", said.citation())));
        for (Rule rule : procedure.rules().orElse(List.of())) {
            said.text(rule).ifPresent(t -> rules.add(new TextRule(rule.key(), rule.meaning() + "：" + t.value(), t.citation())));
            said.number(rule).ifPresent(n -> rules.add(new TextRule(rule.key(), rule.meaning() + "：" + n.value(), n.citation())));
            said.list(rule).forEach(e -> rules.add(new TextRule(rule.key() + "." + e.id(), rule.meaning() + "：" + e.name(), e.citation())));
        }
        return rules;
    }

    private static DutyJson duty(Procedures known, DutyRule rule) {
        String citation = Stream.of(limit(rule, Variant.NORMAL).map(LimitJson::citation), rule.cadence().map(Cited::citation), rule.setBy().map(Cited::citation),
                        rule.limits().values().stream().map(LimitRule::citation).findFirst())
                .flatMap(Optional::stream).findFirst().orElseThrow();
        return new DutyJson(rule.duty().id(), known.text(rule.duty()), known.duties().getOrDefault(rule.duty().id(), rule.duty()).trigger(), citation, limit(rule, Variant.NORMAL), limit(rule, Variant.URGENT),
                limit(rule, Variant.GRAVE), rule.extension().map(PolicyJson::extension), rule.cadence().map(c -> cadence(c.value())), rule.setBy().map(Cited::value));
    }

    private static Optional<LimitJson> limit(DutyRule rule, Variant variant) {
        return Optional.ofNullable(rule.limits().get(variant)).map(r -> limit(r.limit(), r.reading().map(x -> switch (x) {
            case CALENDAR -> "calendar";
            case WORKING -> "working";
        }), r.citation()));
    }

    private static LimitJson limit(Limit l, Optional<String> reading, String citation) {
        return new LimitJson(l.count().code(), l.amount(), reading, l.text(), citation);
    }

    private static ExtensionJson extension(Extension e) {
        String kind = switch (e.kind()) {
            case IN_ALL -> "inAll";
            case FURTHER -> "further";
            case UNBOUNDED -> "unbounded";
        };
        return new ExtensionJson(kind, e.limit().map(l -> limit(l, Optional.empty(), e.citation())), e.notice(), e.citation());
    }

    private static String cadence(Cadence cadence) {
        return switch (cadence) {
            case MONTHLY -> "monthly";
            case HALF_YEARLY -> "halfYearly";
            case YEARLY -> "yearly";
            case REGULAR -> "regular";
        };
    }

    private static Map<String, Optional<RuleJson>> transfer(TransferRules t) {
        Map<String, Optional<RuleJson>> rules = new LinkedHashMap<>();
        rules.put("ownName", rule(Optional.of(t.ownName())));
        rules.put("unlessLawCited", Optional.of(new RuleJson(t.unlessLawCited(), t.ownName().citation())));
        rules.put("oneCase", rule(t.oneCase()));
        rules.put("officers", rule(t.officers()));
        rules.put("leaderApproval", rule(t.leaderApproval()));
        rules.put("contact", rule(t.contact()));
        rules.put("handOverList", rule(t.handOverList()));
        rules.put("receipt", rule(t.receipt()));
        rules.put("disposedGoods", rule(t.disposedGoods()));
        rules.put("ongoing", rule(Optional.of(t.ongoing())));
        rules.put("reasonedRefusal", rule(t.reasonedRefusal()));
        rules.put("evidence", rule(t.evidence()));
        rules.put("closedBefore", rule(t.closedBefore()));
        rules.put("filedBefore", rule(t.filedBefore()));
        rules.put("legacy", rule(t.legacy()));
        rules.put("noOnward", rule(t.noOnward()));
        return rules;
    }

    private static Optional<RuleJson> rule(Optional<? extends Cited<?>> rule) {
        return rule.map(r -> new RuleJson(r.value(), r.citation()));
    }

    private static MaterialJson material(Material m) {
        return new MaterialJson(m.id(), m.name(), m.required(), m.pages(), m.seizedGoodsOnly() ? Optional.of("有涉案物品") : Optional.empty(), m.citation());
    }

    private static List<LevelJson> levels(List<DisputeLevel> path) {
        return path.stream().map(l -> new LevelJson(l.id(), l.name(), l.kind().name().toLowerCase(Locale.ROOT), by(l.by()), l.citation())).toList();
    }

    private static String by(DisputeLevel.By by) {
        return switch (by) {
            case PARTIES -> "parties";
            case JUSTICE_BUREAU -> "justiceBureau";
            case LEGAL_OFFICE -> "legalOffice";
            case JOINT_MEETING -> "jointMeeting";
            case GOVERNMENT -> "government";
        };
    }
}
