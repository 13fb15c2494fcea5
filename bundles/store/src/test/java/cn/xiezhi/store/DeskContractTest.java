package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.in;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.openedAt;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Lately;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.desk.DeskPart;
import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Tally;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands on whose desk, and what has moved lately. In each matter fenghuang is the sender, urban the receiver. */
abstract class DeskContractTest extends OnDatabase {
    private static final Instant DUE = TUE_2025_09_30;

    private Lately lately;

    @BeforeAll
    void port() {
        lately = new LatelyReader(database.work());
    }

    @Test
    void whatOneOrganOwes_standsOnItsDesk_andAsOthersDueOnThoseOfTheOtherParties() {
        keep(owing(matter(here, "m"), obligation("a", "urban", DUE.plusMillis(2)), obligation("b", "fenghuang", DUE), withoutNumber("c", "urban"),
                obligation("d", "urban", DUE).closed(Obligation.Status.MET, DUE), obligation("e", "government", DUE.plusMillis(1))));
        keep(owing(matter(there, "m"), obligation("x", "urban", DUE)));

        assertEquals(List.of("a", "c"), on(new DeskPart("urban", true, Optional.empty(), Optional.empty())));
        assertEquals(List.of("b", "e"), on(others("urban")));
        assertEquals(List.of("e", "a", "c"), on(others("fenghuang")));
        assertEquals(List.of("e"), on(DeskPart.owedBy("government")), "who owes something without a part in the matter");
        assertEquals(List.of(), on(others("government")));
        assertEquals(new Counts(2, 0, 0, 0), store.counts(here, others("urban"), DUE.plusMillis(1), DUE.plusMillis(2)));
        assertEquals(new Counts(1, 1, 0, 1), store.counts(here, others("fenghuang"), DUE.plusMillis(1), DUE.plusMillis(2)));
    }

    @Test
    void aDesk_followsWhatBecomesOfItsMatters() {
        Matter opened = keep(owing(matter(here, "m"), obligation("a", "urban", DUE), obligation("b", "fenghuang", DUE)));
        Matter next = keep(assigned(owing(opened, obligation("a", "urban", DUE).closed(Obligation.Status.MET, DUE), obligation("b", "fenghuang", DUE.plusMillis(5)),
                obligation("z", "urban", DUE.plusMillis(9))), "li"));

        assertEquals(List.of("z"), on(DeskPart.owedBy("urban")));
        assertEquals(List.of("z"), on(new DeskPart("urban", true, Optional.empty(), Optional.of("li"))));
        assertEquals(List.of("b"), on(new DeskPart("urban", false, Optional.of("transfer"), Optional.of("li"))));
        keep(assigned(next, "wang"));
        assertEquals(List.of(), on(new DeskPart("urban", true, Optional.empty(), Optional.of("li"))));
        assertEquals(new Counts(0, 0, 1, 0), store.counts(here, new DeskPart("urban", true, Optional.of("transfer"), Optional.of("wang")), DUE, DUE));
        assertEquals(List.of(), on(new DeskPart("urban", true, Optional.of("dispute"), Optional.empty())));
    }

    @Test
    void tallies_countOpenMattersAndWhatTheOrganOwes_byProcedure() {
        keep(owing(matter(here, "a"), obligation("a1", "urban", DUE), obligation("a2", "urban", DUE), obligation("a3", "fenghuang", DUE)));
        keep(matter(here, "b"));
        Matter closing = keep(matter(here, "c"));
        keep(in(closing, "closed", false));
        keep(matter(there, "d"));

        assertEquals(Map.of("transfer", new Tally(2, 2), "dispute", new Tally(0, 0)), store.tallies(here, "urban", List.of("transfer", "dispute")));
        assertEquals(Map.of("transfer", new Tally(2, 1)), store.tallies(here, "fenghuang", List.of("transfer")));
        assertEquals(Map.of(), store.tallies(here, "urban", List.of()));
    }

    @Test
    void mattersByTheirIds_comeInThatOrder() {
        IntStream.range(0, 25).forEach(i -> keep(matter(here, "m" + i)));
        keep(matter(there, "else"));
        assertEquals(List.of("m21", "m3", "m0"), store.find(here, List.of("m21", "else", "m3", "none", "m0")).stream().map(Matter::id).toList());
        assertEquals(store.find(here, "m3").stream().toList(), store.find(here, List.of("m3")));
    }

