package cn.xiezhi.procedure;

import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 派驻机构考核与建议: a township's appraisal of a unit dispatched to it, or its proposal on the unit's head, drafted → sent to
 * the department by the township's leader → answered.
 */
public final class Dispatched {
    static final String TOWNSHIP = "township";
    static final String DEPARTMENT = "department";

    private static final Rule APPRAISAL = Rule.text("appraisal", "乡镇街道考核派驻机构");
    private static final Rule PROPOSALS = Rule.list("proposals", "对派驻机构负责人可以建议什么");

    private static final Field SUBJECT = Field.choice("record", "登记事项", List.of()).must();
    private static final Field TO = Field.organ("department", "派出部门", Organ.Kind.DEPARTMENT, Organ.Kind.POLICE, Organ.Kind.JUSTICE_BUREAU).must();
    private static final Field UNIT = Field.text("unit", "派驻机构名称").must();
    private static final Field FROM = Field.date("from", "考核期起").in(Span.PAST).when("record", "appraisal").must();
    private static final Field UNTIL = Field.date("until", "考核期止").in(Span.PAST).when("record", "appraisal").must();
    private static final Field CRITERIA = Field.lines("criteria", "考核标准和得分").when("record", "appraisal").must().help("每行一项");
    private static final Field SCORE = Field.number("score", "总分", 100).when("record", "appraisal").must();
    private static final Field OPINION = Field.longText("opinion", "考核意见").when("record", "appraisal").must();
    /** What is said of a person is for the two organs alone. */
    private static final Field PROPOSAL = Field.choice("proposal", "建议", List.of()).when("record", "proposal").must().onlyFor(TOWNSHIP, DEPARTMENT);
    private static final Field HEAD = Field.text("head", "机构负责人").when("record", "proposal").must().onlyFor(TOWNSHIP, DEPARTMENT);
    private static final Field REASON = Field.longText("reason", "建议的理由").when("record", "proposal").must().onlyFor(TOWNSHIP, DEPARTMENT);
    private static final Field ANSWER = Field.choice("answer", "答复",
            List.of(new Option("adopted", "采纳"), new Option("partly", "部分采纳"), new Option("declined", "不采纳"), new Option("noted", "已知悉"))).must();
    private static final Field ANSWER_TEXT = Field.longText("answerText", "答复说明").must().onlyFor(TOWNSHIP, DEPARTMENT);

    public static final Procedure PROCEDURE = build();

    private Dispatched() {}

    private static Procedure build() {
        return Procedure.named("dispatched", "派驻机构考核与建议")
                .state("drafted", "待报出").state("sent", "待派出部门答复").end("answered", "已答复").end("withdrawn", "已撤回")
                .part(TOWNSHIP, "乡镇街道").part(DEPARTMENT, "派出部门").rules(APPRAISAL, PROPOSALS)
                .opening(Action.named("open", "登记考核或建议").barredBy(c -> c.actor().organ().kind() == Organ.Kind.TOWNSHIP ? Optional.empty()
                                : Optional.of(Refusal.forbidden("not-a-township", "由乡镇街道对派驻机构考核、提出建议")))
                        .asks(Dispatched::fields).checks(Dispatched::faults).then(Dispatched::write))
                .actions(Action.named("revise", "修改").from("drafted").by(TOWNSHIP).aside().asks(c -> c.again(fields(c))).checks(Dispatched::faults).then(Dispatched::write),
                        Action.named("send", "报送派出部门").from("drafted").by(TOWNSHIP).only(Role.LEADER).then((c, d) -> {
                            d.to("sent");
                            d.party(DEPARTMENT, c.matter().field("department").orElseThrow());
                        }),
                        Action.named("answer", "答复").from("sent").by(DEPARTMENT).asks(ANSWER, ANSWER_TEXT).then((c, d) -> {
                            d.recordInput(c);
                            d.to("answered");
                        }),
                        CommonActions.withdraw(TOWNSHIP, "drafted", "sent"))
                .records(SUBJECT, TO, UNIT, FROM, UNTIL, CRITERIA, SCORE, OPINION, PROPOSAL, HEAD, REASON, ANSWER, ANSWER_TEXT).made();
    }

    private static List<Field> fields(Case c) {
        List<Option> subjects = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        c.rules().text(APPRAISAL).ifPresent(r -> {
            subjects.add(new Option("appraisal", "考核派驻机构"));
            fields.addAll(List.of(FROM, UNTIL, CRITERIA, SCORE.cited(r.citation()), OPINION));
        });
        var proposals = c.rules().list(PROPOSALS);
        if (!proposals.isEmpty()) {
            subjects.add(new Option("proposal", "对负责人提出建议"));
            fields.addAll(List.of(PROPOSAL.options(proposals.stream().map(e -> new Option(e.id(), e.name())).toList()).cited(proposals.get(0).citation()), HEAD, REASON));
        }
        fields.addAll(0, List.of(SUBJECT.options(subjects), TO, UNIT));
        return fields;
    }

    private static Optional<Refusal> faults(Case c) {
        return c.day("until").filter(until -> c.day("from").filter(until::isBefore).isPresent())
                .map(x -> Refusal.input(List.of(new FieldError("until", "考核期止不能早于考核期起", Optional.empty()))));
    }

    /** The title names the unit, never its head: titles stand in lists. */
    private static void write(Case c, Draft d) {
        d.to("drafted");
        List.of("from", "until", "criteria", "score", "opinion", "proposal", "head", "reason").forEach(d::forget);
        d.recordInput(c);
        boolean proposal = c.in("record").filter("proposal"::equals).isPresent();
        d.title((proposal ? "对派驻机构负责人的建议：" : "派驻机构考核：") + c.in("unit").orElseThrow());
        d.party(TOWNSHIP, c.actor().organ().id());
    }
}
