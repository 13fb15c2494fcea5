package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The public calculator. */
class DeadlineTest {
    private static final String TUE_2025_09_30 = "&trigger=2025-09-30T10:00:00%2B08:00";

    private final Api api = new Api();

    private Answer ask(String query) {
        return api.get("", "/jurisdictions/a/deadline?" + query);
    }

    @Test
    void threeWorkingDaysOverNationalDayEndOnTheMakeUpSaturday() {
        JsonNode answer = ask("duty=transfer.send" + TUE_2025_09_30).json();
        List<String> names = new ArrayList<>();
        answer.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("duty", "variant", "trigger", "count", "amount", "lastDay", "dueAt", "provisional", "policyVersion", "citation", "steps"), names);
        assertEquals("transfer.send", answer.get("duty").asText());
        assertEquals("normal", answer.get("variant").asText());
        assertEquals("2025-09-30T10:00:00+08:00", answer.get("trigger").asText());
        assertEquals("workingDays", answer.get("count").asText());
        assertEquals(3, answer.get("amount").asInt());
        assertEquals("2025-10-11", answer.get("lastDay").asText());
        assertEquals("2025-10-12T00:00:00+08:00", answer.get("dueAt").asText());
        assertEquals(false, answer.get("provisional").asBoolean());
        assertEquals("a-1", answer.get("policyVersion").asText());
        assertEquals("规定 第五条", answer.get("citation").asText());
        assertEquals(12, answer.get("steps").size());
        List<String> step = new ArrayList<>();
        answer.at("/steps/0").fieldNames().forEachRemaining(step::add);
        assertEquals(List.of("day", "counted", "why"), step);
        assertEquals("2025-09-30", answer.at("/steps/0/day").asText());
    }

    @Test
    void aTriggerInAnotherZoneIsEchoedInShanghaiTime() {
        assertEquals("2025-09-30T10:00:00+08:00", ask("duty=transfer.send&trigger=2025-09-30T02:00:00Z").json().get("trigger").asText());
    }

    @Test
    void hoursEndWithTheirSecondsShown() {
        assertEquals("2025-10-01T10:00:00+08:00", ask("duty=criminal.deliver" + TUE_2025_09_30).json().get("dueAt").asText());
    }

    @Test
    void immediatelyIsDueAtItsTriggerAndPromptlyNever() {
        JsonNode urgent = ask("duty=transfer.send&variant=urgent" + TUE_2025_09_30).json();
        assertEquals("immediately", urgent.get("count").asText());
        assertEquals(urgent.get("trigger"), urgent.get("dueAt"));
        JsonNode promptly = ask("duty=hazard.notify" + TUE_2025_09_30).json();
        assertTrue(promptly.get("dueAt").isNull() && promptly.get("lastDay").isNull(), promptly.toString());
    }

    @Test
    void anExtensionInAllCountsFromTheFirstTrigger() {
        assertEquals("2025-10-21", ask("duty=transfer.send&variant=extended" + TUE_2025_09_30).json().get("lastDay").asText());
    }

    @Test
    void aBackwardsLimitTakesTheMeetingsDayWithOrWithoutATime() {
        assertEquals("2025-09-24", ask("duty=meeting.agenda-call&trigger=2025-09-30").json().get("lastDay").asText());
        assertEquals("2025-09-24", ask("duty=meeting.agenda-call" + TUE_2025_09_30).json().get("lastDay").asText());
    }

    @Test
    void aYearWithoutItsNoticeIsProvisional() {
        assertTrue(ask("duty=transfer.send&trigger=2026-09-30T10:00:00%2B08:00").json().get("provisional").asBoolean());
    }

    @Test
    void aMalformedTriggerIs400() {
        for (String trigger : List.of("", "trigger=", "trigger=2025-09-30", "trigger=2025-09-30T10:00:00", "trigger=2025-02-30T10:00:00%2B08:00", "trigger=yesterday",
                "trigger=2025-09-30T10:00:00+08:00", "trigger=%2B999999999-01-01T00:00:00Z", "trigger=2025-09-30T10:00:00%2B08:00x")) {
            Answer answer = ask("duty=transfer.send&" + trigger);
            assertEquals(400, answer.status(), trigger);
            assertEquals("bad-trigger", answer.code(), trigger);
        }
    }

    @Test
    void whatThePolicyHasNotIs404() {
        for (String query : List.of("duty=consult.reply", "duty=no.such", "duty=transfer.send&variant=grave", "duty=transfer.send&variant=sometimes",
                "duty=transfer.result&variant=extended", "duty=supervision.rectify")) {
            Answer answer = ask(query + TUE_2025_09_30);
            assertEquals(404, answer.status(), query);
            assertEquals("duty-not-in-policy", answer.code(), query);
        }
    }

    @Test
    void aMissingDutyIs400AndAnUnknownJurisdiction404() {
        assertEquals(400, ask("variant=normal" + TUE_2025_09_30).status());
        assertEquals("unknown-jurisdiction", api.get("", "/jurisdictions/atlantis/deadline?duty=transfer.send" + TUE_2025_09_30).code());
    }

    @Test
    void jurisdictionsSaySinceWhenTheirRulesHoldNotSinceWhenTheServerRuns() {
        JsonNode first = api.get("", "/jurisdictions").json().get(0);
        assertEquals("2025-01-01T08:00:00+08:00", first.get("inForceSince").asText());
        assertEquals("140925", first.get("division").asText());
    }

    @Test
    void thePolicyIsWholeAndEachRuleCited() {
        JsonNode policy = api.get("", "/jurisdictions/a/policy").json();
        assertEquals("monthly", duty(policy, "meeting.convene").get("cadence").asText());
        assertEquals("通知书写明的日期", duty(policy, "supervision.rectify").get("setBy").asText());
        assertEquals("3个工作日", duty(policy, "transfer.send").at("/normal/text").asText());
        assertEquals("inAll", duty(policy, "transfer.send").at("/extension/kind").asText());
        assertEquals("2025-01-01", policy.at("/documents/0/since").asText());
        assertEquals(2, policy.at("/transfer/officers/value").asInt());
        assertTrue(policy.at("/transfer/legacy").isNull());
        assertEquals(2025, policy.at("/calendar/years/0").asInt());
        policy.get("duties").forEach(d -> assertTrue(!d.get("citation").asText().isBlank(), d.toString()));
    }

    private static JsonNode duty(JsonNode policy, String name) {
        for (JsonNode duty : policy.get("duties")) {
            if (duty.get("duty").asText().equals(name)) {
                return duty;
            }
        }
        throw new AssertionError("no " + name);
    }
}
