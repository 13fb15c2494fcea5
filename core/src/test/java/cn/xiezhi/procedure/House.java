package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeLevel.By;
import cn.xiezhi.policy.DisputeLevel.Kind;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A county for tests: made up, so that every rule can be switched on by itself, or with a real policy. */
public final class House {
    public static final Instant TUE_2025_09_30_10H = Instant.parse("2025-09-30T02:00:00Z");

    public final Map<String, Organ> organs = new LinkedHashMap<>();
    private final Map<String, Matter> matters = new HashMap<>();
    private final Map<String, List<LedgerEntry>> ledgers = new HashMap<>();
    public Procedures procedures = Procedures.own();
    public Policy policy;
    public Instant now = TUE_2025_09_30_10H;
    private final WorkCalendar calendar;
    private int ids;
    private final Map<String, Officer> people = new LinkedHashMap<>();
    private final Lookup lookup = new Lookup() {
        @Override
        public Optional<Matter> matter(String id) {
            return Optional.ofNullable(matters.get(id));
        }

        @Override
        public List<Matter> matters(String procedure, Instant openedFrom) {
            return matters.values().stream().filter(m -> m.procedure().equals(procedure) && !m.openedAt().isBefore(openedFrom))
                    .sorted(Comparator.comparing(Matter::openedAt).thenComparing(Matter::id).reversed()).toList();
        }

        @Override
        public List<Matter> matters(String procedure, String organ, Instant openedFrom) {
            return matters(procedure, openedFrom).stream().filter(m -> m.involves(organ)).toList();
        }

        @Override
        public List<Matter> linked(String origin) {
            return from(origin).stream().sorted(Comparator.comparing(Matter::openedAt)).toList();
        }

        @Override
        public Map<String, Officer> people(String organ) {
            Map<String, Officer> found = new LinkedHashMap<>();
            people.values().stream().filter(o -> o.organ().id().equals(organ)).forEach(o -> found.put(o.user(), o));
            return found;
        }

        @Override
        public List<Matter> owing(String organ, Predicate<Matter> which) {
            return matters.values().stream().filter(m -> m.obligations().stream().anyMatch(o -> o.open() && o.owedBy().equals(organ))).filter(which)
                    .sorted(Comparator.comparing(Matter::id)).limit(MOST_OWING).toList();
        }

        @Override
        public Optional<String> item(String code) {
            return Optional.of(code).filter("I-1"::equals).map(c -> "占道经营");
        }
    };

    public House() {
        this(calendar2025());
        policy = policy(plain());
    }

    /** With a real policy; its organs are the made-up ones. */
    public House(Policy policy, WorkCalendar calendar) {
        this(calendar);
        this.policy = policy;
    }

    private House(WorkCalendar calendar) {
        this.calendar = calendar;
        organ("town", Organ.Kind.TOWNSHIP);
        organ("bureau", Organ.Kind.DEPARTMENT);
        organ("third", Organ.Kind.DEPARTMENT);
        organ("justice", Organ.Kind.JUSTICE_BUREAU);
        organ("government", Organ.Kind.GOVERNMENT);
        organ("legal", Organ.Kind.LEGAL_OFFICE);
        organ("meeting", Organ.Kind.JOINT_MEETING);
        organ("unit", Organ.Kind.INTERNAL_UNIT);
        organ("police", Organ.Kind.POLICE);
        organ("procuratorate", Organ.Kind.PROCURATORATE);
        person("town-2", "乙", "town");
    }

    private void organ(String id, Organ.Kind kind) {
        organs.put(id, new Organ(id, "test", id, kind, Optional.empty(), Optional.empty()));
    }

    /** Somebody of an organ who can be named in forms. */
    public Officer person(String user, String name, String organ, Role... roles) {
        Officer officer = new Officer(user, name, organs.get(organ), roles.length == 0 ? Set.of(Role.OFFICER) : Set.copyOf(Arrays.asList(roles)));
        people.put(user, officer);
        return officer;
    }

    /** Somebody with a certificate that is valid up to a day. */
    public Officer certified(String user, String name, String organ, Certificate.Kind kind, LocalDate until) {
        Officer plain = person(user, name, organ);
        Officer officer = new Officer(plain.user(), plain.name(), plain.organ(), plain.roles(), List.of(new Certificate(kind, "证" + user, Optional.of(until))));
        people.put(user, officer);
        return officer;
    }

