package cn.xiezhi.procedure;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 联席会议, 专题会议: due by the calendar or called; day set → topics called for → collected → approved → held → minutes →
 * signed → issued → its resolutions tracked until all are done. Where the document has no joint meeting office (协商会议),
 * and for a township's own meeting, whoever calls it organises it.
 */
public final class Meeting {
    static final String OFFICE = "office";
    static final String CHAIR = "chair";
    static final String MEMBER = "member";
    static final String INVITED = "invited";
    static final String REGULAR = "regular";
    static final String THEMATIC = "thematic";
    /** A township's own meeting with the units dispatched to it. */
    static final String TOWN = "town";

    static final Rule KINDS = Rule.list("kinds", "会议的种类（regular 定期、adHoc 临时、thematic 专题、town 镇街自行召开）；by 限定由哪类机关召集").must();
    static final Rule CHAIR_APPROVES = Rule.text("chairApproves", "议题（和临时召集）须经组长或召集人审定");
    static final Rule CHAIR_SIGNS = Rule.text("chairSigns", "纪要须由组长签发");
    static final Rule INVITES = Rule.text("invited", "可以邀请哪些单位和人员");

    private static final Field KIND = Field.choice("kind", "会议种类", List.of()).must();
    private static final Field SUBJECT = Field.text("subject", "会议名称或事由").must();
    private static final Field TOPICS = Field.lines("topics", "议题");
    private static final Field PARTICIPANTS = Field.organs("participants", "参加单位");
    private static final Field PERIOD = Field.text("period", "会议周期");
    private static final Field BEGINS = Field.date("begins", "周期起始日");
    private static final Field MISSING = Field.lines("unregistered", "尚未登记的成员单位");

    public static final Procedure PROCEDURE = build();

    private Meeting() {}

    private static Procedure build() {
        return Procedure.named("meeting", "会议")
                .state("proposed", "已提议，待同意召集").state("called", "待定会期").state("dated", "会期已定").state("collecting", "议题征集中")
                .state("approving", "议题待审定").state("ready", "议题已定，待召开").state("held", "已召开，待形成纪要").state("minutes", "纪要待签发或印发")
                .state("signed", "纪要已签发，待印发").state("tracking", "议定事项落实中")
                .end("done", "已办结").end("declined", "未予召集").end("withdrawn", "已取消")
                .way(Meeting::way)
                .part(OFFICE, "会议办公室（召集单位）").part(CHAIR, "组长（召集人）").part(MEMBER, "成员单位").part(INVITED, "受邀单位")
                .rules(KINDS, MeetingOrgans.OFFICE, MeetingOrgans.CHAIR, MeetingOrgans.MEMBERS, MeetingOrgans.ALL_DEPARTMENTS, CHAIR_APPROVES, CHAIR_SIGNS, INVITES)
                .opening(opening()).actions(MeetingAgenda.actions()).actions(MeetingMinutes.actions()).actions(cancel())
                .records(KIND, SUBJECT, TOPICS, PARTICIPANTS, PERIOD, BEGINS, MISSING).records(MeetingAgenda.FIELDS).records(MeetingMinutes.FIELDS)
                .periodic(Meeting::begun)
                .hears(Resolution.DONE, MeetingMinutes::resolutionOver).hears(Resolution.LIFTED, MeetingMinutes::resolutionOver).papers(MeetingPapers.call(), MeetingPapers.minutes())
                .appointment(MeetingAgenda.DAY, Appointment.Kind.MEETING, "召开会议").made();
    }

    private static List<String> way(Case c) {
        List<String> way = new ArrayList<>(List.of("called", "dated", "collecting", "approving", "ready", "held", "minutes", "signed", "tracking", "done"));
        way.removeIf(s -> s.equals("approving") && chairs(c, CHAIR_APPROVES).isEmpty() || s.equals("signed") && chairs(c, CHAIR_SIGNS).isEmpty());
        return way;
    }

    /** The joint meeting's office; empty where the policy names none or nobody has registered it. */
    public static Optional<Organ> office(Situation s) {
        return MeetingOrgans.first(s, MeetingOrgans.OFFICE);
    }

