package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 集中审批: it is decided that an organ takes over another's permits from a day on → in force, when what the former still owes
 * over them goes to the successor with the ends it had. What arises later is the successor's from the start ({@link Draft#owe}).
 */
public final class Approval {
    static final String DECIDER = "decider";
    static final String FORMER = "former";
    static final String SUCCESSOR = "successor";

    private static final Rule SUCCEEDS = Rule.text("succeeds", "集中审批部门承担原部门的协作配合职责").must();

    private static final Field FROM = Field.organ("former", "原审批部门", Organ.Kind.DEPARTMENT).must();
    private static final Field TO = Field.organ("successor", "集中审批部门", Organ.Kind.DEPARTMENT).must();
    private static final Field NUMBER = Field.text("number", "决定文号");
    private static final Field ITEMS = Field.lines("items", "相关执法事项").help("每行一个事项编码；与许可事项至少填一类");
    private static final Field PERMITS = Field.lines("permits", "划转的许可事项").help("每行一个许可事项名称");
    private static final Field DUTIES = Field.choices("duties", "一并划转的职责", List.of()).help("不选为全部协作配合职责");
    private static final Field SINCE = Field.date("since", "划转日期").must();
    private static final Field BASIS = Field.longText("basis", "依据").must();
    static final Field PERMIT = Field.choice("permit", "涉及的许可事项", List.of())
            .help("已划转集中审批部门的许可事项；选择后，原审批部门的职责由集中审批部门承担");
    private static final Field ENDED = Field.longText("endReason", "终止划转的理由和依据").must();

    public static final Procedure PROCEDURE = build();

    private Approval() {}

    private static Procedure build() {
        return Procedure.named("approval", "审批职责划转")
                .state("decided", "已决定，待划转").state("inForce", "已划转").end("ended", "已终止").end("withdrawn", "已撤回")
                .part(DECIDER, "决定单位").part(FORMER, "原审批部门").part(SUCCESSOR, "集中审批部门").rules(SUCCEEDS)
                .opening(Action.named("open", "登记划转决定").only(Role.GOVERNMENT_OFFICE, Role.JUSTICE_BUREAU, Role.LEADER).barredBy(Approval::notTheirs)
                        .asks(c -> List.of(FROM, TO, NUMBER, ITEMS, PERMITS, DUTIES.options(duties(c)), SINCE, BASIS)).checks(Approval::faults)
                        .citing(c -> c.rules().text(SUCCEEDS)).then(Approval::decide))
                .actions(Action.named("takeOver", "职责划转").from("decided").automatic(m -> m.field("since").map(LocalDate::parse).map(Zone::startOf))
                                .citing(c -> c.rules().text(SUCCEEDS)).then(Approval::takeOver),
                        Action.named("end", "终止划转").from("inForce").by(DECIDER).only(Role.GOVERNMENT_OFFICE, Role.JUSTICE_BUREAU, Role.LEADER).aside().asks(ENDED).then((c, d) -> {
                            d.recordInput(c);
                            d.record("endedOn", Zone.day(c.now()).toString());
                            d.to("ended");
                        }),
                        CommonActions.withdraw(DECIDER, "decided"))
                .records(FROM, TO, NUMBER, ITEMS, PERMITS, DUTIES, SINCE, BASIS, ENDED, Field.date("endedOn", "终止日"), Field.text("moved", "随之移交的事项数")).made();
    }

    private static List<Option> duties(Case c) {
        return c.policy().duties().keySet().stream().sorted().map(d -> new Option(d.id(), c.situation().procedures().text(d))).toList();
    }

    private static Optional<Refusal> notTheirs(Case c) {
        return Set.of(Organ.Kind.GOVERNMENT, Organ.Kind.JUSTICE_BUREAU).contains(c.actor().organ().kind()) ? Optional.empty()
                : Optional.of(Refusal.forbidden("not-yours-to-decide", "审批职责的划转由人民政府或司法行政部门登记"));
    }

