package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Matters through the API: opened, found, moved; hidden from whom they don't concern. */
class MattersTest {
    private final Api api = new Api();

    private Answer act(String user, JsonNode matter, String action, String fields) {
        return api.post(user, "/matters/" + matter.get("id").asText() + "/actions/" + action, "{\"version\":" + matter.get("version") + ",\"fields\":" + fields + "}");
    }

    private static String path(JsonNode matter) {
        return "/matters/" + matter.get("id").asText();
    }

    @Test
    void anOpenedMatterComesWithEverythingThePageNeeds() {
        JsonNode m = api.opened("a");
        assertEquals("待移送", m.get("stateName").asText());
        assertEquals("案件移送", m.get("procedureName").asText());
        assertEquals("张三", m.at("/openedBy/name").asText());
        assertEquals("城关镇", m.at("/openedBy/organ/name").asText());
        assertTrue(m.get("awaitingMe").asBoolean());
        assertEquals("2025-10-12T00:00:00+08:00", m.at("/nextDue/dueAt").asText());
        assertEquals("10月11日 24:00", m.at("/obligations/0/dueText").asText());
        assertEquals(12, m.at("/obligations/0/steps").size());
        assertEquals("移送方", m.at("/parties/0/partName").asText());
        assertEquals("letter", m.at("/materials/0/id").asText());
        assertTrue(m.get("ledgerIntact").asBoolean());
        assertEquals("登记移送", m.at("/ledger/0/actionName").asText());
        assertTrue(m.at("/ledger/0/from").isNull());
    }

    @Test
    void recordedValuesReadAsPeopleWriteThem() {
        JsonNode m = api.opened("a");
        assertEquals("水利局", field(m, "receiver").get("text").asText());
        assertEquals("2025年9月30日 10:00", field(m, "discoveredAt").get("text").asText());
        assertEquals("否", field(m, "ongoing").get("text").asText());
        assertFalse(field(m, "ongoing").get("value").asBoolean(true));
        assertEquals("非法取水", field(m, "cases").at("/value/0").asText());
        assertEquals("本机关", field(m, "inNameOf").get("text").asText());
        assertTrue(field(m, "urgency").get("text").asText().startsWith("一般"));
        assertEquals("接收单位", m.at("/ledger/0/details/0/label").asText());
        assertEquals("水利局", m.at("/ledger/0/details/0/text").asText());
    }

    @Test
    void historySaysWhoOwesWhatUntilWhen_andWhatBecameOfIt() {
        JsonNode m = api.opened("a");
        JsonNode first = m.at("/ledger/0/details");
        assertEquals("移送", first.get(first.size() - 1).get("label").asText());
        assertEquals("城关镇，10月11日 24:00 前", first.get(first.size() - 1).get("text").asText());
        JsonNode withdrawn = act("a-head", m, "withdraw", "{\"withdrawReason\":\"重复登记\"}").json().at("/ledger/1/details");
        assertEquals("已终止", withdrawn.get(withdrawn.size() - 1).get("text").asText());
    }

    private static JsonNode field(JsonNode matter, String id) {
        for (JsonNode f : matter.get("fields")) {
            if (f.get("id").asText().equals(id)) {
                return f;
            }
        }
        throw new AssertionError("no " + id);
    }

    @Test
    void possibleActionsCarryTheirFieldsAndPapers() {
        JsonNode m = api.opened("a");
        JsonNode send = null;
        for (JsonNode action : m.get("actions")) {
            send = action.get("id").asText().equals("send") ? action : send;
        }
        assertEquals("officers", send.at("/fields/0/id").asText());
        assertEquals("lines", send.at("/fields/0/type").asText());
        assertEquals(2, send.at("/fields/0/minItems").asInt());
        assertEquals("规定 第八条", send.at("/fields/0/citation").asText());
        assertEquals("letter", send.at("/materials/0/id").asText());
        assertEquals(m.get("actions"), api.get("a-zhang", path(m) + "/actions").json());
    }

    @Test
    void theFormForOpeningShowsItsDeadline() {
        JsonNode transfer = api.get("a-zhang", "/procedures").json().get(0);
        assertEquals("transfer.send", transfer.at("/open/deadline/duty").asText());
        assertEquals("urgency", transfer.at("/open/deadline/variantField").asText());
        transfer.at("/open/fields").forEach(f -> assertEquals(f.get("type").asText().equals("boolean"), f.get("default").isBoolean(), f.toString()));
        assertTrue(api.get("a-admin", "/procedures").json().get(0).get("open").isNull());
    }

