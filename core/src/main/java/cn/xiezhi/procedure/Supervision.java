package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Organ.Kind;
import cn.xiezhi.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 行政执法监督: planned → certificate shown, measures → notice with a date → report → accepted; or, not handled in time, a
 * decision of one of the kinds of the policy's ladder. The supervised organ sees it from when the certificate is shown, and can refuse nothing.
 */
public final class Supervision {
    static final String SUPERVISOR = "supervisor";
    private static final String SUPERVISED = "supervised";

    private static final Rule PEOPLE = Rule.number("supervisors", "监督人员至少几人", 1, 10);
    private static final Rule CERTIFICATE = Rule.text("certificate", "出示证件");
    private static final Rule SUBJECTS = Rule.list("subjects", "监督内容");
    private static final Rule WAYS = Rule.list("ways", "监督方式");
    private static final Rule MEASURES = Rule.list("measures", "监督措施");
    private static final Rule NOTICE = Rule.text("notice", "发现违法或不当时的文书");
    private static final Rule LADDER = Rule.list("ladder", "逾期不处理的决定种类");

    private static final Field ORGAN = Field.organ("supervised", "被监督单位", Kind.TOWNSHIP, Kind.DEPARTMENT).must();
    private static final Field SUBJECT = Field.text("subject", "监督事项").must();
    private static final Field TRIGGER = Field.choice("trigger", "由何引起", List.of(new Option("planned", "工作计划"), new Option("report", "公民、法人和其他组织的举报"),
            new Option("review", "案卷评查"), new Option("other", "其他"))).must();
    private static final Field REASON = Field.longText("reason", "说明");
    private static final Field TOPICS = Field.choices("subjects", "监督内容", List.of());
    private static final Field WAY = Field.choice("way", "监督方式", List.of());
    private static final Field SUPERVISORS = Field.people("supervisors", "监督人员");
    private static final Field SHOWN = Field.yesNo("shown", "已出示行政执法监督证件").must();
    private static final Field MEASURE = Field.choice("measure", "监督措施", List.of());
    private static final Field MEASURED_BY = Field.people("measureBy", "实施人员");
    private static final Field MEASURED = Field.dateTime("measureAt", "实施时间").must();
    private static final Field RESULT = Field.longText("measureResult", "情况和结果").must();
    private static final Field WITHHELD = Field.text("withheldFrom", "被暂扣证件的人员和证号").must().when("measure", "withhold");
    private static final Field WITHHELD_UNTIL = Field.date("withheldUntil", "暂扣至").in(Span.FUTURE).must().when("measure", "withhold");
    private static final Field FINDING = Field.longText("finding", "检查结论").must();
    private static final Field NUMBER = Field.text("noticeNumber", "监督通知书文号").help(Paper.NUMBERED);
    private static final Field FAULTS = Field.longText("faults", "违法或不当之处").must();
    private static final Field DEMANDS = Field.longText("demands", "处理要求").must();
    private static final Field UNTIL = Field.date("until", "处理并报告的最后一日").in(Span.FUTURE);
    private static final Field REPORT = Field.longText("report", "处理情况").must();
    private static final Field LACKS = Field.longText("lacks", "未处理到位之处").must();
    private static final Field DECISION = Field.choice("decision", "决定种类", List.of()).must();
    private static final Field DECISION_NUMBER = Field.text("decisionNumber", "监督决定书文号").help(Paper.NUMBERED);
    private static final Field REASONS = Field.longText("reasons", "事实、理由和依据").must();
    private static final Field PERFORM_UNTIL = Field.date("performUntil", "履行的最后一日").in(Span.FUTURE).help("责令限期履行的必填");

    public static final Procedure PROCEDURE = Procedure.named("supervision", "行政执法监督")
            .state("planned", "待实施").state("inspecting", "监督检查中").state("noticed", "已发通知书，待处理并报告").state("reported", "已报告，待审查")
            .state("deciding", "未按期处理，待决定").state("decided", "已作出监督决定")
            .end("noFinding", "未发现问题").end("closed", "已办结").end("withdrawn", "已撤回")
            .way("planned", "inspecting", "noticed", "reported", "closed")
            .part(SUPERVISOR, "监督机关").part(SUPERVISED, "被监督单位")
            .rules(PEOPLE, CERTIFICATE, SUBJECTS, WAYS, MEASURES, NOTICE, LADDER)
            .opening(opening())
            .actions(begin(), measure(), notice(), conclude(), report(), accept(), insufficient(), overdue(), decide(), CommonActions.withdraw(SUPERVISOR, "planned", "inspecting"))
            .actions(Hearing.actions(SUPERVISOR, c -> hearing(c).isPresent() ? Optional.empty() : Optional.of(Refusal.forbidden("no-hearing", "本辖区的文件没有规定监督中的听证会")),
                    Supervision::hearing, Hearing.AT, "inspecting", "noticed", "reported", "deciding")).records(Hearing.FIELDS)
            .records(ORGAN, SUBJECT, TRIGGER, REASON, TOPICS, WAY, SUPERVISORS, SHOWN, MEASURE, MEASURED_BY, MEASURED, RESULT, WITHHELD, WITHHELD_UNTIL, FINDING, NUMBER, FAULTS,
                    DEMANDS, UNTIL, REPORT, LACKS, DECISION, DECISION_NUMBER, REASONS, PERFORM_UNTIL).papers(SupervisionPapers.notice(), SupervisionPapers.decision(LADDER))
            .appointment(Hearing.AT, Appointment.Kind.HEARING, "听证").appointment(WITHHELD_UNTIL, Appointment.Kind.EVENT, "暂扣期满").made();