    /** Also the period that was running when the rules first held: its meeting is owed by its end all the same. Without a number there is no period. */
    private static List<Period> begun(Situation s, Instant from) {
        List<Period> periods = new ArrayList<>();
        MeetingPeriod.of(cadence(s), from).ifPresent(first -> {
            for (MeetingPeriod p = first; !p.start().isAfter(s.now()); p = p.next()) {
                periods.add(new Period(p.key(), Map.of("kind", REGULAR, "period", p.key(), "begins", p.first().toString())));
            }
        });
        return periods;
    }

    private static Action opening() {
        return Action.named("open", "召集会议").barredBy(Meeting::nothingToCall).asks(Meeting::openingFields).checks(Meeting::check)
                .citing(c -> kind(c).map(e -> new Cited<>(e.name(), e.citation())))
                .then((c, d) -> {
                    String kind = c.in("kind").orElseThrow();
                    boolean own = organisesItself(c, kind);
                    String self = c.actor().organ().id();
                    String office = own ? self : office(c.situation()).orElseThrow().id();
                    String chair = own ? self : MeetingOrgans.first(c.situation(), MeetingOrgans.CHAIR).map(Organ::id).orElse(office);
                    d.recordInput(c);
                    d.party(OFFICE, office);
                    d.party(CHAIR, chair);
                    d.parties(MEMBER, members(c, kind));
                    d.title(c.in("period").map(p -> kind(c).orElseThrow().name() + "（" + MeetingPeriod.text(p) + "）").orElseGet(() -> c.in("subject").orElseThrow()));
                    d.to(own || self.equals(chair) || c.actor().equals(Officer.SYSTEM) || !c.rules().has(CHAIR_APPROVES) ? "called" : "proposed");
                    c.in("topics").ifPresent(t -> d.record("topics", MeetingAgenda.by(c, c.lines("topics"))));
                    if (self.equals(chair)) {
                        d.record("agenda", d.field("topics").orElseThrow());
                    }
                    if (!own && !MeetingOrgans.missing(c.situation()).isEmpty()) {
                        d.record("unregistered", String.join("\n", MeetingOrgans.missing(c.situation())));
                    }
                    if (kind.equals(REGULAR)) {
                        d.owe(Duty.MEETING_CONVENE, office, Variant.NORMAL, c.day("begins").map(Zone::startOf).orElse(c.now()));
                    }
                });
    }

    private static List<Field> openingFields(Case c) {
        if (c.actor().equals(Officer.SYSTEM)) {
            return List.of(KIND.options(kinds(c)), PERIOD.must(), BEGINS.must());
        }
        boolean listed = MeetingOrgans.namesMembers(c.situation());
        boolean chosen = c.in("kind").map(k -> choosesMembers(c.situation(), k)).orElse(!listed);
        return List.of(KIND.options(kinds(c)), SUBJECT, TOPICS.atLeast(1).help("每项一个议题，不超过 " + MeetingAgenda.LONGEST_TOPIC + " 个字"),
                (chosen ? PARTICIPANTS.must() : PARTICIPANTS).help(listed ? "专题会议和镇街自行召开的会议填写；其他会议由全体成员单位参加" : "参加协商的单位"));
    }

    /** The kinds that an officer may call: for the own kind of organ, joint meetings by those who sit in them; a regular one is left to the calendar where the document gives a number. */
    private static List<Option> kinds(Case c) {
        if (c.matter().version() > 0) {
            // Already called: every kind, so that it reads as its name to whoever looks at it.
            return c.rules().list(KINDS).stream().map(e -> new Option(e.id(), e.name())).toList();
        }
        boolean calendar = c.actor().equals(Officer.SYSTEM);
        boolean numbered = cadence(c.situation()) != Cadence.REGULAR;
        return c.rules().list(KINDS).stream().filter(e -> calendar || e.by().map(c.actor().organ().kind().code()::equals).orElse(true) && (organisesItself(c, e.id()) || seated(c)))
                .filter(e -> numbered && e.id().equals(REGULAR) == calendar || !numbered && !calendar).map(e -> new Option(e.id(), e.name())).toList();
    }

