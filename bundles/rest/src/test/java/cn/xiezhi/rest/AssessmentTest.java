package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures over HTTP: whose they are, and what is answered to nonsense. */
class AssessmentTest {
    private static final String YEAR = "from=2025-01-01&to=2025-12-31";
    private final Api api = new Api();

    private JsonNode figures(String user, String query) {
        Answer answer = api.get(user, "/assessment?" + query);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json();
    }

    @Test
    void figuresAreByOrganAndDuty_withNamesAndTheMomentTheyHoldFor() {
        api.opened("a");
        api.opened("b");
        JsonNode a = figures("a-super", YEAR);
        assertEquals("2025-01-01", a.get("from").asText());
        assertEquals("2025-12-31", a.get("to").asText());
        assertTrue(a.get("judgedAt").asText().startsWith("2025-09-30T10:00:00"), a.toString());
        assertEquals(1, a.get("organs").size());
        assertEquals("城关镇", a.at("/organs/0/organ/name").asText());
        assertEquals("移送", a.at("/organs/0/duties/0/dutyName").asText());
        assertEquals(1, a.at("/organs/0/duties/0/figures/running").asInt());
        assertTrue(a.at("/total/rate").isNull());
        api.passes(Duration.ofDays(30));
        JsonNode later = figures("a-super", YEAR);
        assertEquals(1, later.at("/total/unanswered").asInt());
        assertEquals(0.0, later.at("/total/rate").asDouble(-1));
    }

    @Test
    void leadersSeeTheirOwnOrgan_othersNothing() {
        api.opened("a");
        assertEquals(1, figures("a-head", YEAR).at("/total/arose").asInt());
        assertEquals(1, figures("a-head", YEAR + "&organ=a-town").at("/total/arose").asInt());
        for (String path : List.of("/assessment?", "/assessment.xlsx?")) {
            assertEquals("not-yours-to-see", api.get("a-head", path + YEAR + "&organ=a-water").code());
            for (String user : List.of("a-zhang", "a-li", "a-admin")) {
                assertEquals(403, api.get(user, path + YEAR).status(), user);
            }
        }
        assertEquals(0, figures("b-super", YEAR).at("/total/arose").asInt());
    }

    @Test
    void oneOrganAndOneDutyCanBeAskedFor() {
        api.opened("a");
        assertEquals(1, figures("a-super", YEAR + "&organ=a-town&duty=transfer.send").at("/total/arose").asInt());
        assertEquals(0, figures("a-super", YEAR + "&organ=a-water").at("/total/arose").asInt());
        assertEquals(0, figures("a-super", YEAR + "&duty=assist.reply").at("/total/arose").asInt());
    }

    @ParameterizedTest
    @CsvSource({"to=2025-12-31, from", "from=2025-01-01, to", "from=2025-12-31&to=2025-01-01, to", "from=2025-02-30&to=2025-12-31, from", "from=x&to=2025-12-31, from",
        "from=2025-01-01&to=9999-12-31, to", "from=1900-01-01&to=2025-12-31, to", "from=-999999999-01-01&to=2025-12-31, to", "from=2010-01-01&to=2025-12-31, to",
        "from=2025-01-01&to=2025-12-31&organ=b-town, organ", "from=2025-01-01&to=2025-12-31&duty=magic, duty"})
    void nonsense_isABadRequestThatNamesIt(String query, String field) {
        for (String path : List.of("/assessment?", "/assessment.xlsx?")) {
            Answer answer = api.get("a-super", path + query);
            assertEquals(400, answer.status(), answer.toString());
            assertEquals(field, answer.json().get("field").asText());
        }
    }

    @Test
    void workbookHasTheSameFigures_asNumbers_andSaysHowTheyAreCounted() {
        api.opened("a");
        Answer answer = api.get("a-super", "/assessment.xlsx?" + YEAR);
        assertEquals(200, answer.status());
        assertTrue(answer.headers().get("Content-Disposition").contains("2025-01-01_2025-12-31.xlsx"));
        List<List<String>> rows = api.sheets.written.get(0).rows();
        assertEquals(List.of("城关镇", "移送", "1", "0", "0", "0", "0", "1", "", "0", "0", "0", "", "", "0", "0"), rows.get(1));
        assertEquals("小计", rows.get(2).get(1));
        assertEquals("合计", rows.get(3).get(0));
        assertTrue(rows.stream().allMatch(r -> r.size() == rows.get(0).size()));
        assertTrue(api.sheets.written.get(0).numbers().contains(2) && !api.sheets.written.get(0).numbers().contains(1));
        assertTrue(api.sheets.written.get(1).rows().toString().contains("甲县"));
    }

    @Test
    void workbookOfAPeriodThatIsOver_holdsAsOfItsLastMidnight() {
        api.get("a-super", "/assessment.xlsx?from=2024-01-01&to=2024-12-31");
        assertTrue(api.sheets.written.get(1).rows().contains(List.of("数据截至", "2024-12-31 24:00")), api.sheets.written.toString());
        api.get("a-super", "/assessment.xlsx?" + YEAR);
        assertTrue(api.sheets.written.get(1).rows().contains(List.of("数据截至", "2025年9月30日 10:00")), api.sheets.written.toString());
    }

    @Test
    void aStoreThatDoesNotAnswer_is503_andBlocksNobodyAfterwards() {
        api.opened("a");
        api.store.failure = new StoreException("gone", null);
        for (int i = 0; i < 3; i++) {
            assertEquals("store-unavailable", api.get("a-super", "/assessment?" + YEAR).code());
        }
        api.store.failure = null;
        assertEquals(1, figures("a-super", YEAR).at("/total/arose").asInt());
    }
}
