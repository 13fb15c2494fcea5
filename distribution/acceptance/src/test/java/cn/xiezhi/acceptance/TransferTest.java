package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case from the township to the department and back, under each county's own rules. */
@ExtendWith(SharedProduct.class)
class TransferTest {

    @ParameterizedTest
    @ValueSource(strings = {"ningwu", "shanting", "jinjiang", "hualong", "shanxi-district"})
    void transferIsAccepted_decidedAndNotified(String jurisdiction, Product product) throws Exception {
        County county = new County(product, jurisdiction);
        Play play = new Play(county);
        JsonNode matter = play.sent("擅自占道施工");
        assertEquals("sent", state(matter));
        for (String action : List.of("accept", "file", "decideFiled", "notify")) {
            matter = play.act(county.department(), matter, action, Map.of()).expect(200);
        }
        assertEquals("notified", state(matter));
        matter = play.act(county.town(), matter, "close", Map.of()).expect(200);
        assertEquals("closed", state(matter));
        assertFalse(matter.get("open").asBoolean());
        assertLedger(matter);
        matter.get("obligations").forEach(o -> assertFalse(o.get("status").asText().equals("open"), o.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ningwu", "shanting", "jinjiang", "hualong", "shanxi-district"})
    void returnedTransfer_goesLevelByLevelToTheDecisionThatBindsIt(String jurisdiction, Product product) throws Exception {
        County county = new County(product, jurisdiction);
        Play play = new Play(county);
        JsonNode matter = play.act(county.department(), play.sent("无照经营农药"), "return", Map.of()).expect(200);
        assertEquals("returned", state(matter));

        String id = matter.at("/linked/0/id").asText();
        JsonNode dispute = county.department().get("/matters/" + id).expect(200);
        JsonNode levels = Client.nobody(product).get("/jurisdictions/" + jurisdiction + "/policy").expect(200).at("/dispute/returned");
        for (int i = 0; i < levels.size() - 1; i++) {
            boolean parties = levels.get(i).get("by").asText().equals("parties");
            dispute = play.act(parties ? county.department() : county.at(handler(dispute)), dispute, parties ? "escalate" : "passUp", Map.of()).expect(200);
        }
        assertEquals("deciding", state(dispute));
        String competent = county.organ("dept-officer");
        dispute = play.act(county.at(handler(dispute)), dispute, "decide", Map.of("competent", competent)).expect(200);
        assertEquals("decided", state(dispute));
        assertLedger(dispute);
        JsonNode last = dispute.get("ledger").get(dispute.get("ledger").size() - 1);
        assertEquals(levels.get(levels.size() - 1).get("citation").asText(), last.get("citation").asText());

        matter = county.town().get("/matters/" + Play.id(matter)).expect(200);
        assertEquals("accepted", state(matter));
        assertLedger(matter);
        play.act(county.department(), matter, "declineFiling", Map.of()).expect(200);
    }

    private static String state(JsonNode matter) {
        return matter.get("state").asText();
    }

    private static String handler(JsonNode dispute) {
        return StreamSupport.stream(dispute.get("parties").spliterator(), false).filter(p -> p.get("part").asText().equals("handler"))
                .findFirst().orElseThrow().at("/organ/id").asText();
    }

    /** Nothing is missing in the chain, and the product agrees. */
    static void assertLedger(JsonNode matter) {
        assertTrue(matter.get("ledgerIntact").asBoolean());
        String before = null;
        int seq = matter.get("ledger").get(0).get("seq").asInt();
        for (JsonNode entry : matter.get("ledger")) {
            assertEquals(seq++, entry.get("seq").asInt());
            if (before != null) {
                assertEquals(before, entry.get("previousHash").asText());
            }
            before = entry.get("hash").asText();
        }
    }
}
