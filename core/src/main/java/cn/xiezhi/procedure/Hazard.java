package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 重大隐患通报: who meets a grave hazard on duty tells the competent organ, which sends officers at once; one that neither comes
 * nor gives a reason is reported to the government, which says who handles it.
 */
public final class Hazard {
    static final String FINDER = "finder";
    static final String COMPETENT = "competent";
    static final String GOVERNMENT = "government";
    private static final Rule KINDS = Rule.list("kinds", "哪些重大隐患").must();
    private static final Rule FINDERS = Rule.list("finders", "文件规定谁负有通报职责；部门按名称，其他按机关类别").must();
    private static final Rule REPORT = Rule.text("report", "对不说明理由又拒不处理的，向政府报告");
    private static final Rule OR_GOVERNMENT = Rule.text("orGovernment", "也可以直接向政府报告");

    private static final Field TITLE = Field.text("subject", "隐患").must();
    private static final Field KIND = Field.choice("kind", "隐患类别", List.of()).must();
    private static final Field PLACE = Field.text("place", "地点").must();
    private static final Field FOUND = Field.dateTime("foundAt", "发现时间").help("不填即为现在");
    private static final Field FACTS = Field.longText("facts", "隐患情况和已采取的措施").must();
    private static final Field TO = Field.choice("to", "通报给", List.of(new Option("organ", "有关部门"), new Option("government", "人民政府"))).must().preset("organ");
    private static final Field ORGAN = Field.organ("competent", "有关部门").must();
    private static final Field OFFICERS = Field.lines("officers", "派出人员").atLeast(1).help("每行一人");
    private static final Field LEFT = Field.dateTime("dispatchedAt", "派出时间").must();
    private static final Field HANDLED = Field.longText("handling", "处置情况").must();
    private static final Field REASON = Field.longText("refusalReason", "不处理的理由").help("不说明理由的，通报单位将向政府报告");
    private static final Field REPORTED = Field.longText("reportText", "报告内容").must();
    private static final Field INSTRUCTION = Field.longText("instruction", "政府的处理意见").must();
    private static final Field NEXT = Field.organ("competent", "由哪个单位处置").must();

    public static final Procedure PROCEDURE = build();

    private Hazard() {}

    private static Procedure build() {
        return Procedure.named("hazard", "重大隐患通报")
                .state("notified", "已通报，待派员").state("dispatched", "已派员处置").state("refused", "对方不处理").state("reported", "已报告政府")
                .end("handled", "已处置").end("withdrawn", "已撤回").way("notified", "dispatched", "handled")
                .part(FINDER, "通报单位").part(COMPETENT, "处置单位").part(GOVERNMENT, "人民政府")
                .rules(KINDS, FINDERS, REPORT, OR_GOVERNMENT)
                .opening(opening()).actions(dispatch(), handle(), refuse(), notifyAnother(), report(), instruct(), CommonActions.withdraw(FINDER, "notified", "refused"))
                .records(TITLE, KIND, PLACE, FOUND, FACTS, TO, ORGAN, OFFICERS, LEFT, HANDLED, REASON, REPORTED, INSTRUCTION).made();
    }

    private static Action opening() {
        return Action.named("open", "通报重大隐患").asks(Hazard::openingFields).citing(Hazard::rule)
                .checks(c -> c.in("competent").flatMap(o -> notSelf(c, o)))
                .checks(c -> c.in("to").filter("government"::equals).flatMap(x -> noGovernment(c)))
                .then((c, d) -> {
                    String self = c.actor().organ().id();
                    d.recordInput(c);
                    d.record("foundAt", c.time("foundAt").toString());
                    d.title(c.in("subject").orElseThrow());
                    d.party(FINDER, self);
                    if (c.rules().list(FINDERS).stream().anyMatch(e -> Registered.means(e, c.actor().organ()))) {
                        d.owe(Duty.HAZARD_NOTIFY, self, Variant.NORMAL, c.time("foundAt"));
                        d.close(Duty.HAZARD_NOTIFY, Status.MET);
                    }
                    if (c.in("to").filter("government"::equals).isPresent()) {
                        toGovernment(c, d);
                    } else {
                        notified(d, c.in("competent").orElseThrow());
                    }
                });
    }

    private static List<Field> openingFields(Case c) {
        List<Field> fields = new ArrayList<>(List.of(TITLE, KIND.options(c.rules().list(KINDS).stream().map(e -> new Option(e.id(), e.name())).toList()), PLACE, FOUND, FACTS));
        c.rules().text(OR_GOVERNMENT).ifPresent(r -> fields.add(TO.cited(r.citation())));
        fields.add(c.rules().has(OR_GOVERNMENT) ? ORGAN.when("to", "organ") : ORGAN);
        return fields;
    }

