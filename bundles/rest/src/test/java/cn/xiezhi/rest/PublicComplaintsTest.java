package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Complaints by people who have no account: what they see, what others don't, and what is too much. */
class PublicComplaintsTest {
    private static final String NAME = "𠮷永福";
    private static final String PHONE = "13900001111";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Api api = new Api();

    private Answer file(String jurisdiction, String more) {
        return api.post("", "/public/" + jurisdiction + "/complaints", """
                {"fields":{"receiver":"%s-town","kind":"report","content":"我是%s，楼下饭店油烟扰民","complainant":"%s","contact":"%s"%s}}""".formatted(jurisdiction, NAME, NAME, PHONE, more));
    }

    private String filed(String jurisdiction) {
        Answer answer = file(jurisdiction, "");
        assertEquals(201, answer.status(), answer.toString());
        return answer.json().get("code").asText();
    }

    private Answer progress(String jurisdiction, String code) {
        return api.get("", "/public/" + jurisdiction + "/complaints/" + code);
    }

    private Answer attach(String jurisdiction, String code, String name, byte[] bytes) {
        return api.send("POST", "/public/" + jurisdiction + "/complaints/" + code + "/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "", Map.of(), bytes);
    }

    private String id() {
        return api.get("a-zhang", "/matters?procedure=complaint").json().at("/items/0/id").asText();
    }

    private JsonNode act(String user, String id, String action, String fields) {
        long version = api.store.matters.get("a/" + id).version();
        Answer answer = api.post(user, "/matters/" + id + "/actions/" + action, "{\"version\":" + version + ",\"fields\":{" + fields + "}}");
        assertTrue(answer.status() < 300, answer.toString());
        return answer.json();
    }

    private static void refused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(code, answer.code());
    }

    @Test
    void theFormAsksForAReceiverAndNothingOfOfficers() {
        JsonNode form = api.get("", "/public/a/complaints").json();
        assertEquals(List.of("receiver", "kind", "content", "against", "place", "complainant", "contact", "reportedOrgan"), form.get("fields").findValuesAsText("id"));
        assertEquals(Set.of("a-town", "a-water", "a-roads", "a-justice"), new HashSet<>(form.get("receivers").findValuesAsText("id")));
        refused(404, "no-complaints-here", api.get("", "/public/nowhere/complaints"));
        refused(404, "no-complaints-here", api.post("", "/public/nowhere/complaints", "{\"fields\":{}}"));
    }

    @Test
    void whoHasTheCodeFollowsItToTheReply_howeverTheCodeIsTyped() {
        String code = filed("a");
        assertTrue(code.matches("([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}"), code);
        JsonNode first = progress("a", code).json();
        assertEquals("已经收到，等待受理", first.get("state").asText());
        assertEquals("城关镇", first.at("/handler/name").asText());
        String id = id();
        act("a-zhang", id, "accept", "\"subject\":\"饭店油烟扰民\"");
        act("a-zhang", id, "check", "\"found\":\"nothing\",\"checkNote\":\"现场未见油烟\"");
        assertTrue(progress("a", code).json().get("reply").isNull());
        act("a-zhang", id, "reply", "\"replyHow\":\"online\",\"reply\":\"经核实未发现违法行为\"");
        Answer last = progress("a", "%20" + code.toLowerCase().replace("-", "%20"));
        assertEquals("经核实未发现违法行为", last.json().get("reply").asText());
        assertEquals(List.of("收到", "受理", "答复"), last.json().get("steps").findValuesAsText("text"));
        assertFalse(last.json().get("open").asBoolean());
        assertFalse(last.toString().contains(id) || last.toString().contains("现场未见") || last.toString().contains("张三") || last.toString().contains(PHONE), "no internals");
    }

    @Test
    void whoComplainedInPersonGetsACodeFromTheReceiver_andNobodyElseCanGiveOne() {
        filed("a");
        String id = id();
        Answer given = api.post("a-zhang", "/matters/" + id + "/query-code", "{}");
        assertEquals(201, given.status(), given.toString());
        String code = given.json().get("code").asText();
        assertEquals("已经收到，等待受理", progress("a", code).json().get("state").asText());
        JsonNode ledger = api.get("a-zhang", "/matters/" + id).json().get("ledger");
        assertEquals("给出查询码", ledger.get(ledger.size() - 1).get("actionName").asText());
        assertFalse(ledger.toString().contains(code) || ledger.toString().contains(code.replace("-", "")));
        for (String user : List.of("a-li", "a-audit", "a-super", "a-admin", "b-zhang")) {
            refused(404, "unknown-matter", api.post(user, "/matters/" + id + "/query-code", "{}"));
        }
        refused(404, "unknown-matter", api.post("a-zhang", "/matters/" + api.opened("a").get("id").asText() + "/query-code", "{}"));
    }

