package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.procedure.Way.Status;
import cn.xiezhi.registry.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a matter stands, and whom it waits for; that this holds of whatever is played is looked at in {@link House}. */
class WayTest {
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");

    /** The way in short: √ done, ● here, blank ahead; in brackets what is aside. */
    private String way(String id) {
        Case c = house.seen(town, id);
        StringBuilder text = new StringBuilder();
        for (Way.Step s : Way.of(c, house.procedures.of(c.matter()), house.ledger(id))) {
            String mark = s.status() == Status.DONE ? "√" : s.status() == Status.HERE ? "●" : "";
            text.append(text.isEmpty() ? "" : " ").append(mark).append(s.aside() ? "[" + s.state() + "]" : s.state());
        }
        return text.toString();
    }

    private List<Waiting> waiting(String id) {
        Case c = house.seen(town, id);
        return Waiting.of(c, house.procedures.of(c.matter()), house.ledger(id));
    }

    @Test
    void aTransfer_showsWhatIsDoneAndWhatIsLeft() {
        String id = house.sent();
        assertEquals("√discovered ●sent accepted filed decided notified closed", way(id));
        house.act(bureau, id, "accept");
        assertEquals("√discovered √sent ●accepted filed decided notified closed", way(id));
    }

    @Test
    void aReturn_isShownOnlyWhereItWasTaken_andTheUsualWayStaysAhead() {
        String id = house.sent();
        house.act(bureau, id, "return", "reason", "不属本单位职责");
        assertEquals("returned", house.matter(id).state(), house.matter(id).toString());
        assertEquals("√discovered √sent ●[returned] accepted filed decided notified closed", way(id));
    }

    @Test
    void whatIsWithdrawn_hasNothingAhead() {
        String id = house.opened();
        house.act(town, id, "withdraw", "withdrawReason", "登记有误");
        assertEquals("withdrawn", house.matter(id).state(), house.matter(id).toString());
        assertEquals("√discovered ●[withdrawn]", way(id));
    }

    @Test
    void aDispute_goesByTheLevelsOfItsOwnPath() {
        String id = Made.id(house.open(town, Dispute.PROCEDURE, Optional.empty(), House.input("respondent", "bureau", "subject", "管辖", "claim", "属局")));
        assertEquals("●negotiating deciding decided", way(id), "the path for competence has no level that coordinates");
    }

    @Test
    void whoIsAwaited_isNamedWithWhatIsOwedAndExpected_sinceTheStateBegan() {
        String id = house.sent();
        Instant sent = house.now;
        house.pass(Duration.ofHours(5));
        house.act(town, id, "note", "note", "已电话提醒");
        Waiting only = waiting(id).get(0);
        assertEquals(1, waiting(id).size());
        assertEquals("bureau", only.organ());
        assertEquals(sent, only.since(), "a note does not begin the waiting anew");
        assertEquals(List.of("accept"), only.actions().stream().map(Action::id).toList());
        assertEquals(List.of("transfer.acknowledge"), only.duties().stream().map(o -> o.duty().id()).toList());
        assertEquals(Set.of("town"), Waiting.waiters(house.matter(id), waiting(id)));
    }

    @Test
    void whatIsBarredByTheRules_isNotExpected() {
        assertFalse(waiting(house.opened()).get(0).actions().stream().anyMatch(a -> a.id().equals("approve")), "no document here asks for the head's approval");
    }

    @Test
    void everyOwnProcedure_namesStatesOfItsOwn_eachOnce() {
        house.procedures.all().values().stream().filter(p -> !p.id().equals("dispute")).forEach(p -> {
            List<String> way = p.way().apply(house.seen(town, house.opened()));
            assertTrue(way.size() > 1 && new HashSet<>(way).size() == way.size(), p.id());
            way.forEach(p::state);
        });
    }
}
