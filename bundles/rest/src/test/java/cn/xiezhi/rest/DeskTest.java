package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The desk: both sides of what is owed, what may be done about it, and how much there is of what. */
class DeskTest {
    private final Api api = new Api();

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(n -> texts.add(n.at(pointer).asText()));
        return texts;
    }

    @Test
    void whatATownOwes_standsOnItsDesk_withTheActionsThatThisPersonMayTake() {
        JsonNode m = api.opened("a");
        JsonNode row = api.get("a-zhang", "/obligations").json().at("/items/0");
        assertEquals(m.get("id"), row.at("/matter/id"));
        assertEquals(List.of("send"), texts(row.get("actions"), "/id"), "what brings it on, and not that a note may be added");
        assertTrue(texts(m.get("actions"), "/name").contains(row.at("/actions/0/name").asText()));
        assertEquals(List.of(), texts(api.get("a-zhang", "/obligations?owed=toUs").json().get("items"), "/id"), "what one owes oneself waits for nobody");
    }

    @Test
    void whatOthersOwe_isSeenByTheOtherParty_withWhoOwesIt() {
        JsonNode m = api.opened("a");
        JsonNode desk = api.get("a-li", "/obligations?owed=toUs").json();
        assertEquals(List.of("城关镇"), texts(desk.get("items"), "/owedBy/name"));
        assertEquals(m.get("id"), desk.at("/items/0/matter/id"));
        assertEquals(0, desk.at("/items/0/actions").size(), "the sender's to do");
        assertEquals(1, desk.at("/counts/inTime").asInt() + desk.at("/counts/soon").asInt());
        assertEquals(0, api.get("a-li", "/obligations").json().get("items").size());
        assertEquals(0, api.get("a-other", "/obligations?owed=toUs").json().get("items").size());
        assertEquals(0, api.get("b-li", "/obligations?owed=toUs").json().get("items").size());
        assertEquals(0, api.get("a-audit", "/obligations?owed=toUs").json().get("items").size(), "who reads across has no desk");
    }

    @Test
    void aDesk_isNarrowedByProcedureAndPerson() {
        JsonNode m = api.opened("a");
        assertEquals(1, api.get("a-zhang", "/obligations?procedure=transfer").json().get("items").size());
        JsonNode other = api.get("a-zhang", "/obligations?procedure=dispute").json();
        assertEquals(0, other.get("items").size());
        assertEquals(0, other.at("/counts/inTime").asInt() + other.at("/counts/soon").asInt());
        String handler = m.at("/assignee/user").asText();
        assertEquals("a-zhang".equals(handler) ? 1 : 0, api.get("a-zhang", "/obligations?assignee=me").json().get("items").size());
        assertEquals(0, api.get("a-head", "/obligations?assignee=me").json().get("items").size());
        assertEquals("owed", api.get("a-zhang", "/obligations?owed=all").json().get("field").asText());
        assertEquals("assignee", api.get("a-zhang", "/obligations?assignee=a-head").json().get("field").asText());
    }

    @Test
    void theOverview_countsByProcedure_andByPersonForTheLeaderOnly() {
        api.opened("a");
        JsonNode leader = api.get("a-head", "/desk").json();
        assertEquals("transfer", leader.at("/procedures/0/procedure").asText());
        assertEquals("案件移送", leader.at("/procedures/0/name").asText());
        assertEquals(1, leader.at("/procedures/0/matters").asInt());
        assertEquals(1, leader.at("/procedures/0/obligations").asInt());
        assertEquals(List.of("a-head", "a-zhang"), texts(leader.get("people"), "/user").stream().sorted().toList(), "who handles matters there");
        assertEquals(1, leader.at("/counts/inTime").asInt() + leader.at("/counts/soon").asInt());
        JsonNode receiver = api.get("a-li", "/desk").json();
        assertEquals(0, receiver.at("/procedures/0/obligations").asInt());
        assertEquals(0, receiver.get("people").size());
        assertEquals(0, api.get("b-head", "/desk").json().get("procedures").size());
        assertEquals(0, api.get("a-admin", "/desk").json().get("procedures").size());
    }
}