    @Test
    void whatHasMovedSince_isTheLatestFirst_andNothingOfAnotherJurisdiction() {
        Matter old = keep(openedAt(matter(here, "old"), DUE.minusMillis(1)));
        Matter one = keep(openedAt(matter(here, "one"), DUE));
        keep(openedAt(matter(there, "else"), DUE));
        keep(openedAt(one, DUE.plusMillis(1)));

        assertEquals(List.of(new Lately.Moved("one", 2)), lately.moved(here, DUE, 10));
        keep(openedAt(old, DUE.plusMillis(2)));
        assertEquals(List.of(new Lately.Moved("old", 2), new Lately.Moved("one", 2)), lately.moved(here, DUE, 10));
        assertEquals(List.of(new Lately.Moved("old", 2)), lately.moved(here, DUE, 1));
    }

    @Test
    void whatHasBeenToldSince_isWithoutWhatWasSkipped() {
        Notice first = notice("o1", false, DUE.minusMillis(1));
        Notice second = notice("o2", false, DUE);
        new NoticeStore(database.work()).add(List.of(first, second, notice("o3", true, DUE)));

        assertEquals(List.of(new Lately.Told(second.id(), Address.organ("urban"))), lately.told(here, DUE, 10));
        assertEquals(List.of(), lately.told(there, DUE, 10));
    }

    private Notice notice(String subject, boolean skipped, Instant at) {
        return new Notice(here, subject, Notice.Kind.RED, DUE, Address.organ("urban"), Optional.of("m"), at, "已到期", skipped);
    }

    /** Who ran the version before has the same desk afterwards. */
    @Test
    void desks_areMadeOfWhatWasThereBefore() throws Exception {
        Settings settings = fresh();
        Schema.migrate(new DriverSource(Drivers.find(settings.driver()), settings), settings.derby(), "8");
        try (Connection c = new DriverSource(Drivers.find(settings.driver()), settings).getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("insert into matter (jurisdiction, id, version, procedure_id, state, is_open, parties, awaiting, fields, assignee, opened_by, opened_at, opened_key, updated_at,"
                    + " policy_version, ledger_length, ledger_head, search) values ('here', 'm', 1, 'transfer', 'sent', true, '{}', '[]', '{}', 'li', 'zhang', 0, '0 m', 0, 'v1', 0, '', '')");
            s.executeUpdate("insert into matter_organ (jurisdiction, matter, organ, has_part, awaited, opened_key) values ('here', 'm', 'urban', true, true, '0 m'),"
                    + " ('here', 'm', 'fenghuang', true, false, '0 m'), ('here', 'm', 'office', false, true, '0 m')");
            for (String row : List.of("'o1', 'urban', 'OPEN', true, '1 o1'", "'o2', 'urban', 'MET', false, '1 o2'")) {
                s.executeUpdate("insert into obligation (jurisdiction, matter, position, duty, variant, trigger_at, limit_count, limit_amount, provisional, policy_version, citation, due_at,"
                        + " id, owed_by, status, is_open, due_key) values ('here', 'm', 0, 'transfer.acknowledge', 'normal', 0, 'workingDays', 3, false, 'v1', '', 1, " + row + ")");
            }
        }
        try (Database upgraded = Database.open(settings)) {
            DeskReader desk = new DeskReader(upgraded.work());
            assertEquals(new Counts(1, 0, 0, 0), desk.counts("here", new DeskPart("urban", true, Optional.of("transfer"), Optional.of("li")), DUE, DUE));
            assertEquals(new Counts(1, 0, 0, 0), desk.counts("here", others("fenghuang"), DUE, DUE));
            assertEquals(new Counts(0, 0, 0, 0), desk.counts("here", others("office"), DUE, DUE));
            assertEquals(Map.of("transfer", new Tally(1, 1)), desk.tallies("here", "urban", List.of("transfer")));
        }
    }

    private static DeskPart others(String organ) {
        return new DeskPart(organ, false, Optional.empty(), Optional.empty());
    }

    private Matter keep(Matter m) {
        store.commit(commit(change(m, 1)));
        return store.find(m.jurisdiction(), m.id()).orElseThrow();
    }

    private static Matter assigned(Matter m, String user) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version(), m.parties(), m.awaiting(), m.fields(), m.attachments(),
                m.obligations(), m.origin(), Optional.of(user), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(), m.ledgerLength(), m.ledgerHead(), m.wakesAt());
    }

    private List<String> on(DeskPart part) {
        return store.obligations(new ObligationQuery(here, part, Optional.empty(), Optional.empty(), false, Optional.empty(), 100)).stream().map(o -> o.obligation().id()).toList();
    }
}
