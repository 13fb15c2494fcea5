package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.registry.Organ.Kind;

/**
 * 纠正意见: a department sees that a township enforced wrongly → opinion, copied to the justice bureau → corrected and
 * confirmed, or objected to and then upheld or taken back.
 */
public final class Correction {
    private static final String DEPARTMENT = "department";
    private static final String TOWNSHIP = "township";
    private static final String COPIED = "copied";

    private static final Rule COPY = Rule.text("copy", "纠正意见抄送谁").must();

    private static final Field TO = Field.organ("township", "被纠正的乡镇街道", Kind.TOWNSHIP).must();
    private static final Field SUBJECT = Field.text("subject", "涉及的执法行为").must();
    private static final Field ERRORS = Field.longText("errors", "执法错误或违法之处").must();
    private static final Field FOUND = Field.dateTime("foundAt", "发现的时间").must();
    private static final Field NUMBER = Field.text("number", "意见书文号").help(Paper.NUMBERED);
    private static final Field OPINION = Field.longText("opinion", "纠正意见").must();
    private static final Field CORRECTED = Field.longText("corrected", "改正情况").must();
    private static final Field OBJECTION = Field.longText("objection", "异议和理由").must();
    private static final Field ANSWER = Field.longText("answer", "对改正情况或异议的答复").must();

    public static final Procedure PROCEDURE = Procedure.named("correction", "纠正意见")
            .state("found", "待提出意见").state("issued", "已提出，待纠正").state("corrected", "已改正，待确认").state("objected", "已提出异议，待答复")
            .end("closed", "已纠正").end("retracted", "意见已收回").end("withdrawn", "已撤回")
            .way("found", "issued", "corrected", "closed")
            .part(DEPARTMENT, "提出意见的部门").part(TOWNSHIP, "被纠正单位").part(COPIED, "抄送单位")
            .rules(COPY)
            .opening(Action.named("open", "登记执法错误").asks(TO, SUBJECT, ERRORS, FOUND).barredBy(Guards.onlyFor(Kind.DEPARTMENT))
                    .then((c, d) -> {
                        d.recordInput(c);
                        d.to("found");
                        d.title(c.in("subject").orElseThrow());
                        d.party(DEPARTMENT, c.actor().organ().id());
                        d.owe(Duty.CORRECTION_ISSUE, c.actor().organ().id(), Variant.NORMAL, c.time("foundAt"));
                    }))
            .actions(issue(),
                    Action.named("correct", "报告改正情况").from("issued").by(TOWNSHIP).asks(CORRECTED).then((c, d) -> {
                        d.recordInput(c);
                        d.to("corrected");
                        d.close(Duty.SUPERVISION_RECTIFY, Status.MET);
                    }),
                    Action.named("object", "提出异议").from("issued").by(TOWNSHIP).aside().asks(OBJECTION).then((c, d) -> {
                        d.recordInput(c);
                        d.to("objected");
                    }),
                    Action.named("confirm", "确认已纠正").from("corrected").by(DEPARTMENT).then((c, d) -> d.to("closed")),
                    insist(),
                    Action.named("retract", "采纳异议，收回意见").from("objected").by(DEPARTMENT).asks(ANSWER).then((c, d) -> {
                        d.recordInput(c);
                        d.to("retracted");
                        d.closeAll(Status.CANCELLED);
                    }),
                    CommonActions.withdraw(DEPARTMENT, "found"))
            .records(TO, SUBJECT, ERRORS, FOUND, NUMBER, OPINION, CORRECTED, OBJECTION, ANSWER).papers(CorrectionPapers.opinion()).made();

    private Correction() {}

    /** The township and the justice bureau see the matter from the opinion on, not while the department still writes it. */
    private static Action issue() {
        return Action.named("issue", "提出纠正意见并抄送").from("found").by(DEPARTMENT).asks(NUMBER, OPINION).checks(Guards.registered(Kind.JUSTICE_BUREAU))
                .citing(c -> c.rules().text(COPY))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("issued");
                    d.party(TOWNSHIP, c.matter().field("township").orElseThrow());
                    d.party(COPIED, c.situation().organOf(Kind.JUSTICE_BUREAU).orElseThrow().id());
                    d.close(Duty.CORRECTION_ISSUE, Status.MET);
                    owe(c, d);
                });
    }

    private static Action insist() {
        return Action.named("insist", "维持意见，仍须纠正").from("corrected", "objected").by(DEPARTMENT).asks(ANSWER).then((c, d) -> {
            d.recordInput(c);
            d.to("issued");
            // Objected to, it is still owed from the opinion on.
            if (c.matter().owed(Duty.SUPERVISION_RECTIFY).isEmpty()) {
                owe(c, d);
            }
        });
    }

    private static void owe(Case c, Draft d) {
        d.owe(Duty.SUPERVISION_RECTIFY, c.matter().field("township").orElseThrow(), Variant.NORMAL, c.now());
    }
}
