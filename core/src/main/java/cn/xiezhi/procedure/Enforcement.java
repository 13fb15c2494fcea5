package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 执法决定: drafted → its legal review, where it is a major one → issued and served → published → performed, or after the
 * day set for it coercion or an application to the court → closed. Not closed while one of the three systems has a gap.
 */
public final class Enforcement {
    static final String ORGAN = "organ";
    static final String AUTHORITY = "authority";

    /** From when it was issued until it is closed. */
    private static final String[] ISSUED = {"issued", "overdue", "coercing", "applied", "performed"};

    private static final Field OPINION = Field.longText("reviewOpinion", "法制审核意见").must();
    private static final Field CONCLUSION = Field.choice("reviewConclusion", "审核结论",
            List.of(new Option("pass", "同意"), new Option("amend", "建议修改"), new Option("reject", "不同意"))).must();
    private static final Field NUMBER = Field.text("number", "决定书文号").must();
    private static final Field DECIDED = Field.dateTime("decidedAt", "作出决定的时间").must();
    private static final Field SERVED = Field.dateTime("servedAt", "送达时间").must();
    private static final Field PERFORM_BY = Field.date("performBy", "当事人应履行完毕的日期");
    private static final Field TOLD = Field.organ("authority", "函告的行政主管部门", Organ.Kind.DEPARTMENT).must();
    private static final Field LETTER = Field.longText("authorityLetter", "函告内容（需对方配合的事项）").must();
    private static final Field HANDLED = Field.longText("authorityHandled", "主管部门处理情况").must();
    private static final Field PUBLISHED = Field.yesNo("published", "已向社会公示").must();
    private static final Field PUBLISHED_AT = Field.date("publishedOn", "公示日期").in(Field.Span.PAST).when("published", "true").must();
    private static final Field PUBLISHED_WHERE = Field.text("publishedWhere", "公示的平台或地点").when("published", "true").must();
    private static final Field UNPUBLISHED = Field.longText("unpublishedReason", "依法不予公示的理由").when("published", "false").must();
    private static final Field ANNULLED = Field.longText("annulReason", "不作出或撤销决定的理由和依据").must();
    private static final Field CLOSING = Field.longText("closing", "办结说明");

    public static final Procedure PROCEDURE = build();

    private Enforcement() {}

    private static Procedure build() {
        List<Action> actions = new ArrayList<>(List.of(review(),
                Action.named("amend", "修改拟作出的决定").from("drafted", "reviewed").by(ORGAN).aside().asks(c -> c.again(EnforcementRules.draft(c))).checks(EnforcementRules::faults)
                        .then(Enforcement::write),
                issue(), notifyAuthority(),
                Action.named("handle", "反馈处理情况").from(ISSUED).by(AUTHORITY).aside().asks(HANDLED).then((c, d) -> d.recordInput(c)),
                publish()));
        // 行政处罚法 §63: of penalties and withdrawn permits; §64 says what notice the party gets.
        actions.addAll(Hearing.actions(ORGAN, c -> EnforcementRules.punishes(c.matter()) ? Optional.empty() : Optional.of(Refusal.conflict("no-hearing", "这种决定不适用行政处罚的听证程序")),
                c -> Optional.empty(), Hearing.AT.help("应当在举行听证的七个工作日前通知当事人及有关人员（行政处罚法第六十四条）"), "drafted", "reviewed"));
        actions.addAll(Performance.actions());
        actions.addAll(List.of(close(),
                Action.named("annul", "不作出或撤销决定").from("drafted", "reviewed", "issued", "overdue", "coercing", "applied", "performed")
                        .by(ORGAN).only(Role.LEADER).aside().asks(ANNULLED).then((c, d) -> {
                            d.recordInput(c);
                            d.to("annulled");
                            d.closeAll(Status.CANCELLED);
                        }),
                CommonActions.withdraw(ORGAN, "drafted")));
        return Procedure.named("enforcement", "执法决定")
                .state("drafted", "拟作出").state("reviewed", "法制审核通过").state("issued", "已作出并送达").state("overdue", "逾期未履行")
                .state("coercing", "强制执行中").state("applied", "已申请法院执行").state("performed", "已履行")
                .end("closed", "已办结").end("annulled", "不作出或已撤销").end("withdrawn", "已撤回")
                .way(c -> major(c) ? List.of("drafted", "reviewed", "issued", "performed", "closed") : List.of("drafted", "issued", "performed", "closed"))
                .part(ORGAN, "执法单位").part(AUTHORITY, "行政主管部门").rules(EnforcementRules.ALL).materials(EnforcementRules::records)
                .opening(Action.named("open", "登记拟作出的执法决定").asks(EnforcementRules::draft).checks(EnforcementRules::faults).then(Enforcement::write))
                .actions(actions).records(EnforcementRules.FIELDS).records(Performance.FIELDS)
                .records(OPINION, CONCLUSION, Field.text("reviewer", "法制审核人"), NUMBER, DECIDED, SERVED, PERFORM_BY, TOLD, LETTER, HANDLED,
                         PUBLISHED, PUBLISHED_AT, PUBLISHED_WHERE, UNPUBLISHED, ANNULLED, CLOSING).records(Hearing.FIELDS)
                .appointment(Hearing.AT, Appointment.Kind.HEARING, "听证").overPermits().made();
    }

