package cn.xiezhi.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.desk.Unattended;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.KeptRules;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Zone;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the clock does over days, restarts and outages; its time is set by the test. */
class TimekeeperTest {
    /** When the county's rules first came into force on this machine. */
    private static final String FIRST = "2025-08-15T09:00:00";

    private final House house = new House();
    private final Kept kept = new Kept();
    /** Besides the platform's own. */
    private final List<Procedure> procedures = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private Instant now = at("2025-09-30T10:00:00");
    private boolean counted = true;
    private boolean suspended;

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + "+08:00").toInstant();
    }

    /** As after a start: nothing is remembered but what is kept. */
    private Timekeeper started() {
        RuleArchive archive = new KeptRules().with("test", "1", at(FIRST), "snapshot").with("test", "2", at("2025-09-20T09:00:00"), "snapshot");
        Rules rules = Rules.of(new RuleBook(suspended ? new TreeMap<>() : new TreeMap<>(Map.of("test", new PolicyInForce(house.policy, Instant.EPOCH, "snapshot"))), House.calendar2025()));
        Accounts people = listing(Accounts.class, () -> accounts);
        Unattended unattended = new Unattended(kept.store(), archive, text -> house.policy, listing(Organs.class, () -> List.copyOf(house.organs.values())), people,
                listing(Items.class, List::of), clock(), this::known);
        return new Timekeeper(unattended, kept.store(), kept, kept.drafts(), archive, rules, people, (jurisdiction, calendar) -> counted, clock());
    }

    private Procedures known() {
        return procedures.stream().reduce(Procedures.own(), Procedures::with, (a, b) -> b);
    }

    /** A register of which only the list is asked for. */
    private static <T> T listing(Class<T> register, Supplier<List<?>> all) {
        return register.cast(Proxy.newProxyInstance(register.getClassLoader(), new Class<?>[] {register}, (proxy, method, args) -> {
            if (!method.getName().equals("of")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return all.get();
        }));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** A transfer that the town has to send in five working days: 9, 10, 11, 13 and 14 October. */
    private String opened() {
        String id = house.opened();
        kept.matters.put(id, house.matter(id));
        return id;
    }

    private void passes(String until, Timekeeper timekeeper) {
        for (Instant end = at(until); now.isBefore(end); now = now.plusSeconds(7200)) {
            timekeeper.tick();
        }
        now = at(until);
        timekeeper.tick();
    }

    @Test
    void overTheDays_eachStageIsSentOnce_inItsTime() {
        opened();
        passes("2025-10-30T10:00:00", started());
        assertEquals(List.of("yellow 2025-10-13", "red 2025-10-15", "leader 2025-10-16", "meeting 2025-10-22"),
                kept.sorted().map(n -> n.kind().code() + " " + Zone.day(n.at())).toList());
        assertEquals(4, kept.sent().size(), "none of them was late");
    }

    @Test
    void whereTheRulesAreSuspended_whatRunsIsRemindedAndActedOn_andNothingIsOpened() {
        procedures.add(monthly(true));
        suspended = true;
        opened();
        waking("s2", "supervision", Zone.endOf(LocalDate.of(2025, 10, 3)));
        int before = kept.matters.size();
        passes("2025-10-15T10:00:00", started());
        assertTrue(kept.sent().contains(Kind.RED));
        assertEquals("deciding", kept.matters.get("s2").state());
        assertEquals(before, kept.matters.size());
    }

    @Test
    void threeRestarts_tellNobodyTwice() {
        opened();
        now = at("2025-10-15T00:00:00");
        for (int start = 0; start < 4; start++) {
            started().tick();
            now = now.plusSeconds(30);
        }
        assertEquals(List.of(Kind.RED), kept.sent());
        assertEquals(2, kept.notices.size(), "and yellow, skipped");
    }

    @Test
    void whatIsDone_isNoLongerReminded() {
        String id = opened();
        house.now = now;
        house.attach(house.officer("town"), id, "letter", Optional.empty());
        house.act(house.officer("town"), id, "send");
        kept.matters.put(id, house.matter(id));
        passes("2025-10-09T00:00:00", started());
        assertEquals(List.of(), kept.sent());
    }

    @Test
    void anExtendedLimit_isRemindedAgain() {
        String id = opened();
        now = at("2025-10-14T09:00:00");
        started().tick();
        house.now = now;
        house.act(house.officer("town"), id, "extend", "extensionReason", "案情复杂", "extensionNotice", "已告知");
        kept.matters.put(id, house.matter(id));
        started().tick();
        assertEquals(List.of(Kind.YELLOW), kept.sent(), "ten working days in all now");
        now = at("2025-10-20T00:00:00");
        started().tick();
        assertEquals(List.of(Kind.YELLOW, Kind.YELLOW), kept.sent());
    }

    @Test
    void whileLimitsAreCountedAnew_nobodyIsToldOfTheOldOnes() {
        opened();
        now = at("2025-10-15T00:00:00");
        counted = false;
        Timekeeper timekeeper = started();
        timekeeper.tick();
        assertEquals(List.of(), kept.sent());
        counted = true;
        timekeeper.tick();
        assertEquals(List.of(Kind.RED), kept.sent());
    }

    @Test
    void databaseGone_isCaughtUpInTheNextRound() {
        opened();
        now = at("2025-10-13T00:00:00");
        Timekeeper timekeeper = started();
        kept.down = true;
        timekeeper.tick();
        kept.down = false;
        timekeeper.tick();
        assertEquals(List.of(Kind.YELLOW), kept.sent());
    }

    @Test
    void manyObligations_areAllReached_pageByPage() {
        for (int i = 0; i < 230; i++) {
            opened();
        }
        now = at("2025-11-20T09:00:00");
        started().tick();
        assertEquals(3 * 230, kept.sent().size());
        started().tick();
        assertEquals(4 * 230, kept.notices.size());
    }

    /** A regular meeting, as the calendar opens it each month. */
    private Procedure monthly(boolean ready) {
        return Procedure.named("monthly", "月度会商").state("due", "待召开").part("office", "办公室")
                .opening(Action.named("open", "到期").asks(Field.text("period", "本期")).barredBy(c -> ready ? Optional.empty() : Optional.of(Refusal.conflict("no-office", "没有办公室")))
                        .then((c, d) -> {
                            d.title(c.in("period").orElseThrow());
                            d.party("office", "meeting");
                            d.to("due");
                        }))
                .periodic((situation, from) -> {
                    List<Period> begun = new ArrayList<>();
                    for (YearMonth month = YearMonth.from(Zone.day(from)); !month.isAfter(YearMonth.from(Zone.day(situation.now()))); month = month.plusMonths(1)) {
                        begun.add(new Period(month.toString(), Map.of("period", month.toString())));
                    }
                    return begun;
                }).made();
    }

    private List<String> titles() {
        return kept.matters.values().stream().map(Matter::title).toList();
    }

    @Test
    void anOutageOverTwoMonthEnds_isCaughtUp_andNothingIsOpenedTwice() {
        procedures.add(monthly(true));
        now = at("2025-08-20T09:00:00");
        started().tick();
        assertEquals(List.of("2025-08"), titles(), "the month in which the rules came into force, and none before");
        now = at("2025-10-01T00:00:01");
        Timekeeper[] nodes = {started(), started()};
        Arrays.stream(nodes).forEach(Timekeeper::tick);
        Arrays.stream(nodes).forEach(Timekeeper::tick);
        started().tick();
        assertEquals(List.of("2025-08", "2025-09", "2025-10"), titles());
        assertTrue(kept.openedUnder.containsKey("periodic:monthly:2025-09"));
    }

    @Test
    void whatCannotBeOpened_keepsNothingElseFromBeingDone_andIsTriedAgain() {
        opened();
        procedures.add(0, monthly(false));
        procedures.add(1, Procedure.named("broken", "坏的").state("s", "状态").opening(Action.named("open", "开")).periodic((s, from) -> {
            throw new IllegalStateException("broken");
        }).made());
        now = at("2025-10-15T09:00:00");
        Timekeeper timekeeper = started();
        timekeeper.tick();
        assertEquals(List.of(Kind.RED), kept.sent());
        assertEquals(1, kept.matters.size());
        procedures.set(0, monthly(true));
        timekeeper.tick();
        assertEquals(4, kept.matters.size(), "August, September and October");
    }

    private List<String> told() {
        return kept.sorted().filter(n -> !n.skipped()).map(n -> Zone.day(n.at()) + " " + n.to().text() + " " + n.text()).toList();
    }

    private static Account officer(String user, String name, boolean enabled, Optional<LocalDate> until) {
        return new Account(user, "test", "bureau", name, Set.of(), List.of(new Certificate(Certificate.Kind.ENFORCEMENT, "证-1", until)), "hash", false, enabled, 0, Optional.empty());
    }

    @Test
    void aCertificateThatRunsOut_isForetoldThirtyAndSevenDaysBefore_toTheOfficerAndTheLeaders() {
        accounts.add(officer("wang", "王𠮷", true, Optional.of(LocalDate.of(2025, 10, 31))));
        accounts.add(officer("li", "李", false, Optional.of(LocalDate.of(2025, 10, 31))));
        accounts.add(officer("zhao", "赵", true, Optional.empty()));
        passes("2025-10-30T10:00:00", started());
        assertEquals(List.of("2025-10-01 @wang 您的行政执法证将于10月31日 24:00到期，请办理换证", "2025-10-01 bureau/leader 王𠮷的行政执法证将于10月31日 24:00到期，请安排换证",
                "2025-10-24 @wang 您的行政执法证将于10月31日 24:00到期，请办理换证", "2025-10-24 bureau/leader 王𠮷的行政执法证将于10月31日 24:00到期，请安排换证"), told());
        started().tick();
        assertEquals(4, kept.notices.size(), "a restart says nothing twice");

        accounts.set(0, officer("wang", "王𠮷", true, Optional.of(LocalDate.of(2025, 11, 20))));
        started().tick();
        assertEquals(6, told().size(), "another day is another notice");
    }

    @Test
    void foundTooLate_onlyTheLastIsSaid() {
        accounts.add(officer("wang", "王", true, Optional.of(LocalDate.of(2025, 9, 1))));
        started().tick();
        assertEquals(List.of("2025-09-30 @wang 您的行政执法证已于9月1日 24:00到期，请办理换证", "2025-09-30 bureau/leader 王的行政执法证已于9月1日 24:00到期，请安排换证"), told());
        assertEquals(4, kept.notices.size());
    }

    @Test
    void aMatterThatEndsWithItsTerm_isForetoldToTheLeadersOfItsOrgans() {
        procedures.add(Procedure.named("term", "有期限的").state("inForce", "有效").end("expired", "期满").part("giver", "委托方").part("taker", "受托方")
                .opening(Action.named("open", "开始").then((c, d) -> d.to("inForce")))
                .actions(Action.named("expire", "期满").from("inForce").automatic(m -> m.field("until").map(LocalDate::parse).map(Zone::endOf))).made());
        Instant end = Zone.endOf(LocalDate.of(2025, 10, 20));
        kept.matters.put("e1", new Matter("test", "e1", "term", "委托城关镇", "inForce", true, 1, Map.of("giver", Set.of("bureau"), "taker", Set.of("town")), Set.of(),
                Map.of("until", "2025-10-20"), List.of(), List.of(), Optional.empty(), Optional.empty(), "x", now, now, "1", 1, "", Optional.of(end)));
        passes("2025-10-14T10:00:00", started());
        assertEquals(List.of("2025-09-30 bureau/leader", "2025-09-30 town/leader", "2025-10-13 bureau/leader", "2025-10-13 town/leader"),
                told().stream().map(t -> t.substring(0, t.indexOf(' ', 11))).sorted().toList());
        assertTrue(told().get(0).endsWith("“委托城关镇”将于10月20日 24:00到期，需要继续的请及时办理"));
    }

    private void waking(String id, String procedure, Instant at) {
        Obligation report = new Obligation(id + "-1", Duty.SUPERVISION_RECTIFY, Variant.NORMAL, "town", House.TUE_2025_09_30_10H, Limit.calendarDays(3),
                Optional.of(LocalDate.of(2025, 10, 3)), Optional.of(at), false, Obligation.Status.OPEN, Optional.empty(), "1", "通知书");
        kept.matters.put(id, new Matter("test", id, procedure, "监督", "noticed", true, 1, Map.of("supervisor", Set.of("justice"), "supervised", Set.of("town")), Set.of(),
                Map.of(), List.of(), List.of(report), Optional.empty(), Optional.empty(), "x", now, now, "1", 1, Ledger.BEGINNING, Optional.of(at)));
    }

    @Test
    void whoseTimeHasCome_isActedOnOnce_alsoAfterAnOutage_whateverFailsBesideIt() {
        Instant end = Zone.endOf(LocalDate.of(2025, 10, 3));
        waking("s1", "no such procedure", end);
        waking("s2", "supervision", end);
        now = end.minusMillis(1);
        started().tick();
        assertEquals("noticed", kept.matters.get("s2").state());
        now = at("2025-11-03T10:00:00");
        for (int start = 0; start < 3; start++) {
            started().tick();
        }
        assertEquals("deciding", kept.matters.get("s2").state());
        assertEquals(2, kept.matters.get("s2").version());
        assertEquals("noticed", kept.matters.get("s1").state());
    }

    @Test
    void whoActsAtTheSameMoment_isNotOverridden_andWhatIsLeftIsDoneInTheNextRound() {
        Instant end = Zone.endOf(LocalDate.of(2025, 10, 3));
        waking("s2", "supervision", end);
        now = end;
        kept.raced = true;
        Timekeeper timekeeper = started();
        timekeeper.tick();
        assertEquals("noticed", kept.matters.get("s2").state());
        timekeeper.tick();
        assertEquals("deciding", kept.matters.get("s2").state());
    }

    @Test
    void draftsThatNobodyTouchedForThirtyDays_areTakenOut() {
        started().tick();
        assertEquals(Map.of("test", now.minus(Duration.ofDays(30))), kept.draftsKeptFrom);
    }
}
