package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.rest.Api.Answer;
import cn.xiezhi.revision.Answer.Reason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replay and recomputation over HTTP: lines of progress, then the result; nothing is done twice and nothing for somebody who has gone. */
class LongWorkTest {
    private static final String FOUR = "a-2-four";
    private final Api api = new Api();

    private void adopts() {
        api.send("POST", "/rules/policy", "a-admin", Map.of("Content-Type", "application/java-archive"), FOUR.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, api.post("a-admin", "/rules/policy/" + FOUR + "/terms", "{\"reason\":\"x\"}").status());
    }

    private static List<JsonNode> lines(Answer answer) {
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("application/x-ndjson", answer.headers().get("Content-Type"));
        return new String(answer.bytes(), StandardCharsets.UTF_8).lines().map(line -> {
            try {
                return JsonProvider.MAPPER.readTree(line);
            } catch (JsonProcessingException e) {
                throw new AssertionError(line, e);
            }
        }).toList();
    }

    private static JsonNode result(Answer answer) {
        List<JsonNode> lines = lines(answer);
        JsonNode last = lines.get(lines.size() - 1);
        assertTrue(last.has("result"), last.toString());
        return last.get("result");
    }

    @Test
    void replaySaysWhatWouldNotHaveBeenLate_linesFirst() {
        api.opened("a");
        api.now = Instant.parse("2025-10-12T02:00:00Z");
        api.archive.keep(new Edition("a", Subject.POLICY, FOUR, api.now, "a-admin", Optional.empty(), Optional.empty()), Map.of("policy.yaml", FOUR.getBytes()));
        Answer answer = api.get("a-admin", "/rules/policy/" + FOUR + "/replay?months=3");
        assertEquals("{\"done\":0,\"of\":1}", lines(answer).get(0).toString());
        JsonNode result = result(answer);
        assertEquals(1, result.get("lateBefore").asInt());
        assertEquals(0, result.get("lateAfter").asInt());
        assertEquals(1, result.get("noLongerLate").asInt());
        assertEquals("移送", result.at("/byDuty/0/name").asText());
        assertEquals("城关镇", result.at("/sample/0/organName").asText());
        assertTrue(result.at("/sample/0/matter").isNull(), "an administrator who only keeps accounts sees no matters");
        assertEquals("2025-10-14T00:00:00+08:00", result.at("/sample/0/dueAfter").asText());
        assertEquals(0, result(api.get("a-admin", "/rules/policy/a-1/replay")).get("noLongerLate").asInt());
    }

    @Test
    void replayOfAnUnknownVersion_orWithNonsense() {
        assertEquals("unknown-version", lines(api.get("a-admin", "/rules/policy/a-77x/replay")).get(0).at("/problem/code").asText());
        for (String months : List.of("0", "61", "-1", "zwölf")) {
            assertEquals(400, api.get("a-admin", "/rules/policy/a-1/replay?months=" + months).status());
        }
    }

    @Test
    void recomputationIsShownFirst_thenDone_thenThereIsNothingLeft() {
        String id = api.opened("a").get("id").asText();
        adopts();
        JsonNode outlook = result(api.get("a-admin", "/rules/policy/recomputation"));
        assertEquals(FOUR, outlook.get("version").asText());
        assertEquals(1, outlook.get("movedCount").asInt());
        assertEquals("2025-10-12T00:00:00+08:00", outlook.at("/moved/0/before").asText());
        assertEquals("2025-10-14T00:00:00+08:00", outlook.at("/moved/0/after").asText());
        assertEquals("a-1", outlook.at("/moved/0/versionBefore").asText());
        int commits = api.store.commits;

        JsonNode done = result(api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"会议决定\"}"));
        assertEquals(1, done.get("matters").asInt());
        assertEquals(1, done.get("moved").asInt());
        JsonNode matter = api.get("a-zhang", "/matters/" + id).json();
        assertEquals(FOUR, matter.at("/obligations/0/policyVersion").asText());
        assertEquals("2025-10-13", matter.at("/obligations/0/lastDay").asText());
        JsonNode entry = matter.get("ledger").get(matter.get("ledger").size() - 1);
        assertEquals("按现行规则重新计算期限", entry.get("actionName").asText(), entry.toString());
        assertEquals("周八", entry.at("/who/name").asText());
        assertTrue(entry.toString().contains("会议决定") && entry.toString().contains("规则 a-1") && entry.toString().contains("重新计算的原因"), entry.toString());
        assertTrue(matter.get("ledgerIntact").asBoolean());

