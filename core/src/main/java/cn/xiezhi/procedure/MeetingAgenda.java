package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The first half of a meeting: called, its day set, topics called for in time, collected and approved. */
final class MeetingAgenda {
    static final int LONGEST_TOPIC = 120;
    private static final int MOST_TOPICS = 50;
    /** How far back it is looked for what is still unresolved. */
    private static final Duration BACK = Duration.ofDays(1096);

    static final Field DAY = Field.date("day", "会议日期").must().in(Span.FUTURE);
    private static final Field PLACE = Field.text("place", "时间和地点");
    private static final Field INVITED = Field.organs("invitedOrgans", "邀请的单位");
    private static final Field GUESTS = Field.lines("guests", "邀请的其他单位和人员");
    private static final Field TOPIC = Field.text("topic", "议题").must().help("不超过 " + LONGEST_TOPIC + " 个字");
    private static final Field AGENDA = Field.lines("agenda", "审定的议题");
    private static final Field WHY_NOT = Field.longText("declinedBecause", "理由").must();
    private static final Field LATE = Field.text("agendaLate", "征集议题的时限");
    private static final Field APPROVED_BY = Field.text("approvedBy", "审定人");
    static final List<Field> FIELDS = List.of(DAY, PLACE, INVITED, GUESTS, TOPIC, AGENDA, WHY_NOT, LATE, APPROVED_BY);

    private MeetingAgenda() {}

    static List<Action> actions() {
        return List.of(
                chairs("call", "同意召集", "proposed").then((c, d) -> {
                    d.to("called");
                    d.record("approvedBy", c.actor().name());
                    d.record("agenda", String.join("\n", topics(c)));
                }),
                chairs("decline", "不予召集", "proposed").asks(WHY_NOT).then((c, d) -> {
                    d.recordInput(c);
                    d.to("declined");
                }),
                setDay(),
                Action.named("callTopics", "征集议题").from("dated").by(Meeting.OFFICE).then((c, d) -> {
                    d.to("collecting");
                    d.close(Duty.MEETING_AGENDA_CALL, Status.MET);
                    bringForward(c, d);
                }),
                Action.named("addTopic", "提出议题").from("called", "dated", "collecting").by(Meeting.OFFICE, Meeting.CHAIR, Meeting.MEMBER).aside().asks(TOPIC)
                        .checks(c -> tooLong(c, "topic"))
                        .checks(c -> topics(c).size() < MOST_TOPICS ? Optional.empty() : Meeting.wrong("topic", "议题最多 " + MOST_TOPICS + " 项"))
                        .then((c, d) -> d.record("topics", joined(topics(c), by(c, List.of(c.in("topic").orElseThrow()))))),
                submit(), approve(),
                chairs("returnTopics", "退回补充议题", "approving").aside().asks(WHY_NOT).then((c, d) -> d.to("collecting")));
    }

    private static Action chairs(String id, String label, String from) {
        return Action.named(id, label).from(from).by(Meeting.CHAIR).only(Role.LEADER, Role.GOVERNMENT_OFFICE).citing(c -> Meeting.chairs(c, Meeting.CHAIR_APPROVES));
    }

    /** A day that is too near for the call in time is not refused, since the meeting is owed all the same; what is late is said and stays. */
    private static Action setDay() {
        return Action.named("setDay", "确定会期").from("called", "dated", "collecting", "approving", "ready").by(Meeting.OFFICE)
                .asks(c -> c.again(c.rules().text(Meeting.INVITES).map(r -> List.of(DAY, PLACE, INVITED.cited(r.citation()).help(r.value()), GUESTS.cited(r.citation())))
                        .orElse(List.of(DAY, PLACE))))
                .then((c, d) -> {
                    d.recordInput(c);
                    if (!c.lines("invitedOrgans").isEmpty()) {
                        d.parties(Meeting.INVITED, c.lines("invitedOrgans"));
                    }
                    boolean first = c.matter().state().equals("called");
                    if (c.matter().field("kind").orElse("").equals(Meeting.REGULAR) && (first || c.matter().owed(Duty.MEETING_AGENDA_CALL).isPresent())) {
                        callIsOwed(c, d);
                    }
                    if (first) {
                        d.to("dated");
                    }
                });
    }

