package cn.xiezhi.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.assessment.Period;
import cn.xiezhi.bulletin.Bulletin.Item;
import cn.xiezhi.bulletin.Bulletin.OfOrgan;
import cn.xiezhi.bulletin.Bulletin.OfProcedure;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Dispute;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulletinTest {
    private static final Period SEPTEMBER = Period.days(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));
    private static final Period OCTOBER = Period.days(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31));

    private final House house = new House();

    private Bulletin of(Period period, String... ids) {
        List<Matter> matters = List.of(ids).stream().map(house::matter).toList();
        return Bulletin.of(period, matters, true, house.now, House.calendar2025());
    }

    /** Sent on 30 September, accepted on 11 October: five working days are 9, 10, 11, 13 and 14 October, so in time. */
    @Test
    void eachPeriodHasWhatBeganEndedAndRanInIt() {
        String accepted = house.sent();
        String withdrawn = house.opened();
        house.now = Instant.parse("2025-10-11T02:00:00Z");
        house.act(house.officer("bureau"), accepted, "accept");
        house.act(house.officer("town"), withdrawn, "withdraw", "withdrawReason", "重复登记");
        assertEquals(List.of(new OfProcedure("transfer", 2, 0, 2)), of(SEPTEMBER, accepted, withdrawn).procedures());
        assertEquals(List.of(new OfProcedure("transfer", 0, 1, 1)), of(OCTOBER, accepted, withdrawn).procedures());
        OfOrgan bureau = of(OCTOBER, accepted).organs().get(0);
        assertEquals(List.of("bureau", 1, 0), List.of(bureau.organ(), bureau.figures().onTime(), bureau.figures().late()));
        assertEquals(Map.of("transfer", 1), of(SEPTEMBER, accepted).organs().get(0).opened());
    }

    @Test
    void whatNobodyAnswered_isCountedAgainstTheOneWhoOwesIt() {
        String id = house.sent();
        house.pass(Duration.ofDays(60));
        assertEquals(1, of(OCTOBER, id).total().unanswered());
        assertEquals("bureau", of(OCTOBER, id).organs().stream().filter(o -> o.figures().unanswered() == 1).findFirst().orElseThrow().organ());
    }

    @Test
    void unresolvedDispute_isInEveryBulletinUntilItIsSettled_withoutNamesOfPeople() {
        String id = ((Decision) house.open(house.officer("town"), Dispute.PROCEDURE, Optional.empty(), House.input("respondent", "bureau", "subject", "张某违建", "claim", "属局"))).changes().get(0).after().id();
        house.pass(Duration.ofDays(20));
        Item dispute = of(OCTOBER, id).disputes().get(0);
        assertEquals(Optional.empty(), dispute.title());
        assertEquals(List.of("town", "bureau"), dispute.organs());
        assertTrue(dispute.open());
        house.act(house.officer("bureau"), id, "agree", "competent", "bureau");
        house.act(house.officer("town"), id, "agree", "competent", "bureau");
        assertFalse(of(OCTOBER, id).disputes().stream().anyMatch(Item::open));
    }
}
