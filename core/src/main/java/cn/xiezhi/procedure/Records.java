package cn.xiezhi.procedure;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.List;
import java.util.Optional;

/** 文书调阅: papers that another organ holds and that the case needs; provided, copied or inspected there. What is learnt from them is kept secret. */
public final class Records {
    private static final Rule CANNOT_OBTAIN = Rule.text("cannotObtain", "请求的前提：自行收集难以取得");
    private static final Rule SECRECY = Rule.text("secrecy", "请求单位的保密义务");

    private static final Field WANTED = Field.lines("wanted", "需要查阅、复制的文书、材料、信息").must().help("每行一项");
    private static final Field PURPOSE = Field.longText("purpose", "用于办理的案件或公务").must();
    private static final Field WHY = Field.longText("whyNotOneself", "自行收集难以取得的原因").must();
    private static final Field UNDERTAKING = Field.yesNo("undertaking", "知悉并承担保密义务").must();
    private static final Field MANNER = Field.choice("manner", "提供方式",
            List.of(new Option("provided", "提供材料"), new Option("copied", "提供复制件"), new Option("inspected", "现场查阅"))).must();
    private static final Field GIVEN = Custody.GIVEN.labelled("所提供、查阅的材料").must();
    private static final Field VISITORS = Field.lines("visitors", "查阅人").must().when("manner", "inspected").help("每行一人");

    public static final Procedure PROCEDURE = Request.named("records", "文书调阅", WANTED, PURPOSE, WHY, UNDERTAKING, MANNER, GIVEN, VISITORS)
            .rules(Request.PAPERS, Request.REFUSAL, Request.EVIDENCE, CANNOT_OBTAIN, SECRECY)
            .opening(Request.opening(Duty.RECORDS_PROVIDE).asks(Records::fields).checks(Records::secrecy))
            .actions(Request.accept(), Request.answer(Duty.RECORDS_PROVIDE, MANNER, GIVEN, VISITORS),
                    Request.refuse(Duty.RECORDS_PROVIDE), Request.declined(Duty.RECORDS_PROVIDE))
            .actions(Request.receipt()).actions(Request.withdraw()).papers(RequestPapers.letter("文书调阅函", "调", "wanted")).made();

    private Records() {}

    private static List<Field> fields(Case c) {
        return Request.with(List.of(Request.TO, Request.SUBJECT.labelled("调阅事由"), WANTED, PURPOSE), List.of(
                c.rules().text(CANNOT_OBTAIN).map(r -> WHY.cited(r.citation())),
                c.rules().text(SECRECY).map(r -> UNDERTAKING.help(r.value()).cited(r.citation()))));
    }

    private static Optional<Refusal> secrecy(Case c) {
        return c.rules().text(SECRECY).filter(r -> !c.yes("undertaking"))
                .map(r -> Refusal.rule("secrecy-not-undertaken", "调阅须先承担保密义务：" + r.value(), r.citation()));
    }
}