    private static void callIsOwed(Case c, Draft d) {
        Instant start = Zone.startOf(c.day("day").orElseThrow());
        d.close(Duty.MEETING_AGENDA_CALL, Status.CANCELLED);
        d.owe(Duty.MEETING_AGENDA_CALL, c.actor().organ().id(), Variant.NORMAL, start);
        c.policy().due(Duty.MEETING_AGENDA_CALL, Variant.NORMAL, start, c.situation().calendar()).ifPresent(due -> d.record("agendaLate",
                (due.deadline().dueAtExclusive().filter(end -> !c.now().isBefore(end)).isPresent() ? "已迟：按会期倒计，应在 " : "应在 ")
                        + due.deadline().lastDay().orElseThrow() + " 前征集（" + due.citation() + "）"));
    }

    private static Action submit() {
        return Action.named("submitTopics", "汇总议题").from("dated", "collecting").by(Meeting.OFFICE)
                .barredBy(c -> c.matter().owed(Duty.MEETING_AGENDA_CALL).map(o -> Refusal.rule("agenda-not-called", "还没有向成员单位征集议题", o.citation())))
                .checks(c -> broughtForward(c).isEmpty() && topics(c).isEmpty()
                        ? Optional.of(Refusal.conflict("no-topics", "还没有议题，请先提出议题")) : Optional.empty())
                .then((c, d) -> {
                    bringForward(c, d);
                    boolean approval = Meeting.chairs(c, Meeting.CHAIR_APPROVES).isPresent();
                    d.to(approval ? "approving" : "ready");
                    if (!approval) {
                        d.record("agenda", d.field("topics").orElseThrow());
                    }
                });
    }

    private static Action approve() {
        return chairs("approveTopics", "审定议题", "approving").asks(c -> List.of(AGENDA.atLeast(1).preset(String.join("\n", topics(c)))))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.record("approvedBy", c.actor().name());
                    d.to("ready");
                });
    }

    static Optional<Refusal> tooLong(Case c, String field) {
        return c.lines(field).stream().anyMatch(t -> t.codePointCount(0, t.length()) > LONGEST_TOPIC)
                ? Meeting.wrong(field, "每项议题不超过 " + LONGEST_TOPIC + " 个字") : Optional.empty();
    }

    /** Topics with who proposed them. */
    static String by(Case c, List<String> topics) {
        return String.join("\n", topics.stream().map(t -> t + "（" + c.actor().organ().name() + "提出）").toList());
    }

    private static List<String> topics(Case c) {
        return c.matter().field("topics").map(t -> t.lines().toList()).orElse(List.of());
    }

    private static String joined(List<String> before, String more) {
        return String.join("\n", Stream.concat(before.stream(), Stream.of(more)).toList());
    }

    private static void bringForward(Case c, Draft d) {
        List<String> more = broughtForward(c);
        if (!more.isEmpty()) {
            d.record("topics", joined(topics(c), String.join("\n", more)));
        }
    }

    /** What comes before the meeting by itself: resolutions overdue and disputes unresolved; in a meeting of some organs only what concerns none but them. */
    private static List<String> broughtForward(Case c) {
        Matter meeting = c.matter();
        Set<String> seated = new LinkedHashSet<>();
        meeting.parties().values().forEach(seated::addAll);
        boolean everything = meeting.field("period").isPresent();
        List<String> topics = new ArrayList<>();
        for (Matter r : c.situation().lookup().matters(Resolution.PROCEDURE.id(), c.now().minus(BACK))) {
            overdue(c, r).filter(o -> everything || seated.contains(o.owedBy())).ifPresent(o -> topics.add("逾期未落实的议定事项（编号 " + r.id() + "）："
                    + c.situation().nameOf(o.owedBy()) + "应于 " + o.lastDay().orElseThrow() + " 前落实"));
        }
        for (Matter dispute : c.situation().lookup().matters(Dispute.PROCEDURE.id(), c.now().minus(BACK))) {
            List<String> sides = Stream.of(Dispute.APPLICANT, Dispute.RESPONDENT).flatMap(p -> dispute.organs(p).stream()).toList();
            if (dispute.open() && (everything || seated.containsAll(sides))) {
                topics.add("未解决的争议（编号 " + dispute.id() + "）：" + String.join("与", sides.stream().map(c.situation()::nameOf).toList()));
            }
        }
        String known = meeting.field("topics").orElse("");
        return topics.stream().filter(t -> !known.contains(t.substring(0, t.indexOf('）') + 1))).limit(Math.max(0, MOST_TOPICS - topics(c).size())).toList();
    }

    private static Optional<Obligation> overdue(Case c, Matter resolution) {
        return resolution.owed(Duty.MEETING_RESOLUTION).filter(o -> resolution.open() && o.overdue(c.now()));
    }
}
