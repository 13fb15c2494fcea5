package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.RulesHere.Suspended;
import cn.xiezhi.policy.RulesHere.Trouble;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.Api.Answer;
import cn.xiezhi.time.WorkCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator changes the own jurisdiction's rules: brings a version in, sees what it does, decides, takes back, goes back. */
class RulesTest {
    private static final String FOUR = "a-2-four";
    private final Api api = new Api();

    private Answer upload(String user, String subject, String text) {
        return api.send("POST", "/rules/" + subject, user, Map.of("Content-Type", "application/java-archive"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer decide(String version, String body) {
        return api.post("a-admin", "/rules/policy/" + version + "/terms", body);
    }

    private Answer decided(String version) {
        Answer answer = decide(version, "{\"reason\":\"甲政发〔2025〕9号\"}");
        assertEquals(201, answer.status(), answer.toString());
        return answer;
    }

    private String inForce() {
        return api.get("", "/jurisdictions/a/policy").json().get("version").asText();
    }

    private JsonNode edition(String version) {
        for (JsonNode e : api.get("a-admin", "/rules/policy").json().get("editions")) {
            if (e.get("version").asText().equals(version)) {
                return e;
            }
        }
        throw new AssertionError("no edition " + version);
    }

    @Test
    void anUploadedVersion_isKept_andChangesNothingYet() {
        Answer first = upload("a-admin", "policy", FOUR);
        assertEquals(201, first.status(), first.toString());
        assertEquals("proposed", first.json().get("state").asText());
        assertEquals("宽于国家规定", first.json().at("/warnings/0").asText());
        assertEquals("CN=测试", first.json().get("signer").asText());
        assertEquals(200, upload("a-admin", "policy", FOUR).status(), "the same jar again is the same version");
        assertEquals("a-1", inForce());
        JsonNode edition = edition(FOUR);
        assertEquals("周八", edition.get("receivedByName").asText());
        assertEquals("甲县暂行规定", edition.at("/documents/0").asText());
        assertEquals(64, edition.get("sha256").asText().length());
        assertEquals("inForce", edition("a-1").get("state").asText());
    }

    @Test
    void aRefusedJar_saysEveryReason_andIsNotKept() {
        Answer untrusted = upload("a-admin", "policy", "!jar");
        assertEquals(422, untrusted.status());
        assertEquals("rules-refused", untrusted.code());
        assertEquals("签名不可信：!jar", untrusted.json().at("/errors/0").asText());
        assertEquals(2, upload("a-admin", "policy", "a-3-wrong").json().get("errors").size());
        assertTrue(upload("a-admin", "policy", "b-2").json().at("/errors/0").asText().contains("不是本辖区"));
        assertTrue(upload("a-admin", "policy", "calendar-2025").json().at("/errors/0").asText().contains("工作日历"));
        assertEquals(1, api.get("a-admin", "/rules/policy").json().get("editions").size());
    }

    @Test
    void aBodyThatIsEmptyOrTooLarge_isRefusedBeforeItIsRead() {
        assertEquals("empty-file", upload("a-admin", "policy", "").code());
        Answer large = api.send("POST", "/rules/policy", "a-admin", Map.of("Content-Type", "application/octet-stream"), new byte[RulesResource.MOST_BYTES + 1]);
        assertEquals(413, large.status());
    }

    @Test
    void previewShowsRuleExampleAndWhatIsTouched() {
        api.opened("a");
        api.opened("b");
        upload("a-admin", "policy", FOUR);
        JsonNode preview = api.get("a-admin", "/rules/policy/" + FOUR + "/preview").json();
        assertEquals("a-1", preview.get("from").asText());
        assertEquals(1, preview.get("changes").size(), preview.toString());
        JsonNode change = preview.at("/changes/0");
        assertEquals("duties.transfer.send.normal", change.get("key").asText());
        assertTrue(change.get("before").asText().startsWith("3个工作日") && change.get("after").asText().startsWith("4个工作日"), change.toString());
        assertEquals("规定 第五条", change.get("citationAfter").asText());
        assertEquals("2025-10-11", preview.at("/examples/0/before").asText());
        assertEquals("2025-10-13", preview.at("/examples/0/after").asText());
        assertEquals(1, preview.at("/touched/obligations").asInt(), "another jurisdiction's are none of ours");
        assertEquals(1, preview.at("/touched/matters").asInt());
        assertEquals("transfer.send", preview.at("/touched/byDuty/0/duty").asText());
    }

    @Test
    void decidedAtOnce_newObligationsGoByIt_andOldOnesKeepTheirs() {
        JsonNode before = api.opened("a");
        upload("a-admin", "policy", FOUR);
        Answer term = decided(FOUR);
        assertEquals("adopted", term.json().get("kind").asText());
        assertEquals(FOUR, inForce());
        assertEquals("2025-10-13", api.opened("a").at("/obligations/0/lastDay").asText());
        assertEquals("2025-10-11", api.get("a-zhang", "/matters/" + before.get("id").asText()).json().at("/obligations/0/lastDay").asText());
        JsonNode first = api.get("a-zhang", "/policies").json().get(0);
        assertEquals("周八", first.get("by").asText());
        assertEquals("甲政发〔2025〕9号", first.get("reason").asText());
        assertEquals("甲县暂行规定", first.at("/documents/0").asText());
        assertEquals("already-in-force", decide(FOUR, "{\"reason\":\"再来\"}").code());
    }

    @Test
    void aFormerVersionComesBackInOneStep() {
        upload("a-admin", "policy", FOUR);
        decided(FOUR);
        assertEquals("former", edition("a-1").get("state").asText());
        assertEquals("back", decided("a-1").json().get("kind").asText());
        assertEquals("a-1", inForce());
        assertEquals(3, api.get("a-admin", "/rules/policy").json().get("terms").size());
    }

    @Test
    void plannedForADay_itIsAnnounced_begins_andCanBeTakenBackUntilThen() {
        upload("a-admin", "policy", FOUR);
        Answer planned = decide(FOUR, "{\"reason\":\"十月起\",\"since\":\"2025-10-09T00:00:00+08:00\"}");
        assertEquals(201, planned.status(), planned.toString());
        assertEquals("planned", edition(FOUR).get("state").asText());
        assertEquals("a-1", inForce());
        JsonNode news = api.get("a-zhang", "/announcements").json();
        assertEquals(1, news.size());
        assertTrue(news.at("/0/planned").asBoolean());
        assertEquals(1, news.at("/0/changes").asInt());
        assertEquals("2025-10-09T00:00:00+08:00", news.at("/0/since").asText());
        assertTrue(api.get("a-zhang", "/policies").json().at("/0/planned").asBoolean());
        assertEquals(0, api.get("b-zhang", "/announcements").json().size());

        assertEquals(200, api.post("a-admin", "/rules/policy/terms/2/withdraw", "{}").status());
        assertEquals(200, api.post("a-admin", "/rules/policy/terms/2/withdraw", "{}").status(), "taken back it stays");
        assertEquals(0, api.get("a-zhang", "/announcements").json().size());
        assertEquals("proposed", edition(FOUR).get("state").asText());

        decide(FOUR, "{\"reason\":\"十月起\",\"since\":\"2025-10-09T00:00:00+08:00\"}");
        api.now = Instant.parse("2025-10-08T16:00:00Z");
        assertEquals(FOUR, inForce());
        assertFalse(api.get("a-zhang", "/announcements").json().at("/0/planned").asBoolean());
        assertEquals("has-begun", api.post("a-admin", "/rules/policy/terms/3/withdraw", "{}").code());
        api.passes(Duration.ofDays(8));
        assertEquals(0, api.get("a-zhang", "/announcements").json().size());
    }

    @Test
    void somebodyElseWasQuicker_isAConflict() {
        upload("a-admin", "policy", FOUR);
        api.archive.beforeDecide = () -> {
            api.archive.beforeDecide = () -> {};
            Instant at = Instant.parse("2025-09-30T03:00:00Z");
            assertTrue(api.archive.decide("a", Subject.POLICY, new Term(2, FOUR, at, at, "a-admin2", Term.Kind.ADOPTED, "先到", Optional.empty())));
        };
        Answer late = decide(FOUR, "{\"reason\":\"后到\"}");
        assertEquals(409, late.status());
        assertEquals("somebody-decided", late.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"  \"}", "{\"reason\":\"a\\u0000b\"}", "{\"reason\":\"x\\u202Ey\"}"})
    void withoutAReasonNothingIsDecided(String body) {
        upload("a-admin", "policy", FOUR);
        Answer answer = decide(FOUR, body);
        assertEquals(422, answer.status(), answer.toString());
        assertEquals("reason", answer.json().at("/errors/0/field").asText());
        assertEquals("a-1", inForce());
    }

    @Test
    void reasonsAreBounded_andRareCharactersSurvive() {
        upload("a-admin", "policy", FOUR);
        assertEquals(422, decide(FOUR, "{\"reason\":\"" + "长".repeat(501) + "\"}").status());
        assertEquals("𠮷𬱖镇", decide(FOUR, "{\"reason\":\"𠮷𬱖镇\"}").json().get("reason").asText());
    }

    @Test
    void aTimeThatIsPastOrNone_isRefused() {
        upload("a-admin", "policy", FOUR);
        assertEquals("since-in-the-past", decide(FOUR, "{\"reason\":\"x\",\"since\":\"2025-09-01T00:00:00+08:00\"}").code());
        for (String since : List.of("1999-01-01T00:00:00+08:00", "9999-01-01T00:00:00+08:00", "2025-10-09", "明天")) {
            assertEquals("since", decide(FOUR, "{\"reason\":\"x\",\"since\":\"" + since + "\"}").json().get("field").asText(), since);
        }
        assertEquals("a-1", inForce());
    }

    @Test
    void aVersionThatDoesNotHoldUnderThisCalendar_isShown_butCannotBeDecided() {
        api.archive.keep(new Edition("a", Subject.POLICY, "a-9-wrong", api.now, "a-admin", Optional.empty(), Optional.empty()), Map.of("policy.yaml", "a-9-wrong".getBytes()));
        assertTrue(api.get("a-admin", "/rules/policy/a-9-wrong/preview").json().at("/warnings/0").asText().startsWith("现在不能施行"));
        Answer answer = decide("a-9-wrong", "{\"reason\":\"x\"}");
        assertEquals("rules-refused", answer.code());
        assertEquals(2, answer.json().get("errors").size());
    }

    @Test
    void aCalendar_showsDaysAndWhatIsCountedAnew() {
        JsonNode matter = api.opened("a");
        assertEquals(201, upload("a-admin", "calendar", "calendar-2025").status());
        JsonNode preview = api.get("a-admin", "/rules/calendar/calendar-2025/preview").json();
        assertEquals(1, preview.get("days").size());
        assertEquals("2025-10-09", preview.at("/days/0/date").asText());
        assertEquals("工作日", preview.at("/days/0/before").asText());
        assertEquals("years.2025", preview.at("/changes/0/key").asText());
        assertEquals(matter.get("id").asText(), preview.at("/recounts/0/matter").asText());
        assertEquals("2025-10-12T00:00:00+08:00", preview.at("/recounts/0/before").asText());
        assertEquals("2025-10-14T00:00:00+08:00", preview.at("/recounts/0/after").asText());
        assertEquals(1, preview.get("examples").size());
        assertEquals(201, api.post("a-admin", "/rules/calendar/calendar-2025/terms", "{\"reason\":\"国办通知\"}").status());
        assertEquals("2025-10-13", api.opened("a").at("/obligations/0/lastDay").asText());
        assertEquals("2025-10-11", api.opened("b").at("/obligations/0/lastDay").asText(), "each jurisdiction adopts its calendar");
    }

    @Test
    void whoDoesNotSeeAMatter_learnsNotWhatItIsAbout() {
        api.opened("a");
        upload("a-admin", "calendar", "calendar-2025");
        assertEquals("案件移送", api.get("a-admin", "/rules/calendar/calendar-2025/preview").json().at("/recounts/0/title").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-zhang", "a-head", "a-audit", "a-super"})
    void onlyAdministratorsTouchRules(String user) {
        for (String path : List.of("/rules/policy", "/rules/policy/a-1/preview", "/rules/policy/a-1/replay", "/rules/policy/recomputation", "/node")) {
            assertEquals(403, api.get(user, path).status(), path);
        }
        for (String path : List.of("/rules/policy/a-1/terms", "/rules/policy/terms/1/withdraw", "/rules/policy/recomputation")) {
            assertEquals(403, api.post(user, path, "{\"reason\":\"x\"}").status(), path);
        }
        assertEquals(403, upload(user, "policy", FOUR).status());
        assertEquals(200, api.get(user, "/announcements").status());
    }

    @Test
    void whereDepartmentsHaveAdministratorsOfTheirOwn_theseDoNotTouchTheRules() {
        api.register.add(new Organ("b-approval", "b", "审批局", Organ.Kind.APPROVAL, Optional.empty(), Optional.empty()));
        for (String organ : List.of("b-water", "b-approval", "b-justice")) {
            api.identity.officers.put(organ + "-keeper", new Officer(organ + "-keeper", "郑十", api.register.find("b", organ).orElseThrow(), Set.of(Role.ADMINISTRATOR)));
        }
        assertEquals(200, api.get("b-water-keeper", "/rules/policy").status(), "before the approval bureau has an administrator, everybody else keeps all");
        api.register.people.add(new Account("b-approval-keeper", "b", "b-approval", "郑十", Set.of(Role.ADMINISTRATOR), List.of(), "hash", false, true, 0, Optional.empty()));
        for (String path : List.of("/rules/policy", "/rules/calendar", "/rules/policy/b-1/preview", "/rules/policy/b-1/replay", "/rules/policy/recomputation")) {
            assertEquals(403, api.get("b-water-keeper", path).status(), path);
            assertEquals(200, api.get("b-approval-keeper", path.replace("/rules/calendar", "/rules/policy")).status(), path);
        }
        assertEquals(403, upload("b-water-keeper", "policy", "b-2-four").status());
        assertEquals(403, api.post("b-water-keeper", "/rules/policy/b-1/terms", "{\"reason\":\"x\"}").status());
        assertEquals(403, api.post("b-water-keeper", "/rules/policy/terms/1/withdraw", "{}").status());
        assertEquals(403, api.post("b-water-keeper", "/rules/policy/recomputation", "{\"reason\":\"x\"}").status());
        assertEquals(201, upload("b-justice-keeper", "policy", "b-2-four").status());
        assertEquals(200, api.get("b-water-keeper", "/node").status());
        assertFalse(api.get("b-water-keeper", "/session").json().get("keepsRules").asBoolean(), "nor are they shown the pages");
        assertTrue(api.get("b-justice-keeper", "/session").json().get("keepsRules").asBoolean());
    }

    @Test
    void anotherJurisdictionsVersionsDoNotExist() {
        upload("a-admin", "policy", FOUR);
        assertEquals(1, api.get("b-admin", "/rules/policy").json().get("editions").size());
        assertEquals("unknown-version", api.get("b-admin", "/rules/policy/" + FOUR + "/preview").code());
        assertEquals("unknown-version", api.post("b-admin", "/rules/policy/" + FOUR + "/terms", "{\"reason\":\"x\"}").code());
        assertEquals("unknown-term", api.post("b-admin", "/rules/policy/terms/9/withdraw", "{}").code());
        assertEquals("unknown-subject", api.get("a-admin", "/rules/organs").code());
    }

    @Test
    void aSuspendedJurisdiction_isListedAsSuchAndFinishesWhatItHas() {
        JsonNode matter = api.opened("a");
        api.rules.here = new RulesHere(List.of(), List.of(new Suspended("a", api.now)), List.of(), List.of(), false);
        JsonNode list = api.get("", "/jurisdictions").json();
        assertEquals("suspended", list.at("/0/status").asText());
        assertEquals("a-1", list.at("/0/policyVersion").asText());
        assertEquals("甲县", list.at("/0/name").asText());
        assertEquals("inForce", list.at("/1/status").asText());
        assertEquals("rules-not-in-force", api.post("a-zhang", "/matters", Api.opening("a", "x")).code());
        assertEquals(0, api.get("a-zhang", "/procedures").json().size());
        assertEquals(200, api.get("a-zhang", "/matters/" + matter.get("id").asText()).status());
        assertEquals(201, api.post("b-zhang", "/matters", Api.opening("b", "x")).status());
        assertFalse(api.get("a-admin", "/rules/policy").json().get("suspendedSince").isNull());
        assertEquals(List.of("a"), ReadyServlet.up(api.services).suspended());
        assertEquals(List.of(), ReadyServlet.missing(api.services));
    }

    @Test
    void whereAllJurisdictionsAreSuspended_theirOwnCalendarsAreEnoughToBeReady() {
        api.rules.calendar = WorkCalendar.empty();
        assertTrue(ReadyServlet.missing(api.services).toString().contains("工作日历"));
        upload("a-admin", "calendar", "calendar-2025");
        assertEquals(201, api.post("a-admin", "/rules/calendar/calendar-2025/terms", "{\"reason\":\"通知\"}").status());
        api.rules.here = new RulesHere(List.of(), List.of(new Suspended("a", api.now), new Suspended("b", api.now)), List.of(), List.of(), false);
        assertEquals(List.of(), ReadyServlet.missing(api.services));
    }

    @Test
    void theNodeTellsAnAdministratorWhatConcernsTheOwnJurisdiction() {
        api.rules.here = new RulesHere(
                List.of(new RulesHere.Live(api.archive.editions("a", Subject.POLICY).get(0), api.now), new RulesHere.Live(api.archive.editions("b", Subject.POLICY).get(0), api.now)),
                List.of(), List.of(new Trouble(Optional.of("a"), "甲的", api.now), new Trouble(Optional.of("b"), "乙的", api.now), new Trouble(Optional.empty(), "大家的", api.now)),
                List.of(new RulesHere.Carrier("xiezhi.policy.a", "1.0.0", "ACTIVE", api.now)), true);
        JsonNode node = api.get("a-admin", "/node").json();
        assertEquals(1, node.get("live").size());
        assertEquals("a-1", node.at("/live/0/version").asText());
        assertEquals(List.of("甲的", "大家的"), List.of(node.at("/troubles/0/text").asText(), node.at("/troubles/1/text").asText()));
        assertEquals(2, node.get("troubles").size());
        assertTrue(node.get("signed").asBoolean());
        assertEquals("ACTIVE", node.at("/bundles/0/state").asText());
        assertEquals(2, api.get("a-admin", "/rules/policy").json().get("troubles").size());
    }

    @Test
    void theSchemaOfPolicyFilesIsPublic() {
        Answer schema = api.get("", "/schemas/policy.json");
        assertEquals("policy.yaml", schema.json().get("title").asText());
        assertEquals("application/schema+json", schema.headers().get("Content-Type"));
    }
}