    private static Cadence cadence(Situation s) {
        return Optional.ofNullable(s.policy().duties().get(Duty.MEETING_CONVENE)).flatMap(DutyRule::cadence).map(Cited::value).orElse(Cadence.REGULAR);
    }

    private static Optional<Refusal> check(Case c) {
        String kind = c.in("kind").orElse("");
        if (organisesItself(c, kind)) {
            return members(c, kind).equals(Set.of(c.actor().organ().id())) ? wrong("participants", "至少要有一个其他单位参加") : MeetingAgenda.tooLong(c, "topics");
        }
        if (office(c.situation()).isEmpty() || MeetingOrgans.unready(c.situation()).isPresent()) {
            return MeetingOrgans.unready(c.situation()).or(() -> Optional.of(Refusal.rule("no-organ-for-meeting", "规则没有写明联席会议办公室", c.rules().citation())));
        }
        return MeetingAgenda.tooLong(c, "topics");
    }

    private static Optional<Refusal> nothingToCall(Case c) {
        if (!kinds(c).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(seated(c) ? Refusal.forbidden("no-such-meeting", "本辖区的文件没有规定由" + c.actor().organ().kind().text() + "召集的会议")
                : Refusal.rule("not-a-member", "只有联席会议的成员单位、办公室和组长（召集人）可以提议召开", c.rules().citation()));
    }

    /** Member, office or chair of the joint meeting. */
    private static boolean seated(Case c) {
        return Stream.of(office(c.situation()), MeetingOrgans.first(c.situation(), MeetingOrgans.CHAIR)).flatMap(Optional::stream).map(Organ::id).anyMatch(c.actor().organ().id()::equals)
                || MeetingOrgans.members(c.situation()).contains(c.actor().organ().id());
    }

    static Optional<Refusal> wrong(String field, String message) {
        return Optional.of(Refusal.input(List.of(new FieldError(field, message, Optional.empty()))));
    }

    /** Without an office in the document, and for a township's own meeting: whoever calls it is office and chair. */
    private static boolean organisesItself(Case c, String kind) {
        return kind.equals(TOWN) || !c.rules().has(MeetingOrgans.OFFICE) && !c.actor().equals(Officer.SYSTEM);
    }

    private static boolean choosesMembers(Situation s, String kind) {
        return !MeetingOrgans.namesMembers(s) || kind.equals(TOWN) || kind.equals(THEMATIC);
    }

    private static Set<String> members(Case c, String kind) {
        if (!choosesMembers(c.situation(), kind)) {
            return MeetingOrgans.members(c.situation());
        }
        Set<String> chosen = new LinkedHashSet<>(List.of(c.actor().organ().id()));
        chosen.addAll(c.lines("participants"));
        return chosen;
    }

    static Optional<Entry> kind(Case c) {
        String kind = c.in("kind").or(() -> c.matter().field("kind")).orElse("");
        return c.rules().list(KINDS).stream().filter(e -> e.id().equals(kind)).findFirst();
    }

    /** The chair's say, where the document gives it one and the meeting has a chair of its own. */
    static Optional<Cited<String>> chairs(Case c, Rule rule) {
        return c.rules().text(rule).filter(r -> !c.matter().field("kind").orElse("").equals(TOWN));
    }

    /** A meeting that the calendar asks for can't be called off: not held, it stays overdue. */
    private static Action cancel() {
        return CommonActions.withdraw(OFFICE, "proposed", "called", "dated", "collecting", "approving", "ready")
                .barredBy(c -> c.matter().field("period").map(p -> Refusal.rule("owed-by-the-period", "定期会议不能取消；改期请重新确定会期",
                        Optional.ofNullable(c.policy().duties().get(Duty.MEETING_CONVENE)).flatMap(DutyRule::cadence).map(Cited::citation).orElse(c.rules().citation()))));
    }
}
