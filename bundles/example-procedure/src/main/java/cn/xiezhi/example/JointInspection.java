package cn.xiezhi.example;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.CommonActions;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Guards;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.ProcedureService;
import cn.xiezhi.registry.Organ.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * 双随机联合抽查: a department draws whom to inspect and who inspects, together with others → inspected → the result is made public.
 * How many inspectors, which results there are and until when they are made public, the county's policy says.
 */
@Component
public final class JointInspection implements ProcedureService {
    static final Duty PUBLISH = Duty.brought("joint-inspection.publish", "公示抽查结果", "抽查检查完成");

    private static final String LEAD = "lead";
    private static final String MEMBER = "member";

    private static final Rule OFFICERS = Rule.number("officers", "检查人员至少几人", 1, 20);
    private static final Rule RESULTS = Rule.list("results", "检查结果的种类").must();

    private static final Field SUBJECT = Field.text("subject", "抽查事项").must();
    private static final Field DRAWN_AT = Field.dateTime("drawnAt", "抽取时间").must();
    private static final Field OBJECTS = Field.lines("objects", "抽中的检查对象").atLeast(1).help("每行一户");
    private static final Field MEMBERS = Field.organs("members", "联合检查的单位").atLeast(1);
    private static final Field INSPECTORS = Field.people("inspectors", "抽中的本单位检查人员");
    private static final Field REMARK = Field.longText("remark", "检查意见").must();
    private static final Field FINISHED_AT = Field.dateTime("finishedAt", "检查完成时间").must();
    private static final Field RESULT = Field.choice("result", "检查结果", List.of()).must();
    private static final Field FINDINGS = Field.longText("findings", "检查情况").must();
    private static final Field PLACE = Field.text("place", "公示渠道").must();

    static final Procedure PROCEDURE = Procedure.named("joint-inspection", "双随机联合抽查")
            .state("drawn", "已抽取，待检查").state("inspected", "已检查，待公示").end("published", "已公示").end("withdrawn", "已撤回")
            .part(LEAD, "牵头单位").part(MEMBER, "参加单位")
            .brings(PUBLISH)
            .rules(OFFICERS, RESULTS)
            .opening(Action.named("open", "登记抽查任务").asks(JointInspection::draw).barredBy(Guards.onlyFor(Kind.DEPARTMENT)).checks(JointInspection::alone)
                    .then((c, d) -> {
                        d.recordInput(c);
                        d.title(c.in("subject").orElseThrow());
                        d.party(LEAD, c.actor().organ().id());
                        d.parties(MEMBER, c.lines("members"));
                        d.to("drawn");
                    }))
            .actions(
                    Action.named("remark", "填报检查意见").from("drawn").by(MEMBER).aside().asks(REMARK).then((c, d) -> d.detail("remark", c.in("remark").orElseThrow())),
                    Action.named("inspect", "登记检查结果").from("drawn").by(LEAD).asks(JointInspection::result).showing(PUBLISH, "", "finishedAt")
                            .checks(JointInspection::finishedTooEarly).citing(JointInspection::laidDown)
                            .then((c, d) -> {
                                d.recordInput(c);
                                d.to("inspected");
                                d.owe(PUBLISH, c.actor().organ().id(), Variant.NORMAL, c.time("finishedAt"));
                            }),
                    Action.named("publish", "公示结果").from("inspected").by(LEAD).asks(PLACE)
                            .then((c, d) -> {
                                d.recordInput(c);
                                d.to("published");
                                d.close(PUBLISH, Status.MET);
                            }),
                    CommonActions.withdraw(LEAD, "drawn"))
            .records(SUBJECT, DRAWN_AT, OBJECTS, MEMBERS, INSPECTORS, REMARK, FINISHED_AT, RESULT, FINDINGS, PLACE).made();

    @Override
    public Procedure procedure() {
        return PROCEDURE;
    }

    private static List<Field> draw(Case c) {
        return List.of(SUBJECT, DRAWN_AT, OBJECTS, MEMBERS, c.rules().number(OFFICERS).map(n -> INSPECTORS.atLeast(n.value()).cited(n.citation())).orElse(INSPECTORS));
    }

    private static Optional<Refusal> alone(Case c) {
        return c.lines("members").contains(c.actor().organ().id()) ? Optional.of(Guards.wrong("members", "本单位是牵头单位，不必再选为联合检查的单位")) : Optional.empty();
    }

    private static Optional<Refusal> finishedTooEarly(Case c) {
        Instant drawn = Case.instant(c.matter().field("drawnAt").orElseThrow());
        return c.time("finishedAt").isBefore(drawn) ? Optional.of(Guards.wrong("finishedAt", "检查完成时间不能早于抽取时间")) : Optional.empty();
    }

    /** Where the document has the result that was chosen. */
    private static Optional<Cited<String>> laidDown(Case c) {
        return c.rules().list(RESULTS).stream().filter(e -> c.in("result").filter(e.id()::equals).isPresent()).map(e -> new Cited<>(e.name(), e.citation())).findFirst();
    }

    private static List<Field> result(Case c) {
        return List.of(FINISHED_AT, RESULT.options(Guards.options(c.rules().list(RESULTS))), FINDINGS);
    }
}
