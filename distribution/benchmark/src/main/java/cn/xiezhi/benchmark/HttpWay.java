package cn.xiezhi.benchmark;

import cn.xiezhi.benchmark.Clients.Transfer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Transfers over HTTP with bearer tokens; one client keeps its connections. Every answer is read to its end as JSON. */
final class HttpWay implements Supplier<Transfer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Play play;
    private final String api;
    private final String town;
    private final String bureau;

    /** @param home the product's data folder */
    HttpWay(Play play, int port, Path home) throws Exception {
        this.play = play;
        api = "http://127.0.0.1:" + port + "/api/v1";
        town = token(home, play.town.jurisdiction() + "-town-officer");
        bureau = token(home, play.town.jurisdiction() + "-dept-officer");
    }

    @Override
    public Transfer get() {
        return new Transfer() {
            private JsonNode matter;

            @Override
            public void open() throws Exception {
                matter = post("/matters", town, Map.of("procedure", "transfer", "fields", fields(0)));
            }

            @Override
            public void prepare() throws Exception {
                for (Play.Paper p : play.papers) {
                    String query = "?name=" + URLEncoder.encode(p.name(), StandardCharsets.UTF_8) + "&slot=" + p.slot() + "&pages=1&version=" + matter.get("version");
                    matter = send("/matters/" + matter.get("id").asText() + "/attachments" + query, town, "text/plain", p.bytes());
                }
            }

            @Override
            public void act(int step) throws Exception {
                Play.Step s = play.steps.get(step);
                matter = post("/matters/" + matter.get("id").asText() + "/actions/" + s.action(), s.receiver() ? bureau : town,
                        Map.of("version", matter.get("version"), "fields", fields(step)));
            }
        };
    }

    private Map<String, Object> fields(int step) {
        Map<String, Object> json = new LinkedHashMap<>();
        play.steps.get(step).fields().forEach(f -> {
            String value = play.steps.get(step).input().get(f.id());
            if (value != null) {
                json.put(f.id(), switch (f.type()) {
                    case BOOLEAN -> Boolean.valueOf(value);
                    case LINES -> value.lines().toList();
                    default -> value;
                });
            }
        });
        return json;
    }

    private String token(Path home, String user) throws Exception {
        return post("/tokens", "", Map.of("user", user, "password", Accounts.of(home, user))).get("token").asText();
    }

    private JsonNode post(String path, String token, Object body) throws IOException, InterruptedException {
        return send(path, token, "application/json", JSON.writeValueAsBytes(body));
    }

    private JsonNode send(String path, String token, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }
}