        assertEquals(0, result(api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"再来\"}")).get("moved").asInt());
        assertEquals(commits + 1, api.store.commits);
    }

    @Test
    void recomputationNeedsAReason_andRulesInForce() {
        api.opened("a");
        adopts();
        assertEquals(422, api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\" \"}").status());
        api.rules.here = new RulesHere(List.of(), List.of(new RulesHere.Suspended("a", api.now)), List.of(), List.of(), false);
        assertEquals("rules-not-in-force", lines(api.get("a-admin", "/rules/policy/recomputation")).get(0).at("/problem/code").asText());
    }

    @Test
    void aDatabaseThatFailsMidway_isTheLastLine() {
        api.opened("a");
        adopts();
        api.store.beforeCommit = () -> {
            throw new StoreException("gone", null);
        };
        List<JsonNode> lines = lines(api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"x\"}"));
        assertEquals("store-unavailable", lines.get(lines.size() - 1).at("/problem/code").asText());
        api.store.beforeCommit = () -> {};
        assertEquals(1, result(api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"x\"}")).get("moved").asInt(), "and it can be done again");
    }

    @Test
    void whoGoesAway_stopsIt_andLeavesRoomForOthers() {
        IntStream.range(0, 150).forEach(i -> api.opened("a"));
        adopts();
        int commits = api.store.commits;
        int stoppedAt = 0;
        Officer admin = api.identity.officers.get("a-admin");
        for (int i = 0; i < 3; i++) {
            var stream = NdJson.of(progress -> api.services.recomputation().run(admin, "x", progress), d -> d);
            assertThrows(IOException.class, () -> stream.write(new OutputStream() {
                private int lines;

                @Override
                public void write(int b) throws IOException {
                    if (b == '\n' && ++lines > 1) {
                        throw new IOException("the client has gone");
                    }
                }
            }));
            stoppedAt = i == 0 ? api.store.commits : stoppedAt;
        }
        assertEquals(commits + 99, stoppedAt, "told of the hundredth, it finds nobody there");
        result(api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"x\"}"));
        assertEquals(commits + 150, api.store.commits, "the rest, and nothing twice");
    }

    @Test
    void whoSaysStop_isObeyedBetweenTwoMatters() {
        IntStream.range(0, 150).forEach(i -> api.opened("a"));
        adopts();
        int commits = api.store.commits;
        Officer admin = api.identity.officers.get("a-admin");
        assertEquals(Reason.STOPPED, api.services.recomputation().run(admin, "x", (done, of) -> done < 100).objection().orElseThrow().reason());
        assertEquals(commits + 99, api.store.commits);
        assertEquals(Reason.STOPPED, api.services.recomputation().preview(admin, (done, of) -> false).objection().orElseThrow().reason());
        assertEquals(Reason.STOPPED, api.services.previews().replay(admin, FOUR, 12, (done, of) -> false).objection().orElseThrow().reason());
    }

    @Test
    void somebodyActsOnTheMatterAtThatMoment_bothAreInTheLedger() {
        String id = api.opened("a").get("id").asText();
        adopts();
        api.store.beforeCommit = () -> {
            api.store.beforeCommit = () -> {};
            assertEquals(200, api.post("a-zhang", "/matters/" + id + "/actions/note", "{\"version\":1,\"fields\":{\"note\":\"同时\"}}").status());
        };
        assertEquals(1, result(api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"x\"}")).get("moved").asInt());
        JsonNode matter = api.get("a-zhang", "/matters/" + id).json();
        assertEquals(List.of("open", "note", "recompute"), matter.get("ledger").findValuesAsText("action"));
        assertTrue(matter.get("ledgerIntact").asBoolean());
        assertEquals(FOUR, matter.at("/obligations/0/policyVersion").asText());
    }

    @Test
    void otherRulesComeIntoForceMeanwhile_itStops() {
        IntStream.range(0, 3).forEach(i -> api.opened("a"));
        adopts();
        Officer admin = api.identity.officers.get("a-admin");
        api.store.beforeCommit = () -> {
            api.store.beforeCommit = () -> {};
            api.archive.with("a", "a-3", api.now, "a-3");
        };
        var answer = api.services.recomputation().run(admin, "x", (done, of) -> true);
        assertEquals(Reason.RULES_CHANGED, answer.objection().orElseThrow().reason());
    }

    @Test
    void aBodyOfTheWrongKind_isAProblem() {
        assertEquals(400, api.post("a-admin", "/rules/policy/recomputation", "").status());
        assertEquals("unknown-property", api.post("a-admin", "/rules/policy/recomputation", "{\"reason\":\"x\",\"force\":true}").code());
    }
}
