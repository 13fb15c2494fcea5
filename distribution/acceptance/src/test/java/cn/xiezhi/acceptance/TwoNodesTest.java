package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: what is decided at one, or dropped there, is in force at the other within seconds. */
class TwoNodesTest {
    @TempDir
    Path folder;

    @Test
    void decisionAtOneNode_isInForceAtTheOther() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); Product one = node("one", postgres); Product other = node("other", postgres)) {
            County here = new County(one.start(), "ningwu");
            County there = new County(other.start(), "ningwu");
            JsonNode shipped = here.inForce();
            assertEquals(shipped, there.inForce());
            Path jar = Files.copy(one.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));

            String decided = here.upload(PolicyJar.changed(jar, folder.resolve("next.jar"), PolicyJar.days("2.1", 4)));
            assertEquals(shipped, there.inForce(), "handed in is not decided");
            here.decide(decided, "").expect(201);
            awaitSame(here, there, decided);

            other.drop(PolicyJar.changed(jar, folder.resolve("next.jar"), PolicyJar.days("2.2", 3)), PolicyJar.NINGWU);
            String dropped = Poll.until("rules 2.2", there::inForce, j -> j.get("policyVersion").asText().startsWith("2.2+")).get("policyVersion").asText();
            awaitSame(there, here, dropped);

            here.decide(decided, "").expect(201);
            awaitSame(here, there, decided);
        }
    }

    @Test
    void whatIsDoneAtOneNode_isHeardAtTheOther_whichStopsAtOnceAllTheSame() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); Product one = node("one", postgres); Product other = node("other", postgres)) {
            County here = new County(one.start(), "ningwu");
            other.start();
            // The sample's passwords are those of the node that loaded it.
            String user = "ningwu-dept-officer";
            Listener department = Listener.of(Client.signIn(other, user, County.password(one, user)));
            long start = System.nanoTime();
            String id = Play.id(new Play(here).sent("两个节点"));
            department.awaitMatter(id);
            System.out.printf("heard at the other node %d ms after the case was begun%n", (System.nanoTime() - start) / 1_000_000);
            long stopping = System.nanoTime();
            other.stop();
            department.awaitEnd();
            assertTrue((System.nanoTime() - stopping) / 1_000_000_000 < 15, "a stream holds up nothing");
        }
    }

    private static void awaitSame(County decidedAt, County elsewhere, String version) throws Exception {
        long start = System.nanoTime();
        JsonNode there = Poll.until("rules " + version, elsewhere::inForce, j -> j.get("policyVersion").asText().equals(version));
        System.out.printf("in force at the other node after %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertEquals(decidedAt.inForce(), there, "since the same instant");
    }

    private Product node(String name, EmbeddedPostgres postgres) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        return Product.unpack(own).env("XIEZHI_SAMPLE", "true").env("XIEZHI_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                .env("XIEZHI_DB_USER", "postgres").env("XIEZHI_DB_PASSWORD", "postgres");
    }
}
