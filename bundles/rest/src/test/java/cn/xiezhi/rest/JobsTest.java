package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.Health;
import cn.xiezhi.desk.Jobs;
import cn.xiezhi.desk.Vital;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.revision.Answer.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an administrator sees of long work, and how it is stopped from anywhere. */
class JobsTest {
    private final Api api = new Api();

    private JsonNode jobs(String user) {
        return api.get(user, "/jobs").json();
    }

    @Test
    void aReplayIsListed_withWhoWhereAndWhatCameOfIt_butNotInTheNeighbouringCounty() {
        api.opened("a");
        api.get("a-admin", "/rules/policy/a-1/replay?months=3");
        JsonNode job = jobs("a-admin").get(0);
        assertEquals("推演规则 a-1（近 3 个月）", job.get("what").asText());
        assertEquals("周八", job.get("userName").asText());
        assertEquals(Host.NAME, job.get("node").asText());
        assertEquals("done", job.get("how").asText());
        assertEquals("共 1 项期限，新增逾期 0 项，不再逾期 0 项", job.get("outcome").asText());
        assertEquals(0, jobs("b-admin").size());
        for (String user : List.of("a-zhang", "a-super", "a-audit")) {
            assertEquals(403, api.get(user, "/jobs").status(), user);
        }
    }

    @Test
    void somebodyElseStopsIt_betweenTwoPieces_andWhatHasEndedCannotBeStopped() throws IOException {
        IntStream.range(0, 250).forEach(i -> api.opened("a"));
        Officer admin = api.identity.officers.get("a-admin");
        Jobs jobs = api.services.jobs();
        var out = new ByteArrayOutputStream();
        NdJson.of(jobs, admin, "推演", progress -> api.services.previews().replay(admin, "a-1", 12, (done, of) -> {
            String id = jobs("a-admin").at("/0/id").asText();
            assertEquals(404, api.post("b-admin", "/jobs/" + id + "/stop", "").status());
            assertEquals(204, api.post("a-admin", "/jobs/" + id + "/stop", "").status());
            api.passes(Duration.ofSeconds(2));
            return progress.at(done, of);
        }), r -> r, r -> "").write(out);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(Reason.STOPPED.code()), out.toString(StandardCharsets.UTF_8));
        JsonNode job = jobs("a-admin").get(0);
        assertEquals("stopped", job.get("how").asText());
        assertEquals(404, api.post("a-admin", "/jobs/" + job.get("id").asText() + "/stop", "").status());
    }

    @Test
    void healthIsInPlainWords_forAdministratorsOnly() {
        api.health.add(new Health() {
            @Override
            public String name() {
                return "数据库";
            }

            @Override
            public Optional<String> problem() {
                return Optional.of("连接不上");
            }
        });
        api.services.vitals = List.of(new Vital() {
            @Override
            public String name() {
                return "定时办理";
            }

            @Override
            public Sign of(String jurisdiction) {
                return new Sign(jurisdiction.equals("b"), "积压于" + jurisdiction);
            }
        });
        JsonNode signs = api.get("a-admin", "/node/health").json().get("signs");
        assertEquals("{\"name\":\"数据库\",\"well\":false,\"text\":\"连接不上\"}", signs.get(0).toString());
        assertEquals(List.of("数据库", "规则", "定时办理", "磁盘", "内存", "版本"), signs.findValuesAsText("name"));
        assertEquals("积压于a", signs.get(2).get("text").asText());
        assertEquals(403, api.get("a-head", "/node/health").status());
        assertTrue(HealthResource.disk(5_000, 10_000).well());
        assertEquals("可用 1.0 GiB，共 9.8 GiB；空间不足时不能再保存，请清理或扩充数据所在的磁盘", HealthResource.disk(1_024, 10_000).text());
        assertTrue(!HealthResource.memory(950, 1_000).well());
    }

    @Test
    void workOfANodeThatWentDown_isShownAsLost() {
        api.services.jobs().begin(api.identity.officers.get("a-admin"), "node2", "核验");
        assertEquals("running", jobs("a-admin").at("/0/how").asText());
        api.passes(Duration.ofMinutes(6));
        assertEquals("lost", jobs("a-admin").at("/0/how").asText());
    }
}
