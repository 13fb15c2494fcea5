package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.SheetException;
import cn.xiezhi.spreadsheets.Xlsx;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Searching by words: what is found, where, and by whom it is not. */
class FindingTest {
    private final Api api = new Api();

    private JsonNode found(String user, String words) {
        return api.get(user, "/matters?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).json().get("items");
    }

    @Test
    void wordsOfTitleAndLedger_areFoundWithWhereTheyStand() {
        String id = api.opened("a").get("id").asText();

        JsonNode matter = found("a-zhang", "架泵 取水").get(0);
        assertEquals(id, matter.get("id").asText());
        JsonNode facts = matter.get("found").findParents("entry").stream().filter(f -> f.get("text").asText().contains("架泵")).findFirst().orElseThrow();
        assertEquals("河边架泵", facts.get("text").asText());
        assertEquals(1, facts.get("entry").asInt());
        assertEquals("[{\"from\":2,\"to\":4}]", facts.get("marks").toString());
        assertEquals(0, found("a-zhang", "架泵 不在里面").size());
        assertEquals(0, found("a-other", "架泵").size(), "no party");
        assertEquals(0, found("b-zhang", "架泵").size(), "another jurisdiction");
        assertEquals(1, found("a-audit", "架泵").size(), "reads across");
    }

    /** The complainant's name is found by the receiving organ's officers and by nobody else, whatever they try. */
    @Test
    void whoComplained_isNotToBeGuessedBySearching() {
        Api.Answer answer = api.post("a-li", "/matters", """
                {"procedure":"complaint","fields":{"channel":"visit","receivedAt":"2025-09-30T09:00:00+08:00","subject":"夜间施工噪声","kind":"complaint",
                 "content":"赵小勇反映工地扰民","complainant":"赵小勇","contact":"13912345678"}}""");
        assertEquals(201, answer.status(), answer.toString());

        for (String words : List.of("赵小勇", "小勇", "赵", "13912345678", "1391", "夜间 赵小勇", "扰民")) {
            assertEquals(1, found("a-li", words).size(), words);
            for (String user : List.of("a-audit", "a-super", "a-admin", "a-zhang", "a-head", "a-other", "b-li")) {
                assertEquals(0, found(user, words).size(), user + " " + words);
            }
        }
        assertEquals(1, found("a-audit", "夜间施工").size(), "the title is everybody's who reads across");
    }

    @Test
    void otherFilters_narrowTheList_andBadOnesAreNamed() {
        api.opened("a");

        assertEquals(1, api.get("a-zhang", "/matters?from=2025-09-30&to=2025-09-30").json().get("items").size());
        assertEquals(0, api.get("a-zhang", "/matters?assignee=me").json().get("items").size(), "nobody's yet");
        assertEquals(0, api.get("a-zhang", "/matters?from=2025-10-01").json().get("items").size());
        for (String bad : List.of("from=1999-12-31", "to=2025-13-01", "light=red", "assignee=%00", "q=" + "长".repeat(30).repeat(10))) {
            assertEquals(400, api.get("a-zhang", "/matters?" + bad).status(), bad);
        }
    }

    @Test
    void theListAsATable_holdsWhatThePersonSees() throws SheetException {
        api.opened("a");

        Api.Answer mine = api.get("a-zhang", "/matters/list.csv?q=%E5%8F%96%E6%B0%B4");
        assertEquals(200, mine.status());
        assertTrue(new String(mine.bytes(), StandardCharsets.UTF_8).startsWith("\uFEFF\"编号\",\"标题\""));
        assertEquals(2, new String(mine.bytes(), StandardCharsets.UTF_8).lines().count());
        assertEquals(1, new String(api.get("a-other", "/matters/list.csv").bytes(), StandardCharsets.UTF_8).lines().count(), "nothing but the header");

        Sheet sheet = new Xlsx().read(api.get("a-zhang", "/matters/list.xlsx?q=%E5%8F%96%E6%B0%B4").bytes(), 10, 20);
        assertEquals("编号", sheet.rows().get(0).get(0));
        assertEquals(List.of("非法取水", "案件移送"), sheet.rows().get(1).subList(1, 3));
        assertEquals("2025年10月11日 24:00", sheet.rows().get(1).get(6), "the last day, never the midnight after it");
        assertEquals(2, sheet.rows().size());
        assertEquals(1, new Xlsx().read(api.get("a-other", "/matters/list.xlsx").bytes(), 10, 20).rows().size(), "nothing but the heading");
    }

    @Test
    void savedFilters_areOnesOwn_boundedAndWhole() {
        String two = "{\"items\":[{\"name\":\"本周到期𠮷\",\"query\":\"light=soon\",\"standard\":true},{\"name\":\"在办\",\"query\":\"open=true\",\"standard\":false}]}";
        assertEquals(200, put("a-zhang", two).status());
        assertEquals("本周到期𠮷", api.get("a-zhang", "/filters").json().at("/items/0/name").asText());
        assertEquals(0, api.get("a-head", "/filters").json().get("items").size());

        for (String bad : List.of("{}", "{\"items\":[{\"name\":\"\",\"query\":\"\",\"standard\":false}]}", "{\"items\":[{\"name\":\"x\",\"query\":\"<script>\\n\",\"standard\":false}]}",
                "{\"items\":[null]}", "{\"items\":[{\"name\":\"" + "长".repeat(31) + "\",\"query\":\"\",\"standard\":false}]}", two.replace("false", "true"), two.replace("在办", "本周到期𠮷"))) {
            assertEquals(400, put("a-zhang", bad).status(), bad);
        }
        assertEquals(2, api.get("a-zhang", "/filters").json().get("items").size(), "bad input changes nothing");
    }

    private Api.Answer put(String user, String json) {
        return api.send("PUT", "/filters", user, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }
}
