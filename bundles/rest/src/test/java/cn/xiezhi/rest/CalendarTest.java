package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final String AROUND_NATIONAL_DAY = "/calendar?from=2025-09-29&to=2025-10-12";

    private final Api api = new Api();

    private JsonNode calendar(String user, String query) {
        Answer answer = api.get(user, query);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json();
    }

    private static JsonNode day(JsonNode calendar, String day) {
        for (JsonNode d : calendar.get("days")) {
            if (d.get("day").asText().equals(day)) {
                return d;
            }
        }
        throw new AssertionError(day);
    }

    @Test
    void aLimitOverTheHoliday_standsOnItsLastDay_withItsRule() {
        String id = api.opened("a").get("id").asText();
        JsonNode entry = calendar("a-zhang", AROUND_NATIONAL_DAY).at("/entries/0");
        assertEquals(List.of("2025-10-11", "limit", "inTime", "期限内", id, "规定 第五条"), List.of(entry.get("day").asText(), entry.get("kind").asText(), entry.get("light").asText(),
                entry.get("lightText").asText(), entry.get("matter").asText(), entry.get("citation").asText()));
        assertTrue(entry.get("allDay").asBoolean());
        assertEquals("2025-10-12T00:00:00+08:00", entry.get("at").asText());
    }

    @Test
    void holidaysAndMakeUpDaysSaySo_withTheNotice() {
        JsonNode calendar = calendar("a-zhang", AROUND_NATIONAL_DAY);
        assertEquals(14, calendar.get("days").size());
        assertEquals("{\"day\":\"2025-10-01\",\"working\":false,\"name\":\"法定节假日或放假日\",\"notice\":\"放假通知\"}", day(calendar, "2025-10-01").toString());
        assertEquals("{\"day\":\"2025-10-11\",\"working\":true,\"name\":\"调休上班日\",\"notice\":\"放假通知\"}", day(calendar, "2025-10-11").toString());
        assertEquals("{\"day\":\"2025-10-12\",\"working\":false,\"name\":null,\"notice\":null}", day(calendar, "2025-10-12").toString());
    }

    @Test
    void theOtherSideSeesWhatIsOwedToIt_whoHasNoPartSeesNothing() {
        api.opened("a");
        assertTrue(calendar("a-zhang", AROUND_NATIONAL_DAY).at("/entries/0/ours").asBoolean());
        JsonNode water = calendar("a-li", AROUND_NATIONAL_DAY).at("/entries/0");
        assertFalse(water.get("ours").asBoolean());
        assertEquals("城关镇", water.at("/organ/name").asText());
        for (String user : List.of("a-other", "a-admin", "b-zhang", "b-super")) {
            assertEquals(0, calendar(user, AROUND_NATIONAL_DAY).get("entries").size(), user);
        }
    }

    @Test
    void readersAcrossSeeOneOrganOrAll_othersAreRefused() {
        api.opened("a");
        assertEquals(1, calendar("a-audit", AROUND_NATIONAL_DAY).get("entries").size());
        assertEquals(0, calendar("a-audit", AROUND_NATIONAL_DAY + "&organ=a-roads").get("entries").size());
        assertEquals(0, calendar("a-super", AROUND_NATIONAL_DAY).get("entries").size(), "its own organ has no part in it");
        assertEquals(1, calendar("a-super", AROUND_NATIONAL_DAY + "&all=true").get("entries").size());
        assertEquals("not-yours-to-see", api.get("a-zhang", AROUND_NATIONAL_DAY + "&all=true").code());
        assertEquals("not-yours-to-see", api.get("a-zhang", AROUND_NATIONAL_DAY + "&organ=a-water").code());
    }

    @Test
    void whatIsSettledIsGone() {
        JsonNode matter = api.opened("a");
        assertEquals(200, api.post("a-zhang", "/matters/" + matter.get("id").asText() + "/actions/withdraw",
                "{\"version\":" + matter.get("version") + ",\"fields\":{\"withdrawReason\":\"重复登记\"}}").status());
        assertEquals(0, calendar("a-zhang", AROUND_NATIONAL_DAY).get("entries").size());
    }

    @Test
    void whatIsOnStandsAtItsHour_asLongAsItWasNotCalledOff() {
        api.store.matters.put("a/t", training(true, Api.TUE_2025_09_30_10H));
        JsonNode entry = calendar("a-zhang", AROUND_NATIONAL_DAY).at("/entries/0");
        assertEquals(List.of("event", "培训、演练", "消防演练𠮷", "2025-10-09", "2025-10-09T14:30:00+08:00"), List.of(entry.get("kind").asText(), entry.get("title").asText(),
                entry.get("text").asText(), entry.get("day").asText(), entry.get("at").asText()));
        assertFalse(entry.get("allDay").asBoolean());
        assertEquals(0, calendar("a-other", AROUND_NATIONAL_DAY).get("entries").size(), "no part in it");
        api.store.matters.put("a/t", training(false, Instant.parse("2025-10-09T07:00:00Z")));
        assertEquals(1, calendar("a-zhang", AROUND_NATIONAL_DAY).get("entries").size(), "it was held");
        api.store.matters.put("a/t", training(false, Instant.parse("2025-10-08T07:00:00Z")));
        assertEquals(0, calendar("a-zhang", AROUND_NATIONAL_DAY).get("entries").size(), "called off the day before");
    }

    private static Matter training(boolean open, Instant updatedAt) {
        return new Matter("a", "t", "training", "消防演练𠮷", "planned", open, 3, Map.of("host", Set.of("a-town")), Set.of(), Map.of("plannedAt", "2025-10-09T14:30:00+08:00"), List.of(),
                List.of(), Optional.empty(), Optional.empty(), "a-zhang", Api.TUE_2025_09_30_10H, updatedAt, "a-1", 0, Ledger.BEGINNING, Optional.empty());
    }

    @Test
    void aHearingIsShownToTheOrganThatHoldsIt() {
        api.store.matters.put("a/h", new Matter("a", "h", "enforcement", "行政处罚：某商户", "drafted", true, 3, Map.of("organ", Set.of("a-town")), Set.of(),
                Map.of("hearingAt", "2025-09-30T14:30:00+08:00", "hearingPlace", "听证室"), List.of(), List.of(), Optional.empty(), Optional.empty(), "a-zhang", Api.TUE_2025_09_30_10H,
                Api.TUE_2025_09_30_10H, "a-1", 0, Ledger.BEGINNING, Optional.empty()));
        JsonNode entry = calendar("a-zhang", "/calendar?from=2025-09-30&to=2025-09-30").at("/entries/0");
        assertEquals(List.of("hearing", "听证", "行政处罚：某商户"), List.of(entry.get("kind").asText(), entry.get("title").asText(), entry.get("text").asText()));
        assertEquals(0, calendar("a-other", "/calendar?from=2025-09-30&to=2025-09-30").get("entries").size());
    }

    @Test
    void daysThatMakeNoCalendarAreRefused() {
        for (String query : List.of("", "?from=2025-09-01", "?from=2025-09-30&to=2025-09-01", "?from=2025-01-01&to=2025-03-04", "?from=x&to=2025-09-30", "?from=1999-12-31&to=2000-01-02")) {
            Answer answer = api.get("a-zhang", "/calendar" + query);
            assertEquals(400, answer.status(), query);
            assertFalse(answer.json().get("field").asText().isEmpty());
        }
        assertEquals(401, api.get("", AROUND_NATIONAL_DAY).status());
    }
}