    private Supervision() {}

    private static Action opening() {
        return Action.named("open", "立项监督").barredBy(Guards.onlyFor(Kind.JUSTICE_BUREAU))
                .asks(c -> {
                    List<Field> fields = new ArrayList<>(List.of(ORGAN, SUBJECT, TRIGGER, REASON));
                    chosen(c, SUBJECTS, TOPICS).ifPresent(fields::add);
                    chosen(c, WAYS, WAY).ifPresent(fields::add);
                    return fields;
                })
                .then((c, d) -> {
                    d.recordInput(c);
                    plan(c, d, c.in("supervised").orElseThrow(), c.in("subject").orElseThrow());
                });
    }

    /** What a finding of the yearly review of case files sets off. */
    static void overFile(Case c, Draft d, String organ, String subject, String reason) {
        d.record("supervised", organ);
        d.record("subject", subject);
        d.record("trigger", "review");
        d.record("reason", reason);
        plan(c, d, organ, subject);
    }

    private static void plan(Case c, Draft d, String organ, String subject) {
        d.to("planned");
        d.title(c.situation().nameOf(organ) + "：" + subject);
        d.party(SUPERVISOR, c.actor().organ().id());
    }

    private static Optional<Field> chosen(Case c, Rule rule, Field field) {
        return c.rules().list(rule).stream().findFirst().map(first -> field.must().options(Guards.options(c.rules().list(rule))).cited(first.citation()));
    }

    /** As many as the document asks for, with valid supervision certificates if it wants them shown. */
    private static Field enough(Case c, Field people) {
        Field certified = c.rules().has(CERTIFICATE) ? people.certified(Certificate.Kind.SUPERVISION) : people;
        return c.rules().number(PEOPLE).map(n -> certified.atLeast(n.value()).cited(n.citation())).orElse(certified.must());
    }

