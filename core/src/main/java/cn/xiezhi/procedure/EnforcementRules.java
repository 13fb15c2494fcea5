package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What counties say of an enforcement decision, and what is asked for when one is drafted. */
final class EnforcementRules {
    static final Rule REVIEW = Rule.text("review", "重大执法决定须经法制审核");
    static final Rule REVIEWER = Rule.text("reviewer", "法制审核由谁来做");
    static final Rule RECORDS = Rule.list("records", "全过程记录的各项材料");
    static final Rule PUBLICITY = Rule.text("publicity", "执法决定须公示");
    static final Rule PERFORMANCE = Rule.text("performance", "当事人不履行的怎么办");
    static final Rule CERTIFIED = Rule.text("certified", "执法人员须持证");
    static final Rule[] ALL = {REVIEW, REVIEWER, RECORDS, PUBLICITY, PERFORMANCE, CERTIFIED};

    private static final List<Option> KINDS = List.of(new Option("penalty", "行政处罚"), new Option("coercion", "行政强制"), new Option("revocation", "吊销证件"),
            new Option("formalities", "责令完善手续"), new Option("other", "其他处理决定"));
    /** Kinds that another organ has to see to. */
    private static final Set<String> FOR_AUTHORITY = Set.of("revocation", "formalities");
    /** Kinds that must not take the place of a criminal referral. */
    private static final Set<String> PENALTIES = Set.of("penalty", "revocation");

    private static final Field KIND = Field.choice("kind", "决定种类", KINDS).must();
    private static final Field SUBJECT = Field.text("subject", "当事人").must();
    private static final Field CONTENT = Field.longText("content", "拟作出的决定（事实、依据、内容）").must();
    private static final Field ITEM = Field.item("item", "执法事项");
    private static final Field AMOUNT = Field.number("amount", "罚没金额（元）", Integer.MAX_VALUE).when("kind", "penalty");
    private static final Field MAJOR = Field.yesNo("major", "属于重大执法决定").must();
    private static final Field OFFICERS = Field.people("officers", "办案的执法人员");
    static final List<Field> FIELDS = List.of(KIND, SUBJECT, CONTENT, ITEM, AMOUNT, MAJOR, OFFICERS);

    private EnforcementRules() {}

    static List<Field> draft(Case c) {
        return List.of(KIND, SUBJECT, CONTENT, ITEM, AMOUNT, c.rules().text(REVIEW).map(r -> MAJOR.cited(r.citation())).orElse(MAJOR),
                c.rules().text(CERTIFIED).map(r -> OFFICERS.must().certified(Certificate.Kind.ENFORCEMENT).cited(r.citation())).orElse(OFFICERS));
    }

    /** An organ that enforces, and a penalty's amount only with a penalty. */
    static Optional<Refusal> faults(Case c) {
        if (!c.actor().organ().isDepartment() && c.actor().organ().kind() != Organ.Kind.TOWNSHIP) {
            return Optional.of(Refusal.forbidden("not-an-enforcing-organ", "执法决定由乡镇街道或职能部门登记"));
        }
        return c.in("amount").filter(a -> !c.in("kind").orElse("").equals("penalty"))
                .map(a -> Refusal.input(List.of(new FieldError("amount", "只有行政处罚有罚没金额", Optional.empty()))));
    }

    /** Who handles the case is judge in it; and the document may ask for somebody who is qualified. */
    static Optional<Refusal> unfitToReview(Case c) {
        if (c.matter().field("officers").filter(v -> v.lines().anyMatch(c.actor().user()::equals)).isPresent()) {
            return Optional.of(Refusal.forbidden("reviewer-handles-the-case", "办案人员不能审核自己办理的案件"));
        }
        return c.actor().certified(Certificate.Kind.REVIEW, Zone.day(c.now())) ? Optional.empty()
                : c.rules().text(REVIEWER).map(r -> Refusal.rule("reviewer-not-qualified", "法制审核人没有有效的" + Certificate.Kind.REVIEW.text(), r.citation()));
    }

    static List<Material> records(Case c) {
        return c.rules().list(RECORDS).stream().map(e -> new Material("record." + e.id(), e.name(), e.required(), false, false, e.citation())).toList();
    }

    static boolean concernsAuthority(Matter matter) {
        return matter.field("kind").filter(FOR_AUTHORITY::contains).isPresent();
    }

    static boolean punishes(Matter matter) {
        return matter.field("kind").filter(PENALTIES::contains).isPresent();
    }

    static String kindName(String kind) {
        return KINDS.stream().filter(o -> o.value().equals(kind)).map(Option::label).findFirst().orElse(kind);
    }
}
