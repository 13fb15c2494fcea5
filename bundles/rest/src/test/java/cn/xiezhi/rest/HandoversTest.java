package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves the township with 200 open matters. */
class HandoversTest {
    private static final int MATTERS = 200;
    private final Api api = new Api();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void zhangHasMuchToDo() {
        person("a-qian", true, Role.OFFICER);
        person("a-gone", false, Role.OFFICER);
        for (int i = 0; i < MATTERS; i++) {
            String id = api.opened("a").get("id").asText();
            assertEquals(200, act("a-head", id, "assign", "{\"colleague\":\"a-zhang\"}").status());
            ids.add(id);
        }
    }

    private void person(String user, boolean enabled, Role role) {
        api.register.people.add(new Account(user, "a", "a-town", user, Set.of(role), List.of(), "hash", false, enabled, 0, Optional.empty()));
        api.identity.officers.put(user, new Officer(user, user, api.register.find("a", "a-town").orElseThrow(), Set.of(role)));
    }

    private Answer act(String user, String id, String action, String fields) {
        return api.post(user, "/matters/" + id + "/actions/" + action, "{\"version\":" + matter(id).version() + ",\"fields\":" + fields + "}");
    }

    private Matter matter(String id) {
        return api.store.matters.get("a/" + id);
    }

    private Answer handOver(String who, String from, String to) {
        return api.post(who, "/handovers", "{\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"调离本镇\"}".formatted(from, to));
    }

    private long with(String user) {
        return ids.stream().filter(id -> matter(id).assignee().filter(user::equals).isPresent()).count();
    }

    @Test
    void leaderHandsAllOver_inOneCommit_withAnEntryInEachLedger() {
        String others = api.opened("a").get("id").asText();
        act("a-head", others, "assign", "{\"colleague\":\"a-qian\"}");
        int before = api.store.commits;
        Answer answer = handOver("a-head", "a-zhang", "a-qian");
        assertEquals(MATTERS, answer.json().get("matters").asInt(), answer.toString());
        assertEquals(before + 1, api.store.commits);
        assertEquals(MATTERS, with("a-qian"));
        for (String id : ids) {
            assertTrue(Ledger.intact(matter(id), api.store.ledger("a", id)));
        }
        assertTrue(api.get("a-qian", "/matters/" + ids.get(7)).json().at("/ledger/2").toString().contains("调离本镇"));
        assertEquals(2, api.store.ledger("a", others).size(), "what was not that person's stays untouched");
        assertEquals(0, handOver("a-head", "a-zhang", "a-qian").json().get("matters").asInt());
    }

    @Test
    void oneChangedMeanwhile_isTakenAsItStandsThen() {
        api.store.beforeCommit = () -> {
            api.store.beforeCommit = () -> {};
            act("a-zhang", ids.get(150), "note", "{\"note\":\"正在办\"}");
        };
        assertEquals(MATTERS, handOver("a-head", "a-zhang", "a-qian").json().get("matters").asInt());
        assertEquals(List.of("open", "assign", "note", "assign"), api.store.ledger("a", ids.get(150)).stream().map(e -> e.action()).toList());
    }

    @Test
    void ifTheyKeepChanging_noneIsHandedOver() {
        api.store.beforeCommit = () -> {
            throw new StaleMatterException(ids.get(150));
        };
        Answer answer = handOver("a-head", "a-zhang", "a-qian");
        api.store.beforeCommit = () -> {};
        assertEquals(409, answer.status());
        assertEquals("matters-changing", answer.code());
        assertEquals(MATTERS, with("a-zhang"));
    }

    @Test
    void administrator_learnsTheNumberOnly() {
        Answer answer = handOver("a-admin", "a-zhang", "a-qian");
        assertEquals("{\"matters\":200}", new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(404, api.get("a-admin", "/matters/" + ids.get(0)).status());
    }

    @Test
    void nobodyElseMay_andOnlyToAColleagueAtWork() {
        for (String who : List.of("a-zhang", "a-li", "a-super", "a-audit", "b-head", "b-admin")) {
            assertEquals("not-yours-to-hand-over", handOver(who, "a-zhang", "a-qian").code(), who);
        }
        for (String to : List.of("a-zhang", "a-gone", "a-li", "a-admin", "b-zhang", "nobody")) {
            Answer answer = handOver("a-head", "a-zhang", to);
            assertEquals("invalid-fields", answer.code(), to);
        }
        assertEquals("missing-property", api.post("a-head", "/handovers", "{\"from\":\"a-zhang\",\"to\":\"a-qian\"}").code());
        assertEquals("bad-parameter", api.post("a-head", "/handovers", "{\"from\":\"a-zhang\",\"to\":\"a-qian\",\"reason\":\"x\\u0007\"}").code());
        assertEquals("bad-parameter", api.post("a-head", "/handovers", "{\"from\":\"a-zhang\",\"to\":\"a-qian\",\"reason\":\"" + "长".repeat(201) + "\"}").code());
        assertEquals(MATTERS, with("a-zhang"));
        assertFalse(api.store.ledger("a", ids.get(0)).toString().contains("handOverReason"));
    }
}
