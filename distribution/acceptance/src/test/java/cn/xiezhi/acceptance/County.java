package cn.xiezhi.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sample people of one jurisdiction, each signed in when first needed. */
final class County {
    static final List<String> ALL = List.of("ningwu", "shanting", "jinjiang", "hualong", "shanxi-district");

    private final Product product;
    private final String id;
    private final Map<String, Client> people = new ConcurrentHashMap<>();

    County(Product product, String id) {
        this.product = product;
        this.id = id;
    }

    static String password(Product product, String user) throws IOException {
        return account(product, user)[4];
    }

    private static String[] account(Product product, String user) throws IOException {
        return Files.readAllLines(product.home().resolve("demo-accounts.csv")).stream().map(l -> l.split(","))
                .filter(a -> a[3].equals(user)).findFirst().orElseThrow(() -> new AssertionError("no sample account " + user));
    }

    String id() {
        return id;
    }

    /** All of them, as {@link #person} knows them. */
    List<String> people() throws IOException {
        return Files.readAllLines(product.home().resolve("demo-accounts.csv")).stream().map(l -> l.split(",")).filter(a -> a[0].equals(id))
                .map(a -> a[3].substring(id.length() + 1)).toList();
    }

    /** For example {@code town-officer}. */
    Client person(String suffix) {
        return people.computeIfAbsent(suffix, s -> {
            try {
                return Client.signIn(product, id + "-" + s, password(product, id + "-" + s));
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Client town() {
        return person("town-officer");
    }

    Client department() {
        return person("dept-officer");
    }

    /** The organ that a person works for. */
    String organ(String suffix) throws Exception {
        return person(suffix).get("/session").expect(200).at("/organ/id").asText();
    }

    /** Whoever works for this organ and acts in procedures. */
    Client at(String organ) throws Exception {
        for (String suffix : List.of("government", "justice", "legal-office", "joint-meeting", "town-leader", "dept-leader")) {
            boolean there = Files.readString(product.home().resolve("demo-accounts.csv")).contains("," + id + "-" + suffix + ",");
            if (there && organ(suffix).equals(organ)) {
                return person(suffix);
            }
        }
        throw new AssertionError("nobody works for " + organ);
    }

    JsonNode inForce() throws Exception {
        for (JsonNode one : Client.nobody(product).get("/jurisdictions").expect(200)) {
            if (one.get("id").asText().equals(id)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    /** What the county's administrator reads of rules that were refused. */
    List<String> troubles() throws Exception {
        return person("admin").get("/rules/policy").expect(200).get("troubles").findValuesAsText("text");
    }

    /** Hands in a rule jar as the administrator and returns its version; nothing changes yet. */
    String upload(Path jar) throws Exception {
        return person("admin").upload("/rules/policy", "application/java-archive", Files.readAllBytes(jar)).expect(201).get("version").asText();
    }

    /** Decides that a version is in force, at once if {@code since} is empty. */
    Client.Answer decide(String version, String since) throws Exception {
        Map<String, Object> decision = new HashMap<>(Map.of("reason", "依据县政府常务会议纪要"));
        if (!since.isEmpty()) {
            decision.put("since", since);
        }
        return person("admin").post("/rules/policy/" + URLEncoder.encode(version, StandardCharsets.UTF_8) + "/terms", decision);
    }
}
