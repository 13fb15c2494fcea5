package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 警力保障: an enforcing organ asks for the police, before a major operation or where it is obstructed → given, with who and
 * when; or not, with the reason → what they did there → closed.
 */
public final class Police {
    static final String REQUESTER = "requester";
    static final String POLICE = "police";

    /** Told beforehand; whatever else the document names is happening now. */
    private static final String OPERATION = "operation";
    private static final Rule OCCASIONS = Rule.list("occasions", "什么时候请公安机关保障").must();

    private static final Field OCCASION = Field.choice("occasion", "事由", List.of()).must();
    private static final Field TO = Field.organ("police", "请求的公安机关", Organ.Kind.POLICE).must();
    private static final Field SUBJECT = Field.text("subject", "执法活动").must();
    private static final Field PLACE = Field.text("place", "地点").must();
    private static final Field OPERATION_AT = Field.dateTime("operationAt", "活动开始时间").in(Span.FUTURE).when("occasion", OPERATION).must();
    private static final Field NEED = Field.longText("need", "情况和需要的警力、协助").must();
    private static final Field WHO = Field.lines("policeOfficers", "到场民警").must().help("每行一人：姓名、警号");
    private static final Field WHEN = Field.dateTime("policeAt", "到场（或安排到场）时间").in(Span.ANY).must();
    private static final Field CONTACT = Field.text("policeContact", "带队人及电话").must();
    private static final Field DECLINED = Field.longText("declineReason", "不能安排警力的理由").must();
    private static final Field HELPED = Field.choices("helped", "警方协助的事项",
            List.of(new Option("order", "维持现场秩序"), new Option("evidence", "固定证据"), new Option("control", "现场控制"),
                    new Option("offence", "处置阻碍执法行为"), new Option("none", "到场未采取措施"))).must();
    private static final Field COURSE = Field.longText("course", "现场情况").must();
    private static final Field OFFENCE = Field.choice("offence", "对阻碍执法行为的处理",
            List.of(new Option("warned", "劝诫、批评教育"), new Option("publicSecurity", "治安管理处罚"), new Option("criminal", "追究刑事责任"))).must();
    private static final Field OFFENCE_TEXT = Field.longText("offenceText", "处理情况和文书文号").must();

    public static final Procedure PROCEDURE = build();

    private Police() {}

    private static Procedure build() {
        return Procedure.named("police", "警力保障")
                .state("requested", "待公安机关安排").state("given", "警力已落实").state("used", "已保障")
                .end("closed", "已办结").end("declined", "未安排警力").end("withdrawn", "已撤回")
                .part(REQUESTER, "请求单位").part(POLICE, "公安机关").rules(OCCASIONS)
                .opening(Action.named("open", "请求警力保障").barredBy(Police::notAnEnforcingOrgan).asks(Police::request)
                        .citing(c -> entry(c).map(Police::cited)).then(Police::ask))
                .actions(Action.named("give", "落实警力").from("requested").by(POLICE).asks(WHO, WHEN, CONTACT)
                                .checks(Police::tooLate).then((c, d) -> {
                                    d.recordInput(c);
                                    d.to("given");
                                    d.close(Duty.POLICE_RESPOND, Status.MET);
                                }),
                        Action.named("decline", "不能安排警力").from("requested").by(POLICE).aside().asks(DECLINED).then((c, d) -> {
                            d.recordInput(c);
                            d.to("declined");
                            d.close(Duty.POLICE_RESPOND, Status.REFUSED);
                        }),
                        Action.named("use", "登记现场保障情况").from("given").by(REQUESTER).asks(HELPED, COURSE).then((c, d) -> {
                            d.recordInput(c);
                            d.to("used");
                        }),
                        Action.named("offence", "登记对阻碍执法行为的处理").from("given", "used").by(POLICE).aside().asks(OFFENCE, OFFENCE_TEXT)
                                .then((c, d) -> d.recordInput(c)),
                        Action.named("close", "办结归档").from("used").by(REQUESTER).then((c, d) -> d.to("closed")),
                        CommonActions.withdraw(REQUESTER, "requested", "given"))
                .records(OCCASION, TO, SUBJECT, PLACE, OPERATION_AT, NEED, WHO, WHEN, CONTACT, DECLINED, HELPED, COURSE, OFFENCE, OFFENCE_TEXT)
                .appointment(OPERATION_AT, Appointment.Kind.EVENT, "请公安机关配合的活动开始").made();
    }

    private static Optional<Refusal> notAnEnforcingOrgan(Case c) {
        return c.actor().organ().isDepartment() || c.actor().organ().kind() == Organ.Kind.TOWNSHIP ? Optional.empty()
                : Optional.of(Refusal.forbidden("not-an-enforcing-organ", "由乡镇街道或职能部门请求公安机关保障执法"));
    }

    private static List<Field> request(Case c) {
        List<Entry> occasions = c.rules().list(OCCASIONS);
        Optional<Entry> operation = occasions.stream().filter(e -> e.id().equals(OPERATION)).findFirst();
        List<Field> fields = new ArrayList<>(List.of(TO, OCCASION.options(occasions.stream().map(e -> new Option(e.id(), e.name())).toList()), SUBJECT, PLACE, NEED));
        operation.ifPresent(e -> fields.add(3, OPERATION_AT.cited(e.citation())));
        return fields;
    }

    private static Optional<Entry> entry(Case c) {
        return c.rules().list(OCCASIONS).stream().filter(e -> c.in("occasion").filter(e.id()::equals).isPresent()).findFirst();
    }

    private static Cited<String> cited(Entry entry) {
        return new Cited<>(entry.name(), entry.citation());
    }

    private static void ask(Case c, Draft d) {
        d.to("requested");
        d.recordInput(c);
        d.title(c.in("subject").orElseThrow());
        d.party(REQUESTER, c.actor().organ().id());
        d.party(POLICE, c.in("police").orElseThrow());
        d.owe(Duty.POLICE_RESPOND, c.in("police").orElseThrow(), Variant.NORMAL, c.now());
    }

    private static Optional<Refusal> tooLate(Case c) {
        return c.matter().field("operationAt").map(Case::instant).filter(c.time("policeAt")::isAfter)
                .map(x -> Refusal.input(List.of(new FieldError("policeAt", "应不晚于活动开始时间", Optional.empty()))));
    }
}
