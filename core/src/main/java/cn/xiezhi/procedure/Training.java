package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 业务培训: planned, by the host itself or because somebody asked for guidance → held; each invited organ enters who of its
 * officers was there → examined, officer by officer → closed. Hours per organ go into the yearly assessment.
 */
public final class Training {
    static final String HOST = "host";
    static final String INVITED = "invited";
    static final String OPENER = "opener";

    private static final Rule MODES = Rule.list("modes", "培训、指导的方式").must();
    private static final Rule GUIDANCE = Rule.text("guidance", "有指导需求的由部门安排");

    private static final Field PURPOSE = Field.choice("purpose", "登记事项",
            List.of(new Option("plan", "举办培训、指导"), new Option("request", "请部门指导"))).must().preset("plan");
    private static final Field SUBJECT = Field.text("subject", "培训（指导）主题").must();
    private static final Field MODE = Field.choice("mode", "方式", List.of()).must();
    private static final Field GUESTS = Field.organs("invited", "参加单位", Organ.Kind.TOWNSHIP, Organ.Kind.DEPARTMENT).must();
    private static final Field PLANNED_AT = Field.dateTime("plannedAt", "计划时间").in(Span.ANY).must();
    private static final Field PLANNED_HOURS = Field.number("plannedHours", "计划学时", 200).must();
    private static final Field PLACE = Field.text("place", "地点");
    private static final Field ASKED = Field.organ("host", "请求指导的部门", Organ.Kind.DEPARTMENT).must();
    private static final Field NEED = Field.longText("need", "需要指导的事项").must();
    private static final Field HELD_AT = Field.dateTime("heldAt", "举办时间").must();
    private static final Field HOURS = Field.number("hours", "实际学时", 200).must();
    private static final Field SUMMARY = Field.longText("summary", "内容概要");
    private static final Field THOSE_THERE = Field.people("present", "本单位参加人员").must();
    private static final Field RESULTS = Field.lines("results", "考试成绩").must().help("每行：用户名 分数（0至100）");

    /** Who was there, and of which organ: line for line. */
    private static final Field ATTENDEES = Field.people("attendees", "参加人员");
    private static final Field ATTENDEES_OF = Field.organs("attendeesOf", "参加人员所属单位");

    private static final String[] HELD = {"held", "examined"};

    public static final Procedure PROCEDURE = build();

    private Training() {}

    private static Procedure build() {
        return Procedure.named("training", "业务培训")
                .state("requested", "待部门安排").state("planned", "已计划").state("held", "已举办").state("examined", "已考试")
                .end("closed", "已归档").end("withdrawn", "已取消").way("requested", "planned", "held", "closed")
                .part(HOST, "举办单位").part(INVITED, "参加单位").part(OPENER, "登记单位").rules(MODES, GUIDANCE)
                .opening(Action.named("open", "登记培训、指导").barredBy(Training::stranger).asks(Training::opening)
                        .checks(c -> c.in("host").filter(c.actor().organ().id()::equals).map(x -> 
                                Refusal.input(List.of(new FieldError("host", "请选择本单位以外的部门", Optional.empty())))))
                        .then(Training::open))
                .actions(Action.named("arrange", "安排指导").from("requested").by(HOST).asks(c -> c.again(plan(c, Optional.empty())))
                                .citing(c -> c.rules().text(GUIDANCE)).then((c, d) -> {
                            plan(c, d);
                            d.close(Duty.TRAINING_GUIDE, Status.MET);
                        }),
                        Action.named("hold", "登记举办情况").from("planned").by(HOST)
                                .asks(c -> List.of(c.proposed(HELD_AT, PLANNED_AT.id()), c.proposed(HOURS, PLANNED_HOURS.id()), SUMMARY)).then((c, d) -> {
                            d.recordInput(c);
                            d.to("held");
                        }),
                        Action.named("attend", "登记本单位参加人员").from(HELD).by(INVITED, HOST).aside().asks(THOSE_THERE).then(Training::attend),
                        Action.named("examine", "登记考试成绩").from(HELD).by(HOST).aside().asks(RESULTS).checks(Training::unreadable).then((c, d) -> {
                            d.record("results", c.lines("results").stream().map(l -> l.split("\\s+")).map(r -> name(c, r[0]) + "（" + r[0] + "） " + r[1])
                                    .collect(Collectors.joining("\n")));
                            d.to("examined");
                        }),
                        Action.named("close", "归档").from(HELD).by(HOST).barredBy(c -> attendees(c.matter()).isEmpty()
                                ? Optional.of(Refusal.conflict("nobody-entered", "还没有任何单位登记参加人员")) : Optional.empty()).then(Training::close),
                        CommonActions.withdraw(OPENER, "requested", "planned"))
                .records(PURPOSE, SUBJECT, MODE, GUESTS, PLANNED_AT, PLANNED_HOURS, PLACE, ASKED, NEED, HELD_AT, HOURS, SUMMARY, RESULTS, ATTENDEES, ATTENDEES_OF,
                        Field.organs("absent", "未登记参加人员的单位"))
                .appointment(PLANNED_AT, Appointment.Kind.EVENT, "培训、演练").made();
    }

    private static Optional<Refusal> stranger(Case c) {
        Organ organ = c.actor().organ();
        return organ.isDepartment() || Set.of(Organ.Kind.TOWNSHIP, Organ.Kind.JUSTICE_BUREAU).contains(organ.kind()) ? Optional.empty()
                : Optional.of(Refusal.forbidden("not-a-training-organ", "培训、指导由执法单位和司法行政部门登记"));
    }