    @Test
    void aCodeIsKeptOnlyAsItsHash_andFindsNothingElsewhere() {
        String code = filed("a");
        filed("b");
        assertEquals(200, progress("a", code).status());
        refused(404, "unknown-code", progress("b", code));
        refused(404, "unknown-code", progress("nowhere", code));
        refused(404, "unknown-code", progress("a", "AAAA-BBBB-CCCC-DDDD-EEEE"));
        refused(404, "unknown-code", progress("a", "x"));
        refused(404, "unknown-code", progress("a", id()));
        String kept = api.store.toString() + api.store.matters.values() + api.store.ledger("a", id());
        assertFalse(kept.contains(code) || kept.contains(code.replace("-", "")));
    }

    @Test
    void whatWasFilled_isCheckedFieldByField_andChangesNothing() {
        for (Map.Entry<String, String> wrong : Map.of("receiver", "\"a-gov\"", "kind", "\"petition\"", "content", "\"" + "长".repeat(4001) + "\"", "complainant", "\"" + "名".repeat(201) + "\"",
                "contact", "\"1\\u0007\"", "against", "\"" + NAME + "家楼下\"", "receivedAt", "\"1999-01-01T00:00:00+08:00\"", "subject", "\"x\"").entrySet()) {
            Answer answer = file("a", ",\"" + wrong.getKey() + "2\":1");
            refused(422, "invalid-fields", answer);
            String body = "{\"fields\":{\"receiver\":\"a-town\",\"kind\":\"report\",\"content\":\"x\",\"complainant\":\"" + NAME + "\"}}";
            String field = "\"" + wrong.getKey() + "\":";
            body = body.contains(field) ? body.replaceAll(field + "\"[^\"]*\"", java.util.regex.Matcher.quoteReplacement(field + wrong.getValue())) : body.replace("\"content\"", field + wrong.getValue() + ",\"content\"");
            Answer one = api.post("", "/public/a/complaints", body);
            refused(422, "invalid-fields", one);
            assertEquals(List.of(wrong.getKey()), one.json().get("errors").findValuesAsText("field"));
        }
        refused(400, "malformed-json", api.post("", "/public/a/complaints", "{\"fields\":"));
        refused(422, "invalid-fields", api.post("", "/public/a/complaints", "{}"));
        assertEquals(0, api.store.matters.size());
        filed("a");
    }

    @Test
    void tooManyFromOneAddress_areTurnedAwayWithATime_othersAreNot() {
        filed("a");
        file("a", ",\"wrong\":1");
        filed("a");
        filed("a");
        Answer fourth = file("a", "");
        refused(429, "too-many-requests", fourth);
        assertEquals("1200", fourth.headers().get("Retry-After"));
        api.forwardedFor = List.of("10.9.9.9");
        refused(429, "too-many-requests", file("a", ""));
        api.address = "10.0.0.2";
        filed("a");
        assertEquals(4, api.store.matters.size());
    }

    @Test
    void behindATrustedProxy_theAddressThatItWroteCounts() {
        api.trustForwardedFor = true;
        api.forwardedFor = List.of("6.6.6.6, 10.1.1.1:4711");
        filed("a");
        filed("a");
        filed("a");
        api.forwardedFor = List.of("7.7.7.7, 10.1.1.1");
        refused(429, "too-many-requests", file("a", ""));
        api.forwardedFor = List.of("10.1.1.2");
        filed("a");
        for (int i = 0; i < 3; i++) {
            api.forwardedFor = List.of("2001:db8:1:2:" + i + "::1");
            filed("a");
        }
        api.forwardedFor = List.of("2001:db8:1:2:ffff::9");
        refused(429, "too-many-requests", file("a", ""));
    }

    @Test
    void aJurisdictionTakesSoManyAnHourFromAllTogether() {
        api.complaintsPerHour = 2;
        filed("a");
        api.address = "10.0.0.2";
        filed("a");
        api.address = "10.0.0.3";
        refused(429, "too-many-requests", file("a", ""));
        filed("b");
    }

