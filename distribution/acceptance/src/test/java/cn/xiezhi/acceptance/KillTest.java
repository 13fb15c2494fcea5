package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while officers work: what was acknowledged is there after the next start, and nothing is half done. */
class KillTest {
    private static final List<String> STEPS = List.of("accept", "file", "decideFiled", "notify");
    private static final int KILLS = 3;
    private static final int WORKERS = 3;

    /** An action that the product said was done. */
    private record Acknowledged(String matter, String action, long version) {}

    @TempDir
    Path folder;

    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void derby() throws Exception {
        try (Product product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true")) {
            killAndCheck(product);
        }
    }

    @Test
    void postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Product product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").env("XIEZHI_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                        .env("XIEZHI_DB_USER", "postgres").env("XIEZHI_DB_PASSWORD", "postgres")) {
            killAndCheck(product);
        }
    }

    private void killAndCheck(Product product) throws Exception {
        product.start();
        for (int i = 0; i < KILLS; i++) {
            int before = acknowledged.size();
            County county = new County(product, "ningwu");
            CountDownLatch enough = new CountDownLatch(10 + 7 * i);
            List<Thread> workers = new ArrayList<>();
            for (int w = 0; w < WORKERS; w++) {
                Thread worker = new Thread(() -> work(county, enough));
                worker.start();
                workers.add(worker);
            }
            assertTrue(enough.await(60, TimeUnit.SECONDS), "the officers got no further: " + failures);
            product.kill(); // the others are in the middle of their requests
            for (Thread worker : workers) {
                worker.join();
            }
            assertEquals(List.of(), failures);
            assertTrue(acknowledged.size() > before);
            product.start();
            check(new County(product, "ningwu"));
        }
    }

    /** One transfer after the other, until the product is gone. */
    private void work(County county, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                Play play = new Play(county);
                JsonNode matter = play.opened("断电前的案件" + i);
                note(matter, "open", enough);
                matter = done(play, county.town(), matter, "send", enough);
                for (String action : STEPS) {
                    matter = done(play, county.department(), matter, action, enough);
                }
            }
        } catch (IOException gone) {
            // killed
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    private JsonNode done(Play play, Client who, JsonNode matter, String action, CountDownLatch enough) throws Exception {
        JsonNode after = play.act(who, matter, action, Map.of()).expect(200);
        note(after, action, enough);
        return after;
    }

    private void note(JsonNode matter, String action, CountDownLatch enough) {
        acknowledged.add(new Acknowledged(Play.id(matter), action, matter.get("version").asLong()));
        enough.countDown();
    }

    private void check(County county) throws Exception {
        Set<String> seen = checkAll(county);
        Client auditor = county.person("auditor");
        for (Acknowledged one : acknowledged) {
            assertTrue(seen.contains(one.matter()), one + " is lost");
            JsonNode matter = auditor.get("/matters/" + one.matter()).expect(200);
            assertTrue(matter.get("version").asLong() >= one.version(), one + " but now at version " + matter.get("version"));
            assertTrue(matter.get("ledger").findValuesAsText("action").contains(one.action()), one + " is not in the ledger");
        }
    }

    /** Every matter of the county is whole. */
    static Set<String> checkAll(County county) throws Exception {
        Client auditor = county.person("auditor");
        Set<String> seen = new HashSet<>();
        for (String after = ""; after != null; ) {
            JsonNode page = auditor.get("/matters?limit=100" + after).expect(200);
            for (JsonNode summary : page.get("items")) {
                checkWhole(auditor.get("/matters/" + Play.id(summary)).expect(200));
                seen.add(Play.id(summary));
            }
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
        }
        return seen;
    }

    /** State, version, obligations, attachments and ledger of a matter tell the same story. */
    private static void checkWhole(JsonNode matter) {
        TransferTest.assertLedger(matter);
        JsonNode ledger = matter.get("ledger");
        assertEquals(matter.get("state"), ledger.get(ledger.size() - 1).get("to"), matter.toString());
        assertEquals(matter.get("version").asLong(), ledger.size(), "one entry for each version of " + Play.id(matter));
        long attached = ledger.findValuesAsText("action").stream().filter("attach"::equals).count();
        assertTrue(matter.get("attachments").size() >= attached, matter.toString());
        boolean sent = ledger.findValuesAsText("action").contains("send");
        for (JsonNode obligation : matter.get("obligations")) {
            if (sent && obligation.get("duty").asText().equals("transfer.send")) {
                assertTrue(!obligation.get("status").asText().equals("open"), matter.toString());
            }
        }
    }
}