    /** The county has a procedure, with what its document says of it. */
    public void rules(String procedure, ProcedureRules rules) {
        Map<String, ProcedureRules> all = new HashMap<>(policy.procedures());
        all.put(procedure, rules);
        policy = new Policy(policy.jurisdiction(), policy.version(), policy.documents(), policy.duties(), policy.transfer(), policy.dispute(), all);
    }

    /** The county has a duty. */
    public void duty(DutyRule rule) {
        Map<Duty, DutyRule> all = new HashMap<>(policy.duties());
        all.put(rule.duty(), rule);
        policy = new Policy(policy.jurisdiction(), policy.version(), policy.documents(), all, policy.transfer(), policy.dispute(), policy.procedures());
    }

    public static Cited<String> rule(String section) {
        return new Cited<>("规则" + section, "测试办法 " + section);
    }

    /** Asks for nothing but what every document has. */
    public static TransferRules plain() {
        Optional<Cited<String>> none = Optional.empty();
        return new TransferRules(rule("名义"), true, none, List.of(new Material("letter", "移送函", true, false, false, "测试办法 材料")), Optional.empty(), none, none, none,
                none, none, rule("制止"), none, none, none, none, none, none);
    }

    public Policy policy(TransferRules transfer) {
        Map<Duty, DutyRule> duties = new HashMap<>();
        duty(duties, Duty.TRANSFER_SEND, Optional.of(new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.workingDays(10)), true, "测试办法 延长")),
                Map.of(Variant.NORMAL, limit(Limit.workingDays(5)), Variant.URGENT, limit(Limit.hours(24))));
        duty(duties, Duty.TRANSFER_ACKNOWLEDGE, Optional.empty(), Map.of(Variant.NORMAL, limit(Limit.workingDays(5))));
        duty(duties, Duty.TRANSFER_RESULT, Optional.empty(), Map.of(Variant.NORMAL, limit(Limit.promptly())));
        return new Policy(new Jurisdiction("test", "测试县", Optional.empty()), "1", List.of(), duties, transfer, new DisputeRules(
                List.of(level("negotiate", Kind.NEGOTIATE, By.PARTIES), level("coordinate", Kind.COORDINATE, By.JUSTICE_BUREAU), level("decide", Kind.DECIDE, By.GOVERNMENT)),
                List.of(level("negotiate", Kind.NEGOTIATE, By.PARTIES), level("decide", Kind.DECIDE, By.GOVERNMENT)), Optional.empty()), Map.of());
    }

    public static DisputeLevel level(String id, Kind kind, By by) {
        return new DisputeLevel(id, id, kind, by, "测试办法 争议 " + id);
    }

    private static LimitRule limit(Limit limit) {
        return new LimitRule(limit, Optional.empty(), "测试办法 时限");
    }

    private static void duty(Map<Duty, DutyRule> duties, Duty duty, Optional<Extension> extension, Map<Variant, LimitRule> limits) {
        duties.put(duty, new DutyRule(duty, limits, extension, Optional.empty(), Optional.empty()));
    }

    public static WorkCalendar calendar2025() {
        List<LocalDate> nationalDay = LocalDate.of(2025, 10, 1).datesUntil(LocalDate.of(2025, 10, 9)).toList();
        return WorkCalendar.of(List.of(new CalendarYear(2025, Set.copyOf(nationalDay), Set.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)), "国办发明电〔2024〕12号")));
    }

    public Officer officer(String organ, Role... roles) {
        Set<Role> held = roles.length == 0 ? Set.of(Role.OFFICER) : Set.copyOf(Arrays.asList(roles));
        return new Officer(organ + "-1", organ + "甲", organs.get(organ), held);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    private Situation situation() {
        return new Situation(procedures, policy, calendar, organs, lookup, now, () -> "m" + ++ids);
    }

    /** What a plain transfer from the town to the bureau is opened with; more and other values on top. */
    public Map<String, String> transferInput(String... more) {
        Map<String, String> input = new LinkedHashMap<>(Map.of("receiver", "bureau", "cases", "未取得许可施工", "facts", "现场检查发现", "discoveredAt", "2025-09-30T10:00:00+08:00",
                "urgency", "normal", "inNameOf", "organ"));
        input.putAll(input(more));
        return input;
    }

    public static Map<String, String> input(String... pairs) {
        Map<String, String> input = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            input.put(pairs[i], pairs[i + 1]);
        }
        return input;
    }

    public Outcome open(Officer who, Procedure procedure, Optional<String> origin, Map<String, String> input) {
        return kept(Decisions.open(situation(), who, procedure, origin.map(matters::get), input));
    }

    /** Opens a plain transfer and gives its id. */
    public String opened(String... more) {
        return ((Outcome.Decision) open(officer("town"), Transfer.CASE, Optional.empty(), transferInput(more))).changes().get(0).after().id();
    }

    /** What stands in a field of an action's form before anything is typed. */
    public Optional<String> preset(Officer who, String id, String action, String field) {
        return procedures.of(matter(id)).action(action).orElseThrow().fields(seen(who, id)).stream().filter(f -> f.id().equals(field)).findFirst().orElseThrow().preset();
    }

    public Outcome act(Officer who, String id, String action, String... input) {
        Procedure procedure = procedures.of(matter(id));
        return kept(Decisions.act(seen(who, id, input), procedure, procedure.action(action).orElseThrow()));
    }

    /** What the calendar opens by itself, since a moment. */
    public List<Outcome> opensPeriods(Procedure procedure, Instant from) {
        return procedure.periodic().orElseThrow().begun(situation(), from).stream().map(p -> kept(Decisions.open(situation(), procedure, p))).toList();
    }

    /** What the platform does by itself now. */
    public Optional<Outcome> wake(String id) {
        return Decisions.wake(situation(), matter(id), matter(id).origin().map(matters::get)).map(this::kept);
    }

    public Case seen(Officer who, String id, String... input) {
        return new Case(situation(), who, matter(id), matter(id).origin().map(matters::get), input(input));
    }

    public Outcome attach(Officer who, String id, String slot, Optional<Integer> pages) {
        return kept(Decisions.attach(seen(who, id), procedures.of(matter(id)),
                new Attachment("a" + ++ids, slot + ".pdf", "application/pdf", 3, "00", slot, pages, now, who.user())));
    }

    /** Opened, with its letter, and sent. */
    public String sent(String... more) {
        String id = opened(more);
        attach(officer("town"), id, "letter", Optional.empty());
        act(officer("town"), id, "send");
        return id;
    }

    public List<String> possible(Officer who, String id) {
        return Decisions.possible(seen(who, id), procedures.of(matter(id))).stream().map(Action::id).toList();
    }

    public Matter matter(String id) {
        return Optional.ofNullable(matters.get(id)).orElseThrow();
    }

    public List<LedgerEntry> ledger(String id) {
        return ledgers.get(id);
    }

    /** The matters that came from one. */
    public List<Matter> from(String origin) {
        return matters.values().stream().filter(m -> m.origin().equals(Optional.of(origin))).toList();
    }

    public Outcome kept(Outcome outcome) {
        if (outcome instanceof Outcome.Decision d) {
            for (MatterChange change : d.changes()) {
                matters.put(change.after().id(), change.after());
                ledgers.computeIfAbsent(change.after().id(), x -> new ArrayList<>()).addAll(change.entries());
                assertEquals(change.after().obligations(), Trail.replay(ledger(change.after().id())), "whatever is played, the ledger alone tells what is owed");
                standsOnItsWay(change.after());
            }
        }
        return outcome;
    }

    /** Whatever is played: the way leads over the states that were entered to the one it is in, and on to where nothing is expected any more. */
    private void standsOnItsWay(Matter m) {
        Procedure procedure = procedures.of(m);
        if (procedure.isStandIn()) {
            return;
        }
        Case c = new Case(situation(), Officer.SYSTEM, m, m.origin().map(matters::get), Map.of());
        List<Way.Step> way = Way.of(c, procedure, ledger(m.id()));
        String told = procedure.id() + " " + m.state() + ": " + way;
        assertEquals(List.of(m.state()), way.stream().filter(s -> s.status() == Way.Status.HERE).map(Way.Step::state).toList(), told);
        assertEquals(way.size(), way.stream().map(Way.Step::state).distinct().count(), told);
        way.forEach(s -> assertEquals(s.status() == Way.Status.AHEAD, s.entered().isEmpty(), told));
        way.forEach(s -> assertEquals(!procedure.way().apply(c).contains(procedure.state(s.state()).id()), s.aside(), told));
        String last = way.get(way.size() - 1).state();
        boolean over = !procedure.state(last).open() || procedure.actions().stream().noneMatch(a -> a.expected() && a.from().contains(last));
        assertTrue(over, told);
        assertEquals(m.awaiting().isEmpty() && m.obligations().stream().noneMatch(o -> o.open()), Waiting.of(c, procedure, ledger(m.id())).isEmpty(), told);
    }
}
