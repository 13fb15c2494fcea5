package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form tells before it is sent, and what it keeps while it is not. */
class FormsTest {
    private final Api api = new Api();

    private Answer keep(String user, String form, String values) {
        return api.send("PUT", "/drafts/" + form, user, Map.of("Content-Type", "application/json"), ("{\"values\":" + values + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOpening_isForeseenWithItsLimitDayByDay_andNothingIsWritten() {
        Answer answer = api.post("a-zhang", "/matters/preview", Api.opening("a", "非法取水"));
        assertEquals(200, answer.status(), answer.toString());
        JsonNode preview = answer.json();
        assertEquals("待移送", preview.get("stateName").asText());
        assertEquals("城关镇", preview.at("/owes/0/owedBy/name").asText());
        assertEquals("2025-10-11", preview.at("/owes/0/lastDay").asText());
        assertEquals(12, preview.at("/owes/0/steps").size());
        assertEquals("规定 第五条", preview.at("/owes/0/citation").asText());
        assertEquals(0, preview.get("errors").size());
        assertEquals(0, api.store.commits);
        assertTrue(api.store.matters.isEmpty());
    }

    @Test
    void faultsAndRules_areToldAsTheyWouldBeOnSending() {
        JsonNode wrong = api.post("a-zhang", "/matters/preview", Api.opening("a", "非法取水").replace("2025-09-30T10", "2026-09-30T10")).json();
        assertEquals("discoveredAt", wrong.at("/errors/0/field").asText());
        assertTrue(wrong.get("state").isNull());
        JsonNode rule = api.post("a-zhang", "/matters/preview", Api.opening("a", "一\",\"二")).json();
        assertEquals("规定 第八条", rule.at("/against/citation").asText());
        assertEquals(403, api.post("a-audit", "/matters/preview", Api.opening("a", "x")).status());
        assertEquals("unknown-procedure", api.post("a-zhang", "/matters/preview", "{\"procedure\":\"nothing\"}").code());
    }

    @Test
    void anAction_isForeseen_andTheMatterStaysAsItWas() {
        JsonNode m = api.opened("a");
        String path = "/matters/" + m.get("id").asText();
        int commits = api.store.commits;
        JsonNode preview = api.post("a-zhang", path + "/actions/withdraw/preview", "{\"version\":1,\"fields\":{\"withdrawReason\":\"重复登记\"}}").json();
        assertEquals("withdrawn", preview.get("state").asText());
        assertEquals("移送（终止）", preview.at("/closes/0").asText());
        assertEquals(m.get("ledger"), api.get("a-zhang", path).json().get("ledger"));
        assertEquals(commits, api.store.commits);
        assertEquals("matter-changed", api.post("a-zhang", path + "/actions/withdraw/preview", "{\"version\":7,\"fields\":{}}").code());
        assertEquals("not-yours-to-do", api.post("a-li", path + "/actions/withdraw/preview", "{\"version\":1,\"fields\":{}}").code());
        assertEquals("unknown-matter", api.post("a-other", path + "/actions/withdraw/preview", "{\"version\":1,\"fields\":{}}").code());
        assertEquals("unknown-action", api.post("a-zhang", path + "/actions/nothing/preview", "{\"version\":1,\"fields\":{}}").code());
    }

    @Test
    void aPaperThatIsOnlySometimesNeeded_saysWhen_andWhatItIsNeededFor() {
        JsonNode forms = api.get("a-zhang", "/procedures").json();
        JsonNode transfer = null;
        for (JsonNode p : forms) {
            transfer = p.get("id").asText().equals("transfer") ? p : transfer;
        }
        JsonNode slots = transfer.at("/open/materials");
        assertEquals("移送", slots.at("/0/neededFor").asText());
        assertTrue(slots.at("/0/when").isNull());
        assertEquals("goods", slots.at("/1/when/field").asText());
        assertEquals("true", slots.at("/1/when/equals").asText());
        assertEquals(1, api.opened("a").get("materials").size(), "this one has no goods");
    }

    @Test
    void aDraft_isThePersonsOwn_andComesBackAsItWasTyped() {
        Answer kept = keep("a-zhang", "new:transfer", "{\"facts\":\"𠮷村𬱖 \",\"ongoing\":true,\"cases\":[\"一\",\"\"],\"receiver\":null}");
        assertEquals(200, kept.status(), kept.toString());
        JsonNode back = api.get("a-zhang", "/drafts/new:transfer").json();
        assertEquals("𠮷村𬱖 ", back.at("/values/facts").asText());
        assertTrue(back.at("/values/ongoing").asBoolean());
        assertEquals(2, back.at("/values/cases").size());
        assertEquals("案件移送", api.get("a-zhang", "/drafts").json().at("/0/procedureName").asText());
        for (String somebody : new String[] {"a-head", "a-admin", "a-audit", "b-zhang"}) {
            assertEquals(204, api.get(somebody, "/drafts/new:transfer").status(), somebody);
            assertEquals(0, api.get(somebody, "/drafts").json().size());
        }
        assertEquals(204, api.send("DELETE", "/drafts/new:transfer", "a-head", Map.of(), new byte[0]).status());
        assertEquals(200, api.get("a-zhang", "/drafts/new:transfer").status());
        assertEquals(401, api.get("", "/drafts").status());
    }

    @Test
    void aDraftEndsWithTheActThatItWasFor_andOnlyWithThatOne() {
        keep("a-zhang", "new:transfer", "{\"facts\":\"x\"}");
        assertEquals(422, api.post("a-zhang", "/matters", "{\"procedure\":\"transfer\",\"fields\":{}}").status());
        assertEquals(200, api.get("a-zhang", "/drafts/new:transfer").status(), "a refused act loses nothing");
        JsonNode m = api.opened("a");
        assertEquals(204, api.get("a-zhang", "/drafts/new:transfer").status());
        String withdraw = m.get("id").asText() + ":withdraw";
        keep("a-zhang", withdraw, "{\"withdrawReason\":\"重\"}");
        keep("a-head", withdraw, "{\"withdrawReason\":\"由领导撤回\"}");
        assertEquals("非法取水", api.get("a-zhang", "/drafts").json().at("/0/title").asText());
        api.drafts.failure = new StoreException("磁盘已满", null);
        Answer done = api.post("a-zhang", "/matters/" + m.get("id").asText() + "/actions/withdraw", "{\"version\":1,\"fields\":{\"withdrawReason\":\"重复\"}}");
        assertEquals(200, done.status(), "the act is done: " + done);
        api.drafts.failure = null;
        assertEquals(200, api.get("a-head", "/drafts/" + withdraw).status());
    }

    @Test
    void draftsAreBounded_andOnlyOfFormsThatThePersonCanSee() {
        String id = api.opened("a").get("id").asText();
        assertEquals("unknown-matter", keep("a-other", id + ":send", "{}").code());
        assertEquals("unknown-matter", keep("b-zhang", id + ":send", "{}").code());
        assertEquals("unknown-procedure", keep("a-zhang", "new:nothing", "{}").code());
        assertEquals("bad-parameter", keep("a-zhang", "nothing", "{}").code());
        assertEquals("draft-too-long", keep("a-zhang", "new:transfer", "{\"facts\":\"" + "长".repeat(70_000) + "\"}").code());
        assertEquals("invalid-fields", keep("a-zhang", "new:transfer", "{\"facts\":{\"a\":1}}").code());
        for (int i = 0; i < 50; i++) {
            assertEquals(200, keep("a-zhang", id + ":a" + i, "{}").status());
        }
        assertEquals("too-many-drafts", keep("a-zhang", "new:transfer", "{}").code());
        assertEquals(200, keep("a-zhang", id + ":a7", "{\"x\":\"y\"}").status(), "one that is there can still be kept");
        assertFalse(api.get("a-zhang", "/drafts").json().isEmpty());
    }
}
