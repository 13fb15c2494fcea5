package cn.xiezhi.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Officer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What officers do under a procedure, assessed from the matters and from nothing but their ledgers. */
class FromLedgerTest {
    private static final Period YEAR = Period.days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");

    private Assessment of(List<String> matters, boolean ledgersAlone) {
        Reckoning reckoning = new Reckoning(YEAR, house.now, House.calendar2025());
        for (String id : matters) {
            List<LedgerEntry> ledger = house.ledger(id);
            Matter matter = house.matter(id);
            (ledgersAlone ? Trail.replay(ledger) : matter.obligations()).forEach(reckoning::add);
        }
        return reckoning.assessment();
    }

    @Test
    void transfersOfAYear_giveTheSameFiguresEitherWay() {
        List<String> ids = new ArrayList<>();
        String inTime = house.sent();
        house.act(bureau, inTime, "accept");
        String passedOn = house.sent();
        house.act(bureau, passedOn, "passOn", "onwardTo", "third", "onwardReason", "属第三方职责");
        String extended = house.opened();
        house.act(town, extended, "extend", "extensionReason", "调查核实", "extensionNotice", "电话告知");
        String unanswered = house.sent();
        house.pass(Duration.ofDays(16));
        house.attach(town, extended, "letter", Optional.empty());
        house.act(town, extended, "send");
        String late = house.sent();
        ids.addAll(List.of(inTime, passedOn, extended, unanswered, late, house.from(passedOn).get(0).id()));
        Assessment a = of(ids, true);
        assertEquals(of(ids, false), a);
        Figures send = a.organs().stream().filter(o -> o.organ().equals("town")).findFirst().orElseThrow().duties().get(Duty.TRANSFER_SEND);
        assertEquals(4, send.onTime());
        assertEquals(1, send.late(), "found on 30 September, sent on 16 October");
        assertEquals(1, send.extended());
        Figures acknowledge = a.organs().stream().filter(o -> o.organ().equals("bureau")).findFirst().orElseThrow().duties().get(Duty.TRANSFER_ACKNOWLEDGE);
        assertEquals(List.of(1, 1, 2, 1), List.of(acknowledge.onTime(), acknowledge.passedOn(), acknowledge.running(), acknowledge.unanswered()));
    }
}
