package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A complaint from the public page to the answer, in a county whose document passes complaints on. */
@ExtendWith(SharedProduct.class)
class ComplaintTest {
    private static final String NAME = "𠮷先生";
    private static final String STREET = "三号楼";

    private static Map<String, Object> filing(County county) throws Exception {
        return Map.of("fields", Map.of("receiver", county.organ("town-officer"), "kind", "report", "against", "某工地", "content", "每晚十一点后仍在施工，我住" + STREET,
                "complainant", NAME, "contact", "13800000000"));
    }

    @Test
    void filedByAnybody_passedOn_decidedElsewhere_andAnsweredUnderItsCode(Product product) throws Exception {
        County county = new County(product, "ningwu");
        Play play = new Play(county);
        Client anybody = Client.nobody(product);
        String code = anybody.post("/public/ningwu/complaints", filing(county)).expect(201).get("code").asText();
        JsonNode complaint = county.town().get("/matters?procedure=complaint&limit=1").expect(200).at("/items/0");

        play.act(county.town(), complaint, "accept", Map.of("subject", "夜间施工")).expect(200);
        play.act(county.town(), complaint, "passOn", Map.of("passTo", county.organ("dept-officer"), "form", "clue", "discoveredAt", Play.now())).expect(200);
        assertEquals("passing", county.town().get("/matters/" + Play.id(complaint)).expect(200).get("state").asText(), "answers for it until it is handed on in writing");
        JsonNode clue = county.town().get("/matters/" + Play.id(complaint)).expect(200).at("/linked/0");
        play.act(county.town(), clue, "send", Map.of()).expect(200);
        JsonNode handed = county.department().get("/matters/" + Play.id(complaint)).expect(200);
        assertEquals(county.organ("dept-officer"), handler(handed));
        assertTrue(handed.toString().contains(NAME), "whoever handles it has to answer the complainant");

        play.act(county.department(), clue, "accept", Map.of()).expect(200);
        play.act(county.department(), clue, "decide", Map.of("decidedAt", Play.now())).expect(200);
        JsonNode decided = county.department().get("/matters/" + Play.id(complaint)).expect(200);
        assertTrue(decided.get("obligations").findValuesAsText("duty").containsAll(List.of("complaint.reply", "complaint.feedback")), "each its own obligation");
        play.act(county.department(), complaint, "reply", Map.of("reply", "已责令停止夜间施工")).expect(200);

        JsonNode seen = anybody.get("/public/ningwu/complaints/" + code).expect(200);
        assertEquals("已责令停止夜间施工", seen.get("reply").asText());
        assertFalse(seen.toString().contains(NAME), "the code shows the state, not who complained");
        anybody.get("/public/hualong/complaints/" + code).refused(404, "unknown-code");
    }

    @Test
    void whoComplained_isHiddenFromWhoReadsAcross_fromOtherOrgansAndFromTheLedgersTheySee(Product product) throws Exception {
        County county = new County(product, "ningwu");
        Client.nobody(product).post("/public/ningwu/complaints", filing(county)).expect(201);
        String id = county.town().get("/matters?procedure=complaint&limit=1").expect(200).at("/items/0/id").asText();
        assertTrue(county.town().get("/matters/" + id).expect(200).toString().contains(NAME));
        for (String reader : List.of("justice", "auditor")) {
            JsonNode seen = county.person(reader).get("/matters/" + id).expect(200);
            assertTrue(seen.get("ledgerIntact").asBoolean(), "the chain is checked over all of it");
            for (String secret : List.of(NAME, STREET, "13800000000")) {
                assertFalse(seen.toString().contains(secret), reader);
            }
        }
        county.department().get("/matters/" + id).refused(404, "unknown-matter");
        county.person("admin").get("/matters/" + id).refused(404, "unknown-matter");
    }

    @Test
    void hostileFilings_areRefusedAndLeaveNothing(Product product) throws Exception {
        County county = new County(product, "shanxi-district");
        Client anybody = Client.nobody(product);
        String town = county.organ("town-officer");
        int before = complaints(county);
        for (Map<String, Object> fields : List.<Map<String, Object>>of(Map.of("receiver", town, "kind", "report"), Map.of("receiver", "nw-fenghuang", "kind", "report", "content", "x"),
                Map.of("receiver", town, "kind", "report", "content", "字".repeat(4001)), Map.of("receiver", town, "kind", "report", "content", "a\u0000b"),
                Map.of("receiver", town, "kind", "report", "content", "x", "state", "closed"))) {
            anybody.post("/public/shanxi-district/complaints", Map.of("fields", fields)).refused(422, "invalid-fields");
        }
        anybody.post("/public/shanting/complaints", filing(county)).refused(404, "no-complaints-here");
        assertEquals(before, complaints(county));
    }

    private static int complaints(County county) throws Exception {
        return county.town().get("/matters?procedure=complaint&limit=100").expect(200).get("items").size();
    }

    private static String handler(JsonNode complaint) {
        for (JsonNode party : complaint.get("parties")) {
            if (party.get("part").asText().equals("handler")) {
                return party.at("/organ/id").asText();
            }
        }
        throw new AssertionError("nobody handles it");
    }
}
