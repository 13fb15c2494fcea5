package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees a matter and who may act on it: what somebody may not see does not exist for them. */
@ExtendWith(SharedProduct.class)
class AccessTest {
    private Product product;
    private County county;
    private Play play;

    @BeforeEach
    void ningwu(Product shared) {
        product = shared;
        county = new County(shared, "ningwu");
        play = new Play(county);
    }

    @ParameterizedTest
    @CsvSource({"ningwu, government", "jinjiang, town-officer", "jinjiang, auditor", "shanting, dept-officer", "hualong, justice"})
    void officerOfAnotherOrganOrJurisdiction_getsNothing(String jurisdiction, String suffix) throws Exception {
        JsonNode matter = play.sent("跨单位不可见");
        String path = "/matters/" + Play.id(matter);
        Client stranger = new County(product, jurisdiction).person(suffix);
        stranger.get(path).refused(404, "unknown-matter");
        stranger.get(path + "/actions").refused(404, "unknown-matter");
        stranger.post(path + "/actions/accept", Map.of("version", matter.get("version").asLong(), "fields", Map.of())).refused(404, "unknown-matter");
        stranger.get(path + "/attachments/" + matter.at("/attachments/0/id").asText()).refused(404, "unknown-matter");
        Play.attach(stranger, matter, matter.at("/materials/0")).refused(404, "unknown-matter");
        assertFalse(stranger.get("/matters?limit=100").expect(200).toString().contains(Play.id(matter)));
        assertFalse(stranger.get("/obligations?limit=100").expect(200).toString().contains(Play.id(matter)));
        assertEquals(matter.get("version"), county.town().get(path).expect(200).get("version"), "nothing changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "justice"})
    void auditorAndJusticeBureau_readButDoNotAct(String suffix) throws Exception {
        JsonNode matter = play.sent("审计可读");
        String path = "/matters/" + Play.id(matter);
        Client reader = county.person(suffix);
        JsonNode seen = reader.get(path).expect(200);
        assertTrue(seen.get("ledgerIntact").asBoolean());
        assertEquals(0, seen.get("actions").size());
        reader.get(path + "/attachments/" + matter.at("/attachments/0/id").asText()).expect(200);
        reader.post(path + "/actions/accept", Map.of("version", matter.get("version").asLong(), "fields", Map.of())).refused(403, "not-yours-to-do");
        Play.attach(reader, matter, matter.at("/materials/0")).refused(403, "not-yours-to-do");
        assertEquals(matter.get("version"), reader.get(path).expect(200).get("version"));
    }

    @Test
    void administrator_seesNoMatter() throws Exception {
        Client administrator = county.person("admin");
        administrator.get("/matters/" + Play.id(play.sent("管理员不可见"))).refused(404, "unknown-matter");
        assertEquals(0, administrator.get("/matters").expect(200).get("items").size());
        assertEquals(0, administrator.get("/obligations").expect(200).get("items").size());
    }

    @Test
    void changingWithoutTheCsrfValue_isRefused() throws Exception {
        JsonNode matter = play.sent("缺少校验值");
        Map<String, Object> act = Map.of("version", matter.get("version").asLong(), "fields", Map.of("opinion", "受理"));
        String path = "/matters/" + Play.id(matter) + "/actions/accept";
        county.department().without("X-CSRF-Token").post(path, act).refused(403, "csrf");
        county.department().with("X-CSRF-Token", "another").post(path, act).refused(403, "csrf");
        county.department().with("Origin", "http://evil.example").post(path, act).refused(403, "csrf");
        assertEquals("sent", county.town().get("/matters/" + Play.id(matter)).expect(200).get("state").asText());
    }

    @Test
    void garbageOrEndedSession_isUnauthorised() throws Exception {
        Client.nobody(product).get("/matters").refused(401, "not-signed-in");
        for (String cookie : List.of("XIEZHI_SESSION=garbage", "XIEZHI_SESSION=", "XIEZHI_SESSION=" + "x".repeat(2000))) {
            assertEquals(401, Client.nobody(product).with("Cookie", cookie).get("/matters").status(), cookie);
        }
        assertEquals(401, Client.nobody(product).with("Authorization", "Bearer garbage").get("/matters").status());
        Client once = Client.signIn(product, "ningwu-town-liaison", County.password(product, "ningwu-town-liaison"));
        once.get("/session").expect(200);
        once.delete("/session").expect(204);
        assertEquals(401, once.get("/session").status());
    }

    @Test
    void bearerToken_needsNoCsrfValue_andEndsWhenGivenBack() throws Exception {
        Map<String, Object> credentials = Map.of("user", "ningwu-town-officer", "password", County.password(product, "ningwu-town-officer"), "days", 1);
        String token = Client.nobody(product).post("/tokens", credentials).expect(201).get("token").asText();
        Client program = Client.nobody(product).with("Authorization", "Bearer " + token);
        JsonNode organ = program.get("/session").expect(200).get("organ");
        assertEquals(county.organ("town-officer"), organ.get("id").asText());
        program.delete("/tokens").expect(204);
        assertEquals(401, program.get("/matters").status());
    }
}