    private static void write(Case c, Draft d) {
        d.to("drafted");
        List.of("item", "officers", "amount", "reviewOpinion", "reviewConclusion", "reviewer").forEach(d::forget);
        d.recordInput(c);
        d.title(EnforcementRules.kindName(c.in("kind").orElseThrow()) + "：" + c.in("subject").orElseThrow());
        d.party(ORGAN, c.actor().organ().id());
    }

    /** The reviewer is who takes the action; whoever handles the case does not review it. */
    private static Action review() {
        return Action.named("review", "法制审核").from("drafted").by(ORGAN)
                .barredBy(c -> c.rules().text(EnforcementRules.REVIEW).isPresent() ? Optional.empty()
                        : Optional.of(Refusal.forbidden("no-review", "本辖区的文件没有规定法制审核")))
                .barredBy(EnforcementRules::unfitToReview)
                .asks(OPINION, CONCLUSION).citing(c -> c.rules().text(EnforcementRules.REVIEW))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.record("reviewer", c.actor().name());
                    if (c.in("reviewConclusion").filter("pass"::equals).isPresent()) {
                        d.to("reviewed");
                    }
                });
    }

    private static Action issue() {
        return Action.named("issue", "作出决定并送达").from("drafted", "reviewed").by(ORGAN)
                .barredBy(c -> EnforcementRules.punishes(c.matter()) ? ReferralForm.suspectedCrime(c) : Optional.empty())
                .asks(c -> List.of(NUMBER, DECIDED, SERVED, c.rules().text(EnforcementRules.PERFORMANCE).map(r -> PERFORM_BY.must().cited(r.citation())).orElse(PERFORM_BY)))
                .checks(c -> c.matter().state().equals("drafted") && major(c) ? c.rules().text(EnforcementRules.REVIEW)
                        .map(r -> Refusal.rule("review-missing", "重大执法决定未经法制审核通过，不能作出", r.citation())) : Optional.empty())
                .checks(Enforcement::datesInOrder)
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("issued");
                    String self = c.actor().organ().id();
                    c.rules().text(EnforcementRules.PUBLICITY).ifPresent(r -> d.owe(Duty.ENFORCE_PUBLISH, self, Variant.NORMAL, c.time("servedAt")));
                    if (EnforcementRules.concernsAuthority(c.matter())) {
                        d.owe(Duty.ENFORCE_NOTIFY_AUTHORITY, self, Variant.NORMAL, c.time("decidedAt"));
                    }
                });
    }

    private static boolean major(Case c) {
        return c.matter().field("major").filter("true"::equals).isPresent();
    }

    private static Optional<Refusal> datesInOrder(Case c) {
        Instant decided = c.time("decidedAt");
        Optional<LocalDate> by = c.day("performBy");
        if (c.time("servedAt").isBefore(decided)) {
            return Optional.of(Refusal.input(List.of(new FieldError("servedAt", "不能早于作出决定的时间", Optional.empty()))));
        }
        return by.filter(day -> day.isBefore(Zone.day(decided))).map(x -> Refusal.input(List.of(new FieldError("performBy", "不能早于作出决定的日期", Optional.empty()))));
    }

    private static Action notifyAuthority() {
        return Action.named("notifyAuthority", "函告主管部门").from(ISSUED).by(ORGAN).aside()
                .barredBy(c -> c.matter().owed(Duty.ENFORCE_NOTIFY_AUTHORITY).isPresent() ? Optional.empty()
                        : Optional.of(Refusal.conflict("nothing-to-notify", "本决定没有应函告主管部门的事项，或已经函告")))
                .asks(TOLD, LETTER)
                .checks(c -> c.in("authority").filter(c.actor().organ().id()::equals)
                        .map(x -> Refusal.input(List.of(new FieldError("authority", "不能函告本单位", Optional.empty())))))
                .citing(c -> c.matter().owed(Duty.ENFORCE_NOTIFY_AUTHORITY).map(o -> new Cited<>("", o.citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.party(AUTHORITY, c.in("authority").orElseThrow());
                    d.close(Duty.ENFORCE_NOTIFY_AUTHORITY, Status.MET);
                });
    }

    private static Action publish() {
        return Action.named("publish", "登记公示").from(ISSUED).by(ORGAN).aside()
                .asks(PUBLISHED, PUBLISHED_AT, PUBLISHED_WHERE, UNPUBLISHED).citing(c -> c.rules().text(EnforcementRules.PUBLICITY))
                .checks(c -> c.yes("published") ? c.day("publishedOn").filter(day -> c.matter().field("decidedAt").map(Case::instant).map(Zone::day).filter(day::isBefore).isPresent())
                        .map(x -> Refusal.input(List.of(new FieldError("publishedOn", "不能早于作出决定的日期", Optional.empty())))) : Optional.empty())
                .then((c, d) -> {
                    List.of("publishedOn", "publishedWhere", "unpublishedReason").forEach(d::forget);
                    d.recordInput(c);
                    d.close(Duty.ENFORCE_PUBLISH, Status.MET);
                });
    }

    /**
     * What the county's rules still ask for before the decision can be closed: each with its rule. Empty if nothing is missing.
     */
    public static List<Cited<String>> missing(Case c) {
        List<Cited<String>> missing = new ArrayList<>();
        if (major(c) && c.matter().field("reviewConclusion").filter("pass"::equals).isEmpty()) {
            c.rules().text(EnforcementRules.REVIEW).ifPresent(r -> missing.add(new Cited<>("法制审核", r.citation())));
        }
        EnforcementRules.records(c).stream().filter(m -> m.required() && c.matter().attachments().stream().noneMatch(a -> a.slot().equals(m.id())))
                .forEach(m -> missing.add(new Cited<>("全过程记录：" + m.name(), m.citation())));
        if (c.matter().field("published").isEmpty()) {
            c.rules().text(EnforcementRules.PUBLICITY).ifPresent(r -> missing.add(new Cited<>("公示（或不予公示的理由）", r.citation())));
        }
        c.matter().owed(Duty.ENFORCE_NOTIFY_AUTHORITY).ifPresent(o -> missing.add(new Cited<>("函告主管部门", o.citation())));
        return missing;
    }

    private static Action close() {
        return Action.named("close", "办结归档").from("issued", "performed").by(ORGAN)
                .barredBy(c -> c.matter().state().equals("performed") ? Optional.empty() : c.rules().text(EnforcementRules.PERFORMANCE)
                        .map(r -> Refusal.rule("performance-unknown", "当事人是否履行、是否强制执行还没有记录", r.citation())))
                .asks(c -> List.of(CLOSING.help(missing(c).isEmpty() ? "没有缺项" : "还缺：" + names(missing(c)))))
                .checks(c -> missing(c).stream().findFirst().map(first -> Refusal.rule("conduct-incomplete", "不能办结，还缺：" + names(missing(c)), first.citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("closed");
                    d.closeAll(Status.CANCELLED);
                });
    }

    private static String names(List<Cited<String>> missing) {
        return missing.stream().map(m -> m.value() + "（" + m.citation() + "）").collect(Collectors.joining("、"));
    }
}
