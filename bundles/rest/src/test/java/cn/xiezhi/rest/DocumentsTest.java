package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Hashes;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents of a matter, from draft to void. */
class DocumentsTest {
    private final Api api = new Api();
    private final String path = "/matters/" + api.opened("a").get("id").asText() + "/documents";

    @BeforeEach
    void theTownNumbersItsDocuments() {
        Answer answer = number("a-admin", "a-town", "𠮷{文种}〔{年}〕{号}号");
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("𠮷{文种}〔{年}〕{号}号", answer.json().get("numbering").asText());
    }

    private Answer number(String user, String organ, String template) {
        return api.send("PUT", "/organs/" + organ + "/numbering", user, Map.of("Content-Type", "application/json"),
                ("{\"template\":\"" + template + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private Answer issue(String user, long version) {
        return api.post(user, path, "{\"kind\":\"letter\",\"version\":" + version + "}");
    }

    private static String text(Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aDraft_hasNoNumberAndLeavesNoTrace() {
        Answer draft = api.post("a-zhang", path + "?preview=true", "{\"kind\":\"letter\"}");
        assertEquals(200, draft.status(), draft.toString());
        assertEquals(DocumentsResource.DOCX, draft.headers().get("Content-Type"));
        assertTrue(text(draft).contains("𠮷移〔2025〕　号") && text(draft).contains("非法取水"), text(draft));
        JsonNode after = api.get("a-zhang", path).json();
        assertEquals(0, after.get("issued").size());
        assertEquals(1, after.get("version").asInt());
    }

    @Test
    void anIssuedDocument_isNumberedKeptAndInTheLedger() {
        Answer issued = issue("a-zhang", 1);
        assertEquals(201, issued.status(), issued.toString());
        JsonNode letter = issued.json().at("/issued/0");
        assertEquals("𠮷移〔2025〕1号", letter.get("number").asText());
        Answer file = api.get("a-zhang", path + "/" + letter.get("id").asText());
        assertEquals(letter.get("sha256").asText(), Hashes.sha256(file.bytes()));
        assertTrue(file.headers().get("Content-Disposition").contains(".docx"));
        api.passes(Duration.ofDays(30));
        assertArrayEquals(file.bytes(), api.get("a-li", path + "/" + letter.get("id").asText()).bytes(), "never made again");
        JsonNode entry = api.get("a-zhang", path.replace("/documents", "")).json().at("/ledger/1");
        assertEquals("制发文书", entry.get("actionName").asText());
        assertTrue(entry.get("details").toString().contains(letter.get("sha256").asText()));
        assertEquals("𠮷移〔2025〕2号", issue("a-zhang", 2).json().at("/issued/1/number").asText());
    }

    @Test
    void onlyWhoHoldsThePart_issues_andWhoIsNoPartySeesNothing() {
        assertEquals("not-yours-to-issue", issue("a-li", 1).code());
        assertEquals("not-yours-to-issue", issue("a-audit", 1).code());
        assertEquals("unknown-matter", issue("a-other", 1).code());
        assertEquals("unknown-matter", issue("b-zhang", 1).code());
        assertEquals(401, api.get("", path).status());
        assertEquals(0, api.get("a-super", path).json().get("offered").size(), "who reads across issues nothing");
    }

    @Test
    void whoIsLate_learnsHowTheMatterStands() {
        issue("a-zhang", 1);
        assertEquals("matter-changed", issue("a-zhang", 1).code());
        assertEquals("missing-property", api.post("a-zhang", path, "{\"kind\":\"letter\"}").code());
        assertEquals("unknown-document", api.post("a-zhang", path, "{\"kind\":\"nothing\",\"version\":2}").code());
        assertEquals("unknown-document", api.get("a-zhang", path + "/nothing").code());
    }

    @Test
    void aVoidedDocument_keepsItsNumberAndItsBytes() {
        String id = issue("a-zhang", 1).json().at("/issued/0/id").asText();
        assertEquals("not-yours-to-void", api.post("a-li", path + "/" + id + "/void", "{\"version\":2,\"reason\":\"x\"}").code());
        assertEquals("invalid-fields", api.post("a-zhang", path + "/" + id + "/void", "{\"version\":2}").code());
        Answer voided = api.post("a-zhang", path + "/" + id + "/void", "{\"version\":2,\"reason\":\"单位名称有误\"}");
        assertEquals(200, voided.status(), voided.toString());
        assertEquals("单位名称有误", voided.json().at("/issued/0/voided/reason").asText());
        assertFalse(voided.json().at("/issued/0/mayVoid").asBoolean());
        assertEquals("already-void", api.post("a-zhang", path + "/" + id + "/void", "{\"version\":3,\"reason\":\"再次\"}").code());
        assertEquals(200, api.get("a-zhang", path + "/" + id).status());
        assertEquals("𠮷移〔2025〕2号", issue("a-zhang", 3).json().at("/issued/1/number").asText(), "the number is not given again");
    }

    @Test
    void whoNumberedOnPaperBefore_goesOn_andWithoutAFormatNothingIsNumbered() {
        Answer noted = api.send("PUT", "/organs/a-town/numbering", "a-admin", Map.of("Content-Type", "application/json"),
                "{\"template\":\"凤{文种}〔{年}〕{号}号\",\"mark\":\"移\",\"used\":41}".getBytes(StandardCharsets.UTF_8));
        assertEquals(200, noted.status(), noted.toString());
        assertEquals("凤移〔2025〕42号", issue("a-zhang", 1).json().at("/issued/0/number").asText());
        assertEquals("凤移〔2025〕43号", issue("a-zhang", 2).json().at("/issued/1/number").asText());
        for (String wrong : new String[] {"\"mark\":\"移\",\"used\":5", "\"mark\":\"某\",\"used\":50", "\"used\":50", "\"mark\":\"移\",\"used\":-1"}) {
            assertEquals(400, api.send("PUT", "/organs/a-town/numbering", "a-admin", Map.of("Content-Type", "application/json"),
                    ("{\"template\":\"凤{文种}〔{年}〕{号}号\"," + wrong + "}").getBytes(StandardCharsets.UTF_8)).status(), wrong);
        }
        assertTrue(number("a-admin", "a-town", "").json().get("numbering").isNull());
        assertEquals("no-number-template", issue("a-zhang", 3).code());
    }

    @Test
    void templatesForNumbers_areSetByAdministratorsAndChecked() {
        assertEquals(403, number("a-zhang", "a-town", "凤{文种}〔{年}〕{号}号").status());
        assertEquals("unknown-organ", number("a-admin", "b-town", "凤{文种}〔{年}〕{号}号").code());
        Answer wrong = number("a-admin", "a-town", "凤〔{年}〕{号}号");
        assertEquals("bad-parameter", wrong.code());
        assertTrue(wrong.json().get("detail").asText().contains("{文种}"), wrong.toString());
    }
}