    private static List<Field> opening(Case c) {
        if (c.rules().text(GUIDANCE).isEmpty()) {
            List<Field> fields = new ArrayList<>(List.of(SUBJECT));
            fields.addAll(plan(c, Optional.empty()));
            return fields;
        }
        String citation = c.rules().text(GUIDANCE).orElseThrow().citation();
        List<Field> fields = new ArrayList<>(List.of(PURPOSE, SUBJECT, ASKED.when("purpose", "request").cited(citation), NEED.when("purpose", "request").cited(citation)));
        fields.addAll(plan(c, Optional.of("plan")));
        return fields;
    }

    private static List<Field> plan(Case c, Optional<String> purpose) {
        List<Option> modes = c.rules().list(MODES).stream().map(e -> new Option(e.id(), e.name())).toList();
        return List.of(MODE.options(modes).cited(c.policy().rules("training").orElseThrow().citation()), GUESTS, PLANNED_AT, PLANNED_HOURS, PLACE).stream()
                .map(f -> purpose.map(p -> f.when("purpose", p)).orElse(f)).toList();
    }

    private static void open(Case c, Draft d) {
        String self = c.actor().organ().id();
        d.title(c.in("subject").orElseThrow());
        d.party(OPENER, self);
        if (c.in("purpose").filter("request"::equals).isEmpty()) {
            d.party(HOST, self);
            plan(c, d);
            return;
        }
        String host = c.in("host").orElseThrow();
        d.recordInput(c);
        d.to("requested");
        d.party(HOST, host);
        d.owe(Duty.TRAINING_GUIDE, host, Variant.NORMAL, c.now());
    }

    /** Whoever asked for it takes part. */
    private static void plan(Case c, Draft d) {
        d.recordInput(c);
        d.to("planned");
        String host = d.party(HOST).orElseThrow();
        Set<String> invited = new LinkedHashSet<>(c.lines("invited"));
        d.party(OPENER).ifPresent(invited::add);
        invited.remove(host);
        d.parties(INVITED, invited);
    }

    private static void attend(Case c, Draft d) {
        String self = c.actor().organ().id();
        List<Attendee> all = new ArrayList<>(attendees(c.matter()).stream().filter(a -> !a.organ().equals(self)).toList());
        c.lines("present").stream().distinct().forEach(user -> all.add(new Attendee(user, self)));
        d.record("attendees", all.stream().map(Attendee::user).collect(Collectors.joining("\n")));
        d.record("attendeesOf", all.stream().map(Attendee::organ).collect(Collectors.joining("\n")));
    }

    private static Optional<Refusal> unreadable(Case c) {
        Set<String> there = attendees(c.matter()).stream().map(Attendee::user).collect(Collectors.toSet());
        Set<String> seen = new LinkedHashSet<>();
        for (String line : c.lines("results")) {
            String[] parts = line.split("\\s+");
            boolean score = parts.length == 2 && parts[1].matches("\\d{1,3}(\\.\\d{1,2})?") && new BigDecimal(parts[1]).compareTo(BigDecimal.valueOf(100)) <= 0;
            String fault = !score ? "“" + line + "”应写成：用户名 分数（0至100）"
                    : !there.contains(parts[0]) ? "“" + parts[0] + "”没有登记为参加人员"
                    : !seen.add(parts[0]) ? "“" + parts[0] + "”写了两次" : "";
            if (!fault.isEmpty()) {
                return Optional.of(Refusal.input(List.of(new FieldError("results", fault, Optional.empty()))));
            }
        }
        return Optional.empty();
    }

    private static String name(Case c, String user) {
        return attendees(c.matter()).stream().filter(a -> a.user().equals(user)).findFirst()
                .map(a -> c.situation().lookup().people(a.organ()).get(user)).map(Officer::name).orElse(user);
    }

    private static void close(Case c, Draft d) {
        Set<String> entered = attendees(c.matter()).stream().map(Attendee::organ).collect(Collectors.toSet());
        List<String> absent = c.matter().organs(INVITED).stream().filter(o -> !entered.contains(o)).toList();
        if (!absent.isEmpty()) {
            d.record("absent", String.join("\n", absent));
        }
        d.to("closed");
    }

    private record Attendee(String user, String organ) {}

    private static List<Attendee> attendees(Matter matter) {
        List<String> users = matter.field("attendees").map(v -> v.lines().toList()).orElse(List.of());
        List<String> organs = matter.field("attendeesOf").map(v -> v.lines().toList()).orElse(List.of());
        return IntStream.range(0, users.size()).mapToObj(i -> new Attendee(users.get(i), organs.get(i))).toList();
    }

    /**
     * Hours of training by organ, a person's hours each for everybody who was there, of what was held in a time.
     *
     * @param trainings matters of this procedure in any state; what was not held counts nothing
     * @param fromInclusive {@code untilExclusive} when it was held
     */
    public static Map<String, BigDecimal> hours(List<Matter> trainings, Instant fromInclusive, Instant untilExclusive) {
        Map<String, BigDecimal> hours = new TreeMap<>();
        trainings.stream().filter(m -> m.procedure().equals("training"))
                .filter(m -> m.field("heldAt").map(Case::instant).filter(at -> !at.isBefore(fromInclusive) && at.isBefore(untilExclusive)).isPresent())
                .forEach(m -> attendees(m).forEach(a -> hours.merge(a.organ(), new BigDecimal(m.field("hours").orElse("0")), BigDecimal::add)));
        return hours;
    }
}
