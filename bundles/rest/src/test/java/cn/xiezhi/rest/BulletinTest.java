package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.Api.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BulletinTest {
    private static final String SEPTEMBER = "/bulletin?from=2025-09-01&to=2025-09-30";

    private final Api api = new Api();

    @Test
    void theJusticeBureauReadsWhatTheMonthBrought_ofItsOwnJurisdiction() {
        api.opened("a");
        api.opened("a");
        api.opened("b");
        Answer answer = api.get("a-super", SEPTEMBER);
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("案件移送", answer.json().at("/procedures/0/name").asText());
        assertEquals(2, answer.json().at("/procedures/0/opened").asInt());
        assertEquals(List.of("城关镇", "水利局"), List.of(answer.json().at("/organs/0/organ/name").asText(), answer.json().at("/organs/1/organ/name").asText()));
        assertTrue(answer.json().get("whole").asBoolean());
    }

    @Test
    void soDoAuditors_andTheGovernmentWhoseHeadChairsTheMeeting() {
        Organ government = new Organ("a-gov", "a", "县政府", Organ.Kind.GOVERNMENT, Optional.empty(), Optional.empty());
        api.identity.officers.put("a-mayor", new Officer("a-mayor", "吴九", government, Set.of(Role.LEADER)));
        assertEquals(200, api.get("a-mayor", SEPTEMBER).status());
        assertEquals(200, api.get("a-audit", SEPTEMBER).status());
    }

    @Test
    void othersDoNot() {
        for (String user : List.of("a-zhang", "a-head", "a-admin")) {
            assertEquals("not-yours-to-see", api.get(user, SEPTEMBER).code(), user);
        }
        assertEquals(401, api.get("", SEPTEMBER).status());
    }

    @Test
    void daysThatMakeNoPeriodAreRefused() {
        for (String query : List.of("", "?from=2025-09-01", "?from=2025-09-30&to=2025-09-01", "?from=2025-01-01&to=2026-02-01", "?from=x&to=2025-09-30", "?from=0001-01-01&to=0001-02-01")) {
            Answer answer = api.get("a-super", "/bulletin" + query);
            assertEquals(400, answer.status(), query);
            assertFalse(answer.json().get("field").asText().isEmpty());
        }
    }
}
