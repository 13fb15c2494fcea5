package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What organs hand to each other: evidence from hand to hand, and shared records with who read them. */
@ExtendWith(SharedProduct.class)
class SharingTest {
    @Test
    void anOpinionWithItsPapers_goesFromHandToHand_inTheLedger(Product product) throws Exception {
        for (String id : List.of("ningwu", "shanting", "jinjiang", "shanxi-district")) {
            County county = new County(product, id);
            Play play = new Play(county);
            JsonNode request = play.open(county.town(), "assistance", Map.of("askedOrgan", county.organ("dept-officer"), "subject", "砂石方量认定𠮷")).expect(201);
            assertEquals("assist.reply", request.at("/obligations/0/duty").asText());
            play.act(county.department(), request, "accept", Map.of()).expect(200);
            play.act(county.department(), request, "refuse", Map.of("refusalLaw", "人手不够")).refused(422, "invalid-fields");
            JsonNode accepted = county.department().get("/matters/" + Play.id(request)).expect(200);
            for (JsonNode slot : accepted.get("materials")) {
                accepted = Play.attach(county.department(), accepted, slot).expect(201);
            }
            String sha256 = accepted.get("attachments").findValuesAsText("sha256").get(1);
            play.act(county.department(), request, "answer", Map.of()).expect(200);
            JsonNode closed = play.act(county.town(), request, "confirm", Map.of()).expect(200);
            assertEquals("met", closed.at("/obligations/0/status").asText());
            JsonNode last = closed.get("ledger").get(closed.get("ledger").size() - 1);
            assertTrue(last.toString().contains("2页；SHA-256 " + sha256), last.toString());
            assertTrue(closed.get("ledgerIntact").asBoolean());
        }
    }

    @Test
    void aPenaltyIsShared_exportedWithoutFormulas_andEveryReadIsThereToSee(Product product) throws Exception {
        County county = new County(product, "ningwu");
        Play play = new Play(county);
        Map<String, Object> record = Map.of("title", "=1+1", "category", "penalty", "secrecy", "none", "penaltySubject", "𠮷某", "receivers", List.of(county.organ("dept-officer")));
        play.open(county.town(), "sharing", Map.of("category", "penalty", "secrecy", "state", "receivers", List.of(county.organ("dept-officer")))).refused(422, "state-secret");
        JsonNode shared = play.open(county.town(), "sharing", record).expect(201);
        county.department().get("/matters/" + Play.id(shared)).refused(404, "unknown-matter");
        play.act(county.town(), shared, "publish", Map.of()).expect(200);

        assertTrue(county.department().get("/matters/" + Play.id(shared)).expect(200).get("reads").isNull());
        String csv = county.department().get("/sharing/export?kind=penalty&format=csv").text();
        assertTrue(csv.startsWith("\uFEFF") && csv.contains("\"'=1+1\"") && csv.contains("\"𠮷某\""), csv);
        assertFalse(new County(product, "jinjiang").department().get("/sharing/export?kind=penalty&format=csv").text().contains("𠮷某"), "another jurisdiction's");

        List<String> reads = county.town().get("/matters/" + Play.id(shared)).expect(200).get("reads").findValuesAsText("text");
        assertTrue(reads.containsAll(List.of("查看", "导出")), reads.toString());
    }
}
