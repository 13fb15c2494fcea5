package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Opens whatever each person of a county is offered, with no more than the forms say, and tries every action that is offered then:
 * it is done, or refused in Chinese with a code; the history stays whole.
 */
@ExtendWith(SharedProduct.class)
class EveryProcedureTest {
    private static final List<String> PEOPLE = List.of("town-officer", "town-leader", "dept-officer", "dept-leader", "justice", "government", "police");

    @ParameterizedTest
    @CsvSource({"ningwu,entrustment", "shanting,consultation", "jinjiang,dispatched", "hualong,correction", "shanxi-district,supervision"})
    void everythingOffered_isDoneOrRefusedWithItsReason(String id, String itsOwn, Product product) throws Exception {
        County county = new County(product, id);
        Play play = new Play(county);
        Set<String> opened = new TreeSet<>();
        Set<String> offered = new TreeSet<>();
        for (String person : PEOPLE) {
            Client who = county.person(person);
            for (JsonNode procedure : who.get("/procedures").expect(200)) {
                if (!procedure.get("open").isNull()) {
                    offered.add(procedure.get("id").asText());
                    Client.Answer answer = play.open(who, procedure.get("id").asText(), Map.of());
                    answered(answer, 201);
                    if (answer.status() == 201) {
                        opened.add(procedure.get("id").asText());
                        tryAll(play, who, answer.body());
                    }
                }
            }
        }
        assertTrue(offered.contains(itsOwn), id + " is offered " + offered);
        assertTrue(opened.size() * 3 >= offered.size() * 2, "too little could be opened from the forms alone: " + opened + " of " + offered);
    }

    private static void tryAll(Play play, Client who, JsonNode matter) throws Exception {
        for (String action : matter.get("actions").findValuesAsText("id")) {
            if (Play.offers(who, matter, action)) {
                answered(play.act(who, matter, action, Map.of()), 200);
            }
        }
        JsonNode now = who.get("/matters/" + Play.id(matter)).expect(200);
        assertEquals(true, now.get("ledgerIntact").asBoolean(), now.toString());
    }

    private static void answered(Client.Answer answer, int done) {
        if (answer.status() != done) {
            assertTrue(Set.of(403, 409, 422).contains(answer.status()), answer.text());
            answer.refused(answer.status(), answer.body().path("code").asText());
        }
    }
}
