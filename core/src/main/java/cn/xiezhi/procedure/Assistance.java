package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * 执法协助: technical support, identification or an appraisal that an organ needs for a case. Where it is urgent or the evidence
 * may be lost, officers go to the scene first.
 */
public final class Assistance {
    private static final Rule INSTITUTION = Rule.text("institution", "可以指明的专业技术机构");

    private static final Field QUESTION = Field.longText("question", "需要支撑、认定或鉴定的内容").must();
    private static final Field WHY_URGENT = Field.longText("whyUrgent", "紧急或证据可能灭失的情况").must().when("urgency", Variant.URGENT.code());
    private static final Field SCENE = Field.text("scene", "现场地点").must().when("urgency", Variant.URGENT.code());
    private static final Field BODY = Field.text("institution", "专业技术机构");
    private static final Field SCENE_OFFICERS = Field.people("sceneOfficers", "到场执法人员").must();
    private static final Field SCENE_AT = Field.dateTime("sceneAt", "到场时间").must();
    private static final Field SCENE_FOUND = Field.longText("sceneFound", "现场处置情况").must();

    public static final Procedure PROCEDURE = Request.named("assistance", "执法协助", QUESTION, WHY_URGENT, SCENE, BODY, SCENE_OFFICERS, SCENE_AT, SCENE_FOUND)
            .rules(Request.PAPERS, Request.EVIDENCE, Request.REFUSAL, INSTITUTION)
            .opening(Request.opening(Duty.ASSIST_REPLY).asks(Assistance::fields))
            .actions(Request.accept(), dispatch(), Request.answer(Duty.ASSIST_REPLY, Request.OPINION, Custody.GIVEN).barredBy(Assistance::sceneFirst),
                    Extensions.of(Duty.ASSIST_REPLY, Request.ASKED, "requested", "accepted", "onScene"),
                    Request.refuse(Duty.ASSIST_REPLY), Request.declined(Duty.ASSIST_REPLY))
            .actions(Request.receipt()).actions(Request.withdraw())
            .records(Extensions.FIELDS).papers(RequestPapers.letter("执法协助函", "协", "question")).overPermits().made();

    private Assistance() {}

    private static List<Field> fields(Case c) {
        Optional<Field> urgency = Request.urgency(c, Duty.ASSIST_REPLY);
        return Request.with(List.of(Request.TO, Request.SUBJECT, QUESTION), List.of(urgency, urgency.map(u -> WHY_URGENT), urgency.map(u -> SCENE),
                c.rules().text(INSTITUTION).map(r -> BODY.help(r.value()).cited(r.citation()))));
    }

    private static Optional<Obligation> urgent(Case c) {
        return c.matter().owed(Duty.ASSIST_REPLY).filter(o -> o.variant() == Variant.URGENT);
    }

    private static Optional<Refusal> sceneFirst(Case c) {
        return urgent(c).map(o -> Refusal.rule("scene-first", "情况紧急或证据可能灭失的，应先派执法人员到现场处置，再出具意见", o.citation()));
    }

    private static Action dispatch() {
        return Action.named("dispatch", "派员现场处置").from("requested", "accepted").by(Request.ASKED).asks(SCENE_OFFICERS, SCENE_AT, SCENE_FOUND)
                .checks(c -> c.time("sceneAt").isBefore(c.matter().openedAt().truncatedTo(ChronoUnit.MINUTES))
                        ? Optional.of(Refusal.input(List.of(new FieldError("sceneAt", "不能早于收到请求的时间", Optional.empty())))) : Optional.empty())
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("onScene");
                    if (urgent(c).isPresent()) {
                        d.close(Duty.ASSIST_REPLY, Status.MET);
                    }
                });
    }
}
