package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.registry.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an officer is told before sending. */
class OutlookTest {
    private final House house = new House();
    private final Officer town = house.officer("town");

    private Outlook foresee(String id, String action, String... input) {
        Case c = house.seen(town, id, input);
        Procedure procedure = house.procedures.of(c.matter());
        return Decisions.foresee(c, procedure, procedure.action(action).orElseThrow());
    }

    private static List<String> told(Outlook outlook) {
        return outlook.changes().stream().flatMap(c -> Outlook.obligations(c).stream()).map(t -> t.event().code() + " " + t.obligation().duty().id()).toList();
    }

    @Test
    void aPaperThatIsMissing_standsAgainstIt_andHidesNothingOfWhatItWouldDo() {
        Outlook send = foresee(house.opened(), "send");

        assertEquals(List.of("material:letter"), send.against().orElseThrow().errors().stream().map(Outcome.FieldError::field).toList());
        assertEquals("sent", send.changes().get(0).after().state());
        assertEquals(List.of("met transfer.send", "arose transfer.acknowledge"), told(send));
        Trail next = Outlook.obligations(send.changes().get(0)).get(1);
        assertEquals("bureau", next.obligation().owedBy());
        assertEquals(Optional.of(LocalDate.of(2025, 10, 14)), next.obligation().lastDay());
    }

    @Test
    void whatTheInputLeavesOpen_isNotGuessed() {
        Outlook extend = foresee(house.opened(), "extend");

        assertTrue(extend.against().orElseThrow().errors().stream().anyMatch(e -> e.field().equals("extensionReason")));
        assertEquals(List.of(), extend.changes());
    }

    @Test
    void anExtension_tellsItsNewEnd() {
        Outlook extend = foresee(house.opened(), "extend", "extensionReason", "案情复杂", "extensionNotice", "true");

        assertEquals(Optional.empty(), extend.against());
        assertEquals(List.of("extended " + Duty.TRANSFER_SEND.id()), told(extend));
    }

    @Test
    void whatTheStateForbids_hasNoEffects() {
        Outlook close = foresee(house.opened(), "close");

        assertEquals("not-in-this-state", close.against().orElseThrow().code());
        assertEquals(List.of(), close.changes());
    }
}
