package cn.xiezhi.procedure;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of a record that is shared: its place in the catalogue, its elements, and whether it may be shared at all. */
final class SharingForm {
    static final Rule REVIEW = Rule.text("review", "提供单位共享前的审查");
    static final Rule UNALTERED = Rule.text("unaltered", "共享信息不得随意删除、修改");
    private static final Rule SECRETS = Rule.text("secrets", "国家秘密不得共享");
    private static final Rule CONSENT = Rule.text("consent", "商业秘密、个人隐私须征求权利人意见");
    private static final Rule OFFLINE = Rule.text("offlineLedger", "未列入系统清单的监管行为");

    /** The catalogue, by the duty that each part of it is shared under. */
    private static final Map<Rule, Duty> CATALOGUES = new LinkedHashMap<>();

    static {
        CATALOGUES.put(Rule.list("catalogue", "共享目录").must(), Duty.SHARE_PUBLISH);
        CATALOGUES.put(Rule.list("penalties", "抄送的处罚信息"), Duty.SHARE_PENALTY);
        CATALOGUES.put(Rule.list("approvals", "抄送的审批信息"), Duty.SHARE_APPROVAL);
        CATALOGUES.put(Rule.list("superiorDocuments", "告知的上级文件"), Duty.SHARE_SUPERIOR_DOCUMENT);
    }

    static final Rule[] RULES = Stream.of(CATALOGUES.keySet().stream(), Stream.of(SharedKind.values()).map(SharedKind::rule),
            Stream.of(SECRETS, CONSENT, OFFLINE, REVIEW, UNALTERED)).flatMap(s -> s).toArray(Rule[]::new);

    /** Where the county's document says nothing of secrets, the law on penalties does. */
    private static final Cited<String> LAW = new Cited<>("", "行政处罚法 第五十条");

    private static final Field TITLE = Field.text("title", "标题").must();
    private static final Field KIND = Field.choice(Sharing.CATEGORY, "信息类别", List.of()).must();
    private static final Field SUMMARY = Field.longText("summary", "信息内容").must();
    private static final Field FORMED = Field.dateTime("formedAt", "信息形成（收到、作出）的时间").must();
    private static final Field URGENCY = Field.choice("urgency", "紧急程度", List.of(new Option(Variant.NORMAL.code(), "一般"),
            new Option(Variant.URGENT.code(), "情况紧急（立即）"))).must().preset(Variant.NORMAL.code());
    private static final Field RECEIVERS = Field.organs("receivers", "接收单位").must();
    private static final Field SECRECY = Field.choice("secrecy", "保密审查", List.of(new Option("none", "不涉密"),
            new Option("protected", "涉及商业秘密或个人隐私"), new Option("state", "涉及国家秘密"))).must();
    private static final Field OUTSIDE = Field.yesNo(Sharing.OFFLINE, "未列入监管事项目录清单（记入线下台账）");

    static final List<Field> ALL = Stream.concat(Stream.of(TITLE, KIND, SUMMARY, FORMED, URGENCY, RECEIVERS, SECRECY, OUTSIDE),
            Stream.of(SharedKind.values()).flatMap(k -> k.fields().stream())).toList();

    private SharingForm() {}

    static List<Field> opening(Case c) {
        List<Field> fields = new ArrayList<>(List.of(TITLE, KIND.options(entries(c.rules()).map(e -> new Option(e.id(), e.name())).toList()), SUMMARY, FORMED));
        CATALOGUES.values().stream().flatMap(duty -> c.policy().limit(duty, Variant.URGENT).stream()).findFirst().ifPresent(l -> fields.add(URGENCY.cited(l.citation())));
        fields.add(RECEIVERS);
        for (SharedKind kind : SharedKind.values()) {
            if (kind != SharedKind.OFFLINE && entries(c.rules()).anyMatch(e -> e.id().equals(kind.id()))) {
                kind.asked(c).forEach(f -> fields.add(f.when(Sharing.CATEGORY, kind.id())));
            }
        }
        c.rules().text(OFFLINE).ifPresent(r -> {
            fields.add(OUTSIDE.help(r.value()).cited(r.citation()));
            SharedKind.OFFLINE.asked(c).forEach(f -> fields.add(f.when(Sharing.OFFLINE, "true")));
        });
        fields.add(SECRECY.cited(secretRule(c).citation()));
        return fields;
    }

    /** The content once more, as it stands, to be put right; with what a new version needs to be shared. */
    static List<Field> correction(Case c, Field reason, Field... consent) {
        List<Field> content = Stream.of(SharedKind.values()).filter(k -> k.is(c.matter())).flatMap(k -> k.asked(c).stream()).filter(f -> !f.id().equals("competent")).toList();
        List<Field> fields = new ArrayList<>(List.of(reason, c.proposed(SUMMARY, SUMMARY.id())));
        fields.addAll(c.again(content));
        fields.add(SECRECY.cited(secretRule(c).citation()));
        Stream.of(consent).forEach(f -> fields.add(f.when(SECRECY.id(), "protected").cited(consentRule(c).citation())));
        return fields;
    }

    /** All that may be shared. */
    static Stream<Entry> entries(ProcedureRules rules) {
        return CATALOGUES.keySet().stream().flatMap(rule -> rules.list(rule).stream());
    }

    static Duty duty(Case c, String category) {
        return CATALOGUES.entrySet().stream().filter(x -> c.rules().list(x.getKey()).stream().anyMatch(e -> e.id().equals(category)))
                .map(Map.Entry::getValue).findFirst().orElse(Duty.SHARE_PUBLISH);
    }

    static boolean isProtected(Optional<String> secrecy) {
        return secrecy.filter("protected"::equals).isPresent();
    }

    static Cited<String> secretRule(Case c) {
        return c.rules().text(SECRETS).orElse(LAW);
    }

    static Cited<String> consentRule(Case c) {
        return c.rules().text(CONSENT).orElse(LAW);
    }

    /** A state secret is refused before anything of it is written down. */
    static Optional<Refusal> notSecret(Case c) {
        return c.in(SECRECY.id()).filter("state"::equals)
                .map(x -> Refusal.rule("state-secret", "涉及国家秘密的信息不得共享，也不得录入本系统", secretRule(c).citation()));
    }

    static Optional<Refusal> check(Case c) {
        if (c.lines(RECEIVERS.id()).contains(c.actor().organ().id())) {
            return fault(RECEIVERS.id(), "接收单位不能是本单位");
        }
        boolean backwards = c.day("penaltyFiledOn").flatMap(filed -> c.day("penaltyDecidedOn").filter(decided -> decided.isBefore(filed))).isPresent();
        return backwards ? fault("penaltyDecidedOn", "不能早于立案时间") : Optional.empty();
    }

    private static Optional<Refusal> fault(String field, String message) {
        return Optional.of(Refusal.input(List.of(new FieldError(field, message, Optional.empty()))));
    }
}
