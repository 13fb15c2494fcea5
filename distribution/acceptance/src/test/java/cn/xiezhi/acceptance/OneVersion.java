package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether an answer agrees with itself: in Ningwu, rules 2.1, 2.3, … give four working days for an ordinary transfer and all others three, so
 * version, limit and due date must tell the same. Other counties' rules do not change at all.
 */
final class OneVersion {
    private static final String DUTY = "transfer.send";

    private final String discoveredAt = Play.now();
    private final Map<Integer, String> due = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    /** @param counties whose rules stay */
    OneVersion(County... counties) throws Exception {
        for (County county : counties) {
            versions.put(county.id(), county.inForce().get("policyVersion").asText());
        }
    }

    /** The instant from which every transfer of the load is counted. */
    String discoveredAt() {
        return discoveredAt;
    }

    static int days(int swap) {
        return swap % 2 == 1 ? 4 : 3;
    }

    private static int days(String version) {
        return version.startsWith("2.") ? days(Integer.parseInt(version.substring(2, version.indexOf('+')))) : 3;
    }

    /** Learns when a transfer is due under the rules in force; call it once under each limit, before the load. */
    void learn(Product product) throws Exception {
        JsonNode answer = deadline(product, "ningwu");
        due.put(answer.get("amount").asInt(), answer.get("dueAt").asText());
    }

    JsonNode deadline(Product product, String jurisdiction) throws Exception {
        return Client.nobody(product).get("/jurisdictions/" + jurisdiction + "/deadline?duty=" + DUTY + "&trigger=" + URLEncoder.encode(discoveredAt, StandardCharsets.UTF_8)).expect(200);
    }

    void checkDeadline(JsonNode answer) {
        String version = answer.get("policyVersion").asText();
        if (!versions.containsValue(version)) {
            assertEquals(days(version), answer.get("amount").asInt(), answer.toString());
            assertEquals(due.get(days(version)), answer.get("dueAt").asText(), answer.toString());
        }
    }

    void checkPolicy(JsonNode policy) {
        String version = policy.get("version").asText();
        String stays = versions.get(policy.at("/jurisdiction/id").asText());
        if (stays != null) {
            assertEquals(stays, version);
            return;
        }
        for (JsonNode duty : policy.get("duties")) {
            if (duty.get("duty").asText().equals(DUTY)) {
                assertEquals(days(version), duty.at("/normal/amount").asInt(), version + " " + duty);
                assertEquals(days(version) + "个工作日", duty.at("/normal/text").asText(), version + " " + duty);
            }
        }
    }

    /** What a matter owes first arose when it was opened; it shows the version of its last action. Each under one version. */
    void check(JsonNode matter) {
        matter.get("obligations").forEach(this::checkObligation);
        JsonNode ledger = matter.get("ledger");
        assertEquals(ledger.at("/0/policyVersion"), matter.at("/obligations/0/policyVersion"), matter.toString());
        assertEquals(ledger.get(ledger.size() - 1).get("policyVersion"), matter.get("policyVersion"), matter.toString());
    }

    void checkObligation(JsonNode obligation) {
        String version = obligation.get("policyVersion").asText();
        if (versions.containsValue(version) || !obligation.get("duty").asText().equals(DUTY) || !obligation.get("variant").asText().equals("normal")) {
            return;
        }
        assertEquals(days(version) + "个工作日", obligation.get("limitText").asText(), obligation.toString());
        if (obligation.get("trigger").asText().equals(discoveredAt)) {
            assertEquals(due.get(days(version)), obligation.get("dueAt").asText(), obligation.toString());
        }
    }
}
