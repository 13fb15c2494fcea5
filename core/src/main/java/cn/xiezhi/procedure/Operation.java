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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** 联合执法: planned by the lead organ with its members → the police told beforehand where the document asks → carried out → reported. */
public final class Operation {
    static final String LEAD = "lead";
    static final String MEMBER = "member";
    static final String POLICE = "police";
    private static final Rule KINDS = Rule.list("kinds", "执法活动的种类；by 限定由哪类机关牵头").must();
    private static final Rule POLICE_BEFORE = Rule.list("policeBefore", "哪些种类（id 同 kinds）开展之前须通知公安机关");

    private static final Field TITLE = Field.text("subject", "执法活动").must();
    private static final Field KIND = Field.choice("kind", "种类", List.of()).must();
    private static final Field STARTS = Field.dateTime("startsAt", "计划开始时间").must().in(Span.FUTURE);
    private static final Field PLACE = Field.text("place", "地点或范围").must();
    private static final Field PLAN = Field.longText("plan", "实施方案").must();
    private static final Field MEMBERS = Field.organs("members", "参加单位").must();
    private static final Field UNITS = Field.lines("units", "参加的派驻机构和内设机构");
    private static final Field NEEDS = Field.longText("needs", "需要的保障").must();
    private static final Field OFFICERS = Field.lines("policeOfficers", "派出警力").atLeast(1).help("每行一人或一组");
    private static final Field PEOPLE = Field.lines("joining", "参加人员").atLeast(1);
    private static final Field JOINED = Field.lines("joined", "各单位参加人员");
    private static final Field BEGAN = Field.dateTime("carriedOutAt", "实际开始时间").must();
    private static final Field INCIDENT = Field.longText("incident", "突发情况和处置").must();
    private static final Field REPORT = Field.longText("report", "开展情况").must();
    private static final Field CHECKED = Field.number("checked", "检查对象（个）", 1_000_000);
    private static final Field FOUND = Field.number("violations", "发现违法行为（起）", 1_000_000);
    private static final Field TOLD = Field.dateTime("policeToldAt", "通知公安机关的时间");

    public static final Procedure PROCEDURE = build();

    private Operation() {}

    private static Procedure build() {
        String[] before = {"planned", "informed", "secured"};
        return Procedure.named("operation", "联合执法")
                .state("planned", "已制定方案").state("informed", "已通知公安机关").state("secured", "警力已落实").state("carriedOut", "已开展，待报告")
                .state("reported", "已报告，待办结").end("closed", "已办结").end("withdrawn", "已取消")
                .way(c -> policeBefore(c, c.matter().field("kind")).isPresent() ? List.of("planned", "informed", "secured", "carriedOut", "reported", "closed")
                        : List.of("planned", "carriedOut", "reported", "closed"))
                .part(LEAD, "牵头单位").part(MEMBER, "参加单位").part(POLICE, "公安机关")
                .rules(KINDS, POLICE_BEFORE).opening(opening())
                .actions(tellPolice(),
                        Action.named("assignOfficers", "落实警力").from("informed").by(POLICE).asks(OFFICERS).then((c, d) -> {
                            d.recordInput(c);
                            d.to("secured");
                            d.close(Duty.OPERATION_OFFICERS, Status.MET);
                        }),
                        Action.named("join", "反馈参加人员").from(before).by(MEMBER).aside().asks(PEOPLE).then((c, d) -> d.record("joined",
                                c.matter().field("joined").map(j -> j + "\n").orElse("") + c.actor().organ().name() + "：" + String.join("、", c.lines("joining")))),
                        carryOut(before),
                        Action.named("recordIncident", "记录突发情况").from("secured", "carriedOut").by(LEAD, POLICE).aside().asks(INCIDENT),
                        Action.named("report", "报告开展情况").from("carriedOut").by(LEAD).asks(REPORT, CHECKED, FOUND).then((c, d) -> {
                            d.recordInput(c);
                            d.to("reported");
                        }),
                        Action.named("close", "办结归档").from("reported").by(LEAD).then((c, d) -> {
                            d.to("closed");
                            d.closeAll(Status.CANCELLED);
                        }),
                        CommonActions.withdraw(LEAD, before))
                .records(TITLE, KIND, STARTS, PLACE, PLAN, MEMBERS, UNITS, NEEDS, OFFICERS, PEOPLE, JOINED, BEGAN, INCIDENT, REPORT, CHECKED, FOUND, TOLD)
                .appointment(STARTS, Appointment.Kind.EVENT, "联合执法开始").made();
    }

