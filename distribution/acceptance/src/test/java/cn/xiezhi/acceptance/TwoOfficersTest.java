package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two officers of one department act at once on the version that both saw. */
@ExtendWith(SharedProduct.class)
class TwoOfficersTest {

    @RepeatedTest(5)
    void exactlyOneActs_theOtherIsShownWhatIsNow(Product product) throws Exception {
        County county = new County(product, "ningwu");
        Play play = new Play(county);
        JsonNode matter = play.sent("两人同时受理");
        long version = matter.get("version").asLong();
        List<Client> officers = List.of(county.department(), county.person("dept-leader"));
        CyclicBarrier together = new CyclicBarrier(officers.size());
        ExecutorService threads = Executors.newFixedThreadPool(officers.size());
        try {
            List<Future<Client.Answer>> answers = officers.stream().map(officer -> threads.submit(() -> {
                JsonNode seen = officer.get("/matters/" + Play.id(matter)).expect(200);
                together.await();
                return play.act(officer, seen, "accept", version, Map.of());
            })).toList();
            Client.Answer first = answers.get(0).get();
            Client.Answer second = answers.get(1).get();
            Client.Answer won = first.status() == 200 ? first : second;
            Client.Answer lost = won == first ? second : first;
            won.expect(200);
            JsonNode current = lost.refused(409, "matter-changed").get("current");
            assertEquals("accepted", current.get("state").asText());
            assertEquals(won.body().get("version"), current.get("version"));
        } finally {
            threads.shutdownNow();
        }
        JsonNode now = county.town().get("/matters/" + Play.id(matter)).expect(200);
        TransferTest.assertLedger(now);
        assertEquals(1, now.get("ledger").findValuesAsText("action").stream().filter("accept"::equals).count());
    }

    @Test
    void sameIdempotencyKey_opensOneMatter(Product product) throws Exception {
        County county = new County(product, "ningwu");
        JsonNode matter = new Play(county).opened("只登记一次");
        Map<String, Object> form = new LinkedHashMap<>();
        matter.get("fields").forEach(f -> form.put(f.get("id").asText(), f.get("value")));
        Client once = county.town().with("Idempotency-Key", "once-" + Play.id(matter));
        JsonNode first = once.post("/matters", Map.of("procedure", "transfer", "fields", form)).expect(201);
        Client.Answer again = once.post("/matters", Map.of("procedure", "transfer", "fields", form));
        assertEquals(Play.id(first), Play.id(again.body()), again.text());
    }
}