    /** Where the rule stands that obliges this organ; else where the document speaks of hazards. */
    private static Optional<Cited<String>> rule(Case c) {
        return c.rules().list(FINDERS).stream().filter(e -> Registered.means(e, c.actor().organ())).map(Entry::citation).findFirst()
                .or(() -> Optional.of(c.rules().citation())).map(where -> new Cited<>("", where));
    }

    private static Optional<Refusal> notSelf(Case c, String organ) {
        return c.matter().party(FINDER).orElse(c.actor().organ().id()).equals(organ)
                ? wrong("competent", "不能是通报单位自己") : Optional.empty();
    }

    private static Optional<Refusal> wrong(String field, String message) {
        return Optional.of(Refusal.input(List.of(new FieldError(field, message, Optional.empty()))));
    }

    private static void notified(Draft d, String organ) {
        d.to("notified");
        d.party(COMPETENT, organ);
        d.owe(Duty.HAZARD_DISPATCH, organ, Variant.NORMAL, d.situation().now());
    }

    /** Late, refused or reported: who comes after all is always welcome. */
    private static Action dispatch() {
        return Action.named("dispatch", "派员处置").from("notified", "refused", "reported").by(COMPETENT).asks(OFFICERS, LEFT)
                // Forms know minutes only.
                .checks(c -> c.matter().field("foundAt").map(Case::instant).filter(found -> c.time("dispatchedAt").isBefore(found.truncatedTo(ChronoUnit.MINUTES))).isPresent()
                        ? wrong("dispatchedAt", "不能早于发现时间") : Optional.empty())
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("dispatched");
                    d.close(Duty.HAZARD_DISPATCH, Status.MET);
                    d.close(Duty.HAZARD_REPORT, Status.CANCELLED);
                });
    }

    private static Action handle() {
        return Action.named("handle", "报告处置结果").from("dispatched").by(COMPETENT).asks(HANDLED).then((c, d) -> {
            d.recordInput(c);
            d.to("handled");
            d.closeAll(Status.CANCELLED);
        });
    }

    private static Action refuse() {
        return Action.named("refuse", "不予处理").from("notified").by(COMPETENT).aside().asks(REASON).then((c, d) -> {
            d.record("refusalReason", c.in("refusalReason").orElse("没有说明理由"));
            d.to("refused");
            d.close(Duty.HAZARD_DISPATCH, Status.REFUSED);
            if (c.in("refusalReason").isEmpty()) {
                d.owe(Duty.HAZARD_REPORT, c.matter().party(FINDER).orElseThrow(), Variant.NORMAL, c.now());
            }
        });
    }

    private static Action notifyAnother() {
        return Action.named("notifyAnother", "改通报其他部门").from("refused").by(FINDER).aside().asks(ORGAN)
                .checks(c -> c.in("competent").flatMap(o -> notSelf(c, o)))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.HAZARD_REPORT, Status.CANCELLED);
                    notified(d, c.in("competent").orElseThrow());
                });
    }

    /** Offered once the other side has refused or has not come in time; at any moment where the document leaves the choice. */
    private static Action report() {
        return Action.named("report", "向政府报告").from("notified", "refused").by(FINDER).aside().asks(REPORTED)
                .citing(c -> c.rules().text(REPORT).or(() -> c.rules().text(OR_GOVERNMENT)))
                .barredBy(c -> c.matter().state().equals("refused") || c.rules().has(OR_GOVERNMENT)
                        || c.matter().owed(Duty.HAZARD_DISPATCH).filter(o -> o.overdue(c.now())).isPresent() ? Optional.empty()
                        : Optional.of(Refusal.rule("not-refused-yet", "对方没有拒绝处理，也没有超过派员的时限", c.rules().text(REPORT).map(Cited::citation).orElse(c.rules().citation()))))
                .checks(Hazard::noGovernment)
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.HAZARD_REPORT, Status.MET);
                    toGovernment(c, d);
                });
    }

    private static Optional<Refusal> noGovernment(Case c) {
        return c.situation().organOf(Organ.Kind.GOVERNMENT).isPresent() ? Optional.empty()
                : Optional.of(Refusal.rule("no-government", "机关名录里没有人民政府，请管理员先登记", c.rules().citation()));
    }

    private static void toGovernment(Case c, Draft d) {
        d.to("reported");
        d.party(GOVERNMENT, c.situation().organOf(Organ.Kind.GOVERNMENT).orElseThrow().id());
    }

    private static Action instruct() {
        return Action.named("instruct", "交办").from("reported").by(GOVERNMENT).only(Role.LEADER, Role.GOVERNMENT_OFFICE).asks(INSTRUCTION, NEXT)
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.HAZARD_DISPATCH, Status.PASSED_ON);
                    notified(d, c.in("competent").orElseThrow());
                });
    }
}
