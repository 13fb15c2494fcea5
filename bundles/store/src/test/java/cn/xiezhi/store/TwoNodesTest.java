package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two nodes of the product, each with a pool and a persistence unit of its own, on one PostgreSQL. Derby has room for one. */
class TwoNodesTest {
    @Test
    void thatAreUpgradedAtOnce_carryOverOnce() throws Exception {
        Settings settings = Databases.postgres();
        Schema.migrate(new DriverSource(Drivers.find(settings.driver()), settings), false, "5");
        try (Connection c = new DriverSource(Drivers.find(settings.driver()), settings).getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("insert into policy_version (jurisdiction, seq, version, since, snapshot) values ('here', 1, '1+a', 1000, 'text')");
        }
        List<Database> nodes = OnDatabase.atOnce(3, n -> Database.open(settings));
        for (Database node : nodes) {
            RuleArchive archive = new RuleStore(node.work());
            assertEquals(Optional.of("text"), archive.text("here", "1+a"));
            assertEquals(List.of("1+a"), archive.terms("here", Subject.POLICY).stream().map(Term::version).toList());
            node.close();
        }
    }

    @Test
    void whatOneDecides_theOtherKnows() throws Exception {
        Settings settings = Databases.postgres();
        try (Database one = Database.open(settings); Database other = Database.open(settings)) {
            RuleArchive deciding = new RuleStore(one.work());
            RuleArchive asking = new RuleStore(other.work());
            long nothing = asking.stamp();
            assertEquals(List.of(), asking.terms("here", Subject.CALENDAR));

            Instant planned = TUE_2025_09_30.plusSeconds(900);
            Term term = new Term(1, "1+a", planned, TUE_2025_09_30, "li", Term.Kind.ADOPTED, "国办发明电", Optional.empty());
            deciding.keep(new Edition("here", Subject.CALENDAR, "1+a", TUE_2025_09_30, "li", Optional.empty(), Optional.empty()), Map.of("calendar.yaml", "历".getBytes(StandardCharsets.UTF_8)));
            assertTrue(deciding.decide("here", Subject.CALENDAR, term));
            long decided = asking.stamp();
            assertNotEquals(nothing, decided);
            assertEquals(List.of(term), asking.terms("here", Subject.CALENDAR));
            assertEquals("历", new String(asking.files("here", Subject.CALENDAR, "1+a").orElseThrow().get("calendar.yaml"), StandardCharsets.UTF_8));

            deciding.withdraw("here", Subject.CALENDAR, 1, TUE_2025_09_30.plusSeconds(1));
            assertNotEquals(decided, asking.stamp());
            assertEquals(Optional.of(TUE_2025_09_30.plusSeconds(1)), asking.terms("here", Subject.CALENDAR).get(0).withdrawnAt());
        }
    }
}
