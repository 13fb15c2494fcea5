package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real Jetty, spoken to without a network. */
class UnreadableTest {
    private final Server server = new Server();
    private final Unreadable unreadable = new Unreadable();
    private LocalConnector jetty;

    @BeforeEach
    void start() throws Exception {
        server.start();
        jetty = (LocalConnector) unreadable.createConnector(server);
        server.addConnector(jetty);
        jetty.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"GET /api/v1/matters/%00, 400", "GET /api/v1/matters/a%2Fb, 400", "GET /api/v1/matters/a%5Cb, 400", "GET /api/v1//matters, 400", "GET /api/v1/matters/%zz, 400",
            "GET /api/v1/%2e%2e/x, 400", "nonsense, 505"})
    void whatJettyRefuses_isAProblem(String request, int status) throws Exception {
        assertProblem(status, jetty.getResponse(request + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    @Test
    void whatIsTooLarge_isNamed() throws Exception {
        assertTrue(assertProblem(414, jetty.getResponse("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")).get("detail").asText().contains("地址过长"));
        assertTrue(assertProblem(431, jetty.getResponse("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n")).get("detail").asText().contains("Cookie"));
    }

    @Test
    void leavesTheServerAsItWas() {
        Request.Handler ours = server.getErrorHandler();
        unreadable.leave();
        assertNotSame(ours, server.getErrorHandler());
    }

    private static JsonNode assertProblem(int status, String answer) throws Exception {
        String[] parts = answer.split("\r\n\r\n", 2);
        assertTrue(parts[0].startsWith("HTTP/1.1 " + status), answer);
        for (String header : new String[] {"Content-Type: application/problem+json", "X-Content-Type-Options: nosniff", "Cache-Control: no-store"}) {
            assertTrue(parts[0].contains(header), answer);
        }
        JsonNode problem = JsonProvider.MAPPER.readTree(parts[1].getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(status, problem.get("status").asInt());
        return problem;
    }
}