    @Test
    void anOrganWithoutAPartGetsNothing() {
        JsonNode m = api.opened("a");
        for (String user : List.of("a-other", "b-zhang", "b-li", "b-super", "b-admin")) {
            assertEquals("unknown-matter", api.get(user, path(m)).code(), user);
            assertEquals("unknown-matter", api.get(user, path(m) + "/actions").code(), user);
            assertEquals("unknown-matter", act(user, m, "accept", "{}").code(), user);
            assertEquals("unknown-matter", api.get(user, path(m) + "/attachments/x").code(), user);
            assertEquals(0, api.get(user, "/matters").json().get("items").size(), user);
        }
        assertEquals(1, api.get("a-super", "/matters").json().get("items").size());
        assertEquals(0, api.get("a-super", path(m)).json().get("actions").size());
    }

    @Test
    void whoWasSlowerGetsTheMatterAsItNowStands() {
        JsonNode m = api.opened("a");
        assertEquals(200, act("a-head", m, "approve", "{}").status());
        Answer late = act("a-zhang", m, "note", "{\"note\":\"x\"}");
        assertEquals(409, late.status());
        assertEquals("matter-changed", late.code());
        assertEquals(2, late.json().at("/current/version").asInt());
        assertEquals("approve", late.json().at("/current/ledger/1/action").asText());
    }

    @Test
    void aRefusalNamesItsRule() {
        Answer refused = api.post("a-zhang", "/matters", Api.opening("a", "x").replace("\"inNameOf\":\"organ\"", "\"inNameOf\":\"unit\""));
        assertEquals(422, refused.status());
        assertEquals("own-name-only", refused.code());
        assertEquals("规定 第八条", refused.json().at("/rule/citation").asText());
        assertEquals("application/problem+json", refused.headers().get("Content-Type"));
        assertEquals("urn:xiezhi:problem:own-name-only", refused.json().get("type").asText());
    }

    @Test
    void allFaultsOfTheInputComeAtOnce() {
        Answer answer = api.post("a-zhang", "/matters", "{\"procedure\":\"transfer\",\"fields\":{\"nonsense\":\"x\",\"discoveredAt\":\"today\"}}");
        assertEquals("invalid-fields", answer.code());
        List<String> named = new ArrayList<>();
        answer.json().get("errors").forEach(e -> named.add(e.get("field").asText()));
        assertTrue(named.containsAll(List.of("nonsense", "discoveredAt", "receiver", "cases", "facts")), named.toString());
        assertEquals("invalid-fields", api.post("a-zhang", "/matters", "{\"procedure\":\"transfer\",\"fields\":{\"cases\":[[\"x\"]]}}").code());
        assertEquals("invalid-fields", api.post("a-zhang", "/matters", "{\"procedure\":\"transfer\",\"fields\":{\"facts\":1e999999999}}").code());
        assertEquals("invalid-fields", api.post("a-zhang", "/matters/preview", "{\"procedure\":\"transfer\",\"fields\":{\"facts\":-1e400}}").code());
        assertEquals("invalid-fields", api.post("a-zhang", "/matters", "{\"procedure\":\"transfer\",\"fields\":{\"cases\":[\"x\\ny\"]}}").code());
    }

    @Test
    void unknownThingsAreNamed() {
        JsonNode m = api.opened("a");
        assertEquals("unknown-procedure", api.post("a-zhang", "/matters", "{\"procedure\":\"magic\",\"fields\":{}}").code());
        assertEquals("unknown-action", act("a-zhang", m, "vanish", "{}").code());
        assertEquals("unknown-matter", api.get("a-zhang", "/matters/20250930-zzzzzzzz").code());
        assertEquals("bad-request", api.get("a-zhang", "/matters/%00").code());
        assertEquals("missing-property", api.post("a-zhang", path(m) + "/actions/note", "{\"fields\":{\"note\":\"x\"}}").code());
    }