    private static Action begin() {
        return Action.named("begin", "出示证件，开始监督").from("planned").by(SUPERVISOR)
                .asks(c -> List.of(enough(c, SUPERVISORS), c.rules().text(CERTIFICATE).map(r -> SHOWN.cited(r.citation())).orElse(SHOWN)))
                .checks(c -> c.rules().text(CERTIFICATE).filter(r -> !c.yes("shown"))
                        .map(r -> Refusal.rule("certificate-not-shown", "实施监督应当出示行政执法监督证件；请出示后再开始", r.citation())))
                .citing(c -> c.rules().text(CERTIFICATE))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("inspecting");
                    d.party(SUPERVISED, c.matter().field("supervised").orElseThrow());
                });
    }

    /** Each is an entry of the ledger; the matter shows the last. */
    private static Action measure() {
        return Action.named("measure", "记录监督措施").from("inspecting", "noticed", "reported", "deciding").by(SUPERVISOR).aside()
                .asks(c -> {
                    List<Field> fields = new ArrayList<>(List.of(c.proposed(enough(c, MEASURED_BY), SUPERVISORS.id()), MEASURED, RESULT));
                    chosen(c, MEASURES, MEASURE).ifPresent(m -> {
                        fields.add(0, m);
                        if (m.options().stream().anyMatch(o -> o.value().equals("withhold"))) {
                            fields.addAll(List.of(WITHHELD, WITHHELD_UNTIL));
                        }
                    });
                    return fields;
                })
                .citing(c -> c.rules().list(MEASURES).stream().filter(m -> c.in("measure").filter(m.id()::equals).isPresent()).findFirst().map(m -> new Cited<>(m.name(), m.citation())))
                .then((c, d) -> d.recordInput(c));
    }

    /** Where the document has hearings among the measures. */
    private static Optional<Cited<String>> hearing(Case c) {
        return c.rules().list(MEASURES).stream().filter(m -> m.id().equals("hearing")).findFirst().map(m -> new Cited<>(m.name(), m.citation()));
    }

    private static Action notice() {
        return Action.named("notice", "发出监督通知书").from("inspecting", "reported", "deciding").by(SUPERVISOR)
                .barredBy(c -> ladder(c).filter(l -> c.matter().state().equals("deciding"))
                        .map(l -> Refusal.rule("decision-due", "期满未处理或者处理不到位，应当作出监督决定，不再发通知书", l.citation())))
                .asks(c -> List.of(NUMBER, FAULTS, DEMANDS, setBy(c, Duty.SUPERVISION_RECTIFY).map(r -> UNTIL.must().cited(r.citation())).orElse(UNTIL)))
                .citing(c -> c.rules().text(NOTICE))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("noticed");
                    // Where no decision can follow, a second notice takes the place of the first.
                    d.close(Duty.SUPERVISION_RECTIFY, Status.CANCELLED);
                    c.day("until").ifPresent(last -> d.oweOn(Duty.SUPERVISION_RECTIFY, c.matter().party(SUPERVISED).orElseThrow(), c.now(), last));
                });
    }

    private static Optional<Cited<String>> setBy(Case c, Duty duty) {
        return Optional.ofNullable(c.policy().duties().get(duty)).flatMap(r -> r.setBy());
    }

    private static Action conclude() {
        return Action.named("conclude", "未发现问题，结束监督").from("inspecting").by(SUPERVISOR).asks(FINDING).then((c, d) -> {
            d.recordInput(c);
            d.to("noFinding");
        });
    }

    /** Late, it is recorded as late; what the supervisor then does with it stays open. */
    private static Action report() {
        return Action.named("report", "报告处理情况").from("noticed", "deciding", "decided").by(SUPERVISED).asks(REPORT).then((c, d) -> {
            d.recordInput(c);
            if (c.matter().state().equals("noticed")) {
                d.to("reported");
            }
            d.close(Duty.SUPERVISION_RECTIFY, Status.MET);
            d.close(Duty.SUPERVISION_PERFORM, Status.MET);
        });
    }

    private static Action accept() {
        return Action.named("accept", "处理到位，结案").from("reported", "deciding", "decided").by(SUPERVISOR)
                .barredBy(c -> c.matter().state().equals("deciding") && c.matter().owed(Duty.SUPERVISION_RECTIFY).isPresent()
                        ? Optional.of(Refusal.conflict("no-report", "被监督单位还没有报告处理情况")) : Optional.empty())
                .then((c, d) -> {
                    d.to("closed");
                    d.closeAll(Status.CANCELLED);
                });
    }

    private static Action insufficient() {
        return Action.named("insufficient", "未处理到位，转入决定").from("reported").by(SUPERVISOR).asks(LACKS).barredBy(Supervision::noLadder)
                .citing(Supervision::ladder).then((c, d) -> {
                    d.recordInput(c);
                    d.to("deciding");
                });
    }

    /** The decision step opens by itself in the instant in which the notice's date has run out. */
    private static Action overdue() {
        return Action.named("overdue", "期满未报告，转入决定").from("noticed").by(SUPERVISOR)
                .automatic(m -> m.owed(Duty.SUPERVISION_RECTIFY).flatMap(Obligation::dueAtExclusive)).citing(Supervision::ladder)
                .then((c, d) -> d.to("deciding"));
    }

    private static Action decide() {
        return Action.named("decide", "作出监督决定").from("deciding").by(SUPERVISOR).only(Role.LEADER, Role.JUSTICE_BUREAU).barredBy(Supervision::noLadder)
                .asks(c -> List.of(DECISION.options(Guards.options(c.rules().list(LADDER))), DECISION_NUMBER, REASONS, PERFORM_UNTIL))
                .checks(c -> c.in("decision").filter("perform"::equals).isPresent() && c.in("performUntil").isEmpty()
                        ? Optional.of(Guards.wrong("performUntil", "责令限期履行，请填写履行的最后一日")) : Optional.empty())
                .citing(c -> c.rules().list(LADDER).stream().filter(l -> c.in("decision").filter(l.id()::equals).isPresent()).findFirst().map(l -> new Cited<>(l.name(), l.citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("decided");
                    c.day("performUntil").ifPresent(last -> d.oweOn(Duty.SUPERVISION_PERFORM, c.matter().party(SUPERVISED).orElseThrow(), c.now(), last));
                });
    }

    private static Optional<Cited<String>> ladder(Case c) {
        return c.rules().list(LADDER).stream().findFirst().map(l -> new Cited<>(l.name(), l.citation()));
    }

    private static Optional<Refusal> noLadder(Case c) {
        return ladder(c).isPresent() ? Optional.empty() : Optional.of(Refusal.forbidden("no-decision-kinds", "本辖区的文件没有规定监督决定的种类，请再次发出通知书"));
    }
}
