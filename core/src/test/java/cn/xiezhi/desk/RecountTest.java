package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.KeptRules;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.procedure.House;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A running limit is counted anew when a calendar arrives by which it ends on another day, with a ledger entry; every other is left alone. */
class RecountTest {
    private static final Instant WED_2025_12_31 = Instant.parse("2025-12-31T02:00:00Z");
    private final House house = new House();
    private String id;
    private Matter kept;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private int commits;
    private int loaded;
    private int pages;

    RecountTest() {
        opens("2025-12-31T10:00:00+08:00");
    }

    /** A transfer that is to be sent in five working days from then. */
    private void opens(String discoveredAt) {
        house.now = OffsetDateTime.parse(discoveredAt).toInstant();
        id = house.opened("discoveredAt", discoveredAt);
        kept = house.matter(id);
        ledger.clear();
        ledger.addAll(house.ledger(id));
    }

    private static Matter owing(Matter m, Obligation... obligations) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version(), m.parties(), m.awaiting(), m.fields(),
                m.attachments(), List.of(obligations), m.origin(), m.assignee(), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(), m.ledgerLength(),
                m.ledgerHead(), m.wakesAt());
    }

    private MatterStore store() {
        return (MatterStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {MatterStore.class}, (proxy, method, args) -> switch (method.getName()) {
            case "running" -> {
                pages++;
                yield kept.obligations().stream().filter(o -> o.open() && o.lastDay().isPresent()).map(o -> new MatterStore.Running(id, o)).toList();
            }
            case "find" -> {
                loaded++;
                yield Optional.of(kept);
            }
            case "commit" -> {
                MatterChange change = ((MatterStore.Commit) args[0]).changes().get(0);
                kept = change.after();
                ledger.addAll(change.entries());
                commits++;
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private void arrives(WorkCalendar calendar) {
        counter().count(book(calendar, Map.of()));
    }

    private Recount counter() {
        return new Recount(store(), new KeptRules().with("test", house.policy.version(), Instant.EPOCH, "snapshot"), text -> house.policy, Clock.fixed(WED_2025_12_31, ZoneOffset.UTC), () -> house.procedures);
    }

    private RuleBook book(WorkCalendar calendar, Map<String, WorkCalendar> calendars) {
        return new RuleBook(new TreeMap<>(Map.of("test", new PolicyInForce(house.policy, Instant.EPOCH, "snapshot"))), calendar, calendars);
    }

    private static WorkCalendar with2026() {
        List<CalendarYear> years = new ArrayList<>(House.calendar2025().years().values());
        years.add(new CalendarYear(2026, Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)), Set.of(LocalDate.of(2026, 1, 4)), "国办发明电〔2025〕7号"));
        return WorkCalendar.of(years);
    }

    /** As in 2019: Labour Day is made longer when the year has long begun. */
    private static WorkCalendar longerLabourDay() {
        CalendarYear year = House.calendar2025().years().get(2025);
        Set<LocalDate> holidays = new HashSet<>(year.holidays());
        LocalDate.of(2025, 5, 1).datesUntil(LocalDate.of(2025, 5, 6)).forEach(holidays::add);
        return WorkCalendar.of(List.of(new CalendarYear(2025, holidays, year.workdays(), year.source())));
    }

    @Test
    void noticeArrives_movesTheProvisionalEnd_andWritesOldAndNewIntoTheLedger() {
        Obligation before = kept.obligations().get(0);
        assertTrue(before.provisional());
        assertEquals(Optional.of(LocalDate.of(2026, 1, 7)), before.lastDay(), "by plain weekends: 1, 2, 5, 6, 7 Jan");
        arrives(with2026());
        Obligation after = kept.obligations().get(0);
        // 1–3 Jan are days off, Sun 4 Jan is made a working day: 4, 5, 6, 7, 8 Jan.
        assertEquals(Optional.of(LocalDate.of(2026, 1, 8)), after.lastDay());
        assertFalse(after.provisional());
        LedgerEntry entry = ledger.get(ledger.size() - 1);
        assertEquals("recount", entry.action());
        assertTrue(entry.details().get("was").contains("2026-01-07") && entry.details().get("due").contains("2026-01-08"));
        assertEquals("国办发明电〔2024〕12号；国办发明电〔2025〕7号", entry.details().get("calendar"), "by which notices the years are counted");
        assertTrue(Ledger.intact(kept, ledger));
    }

    @Test
    void aCalendarOfTheJurisdictionsOwn_countsBeforeTheOneForAll() {
        counter().count(book(House.calendar2025(), Map.of("elsewhere", with2026())));
        assertEquals(0, commits, "another's calendar moves nothing here");
        counter().count(book(House.calendar2025(), Map.of("test", with2026())));
        assertEquals(Optional.of(LocalDate.of(2026, 1, 8)), kept.obligations().get(0).lastDay());
    }

    /** The jurisdiction goes back to its former calendar: the end is provisional again, and the record says why. */
    @Test
    void aNoticeThatIsTakenBack_makesTheEndProvisionalAgain() {
        Recount counter = counter();
        counter.count(book(with2026(), Map.of()));
        counter.count(book(House.calendar2025(), Map.of()));
        assertEquals(Optional.of(LocalDate.of(2026, 1, 7)), kept.obligations().get(0).lastDay());
        assertTrue(kept.obligations().get(0).provisional());
        assertEquals("国办发明电〔2024〕12号；2026年放假通知未发布", ledger.get(ledger.size() - 1).details().get("calendar"));
    }

    /** Rules are swapped many times a day, calendars once a year. */
    @Test
    void otherRulesOnTheSameNotices_areNotCountedThroughAgain() {
        Recount counter = counter();
        assertFalse(counter.done("test", with2026()));
        counter.count(book(with2026(), Map.of()));
        assertTrue(counter.done("test", with2026()));
        assertFalse(counter.done("test", House.calendar2025()));
        pages = 0;
        counter.count(book(with2026(), Map.of()));
        counter.count(book(House.calendar2025(), Map.of("test", with2026())));
        assertEquals(0, pages, "not a single obligation is looked at");
    }

    @Test
    void noticeAmendedInMidYear_movesWhatIsRunning_andLeavesTheOthersAlone() {
        opens("2025-04-28T10:00:00+08:00");
        Obligation before = kept.obligations().get(0);
        assertEquals(Optional.of(LocalDate.of(2025, 5, 5)), before.lastDay(), "29, 30 April, 1, 2, 5 May");
        assertFalse(before.provisional());
        arrives(longerLabourDay());
        assertEquals(Optional.of(LocalDate.of(2025, 5, 8)), kept.obligations().get(0).lastDay(), "29, 30 April, 6, 7, 8 May");
        assertEquals(before.policyVersion(), kept.obligations().get(0).policyVersion());
        assertEquals("移送 2025-05-05", ledger.get(ledger.size() - 1).details().get("was"));
        assertEquals("移送 2025-05-08", ledger.get(ledger.size() - 1).details().get("due"));

        opens("2025-06-03T10:00:00+08:00");
        Matter june = kept;
        loaded = 0;
        arrives(longerLabourDay());
        assertEquals(june, kept);
        assertEquals(0, loaded, "what is not different is not even loaded");
    }

    @Test
    void aLimitThatAPaperSet_stays() {
        opens("2025-04-28T10:00:00+08:00");
        Obligation o = kept.obligations().get(0);
        Obligation byPaper = new Obligation(o.id(), o.duty(), o.variant(), o.owedBy(), o.trigger(), Limit.calendarDays(3), Optional.of(LocalDate.of(2025, 5, 1)),
                Optional.of(Zone.endOf(LocalDate.of(2025, 5, 1))), false, o.status(), o.closedAt(), o.policyVersion(), "通知书");
        kept = owing(kept, byPaper);
        arrives(longerLabourDay());
        assertEquals(List.of(byPaper), kept.obligations());
        assertEquals(0, commits);
    }

    @Test
    void secondTime_changesNothing() {
        arrives(with2026());
        arrives(with2026());
        assertEquals(1, commits);
    }

    @Test
    void withoutANewNotice_nothingIsWritten() {
        arrives(House.calendar2025());
        assertEquals(0, commits);
    }
}
