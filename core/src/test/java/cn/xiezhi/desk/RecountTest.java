package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyArchive;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.procedure.House;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.WorkCalendar;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A limit that reached into a year without a notice is counted anew when the notice arrives, with a ledger entry. */
class RecountTest {
    private static final Instant WED_2025_12_31 = Instant.parse("2025-12-31T02:00:00Z");
    private final House house = new House();
    private final String id;
    private Matter kept;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private int commits;

    RecountTest() {
        house.now = WED_2025_12_31;
        id = house.opened("discoveredAt", "2025-12-31T10:00:00+08:00");
        kept = house.matter(id);
        ledger.addAll(house.ledger(id));
    }

    private MatterStore store() {
        return (MatterStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {MatterStore.class}, (proxy, method, args) -> switch (method.getName()) {
            case "provisional" -> kept.obligations().stream().anyMatch(o -> o.open() && o.provisional()) ? List.of(id) : List.of();
            case "find" -> Optional.of(kept);
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

    private PolicyArchive archive() {
        return new PolicyArchive() {
            @Override
            public void record(PolicyInForce policy) {}

            @Override
            public List<Version> versions(String jurisdiction) {
                return List.of();
            }

            @Override
            public Optional<String> text(String jurisdiction, String version) {
                return Optional.of("snapshot");
            }
        };
    }

    private void arrives(WorkCalendar calendar) {
        Policy policy = house.policy;
        RuleBook book = new RuleBook(new TreeMap<>(Map.of("test", new PolicyInForce(policy, Instant.EPOCH, "snapshot"))), calendar);
        new Recount(store(), archive(), text -> policy, Clock.fixed(WED_2025_12_31, ZoneOffset.UTC)).changed(book);
    }

    private static WorkCalendar with2026() {
        List<CalendarYear> years = new ArrayList<>(House.calendar2025().years().values());
        years.add(new CalendarYear(2026, Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)), Set.of(LocalDate.of(2026, 1, 4)), "国办发明电〔2025〕7号"));
        return WorkCalendar.of(years);
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
        assertTrue(Ledger.intact(kept, ledger));
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
