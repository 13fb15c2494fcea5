package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real Jetty, spoken to without a network. */
class ContainerErrorsTest {
    private final Server server = new Server();
    private final LocalConnector jetty = new LocalConnector(server);

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(new ContainerErrors()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Reader()), "/here");
        server.setHandler(context);
        server.addConnector(jetty);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"GET /nowhere, 503, not-ready", "POST /here, 405, method-not-allowed", "GET /here?written, 400, bad-request"})
    void whatTheContainerRefuses_isAProblem(String request, int status, String code) throws Exception {
        String answer = jetty.getResponse(request + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        String[] parts = answer.split("\r\n\r\n", 2);
        assertTrue(parts[0].startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(parts[0].contains("Content-Type: application/problem+json"), answer);
        assertTrue(parts[0].contains("Cache-Control: no-store"), answer);
        assertEquals(status == 503, parts[0].contains("Retry-After: 1"), answer);
        assertEquals(code, JsonProvider.MAPPER.readTree(parts[1].substring(parts[1].indexOf('{'), parts[1].lastIndexOf('}') + 1)).get("code").asText());
    }

    @Test
    void whatIsAnswered_isLeftAlone() throws Exception {
        assertTrue(jetty.getResponse("GET /here HTTP/1.1\r\nHost: a\r\n\r\n").endsWith("read"));
    }

    private static final class Reader extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("read");
            if ("written".equals(request.getQueryString())) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST, "after something was written");
            }
        }
    }
}
