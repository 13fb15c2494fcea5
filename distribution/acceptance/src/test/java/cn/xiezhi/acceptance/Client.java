package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One person, or nobody, at the API: cookie and CSRF value as the console sends them, or a bearer token. Paths are below {@code /api/v1}. */
final class Client {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Product product;
    private final Map<String, String> headers;

    /** @param body null when there is none or it is not JSON */
    record Answer(int status, JsonNode body, String text, HttpHeaders headers) {
        /** The body of an answer with this status. */
        JsonNode expect(int wanted) {
            assertEquals(wanted, status, text);
            return body;
        }

        /** A refusal with this status and code, which says something in Chinese. */
        JsonNode refused(int wanted, String code) {
            assertEquals(code, expect(wanted).path("code").asText(), text);
            assertEquals("application/problem+json", headers.firstValue("Content-Type").orElse("").split(";")[0]);
            assertEquals(true, body.path("detail").asText().codePoints().anyMatch(c -> c >= 0x4e00), text);
            return body;
        }
    }

    private Client(Product product, Map<String, String> headers) {
        this.product = product;
        this.headers = headers;
    }

    static Client nobody(Product product) {
        return new Client(product, Map.of());
    }

    static Client withHeaders(Product product, Map<String, String> headers) {
        return new Client(product, headers);
    }

    static Client signIn(Product product, String user, String password) throws IOException, InterruptedException {
        Answer answer = nobody(product).post("/session", Map.of("user", user, "password", password));
        JsonNode session = answer.expect(200);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Client(product, Map.of("Cookie", cookie, "X-CSRF-Token", session.get("csrf").asText()));
    }

    /** The session's cookie, name and value. */
    String[] cookie() {
        return headers.get("Cookie").split("=", 2);
    }

    Client with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Client(product, Map.copyOf(more));
    }

    Client without(String header) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new Client(product, Map.copyOf(fewer));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    Answer upload(String path, String type, byte[] bytes) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** An answer that goes on, line by line. */
    Stream<String> lines(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = HTTP.send(request(path).GET().build(), BodyHandlers.ofLines());
        assertEquals(200, response.statusCode());
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(product.url("/api/v1" + path)).timeout(LIMIT);
        headers.forEach(builder::header);
        return builder;
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").filter(t -> t.contains("json")).isPresent() && !response.body().isEmpty();
        return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : null, response.body(), response.headers());
    }
}
