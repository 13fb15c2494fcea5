package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a change of rules: after the next start exactly one version is in force, the old one or the new, and the history says which. */
class PowerCutTest {
    /** After how many milliseconds the power goes: from before the jar is looked at to after it is in force. */
    private static final int[] DURING_A_DROP = {50, 250, 400, 600};
    private static final int[] DURING_A_DECISION = {2, 15, 40};

    @TempDir
    Path folder;

    private Product product;
    private Path shipped;
    private int number;

    @Test
    void derby() throws Exception {
        try (Product derby = Product.unpack(folder).env("XIEZHI_SAMPLE", "true")) {
            cut(derby);
        }
    }

    @Test
    void postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Product onPostgres = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").env("XIEZHI_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                        .env("XIEZHI_DB_USER", "postgres").env("XIEZHI_DB_PASSWORD", "postgres")) {
            cut(onPostgres);
        }
    }

    @Test
    void rulesWhoseTimeComesWhileThePowerIsOff_areInForceFromTheirInstant() throws Exception {
        try (Product derby = Product.unpack(folder).env("XIEZHI_SAMPLE", "true")) {
            start(derby);
            String planned = county().upload(next(4));
            OffsetDateTime since = OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
            county().decide(planned, since.toString()).expect(201);
            product.kill();
            Poll.until("the planned instant", Instant::now, now -> now.isAfter(since.toInstant()));
            product.start();
            JsonNode now = county().inForce();
            assertEquals(planned, now.get("policyVersion").asText());
            assertEquals(since, OffsetDateTime.parse(now.get("inForceSince").asText()));
        }
    }

    private void start(Product unpacked) throws Exception {
        product = unpacked.start();
        shipped = Files.copy(product.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));
    }

    private void cut(Product unpacked) throws Exception {
        start(unpacked);
        OneVersion oneVersion = new OneVersion();
        oneVersion.learn(product);
        for (int after : DURING_A_DROP) {
            String before = version();
            new Play(county()).sent("断电前移送的案件");
            product.drop(next(OneVersion.days(number + 1)), PolicyJar.NINGWU);
            killAfter(after);
            checkOneOf(before);
            Poll.until("what was dropped before the power went", this::version, v -> v.startsWith("2." + number + "+"));
            oneVersion.learn(product);
            oneVersion.checkDeadline(oneVersion.deadline(product, "ningwu"));
        }
        for (int after : DURING_A_DECISION) {
            String before = version();
            County county = county();
            String proposed = county.upload(next(OneVersion.days(number + 1)));
            Thread decision = new Thread(() -> decide(county, proposed));
            decision.start();
            killAfter(after);
            decision.join();
            checkOneOf(before);
            oneVersion.checkDeadline(oneVersion.deadline(product, "ningwu"));
            int again = county().decide(proposed, "").status();
            assertTrue(again == 201 || again == 409, "decided again: " + again);
            assertEquals(proposed, version());
        }
    }

    private static void decide(County county, String version) {
        try {
            county.decide(version, "").expect(201);
        } catch (IOException gone) {
            // killed before the answer
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void killAfter(int millis) throws Exception {
        LockSupport.parkNanos(millis * 1_000_000L);
        product.kill();
        product.start();
    }

    /** One version is in force, that one or the latest; the history of decisions leads to it, and every matter is whole. */
    private void checkOneOf(String before) throws Exception {
        County county = county();
        JsonNode rules = county.person("admin").get("/rules/policy").expect(200);
        List<String> inForce = StreamSupport.stream(rules.get("editions").spliterator(), false).filter(e -> e.get("state").asText().equals("inForce"))
                .map(e -> e.get("version").asText()).toList();
        assertEquals(1, inForce.size(), rules.toString());
        assertTrue(inForce.get(0).equals(before) || inForce.get(0).startsWith("2." + number + "+"), before + " or 2." + number + ": " + rules);
        JsonNode terms = rules.get("terms");
        assertEquals(IntStream.rangeClosed(1, terms.size()).mapToObj(i -> terms.size() + 1 - i).toList(),
                StreamSupport.stream(terms.spliterator(), false).map(t -> t.get("seq").asInt()).toList());
        KillTest.checkAll(county);
    }

    private Path next(int days) throws Exception {
        return PolicyJar.changed(shipped, folder.resolve("next.jar"), PolicyJar.days("2." + ++number, days));
    }

    private County county() {
        return new County(product, "ningwu");
    }

    private String version() throws Exception {
        return county().inForce().path("policyVersion").asText();
    }
}
