package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.assessment.Stand;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The leader's view over HTTP: its figures are those of the assessment, and each of them leads to what it counts. */
class OverviewTest {
    private static final String YEAR = "from=2025-01-01&to=2025-12-31";
    private final Api api = new Api();

    @BeforeEach
    void twoMonthsOfWork() {
        api.opened("a");
        api.passes(Duration.ofDays(20));
        JsonNode sent = api.opened("a");
        assertEquals(200, api.post("a-zhang", "/matters/" + sent.get("id").asText() + "/actions/note", "{\"version\":1,\"fields\":{\"note\":\"补充\"}}").status());
        api.passes(Duration.ofDays(15));
        api.opened("a");
        api.opened("b");
    }

    private JsonNode get(String user, String path) {
        Answer answer = api.get(user, path);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json();
    }

    private static JsonNode still(JsonNode assessment) {
        return ((ObjectNode) assessment.deepCopy()).without("judgedAt");
    }

    @Test
    void figuresAreThoseOfTheAssessment_forTheWholeAndForEachMonth() {
        JsonNode overview = get("a-super", "/overview?" + YEAR);
        assertEquals(still(get("a-super", "/assessment?" + YEAR)), still(overview.get("assessment")));
        assertEquals(3, overview.at("/assessment/total/arose").asInt());
        assertEquals(11, overview.get("months").size(), "December has not come");
        for (JsonNode month : overview.get("months")) {
            String of = "from=" + month.get("from").asText() + "&to=" + month.get("to").asText();
            assertEquals(get("a-super", "/assessment?" + of).get("total"), month.get("figures"), of);
        }
        assertTrue(overview.at("/months/9/figures/arose").asInt() > 0);
    }

    @Test
    void aPeriodThatBeginsWithinAMonth_hasItsMonthsCutToIt() {
        JsonNode months = get("a-super", "/overview?from=2025-09-30&to=2025-10-12").get("months");
        assertEquals("2025-09-30", months.at("/0/to").asText());
        assertEquals("2025-10-12", months.at("/1/to").asText());
        assertEquals(2, months.size());
    }

    @Test
    void everyFigureLeadsToAsManyAsItCounts() {
        JsonNode total = get("a-super", "/assessment?" + YEAR).get("total");
        for (Stand stand : Stand.values()) {
            JsonNode listing = get("a-super", "/overview/obligations?" + YEAR + "&stand=" + stand.code());
            assertEquals(total.get(stand.code()).asInt(), listing.get("count").asInt(), stand.code());
            assertEquals(listing.get("count").asInt(), listing.get("rows").size());
        }
        JsonNode overview = get("a-super", "/overview?" + YEAR);
        assertEquals("城关镇", overview.at("/overdue/0/organ/name").asText());
        assertEquals(overview.at("/overdue/0/overdue").asInt(), get("a-super", "/overview/overdue?organ=a-town").get("count").asInt());
        assertEquals(3, overview.at("/overdue/0/overdue").asInt());
        JsonNode transfers = overview.at("/backlog/0");
        assertEquals(3, transfers.get("open").asInt());
        for (JsonNode age : transfers.get("ages")) {
            JsonNode listing = get("a-super", "/overview/backlog?procedure=transfer&age=" + age.get("age").asText());
            assertEquals(age.get("open").asInt(), listing.get("count").asInt(), age.toString());
            assertEquals(listing.get("count").asInt(), listing.get("rows").size(), age.toString());
        }
        assertEquals(List.of(1, 1, 1, 0, 0), List.of(0, 1, 2, 3, 4).stream().map(i -> transfers.at("/ages/" + i + "/open").asInt()).toList());
    }

    @Test
    void leadersSeeTheirOwnOrgan_othersNothing() {
        assertEquals(3, get("a-head", "/overview?" + YEAR).at("/assessment/total/arose").asInt());
        assertEquals("not-yours-to-see", api.get("a-head", "/overview?" + YEAR + "&organ=a-water").code());
        assertEquals(0, get("a-super", "/overview?" + YEAR + "&organ=a-water").at("/assessment/total/arose").asInt());
        for (String user : List.of("a-zhang", "a-li", "a-admin")) {
            for (String path : List.of("/overview?" + YEAR, "/overview.xlsx?" + YEAR, "/overview/obligations?stand=late&" + YEAR, "/overview/overdue", "/overview/backlog?procedure=transfer",
                    "/overview/disputes?level=1&" + YEAR)) {
                assertEquals(403, api.get(user, path).status(), user + path);
            }
        }
    }

