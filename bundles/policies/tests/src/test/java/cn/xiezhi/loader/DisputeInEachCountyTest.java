package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Dispute;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every dispute path to its end. The way is written as the organs that handle it, one after the other. */
class DisputeInEachCountyTest {
    @ParameterizedTest
    @CsvSource({"shanxi-district,parties justice government", "ningwu,parties justice government", "shanting,government", "jinjiang,government",
        "hualong,parties government"})
    void returnedCase_goesTheCountysWay_andTheDecisionBindsIt(String name, String way) {
        House house = County.named(name).house();
        String transfer = County.named(name).sent(house);
        assertInstanceOf(Decision.class, house.act(house.officer("bureau"), transfer, "return", "reason", "不属我局职责"));
        String dispute = house.from(transfer).get(0).id();
        assertEquals(way, String.join(" ", walk(house, dispute)));
        assertEquals("decided", house.matter(dispute).state());
        assertEquals("accepted", house.matter(transfer).state(), "the decision names the receiver");
        assertEquals(Optional.of("bureau"), house.matter(transfer).party("answerable"));
        assertEquals(List.of(), house.matter(transfer).obligations().stream().filter(o -> o.open() && o.duty().equals(Duty.TRANSFER_ACKNOWLEDGE)).toList());
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,parties justice government", "ningwu,parties government", "shanting,legal government", "jinjiang,meeting",
        "hualong,parties government"})
    void otherDispute_goesTheOtherWay(String name, String way) {
        House house = County.named(name).house();
        Decision opened = assertInstanceOf(Decision.class, house.open(house.officer("town"), Dispute.PROCEDURE, Optional.empty(),
                House.input("respondent", "bureau", "subject", "夜市占道经营的管辖", "claim", "属局")));
        assertEquals(way, String.join(" ", walk(house, opened.changes().get(0).after().id())));
    }

    /** Passes the dispute up as long as somebody can, and decides where nobody can. */
    private static List<String> walk(House house, String dispute) {
        List<String> way = new ArrayList<>();
        while (house.matter(dispute).open()) {
            Set<String> awaiting = house.matter(dispute).awaiting();
            boolean parties = awaiting.size() == 2;
            String organ = parties ? "town" : awaiting.iterator().next();
            way.add(parties ? "parties" : organ);
            Officer officer = house.officer(organ, Role.OFFICER, Role.LEADER);
            List<String> possible = house.possible(officer, dispute);
            if (possible.contains("decide")) {
                assertInstanceOf(Decision.class, house.act(officer, dispute, "decide", "competent", "bureau", "reasons", "三定方案"));
            } else {
                assertInstanceOf(Decision.class, house.act(officer, dispute, parties ? "escalate" : "passUp", "opinion", "未达成一致"));
            }
        }
        return way;
    }
}
