package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.time.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether the party did what an {@link Enforcement} decided, and what followed where not: coercion, or the court. */
final class Performance {
    private static final Field PERFORMED_ON = Field.date("performedOn", "履行（执行）完毕日期").in(Span.PAST).must();
    private static final Field PERFORMED_HOW = Field.longText("performedHow", "履行（执行）情况").must();
    private static final Field COERCED_ON = Field.date("coercedOn", "开始强制执行的日期").in(Span.PAST).must();
    private static final Field MEASURES = Field.longText("coercion", "强制执行的依据和措施").must();
    private static final Field APPLIED_ON = Field.date("appliedOn", "申请日期").in(Span.PAST).must();
    private static final Field COURT = Field.text("court", "受理申请的人民法院").must();
    private static final Field RULED_ON = Field.date("ruledOn", "裁定日期").in(Span.PAST).must();
    private static final Field RULING = Field.choice("ruling", "法院处理结果",
            List.of(new Option("enforced", "准予执行并已执行完毕"), new Option("terminated", "终结执行"), new Option("refused", "不予受理或不准予执行"))).must();
    private static final Field RULING_TEXT = Field.longText("rulingText", "裁定文号和说明");
    static final List<Field> FIELDS = List.of(PERFORMED_ON, PERFORMED_HOW, COERCED_ON, MEASURES, APPLIED_ON, COURT, RULED_ON, RULING, RULING_TEXT);

    private Performance() {}

    static List<Action> actions() {
        return List.of(
                done("perform", "登记当事人履行", "issued", "overdue", "applied"),
                Action.named("overdue", "当事人逾期未履行").from("issued").automatic(m -> m.field("performBy").map(LocalDate::parse).map(Zone::endOf))
                        .citing(c -> c.rules().text(EnforcementRules.PERFORMANCE)).then((c, d) -> {
                            d.to("overdue");
                            d.owe(Duty.ENFORCE_EXECUTE, c.matter().party(Enforcement.ORGAN).orElseThrow(), Variant.NORMAL,
                                    Zone.endOf(LocalDate.parse(c.matter().field("performBy").orElseThrow())));
                        }),
                next("coerce", "依法强制执行", "coercing", "coercedOn", COERCED_ON, MEASURES),
                next("apply", "申请人民法院强制执行", "applied", "appliedOn", APPLIED_ON, COURT),
                done("executed", "强制执行完毕", "coercing"),
                Action.named("ruled", "登记法院处理结果").from("applied").by(Enforcement.ORGAN).asks(RULED_ON, RULING, RULING_TEXT)
                        .checks(c -> notBefore(c, "ruledOn", "appliedOn")).then((c, d) -> {
                            d.recordInput(c);
                            boolean refused = c.in("ruling").filter("refused"::equals).isPresent();
                            d.to(refused ? "overdue" : "performed");
                            if (refused) {
                                d.owe(Duty.ENFORCE_EXECUTE, c.actor().organ().id(), Variant.NORMAL, c.now());
                            }
                        }));
    }

    private static Action done(String id, String label, String... from) {
        return Action.named(id, label).from(from).by(Enforcement.ORGAN).asks(PERFORMED_ON, PERFORMED_HOW).checks(c -> notBefore(c, "performedOn", "decidedAt"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("performed");
                    d.close(Duty.ENFORCE_EXECUTE, Status.MET);
                });
    }

    private static Action next(String id, String label, String state, String date, Field... fields) {
        return Action.named(id, label).from("overdue").by(Enforcement.ORGAN).asks(fields).checks(c -> afterTerm(c, date))
                .citing(c -> c.rules().text(EnforcementRules.PERFORMANCE)).then((c, d) -> {
                    d.recordInput(c);
                    d.to(state);
                    d.close(Duty.ENFORCE_EXECUTE, Status.MET);
                });
    }

    /** Nobody is coerced while there is still time to perform. */
    private static Optional<Refusal> afterTerm(Case c, String field) {
        LocalDate last = LocalDate.parse(c.matter().field("performBy").orElseThrow());
        return c.day(field).filter(day -> !day.isAfter(last)).map(x -> Refusal.input(List.of(new FieldError(field, "应在履行期限（" + last + "）届满之后", Optional.empty()))));
    }

    private static Optional<Refusal> notBefore(Case c, String field, String earlier) {
        return c.day(field).filter(day -> c.matter().field(earlier).map(Performance::day).filter(day::isBefore).isPresent())
                .map(x -> Refusal.input(List.of(new FieldError(field, "不能早于" + (earlier.equals("decidedAt") ? "作出决定" : "申请") + "的日期", Optional.empty()))));
    }

    private static LocalDate day(String recorded) {
        return recorded.length() > 10 ? Zone.day(Case.instant(recorded)) : LocalDate.parse(recorded);
    }
}