    @Test
    void guessingCodesIsSlowedDown() {
        for (int i = 0; i < 60; i++) {
            refused(404, "unknown-code", progress("a", "AAAA-BBBB-CCCC-DDDD-EEEE"));
        }
        refused(429, "too-many-requests", progress("a", "AAAA-BBBB-CCCC-DDDD-EEEE"));
    }

    @Test
    void filesComeWithTheCode_boundedInKindSizeAndNumber() {
        String code = filed("a");
        assertEquals(201, attach("a", code, "../../" + NAME + "\u202Egpj.exe", PDF).status());
        refused(415, "wrong-type", attach("a", code, "x.exe", new byte[] {'M', 'Z', 0, 1}));
        refused(413, "too-large", attach("a", code, "x.txt", "a".repeat(Api.MAX_UPLOAD + 1).getBytes(StandardCharsets.UTF_8)));
        refused(404, "unknown-code", attach("b", code, "x.pdf", PDF));
        assertEquals(2, attach("a", code, "2.pdf", "%PDF-2".getBytes(StandardCharsets.US_ASCII)).json().get("files").asInt());
        assertEquals(201, attach("a", code, "3.pdf", "%PDF-3".getBytes(StandardCharsets.US_ASCII)).status());
        refused(409, "too-many-files", attach("a", code, "4.pdf", "%PDF-4".getBytes(StandardCharsets.US_ASCII)));
        JsonNode matter = api.get("a-zhang", "/matters/" + id()).json();
        assertEquals(3, matter.get("attachments").size());
        assertEquals("社会公众", matter.at("/ledger/0/who/name").asText());
        assertEquals("社会公众", matter.at("/ledger/0/who/organ/name").asText());
    }

    @Test
    void whoComplained_isReadByReceiverAndHandlerOnly() {
        String code = filed("a");
        attach("a", code, NAME + "的身份证.pdf", PDF);
        String id = id();
        act("a-zhang", id, "accept", "\"subject\":\"饭店油烟扰民\"");
        act("a-zhang", id, "note", "\"note\":\"" + NAME + "来电催问\"");
        String file = api.get("a-zhang", "/matters/" + id).json().at("/attachments/0/id").asText();
        assertTrue(api.get("a-zhang", "/matters/" + id).toString().contains(PHONE));
        assertArrayEquals(PDF, api.get("a-zhang", "/matters/" + id + "/attachments/" + file).bytes());
        secret(id, file, List.of("a-super", "a-audit", "a-admin", "a-li", "a-other", "b-zhang"));
        act("a-zhang", id, "passOn", "\"passTo\":\"a-water\",\"form\":\"clue\",\"facts\":\"油烟直排\",\"discoveredAt\":\"2025-09-30T10:00:00+08:00\",\"urgency\":\"normal\"");
        secret(id, file, List.of("a-super", "a-audit", "a-admin", "a-li", "a-other"));
        String clue = api.get("a-zhang", "/matters?procedure=clue").json().at("/items/0/id").asText();
        act("a-zhang", clue, "send", "");
        assertTrue(api.get("a-li", "/matters/" + id).toString().contains(PHONE), "handler now");
        assertEquals(200, api.get("a-li", "/matters/" + id + "/attachments/" + file).status());
        secret(id, file, List.of("a-super", "a-audit", "a-admin", "a-other"));
        for (String user : List.of("a-zhang", "a-li", "a-super", "a-audit")) {
            assertFalse(api.get(user, "/matters/" + clue).toString().contains(NAME), "not through the transfer either");
        }
        assertEquals("水利局", progress("a", code).json().at("/handler/name").asText());
    }

    private void secret(String id, String file, List<String> users) {
        for (String user : users) {
            for (String path : List.of("/matters/" + id, "/matters", "/matters?q=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8), "/matters?q=" + PHONE, "/obligations")) {
                Answer answer = api.get(user, path);
                assertFalse(answer.toString().contains(NAME) || answer.toString().contains(PHONE) || answer.toString().contains("楼下饭店"), user + " " + path + " " + answer);
            }
            for (String q : List.of(NAME, PHONE)) {
                assertEquals(0, api.get(user, "/matters?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).json().path("items").size());
            }
            assertEquals(404, api.get(user, "/matters/" + id + "/attachments/" + file).status(), user);
        }
    }

    @Test
    void anotherSitesFormIsNotTaken() {
        Answer answer = api.raw("POST", "/public/a/complaints", Map.of("Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"), "{\"fields\":{}}".getBytes(StandardCharsets.UTF_8));
        refused(403, "csrf", answer);
    }
}