    private static Optional<Refusal> faults(Case c) {
        List<FieldError> errors = new ArrayList<>();
        c.in("successor").filter(to -> c.in("former").filter(to::equals).isPresent()).ifPresent(x -> errors.add(new FieldError("successor", "不能与原审批部门相同", Optional.empty())));
        c.lines("items").stream().filter(code -> c.situation().lookup().item(code).isEmpty()).findFirst()
                .ifPresent(code -> errors.add(new FieldError("items", "执法事项清单里没有“" + code + "”", Optional.empty())));
        if (c.lines("items").isEmpty() && c.lines("permits").isEmpty()) {
            errors.add(new FieldError("permits", "请写明划转的许可事项或相关执法事项", Optional.empty()));
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(Refusal.input(errors));
    }

    private static void decide(Case c, Draft d) {
        d.to("decided");
        d.recordInput(c);
        String former = c.in("former").orElseThrow();
        String successor = c.in("successor").orElseThrow();
        d.title(c.situation().nameOf(former) + "的审批职责划转" + c.situation().nameOf(successor));
        d.party(DECIDER, c.actor().organ().id());
        d.party(FORMER, former);
        d.party(SUCCESSOR, successor);
    }

    /** As many at a time as one commit bears; the platform comes back at once while some are left. */
    private static void takeOver(Case c, Draft d) {
        Succession succession = of(c.matter());
        List<Matter> affected = c.situation().lookup().owing(succession.from(), m -> m.obligations().stream().anyMatch(o -> succession.takes(m, o)));
        affected.forEach(m -> {
            Draft moved = d.also(c.situation().procedures().of(m), m, "takenOver");
            c.rules().text(SUCCEEDS).ifPresent(r -> moved.cite(r.citation()));
            moved.passOn(succession);
        });
        d.record("moved", Integer.toString(c.matter().field("moved").map(Integer::parseInt).orElse(0) + affected.size()));
        if (affected.size() < Lookup.MOST_OWING) {
            d.to("inForce");
        }
    }

    /** The opening of a procedure whose matters may be about a permit: asks which, of those that were taken over. */
    static Action concerning(Action opening) {
        return opening.asksAlso(c -> Optional.of(permits(c)).filter(p -> !p.isEmpty()).map(PERMIT::options).stream().toList())
                .then((c, d) -> c.in(PERMIT.id()).ifPresent(permit -> d.record(PERMIT.id(), permit)));
    }

    /** The public is not asked: it need not know whose permit it was. */
    private static List<Option> permits(Case c) {
        return c.actor().isPublic() ? List.of() : successions(c.situation()).stream().filter(s -> s.untilExclusive().isEmpty()).flatMap(s -> s.permits().stream())
                .distinct().sorted().map(p -> new Option(p, p)).toList();
    }

    /** What was decided so far, the earliest first, whether or not the platform has come to the day; empty where the documents have no such thing. */
    static List<Succession> successions(Situation situation) {
        return situation.policy().rules("approval").isEmpty() ? List.of()
                : situation.lookup().matters("approval", Instant.EPOCH).stream().filter(m -> !m.state().equals("withdrawn")).sorted(Comparator.comparing(Matter::openedAt)).map(Approval::of)
                        .sorted(Comparator.comparing(Succession::sinceInclusive)).toList();
    }

    private static Succession of(Matter decision) {
        return new Succession(decision.party(FORMER).orElseThrow(), decision.party(SUCCESSOR).orElseThrow(), lines(decision, "items"), lines(decision, "permits"),
                lines(decision, "duties"), LocalDate.parse(decision.field("since").orElseThrow()), decision.field("endedOn").map(LocalDate::parse));
    }

    private static Set<String> lines(Matter decision, String field) {
        return Arrays.stream(decision.field(field).orElse("").split("\\R")).map(String::strip).filter(l -> !l.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