    @Test
    void theGovernmentsOffice_seesTheNumberButNotTheTitleOfAMatterThatItMayNotOpen() {
        Officer town = api.identity.officers.get("a-zhang");
        api.identity.officers.put("a-office", new Officer("a-office", "郑十", api.identity.officers.get("a-other").organ(), Set.of(Role.GOVERNMENT_OFFICE)));
        JsonNode row = get("a-office", "/overview/overdue").at("/rows/0");
        assertFalse(row.get("seen").asBoolean());
        assertEquals("案件移送", row.get("title").asText(), town.name());
        assertEquals("非法取水", get("a-super", "/overview/overdue").at("/rows/0/title").asText().replaceAll(".*：", ""));
    }

    @ParameterizedTest
    @CsvSource({"/overview?to=2025-12-31, from", "/overview/obligations?from=2025-01-01&to=2025-12-31&stand=x, stand", "/overview/backlog?procedure=transfer&age=x, age",
        "/overview/disputes?from=2025-01-01&to=2025-12-31&level=0, level", "/overview/overdue?organ=b-town, organ"})
    void nonsense_isABadRequestThatNamesIt(String path, String field) {
        Answer answer = api.get("a-super", path);
        assertEquals(400, answer.status(), answer.toString());
        assertEquals(field, answer.json().get("field").asText());
    }

    @Test
    void workbookHasATableForEachChart() {
        assertEquals(200, api.get("a-super", "/overview.xlsx?" + YEAR).status());
        assertEquals(List.of("考核", "口径", "培训", "各月", "在办事项", "已逾期未办结", "争议"), api.sheets.written.stream().map(s -> s.name()).toList());
        assertEquals(List.of("城关镇", "3"), api.sheets.written.get(5).rows().get(1));
    }

    @Test
    void oversight_isForWhoReadsAcross_andNamesWhatIsKeptOverTheLimit() {
        JsonNode o = get("a-super", "/oversight");
        assertEquals(3, o.get("overdueCount").asInt());
        assertEquals(3, o.get("kept").size());
        assertEquals("移送", o.at("/kept/0/dutyName").asText());
        assertEquals(1, get("b-super", "/oversight").get("overdueCount").asInt());
        assertEquals(3, get("a-audit", "/oversight").get("overdueCount").asInt());
        for (String user : List.of("a-zhang", "a-head", "a-admin")) {
            assertEquals("not-yours-to-see", api.get(user, "/oversight").code());
        }
    }

    @Test
    void supervisorOpensAnyMatter_isOfferedNothing_andEveryWriteIsRefused() {
        JsonNode m = get("a-super", "/oversight").at("/kept/0");
        String path = "/matters/" + m.get("matter").asText();
        JsonNode matter = get("a-super", path);
        assertEquals(0, matter.get("actions").size());
        assertFalse(matter.get("mayAttach").asBoolean());
        JsonNode own = get("a-zhang", path);
        assertTrue(own.get("actions").size() > 0);
        int commits = api.store.commits;
        own.get("actions").forEach(a -> {
            Answer answer = api.post("a-super", path + "/actions/" + a.get("id").asText(), "{\"version\":" + matter.get("version") + ",\"fields\":{}}");
            assertEquals("not-yours-to-do", answer.code(), answer.toString());
        });
        Answer file = api.send("POST", path + "/attachments?slot=other&name=x.txt&version=" + matter.get("version"), "a-super", Map.of("Content-Type", "text/plain"),
                "x".getBytes(StandardCharsets.UTF_8));
        assertEquals(403, file.status(), file.toString());
        get("a-zhang", path + "/documents").get("offered").forEach(d -> assertEquals("not-yours-to-issue",
                api.post("a-super", path + "/documents", "{\"kind\":\"" + d.get("kind").asText() + "\",\"version\":" + matter.get("version") + ",\"fields\":{}}").code()));
        assertEquals(0, get("a-super", path + "/documents").get("offered").size());
        assertEquals(commits, api.store.commits);
    }
}