    @Test
    void theSameKeyOpensOneMatter() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "k1");
        byte[] body = Api.opening("a", "x").getBytes(StandardCharsets.UTF_8);
        Answer first = api.send("POST", "/matters", "a-zhang", headers, body);
        Answer again = api.send("POST", "/matters", "a-zhang", headers, body);
        assertEquals(201, first.status());
        assertTrue(first.headers().get("Location").endsWith("/api/v1" + path(first.json())), first.headers().toString());
        assertEquals(200, again.status());
        assertEquals(first.json().get("id"), again.json().get("id"));
        assertEquals("bad-idempotency-key", api.send("POST", "/matters", "a-zhang", Map.of("Content-Type", "application/json", "Idempotency-Key", "a b"), body).code());
    }

    @Test
    void theListPagesNewestFirstWithoutGapsOrRepeats() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(0, api.opened("a").get("id").asText());
            api.passes(Duration.ofMinutes(1));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get("a-zhang", "/matters?limit=2&after=" + after).json();
            page.get("items").forEach(m -> seen.add(m.get("id").asText()));
            after = page.get("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));
        assertEquals(opened, seen);
        assertEquals(5, api.get("a-zhang", "/matters?awaiting=me&open=true&procedure=transfer&state=discovered&organ=a-water").json().get("items").size());
        assertEquals(0, api.get("a-li", "/matters?awaiting=me").json().get("items").size());
        assertEquals(List.of("send"), api.get("a-zhang", "/matters?awaiting=me&limit=1").json().at("/items/0/actions").findValuesAsText("id"));
        assertEquals(0, api.get("a-zhang", "/matters?awaiting=others").json().get("items").size());
        assertEquals(5, api.get("a-li", "/matters?awaiting=others").json().get("items").size());
        assertEquals(0, api.get("a-li", "/matters?awaiting=others").json().at("/items/0/actions").size());
    }

    @Test
    void illegalParametersAre400() {
        for (String token : List.of("x", "!!", "QQ", "fn4", "MjAyNS0wOS0zMFQwMjowMDowMFp-", "MjAyNS0xMy0zMFQwMjowMDowMFp-YQ", "%00", "a".repeat(300))) {
            assertEquals("bad-page-token", api.get("a-zhang", "/matters?after=" + token).code(), token);
            assertEquals("bad-page-token", api.get("a-zhang", "/obligations?after=" + token).code(), token);
        }
        for (String query : List.of("limit=0", "limit=101", "limit=x", "open=yes", "awaiting=you")) {
            assertEquals("bad-parameter", api.get("a-zhang", "/matters?" + query).code(), query);
        }
        assertEquals("bad-parameter", api.get("a-zhang", "/obligations?light=green").code());
        assertEquals("bad-parameter", api.get("a-zhang", "/organs?kind=castle").code());
    }

    @Test
    void theDeskCountsAndFiltersByLight() {
        api.opened("a");
        api.opened("a");
        JsonNode desk = api.get("a-zhang", "/obligations?limit=1").json();
        assertEquals(2, desk.at("/counts/inTime").asInt(), desk.toString());
        assertEquals(1, desk.get("items").size());
        assertFalse(desk.at("/items/0").has("steps"));
        JsonNode second = api.get("a-zhang", "/obligations?limit=1&after=" + desk.get("next").asText()).json();
        assertTrue(second.get("next").isNull());
        assertFalse(second.at("/items/0/id").equals(desk.at("/items/0/id")));
        assertEquals(0, api.get("a-li", "/obligations").json().get("items").size());
        api.passes(Duration.ofDays(10));
        assertEquals("soon", api.get("a-zhang", "/obligations?light=soon").json().at("/items/0/light").asText());
        api.passes(Duration.ofDays(2));
        assertEquals("已逾期", api.get("a-zhang", "/obligations?light=overdue").json().at("/items/0/lightText").asText());
        assertEquals(0, api.get("a-zhang", "/obligations?light=inTime").json().get("items").size());
    }

    @Test
    void anOriginThatOneMayNotSeeIsNotShown() {
        JsonNode m = api.opened("a");
        act("a-head", m, "approve", "{}");
        assertEquals("unknown-matter", api.post("a-other", "/matters", Api.opening("a", "x").replace("{\"procedure\"", "{\"origin\":\"" + m.get("id").asText() + "\",\"procedure\"")).code());
    }

    @Test
    void policiesOfOnesOwnJurisdictionCanBeReadByVersion() {
        assertEquals("a-1", api.get("a-zhang", "/policies").json().at("/0/version").asText());
        assertTrue(api.get("a-zhang", "/policies").json().at("/0/inForceUntil").isNull());
        assertEquals("a-1", api.get("a-zhang", "/policies/a-1").json().get("version").asText());
        assertEquals("unknown-policy", api.get("a-zhang", "/policies/b-1").code());
    }

    @Test
    void aMatterSaysWhereItStands_andWhoWaitsForWhom() {
        JsonNode m = api.opened("a");
        assertEquals(List.of("待移送", "已移送，待受理", "已受理", "已立案", "已作出处理", "结果已通报", "已办结"), m.get("path").findValuesAsText("name").stream().filter(n -> !n.equals("张三") && !n.equals("城关镇")).toList());
        assertEquals("here", m.at("/path/0/status").asText());
        assertEquals("张三", m.at("/path/0/who/name").asText());
        assertEquals("ahead", m.at("/path/1/status").asText());
        assertEquals("城关镇", m.at("/waiting/0/organ/name").asText());
        assertEquals("水利局", m.at("/waiting/0/by/0/name").asText());
        assertEquals("[\"批准移送\",\"移送\"]", m.at("/waiting/0/actions").toString());
        assertEquals("还剩 3 个工作日", m.at("/waiting/0/duties/0/left").asText(), "the 9th, the 10th, and the 11th in place of a holiday");
        api.passes(Duration.ofDays(40));
        assertTrue(api.get("a-zhang", "/matters/" + m.get("id").asText()).json().at("/waiting/0/duties/0/left").asText().startsWith("已逾期 "));
    }
}
