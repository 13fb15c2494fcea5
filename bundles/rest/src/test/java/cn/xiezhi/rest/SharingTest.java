package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports of shared records, and the log of who read them. */
class SharingTest {
    private static final String PENALTIES = "/sharing/export?kind=penalty";

    private final Api api = new Api();

    /** Composed by the township for the water department. */
    private JsonNode composed(String title, String subject) {
        return api.post("a-zhang", "/matters", """
                {"procedure":"sharing","fields":{"title":"%s","category":"penalty","summary":"罚款 \\"500\\" 元，\\n已缴","formedAt":"2025-09-29T17:30:00+08:00",
                 "receivers":["a-water"],"secrecy":"none","penaltySubject":"%s","penaltyNumber":"〔2025〕1号"}}""".formatted(title, subject)).json();
    }

    private String published(String title, String subject) {
        String id = composed(title, subject).get("id").asText();
        assertEquals(200, api.post("a-zhang", "/matters/" + id + "/actions/publish", "{\"version\":1,\"fields\":{}}").status());
        return id;
    }

    private List<String> readers(String user, String id) {
        List<String> readers = new ArrayList<>();
        api.get(user, "/matters/" + id).json().get("reads").forEach(r -> readers.add(r.at("/who/name").asText() + " " + r.get("text").asText()));
        return readers;
    }

    @Test
    void csv_opensInASpreadsheet_andNoCellCalculates() {
        published("=HYPERLINK(1)", "𠮷某𬱖");
        Answer answer = api.get("a-li", PENALTIES + "&format=csv");
        String text = new String(answer.bytes(), StandardCharsets.UTF_8);
        assertEquals("text/csv;charset=UTF-8", answer.headers().get("Content-Type"));
        assertTrue(answer.headers().get("Content-Disposition").startsWith("attachment; filename*=UTF-8''"));
        assertTrue(text.startsWith("\uFEFF\"编号\",\"提供单位\",\"信息类别\",\"标题\",\"信息内容\",\"被处罚人姓名（名称）\",\"立案时间\",\"作出处罚时间\",\"处罚内容\",\"处罚决定书编号\","), text);
        assertTrue(text.contains("\"城关镇\",\"行政处罚信息\",\"'=HYPERLINK(1)\",\"罚款 \"\"500\"\" 元，\n已缴\",\"𠮷某𬱖\",\"\",\"\",\"\",\"〔2025〕1号\",\"2025-09-29 17:30\","), text);
        assertTrue(text.endsWith("\"1\",\"已共享\"\r\n"), text);
    }

    @Test
    void everythingThatASpreadsheetWouldCalculate_isText() {
        for (String begin : List.of("=", "+", "-", "@", "\t", "\r", "＝", "－")) {
            String cell = new String(Csv.of(List.of("栏"), List.of(List.of(begin + "1"))), StandardCharsets.UTF_8).split("\r\n", 2)[1];
            assertTrue(cell.startsWith("\"'" + begin), cell);
        }
        assertTrue(new String(Csv.of(List.of("栏"), List.of(List.of("甲=1"))), StandardCharsets.UTF_8).contains("\"甲=1\""));
    }

    @Test
    void json_hasTheSameColumns_withLocalTimes() {
        String id = published("九月处罚", "某公司");
        JsonNode export = api.get("a-li", PENALTIES + "&from=2025-09-29&to=2025-09-29").json();
        assertEquals("行政处罚信息", export.get("kindName").asText());
        assertEquals(export.get("columns").size(), export.at("/items/0").size());
        assertEquals(id, export.at("/items/0/id").asText());
        assertEquals("2025-09-29T17:30:00+08:00", export.at("/items/0/formedAt").asText());
        assertTrue(export.at("/items/0/publishedAt").asText().endsWith("+08:00"));
        assertEquals(0, api.get("a-li", PENALTIES + "&from=2025-09-30").json().get("items").size());
        assertEquals(0, api.get("a-li", "/sharing/export?kind=inspection").json().get("items").size());
    }

    @Test
    void anExport_holdsWhatTheOrganSees_andNothingBeforeItIsShared() {
        published("九月处罚", "某公司");
        composed("未共享", "某公司");
        assertEquals(1, api.get("a-zhang", PENALTIES).json().get("items").size());
        assertEquals(1, api.get("a-super", PENALTIES).json().get("items").size());
        assertEquals(0, api.get("a-other", PENALTIES).json().get("items").size());
        assertEquals(0, api.get("a-admin", PENALTIES).json().get("items").size());
        assertEquals(0, api.get("b-li", PENALTIES).json().get("items").size());
        assertEquals(401, api.get("", PENALTIES).status());
    }

    @Test
    void everyRead_isLoggedAndShownToTheProvider_notToReceivers() {
        String id = published("九月处罚", "某公司");
        assertTrue(api.get("a-li", "/matters/" + id).json().get("reads").isNull());
        api.get("a-li", PENALTIES);
        assertEquals(404, api.get("a-other", "/matters/" + id).status());
        assertEquals(List.of("张三 查看", "李四 导出", "李四 查看"), readers("a-zhang", id));
        assertEquals("孙七 查看", readers("a-super", id).get(0));
    }

    @Test
    void aFile_isLoggedByItsName() {
        String id = composed("九月处罚", "某公司").get("id").asText();
        JsonNode attached = api.send("POST", "/matters/" + id + "/attachments?version=1&name=%E5%86%B3%E5%AE%9A%E4%B9%A6.txt", "a-zhang",
                java.util.Map.of("Content-Type", "text/plain"), "罚款决定".getBytes(StandardCharsets.UTF_8)).json();
        api.post("a-zhang", "/matters/" + id + "/actions/publish", "{\"version\":2,\"fields\":{}}");
        assertEquals(200, api.get("a-li", "/matters/" + id + "/attachments/" + attached.at("/attachments/0/id").asText()).status());
        assertTrue(readers("a-zhang", id).contains("李四 查看材料：决定书.txt"));
    }

    @Test
    void readsOfOrdinaryMatters_areNotLogged() {
        String id = api.opened("a").get("id").asText();
        assertTrue(api.get("a-li", "/matters/" + id).json().get("reads").isNull());
        assertEquals(List.of(), api.store.reads);
    }

    @Test
    void whatCanNotBeLogged_isNotShown() {
        String id = published("九月处罚", "某公司");
        api.store.reads = List.of();
        assertEquals(500, api.get("a-li", "/matters/" + id).status(), "the log takes nothing");
    }

    @Test
    void whatIsAskedWrongly_isNamed() {
        for (String wrong : List.of("kind=x", "kind=", "kind=penalty&from=2025-13-01", "kind=penalty&to=gestern", "kind=penalty&from=2025-10-01&to=2025-09-01", "kind=penalty&format=xls")) {
            Answer answer = api.get("a-zhang", "/sharing/export?" + wrong);
            assertEquals(400, answer.status(), wrong);
            assertFalse(answer.json().path("field").asText().isEmpty(), wrong);
        }
    }
}