    private static Action opening() {
        return Action.named("open", "制定联合执法方案")
                .barredBy(c -> kinds(c).isEmpty() ? Optional.of(Refusal.forbidden("not-a-lead", "本辖区的文件没有规定由" + c.actor().organ().kind().text() + "牵头的联合执法")) : Optional.empty())
                .asks(c -> List.of(TITLE, KIND.options(kinds(c).stream().map(e -> new Option(e.id(), e.name())).toList()), STARTS, PLACE, PLAN, MEMBERS, UNITS))
                .checks(c -> c.lines("members").contains(c.actor().organ().id()) ? wrong("members", "牵头单位不用列为参加单位") : Optional.empty())
                .citing(c -> kinds(c).stream().filter(e -> c.in("kind").filter(e.id()::equals).isPresent()).findFirst().map(e -> new Cited<>(e.name(), e.citation())))
                .then((c, d) -> {
                    String self = c.actor().organ().id();
                    d.recordInput(c);
                    d.title(c.in("subject").orElseThrow());
                    d.to("planned");
                    d.party(LEAD, self);
                    d.parties(MEMBER, c.lines("members"));
                    if (policeBefore(c, c.in("kind")).isPresent()) {
                        d.owe(Duty.OPERATION_POLICE, self, Variant.NORMAL, c.now());
                    }
                });
    }

    /** What the acting organ may lead; of an operation already planned every kind, so that it reads as its name to whoever looks at it. */
    private static List<Entry> kinds(Case c) {
        return c.rules().list(KINDS).stream().filter(e -> c.matter().version() > 0 || e.by().map(c.actor().organ().kind().code()::equals).orElse(true)).toList();
    }

    private static Optional<Entry> policeBefore(Case c, Optional<String> kind) {
        return c.rules().list(POLICE_BEFORE).stream().filter(e -> kind.filter(e.id()::equals).isPresent()).findFirst();
    }

    private static Optional<Refusal> wrong(String field, String message) {
        return Optional.of(Refusal.input(List.of(new FieldError(field, message, Optional.empty()))));
    }

    private static Action tellPolice() {
        return Action.named("tellPolice", "通知公安机关").from("planned").by(LEAD).aside().asks(NEEDS)
                .citing(c -> policeBefore(c, c.matter().field("kind")).map(e -> new Cited<>(e.name(), e.citation())))
                .checks(c -> c.situation().organOf(Organ.Kind.POLICE).isPresent() ? Optional.empty()
                        : Optional.of(Refusal.rule("no-police", "机关名录里没有公安机关，请管理员先登记", c.rules().citation())))
                .then((c, d) -> {
                    String police = c.situation().organOf(Organ.Kind.POLICE).orElseThrow().id();
                    d.recordInput(c);
                    d.record("policeToldAt", c.now().toString());
                    d.party(POLICE, police);
                    d.to("informed");
                    d.close(Duty.OPERATION_POLICE, Status.MET);
                    if (policeBefore(c, c.matter().field("kind")).isPresent()) {
                        d.owe(Duty.OPERATION_OFFICERS, police, Variant.NORMAL, c.now());
                    }
                });
    }

    /** Not before the police were told, where the document wants them told beforehand; telling them later does not mend it. */
    private static Action carryOut(String... before) {
        return Action.named("carryOut", "登记开展").from(before).by(LEAD).asks(c -> List.of(c.proposed(BEGAN, STARTS.id())))
                .checks(c -> policeBefore(c, c.matter().field("kind"))
                        .filter(e -> c.matter().field("policeToldAt").map(Instant::parse)
                                // Forms know minutes only.
                                .filter(told -> !c.time("carriedOutAt").isBefore(told.truncatedTo(ChronoUnit.MINUTES))).isEmpty())
                        .map(e -> Refusal.rule("police-not-told", "开展之前要先通知公安机关：" + e.name(), e.citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("carriedOut");
                });
    }
}
