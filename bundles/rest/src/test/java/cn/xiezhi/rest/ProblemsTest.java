package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.Health;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.rest.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes wrong is said in one way, and says what to do. */
class ProblemsTest {
    private final Api api = new Api();

    @Test
    void malformedJsonIsToldWithLineAndColumn() {
        Answer answer = api.post("a-zhang", "/matters", "{\n  \"procedure\": oops}");
        assertEquals(400, answer.status());
        assertEquals("malformed-json", answer.code());
        assertTrue(answer.json().get("detail").asText().contains("第 2 行"), answer.toString());
        assertFalse(answer.toString().contains("oops"));
    }

    @Test
    void anUnknownPropertyIsNamed() {
        Answer answer = api.post("a-zhang", "/matters", "{\"procedure\":\"transfer\",\"feilds\":{}}");
        assertEquals("unknown-property", answer.code());
        assertEquals("feilds", answer.json().get("field").asText());
        assertTrue(answer.json().get("detail").asText().contains("feilds"));
    }

    @Test
    void emptyNullRepeatedTrailingMistypedDeepAndHugeBodiesAreRefused() {
        for (String body : List.of("", "null", "[]", "\"x\"", "{\"procedure\":\"a\",\"procedure\":\"b\"}", "{\"procedure\":\"a\"} x", "{\"procedure\":7,\"fields\":[]}",
                "{\"procedure\":\"a\",\"fields\":{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}}")) {
            Answer answer = api.post("a-zhang", "/matters", body);
            assertEquals("malformed-json", answer.code(), body.length() > 60 ? body.substring(0, 60) : body);
        }
        assertEquals("too-large", api.post("a-zhang", "/matters", "{\"procedure\":\"" + "x".repeat(JsonProvider.MAX_BYTES) + "\"}").code());
        assertEquals("malformed-json", api.send("POST", "/matters", "a-zhang", Map.of(), new byte[0]).code(), "no body and no type");
        byte[] broken = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};
        assertEquals("malformed-json", api.send("POST", "/matters", "a-zhang", Map.of("Content-Type", "application/json"), broken).code());
    }

    @Test
    void nothingIsTakenForWhatItIsNot() {
        for (String body : List.of("{\"procedure\":7}", "{\"procedure\":1.5}", "{\"procedure\":true}", "{\"procedure\":\"transfer\",\"origin\":1}")) {
            assertProblem(400, "malformed-json", api.post("a-zhang", "/matters", body));
        }
        assertProblem(400, "malformed-json", api.post("a-zhang", "/matters/m1/actions/note", "{\"version\":1.5}"));
        assertProblem(400, "malformed-json", api.post("a-zhang", "/matters/m1/actions/note", "{\"version\":\"1\"}"));
    }

    @Test
    void headersThatCannotBeRead_areNamed() {
        for (String header : List.of("Content-Type: zz", "Content-Type: text/", "Accept: application/json;q=zz", "Accept: */*;q=5")) {
            String[] parts = header.split(": ");
            Answer answer = api.send("POST", "/matters", "a-zhang", Map.of(parts[0], parts[1]), "{}".getBytes());
            assertProblem(400, "bad-header", answer);
            assertEquals(parts[0], answer.json().get("field").asText());
        }
    }

    @Test
    void whatJerseyRefusesIsAProblemToo() {
        assertProblem(404, "not-found", api.get("a-zhang", "/nowhere"));
        assertProblem(405, "method-not-allowed", api.send("DELETE", "/jurisdictions", "a-zhang", Map.of(), new byte[0]));
        assertProblem(415, "wrong-type", api.send("POST", "/matters", "a-zhang", Map.of("Content-Type", "text/plain"), "x".getBytes()));
        assertProblem(406, "not-acceptable", api.send("GET", "/jurisdictions", "", Map.of("Accept", "application/xml"), new byte[0]));
    }

    private static void assertProblem(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(code, answer.code());
        assertEquals(status, answer.json().get("status").asInt());
        assertEquals("application/problem+json", answer.headers().get("Content-Type"));
        assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
        assertEquals("no-store", answer.headers().get("Cache-Control"));
    }

    @Test
    void aDatabaseThatIsDownIs503AndNothingIsHalfDone() {
        api.store.failure = new StoreException("down", new IllegalStateException());
        Answer answer = api.post("a-zhang", "/matters", Api.opening("a", "x"));
        assertProblem(503, "store-unavailable", answer);
        assertEquals("5", answer.headers().get("Retry-After"));
        assertTrue(api.store.matters.isEmpty());
    }

    @Test
    void aDefectTellsAnIdAndNothingElse() {
        api.store.failure = new IllegalStateException("secret internals");
        Answer answer = api.get("a-zhang", "/matters");
        assertProblem(500, "internal", answer);
        assertTrue(answer.json().get("detail").asText().contains(answer.json().get("id").asText()));
        assertFalse(answer.toString().contains("secret"));
    }

    @Test
    void aPartThatIsNotThereYetIs503() {
        Api.Answer answer = Api.without().get("", "/jurisdictions");
        assertProblem(503, "not-ready", answer);
        assertEquals("1", answer.headers().get("Retry-After"));
    }

    @Test
    void readinessNamesEveryThingThatIsMissing() {
        assertEquals(List.of(), ReadyServlet.missing(api.services));
        api.health.add(new Health() {
            @Override
            public String name() {
                return "数据库";
            }

            @Override
            public Optional<String> problem() {
                return Optional.of("磁盘已满");
            }
        });
        assertEquals(List.of("数据库：磁盘已满"), ReadyServlet.missing(api.services));
        assertEquals(3, ReadyServlet.missing(new Services()).size());
    }
}
