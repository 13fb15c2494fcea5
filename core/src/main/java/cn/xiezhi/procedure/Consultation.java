package cn.xiezhi.procedure;

import cn.xiezhi.policy.Duty;

/** 意见征询: a written question about a case, answered with a written opinion. */
public final class Consultation {
    private static final Field QUESTION = Field.longText("question", "征询的问题").must();

    public static final Procedure PROCEDURE = Request.named("consultation", "意见征询", QUESTION)
            .rules(Request.PAPERS, Request.REFUSAL)
            .opening(Request.opening(Duty.CONSULT_REPLY).asks(Request.TO, Request.SUBJECT, QUESTION))
            .actions(Request.accept(), Request.answer(Duty.CONSULT_REPLY, Request.OPINION), Extensions.of(Duty.CONSULT_REPLY, Request.ASKED, "requested", "accepted"),
                    Request.refuse(Duty.CONSULT_REPLY), Request.declined(Duty.CONSULT_REPLY))
            .actions(Request.receipt()).actions(Request.withdraw())
            .records(Extensions.FIELDS).papers(RequestPapers.letter("意见征询函", "询", "question")).made();

    private Consultation() {}
}
