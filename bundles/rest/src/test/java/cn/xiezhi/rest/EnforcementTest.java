package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a decision's officer is told is still missing, and who sees it. */
class EnforcementTest {
    private final Api api = new Api();

    private JsonNode issued() {
        String id = api.post("a-zhang", "/matters", """
                {"procedure":"enforcement","fields":{"kind":"penalty","subject":"𠮷某商户","content":"占道经营，罚款","amount":500.5,"major":false}}""").json().get("id").asText();
        return api.post("a-zhang", "/matters/" + id + "/actions/issue", """
                {"version":1,"fields":{"number":"〔2025〕1号","decidedAt":"2025-09-29T09:00:00+08:00","servedAt":"2025-09-29T10:00:00+08:00"}}""").json();
    }

    private static JsonNode action(JsonNode matter, String id) {
        return StreamSupport.stream(matter.get("actions").spliterator(), false).filter(a -> a.get("id").asText().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void whatIsMissing_standsInTheForm_andInTheRefusal_untilItIsThere() {
        JsonNode matter = issued();
        String path = "/matters/" + matter.get("id").asText();
        assertEquals("行政处罚：𠮷某商户", matter.get("title").asText());
        assertEquals("record.text", matter.at("/materials/0/id").asText());
        String missing = action(matter, "close").at("/fields/0/help").asText();
        assertTrue(missing.contains("全过程记录：文字记录（规定 第十二条）") && missing.contains("公示"), missing);

        Answer refused = api.post("a-zhang", path + "/actions/close", "{\"version\":2,\"fields\":{}}");
        assertEquals("conduct-incomplete", refused.code());
        assertEquals("规定 第十二条", refused.json().at("/rule/citation").asText());

        byte[] pdf = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(201, api.send("POST", path + "/attachments?name=record.pdf&slot=record.text&version=2", "a-zhang", Map.of("Content-Type", "application/pdf"), pdf).status());
        api.post("a-zhang", path + "/actions/publish", "{\"version\":3,\"fields\":{\"published\":false,\"unpublishedReason\":\"涉及未成年人\"}}");
        assertEquals("closed", api.post("a-zhang", path + "/actions/close", "{\"version\":4,\"fields\":{}}").json().get("state").asText());
    }

    @Test
    void anotherOrgan_doesNotFindIt() {
        assertEquals("unknown-matter", api.get("a-li", "/matters/" + issued().get("id").asText()).code());
    }
}
