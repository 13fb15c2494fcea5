package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gets in, and who doesn't. */
class AccessTest {
    private static final byte[] NOTHING = {};

    private final Api api = new Api();

    /** Every resource method of the application. */
    static List<Method> methods(Services services) {
        return new XiezhiApplication(services, null).getSingletons().stream().filter(s -> s.getClass().isAnnotationPresent(Path.class))
                .flatMap(s -> Stream.of(s.getClass().getDeclaredMethods()))
                .filter(m -> Arrays.stream(m.getAnnotations()).anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class))).toList();
    }

    private Answer withCookie(String method, String path, Map<String, String> more, String json) {
        Map<String, String> headers = new HashMap<>(Map.of("Cookie", "XIEZHI_SESSION=s-a-zhang", "Content-Type", "application/json"));
        headers.putAll(more);
        return api.raw(method, path, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyResourceMethodSaysWhoMayCallIt() {
        List<Method> methods = methods(api.services);
        assertTrue(methods.size() >= 25, "found " + methods.size());
        methods.forEach(m -> assertNotNull(m.getAnnotation(Access.class), () -> m + " has no @Access"));
    }

    @Test
    void whatIsPublicNeedsNobody() {
        for (String path : List.of("/jurisdictions", "/jurisdictions/a/policy", "/openapi.json", "/jurisdictions/a/deadline?duty=transfer.send&trigger=2025-09-30T10:00:00%2B08:00")) {
            assertEquals(200, api.get("", path).status(), path);
        }
    }

    @Test
    void everythingElseIs401WithoutASession() {
        for (String path : List.of("/session", "/organs", "/procedures", "/matters", "/matters/x", "/obligations", "/policies", "/accounts", "/assessment", "/assessment.xlsx")) {
            Answer answer = api.get("", path);
            assertEquals(401, answer.status(), path);
            assertEquals("not-signed-in", answer.code());
        }
    }

    @Test
    void anEndedSessionIsSaidToHaveExpired() {
        api.identity.ended.add("s-a-zhang");
        assertEquals("session-expired", withCookie("GET", "/session", Map.of(), "").code());
    }

    @Test
    void aConsoleSecretIsNoBearerTokenAndTheOtherWayRound() {
        assertEquals(401, api.raw("GET", "/organs", Map.of("Authorization", "Bearer s-a-zhang"), NOTHING).status());
        assertEquals(401, api.raw("GET", "/organs", Map.of("Cookie", "XIEZHI_SESSION=t-a-zhang"), NOTHING).status());
    }

    @Test
    void aCookieAloneChangesNothing() {
        assertEquals("csrf", withCookie("POST", "/matters", Map.of(), Api.opening("a", "x")).code());
        assertEquals("csrf", withCookie("POST", "/matters", Map.of("X-CSRF-Token", "csrf-a-li"), Api.opening("a", "x")).code());
        assertEquals(201, withCookie("POST", "/matters", Map.of("X-CSRF-Token", "csrf-a-zhang"), Api.opening("a", "x")).status());
    }

    @Test
    void aRequestFromAnotherSiteIsRefusedEvenWithTheRightToken() {
        for (Map<String, String> header : List.of(Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Sec-Fetch-Site", "same-site"), Map.of("Origin", "https://evil.test"), Map.of("Origin", "null"))) {
            Map<String, String> headers = new HashMap<>(header);
            headers.put("X-CSRF-Token", "csrf-a-zhang");
            assertEquals(403, withCookie("POST", "/matters", headers, Api.opening("a", "x")).status(), header.toString());
        }
        assertEquals(201, withCookie("POST", "/matters", Map.of("X-CSRF-Token", "csrf-a-zhang", "Origin", "http://county.test"), Api.opening("a", "x")).status());
    }

    @Test
    void signingInSetsACookieThatScriptsAndOtherSitesDontGet() {
        String body = "{\"user\":\"a-zhang\",\"password\":\"" + FakeIdentity.PASSWORD + "\"}";
        Answer answer = api.raw("POST", "/session", Map.of("Content-Type", "application/json", "X-Forwarded-Proto", "https"), body.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answer.status(), answer.toString());
        String cookie = answer.headers().get("Set-Cookie");
        assertTrue(cookie.contains("s-a-zhang") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/") && cookie.contains("Secure"), cookie);
        assertEquals("csrf-a-zhang", answer.json().get("csrf").asText());
        assertEquals("甲县", answer.json().at("/jurisdiction/name").asText());
        assertEquals("执法人员", answer.json().at("/roleNames/0").asText());
        assertEquals(30, answer.json().get("idleMinutes").asInt());
    }

    @Test
    void signingInFromAnotherSiteIsRefused() {
        assertEquals("csrf", api.raw("POST", "/session", Map.of("Content-Type", "application/json", "Origin", "https://evil.test"), "{}".getBytes()).code());
    }

    @Test
    void wrongPasswordAndLockAreToldApart() {
        assertEquals("bad-credentials", api.post("", "/session", "{\"user\":\"a-zhang\",\"password\":\"x\"}").code());
        api.identity.locked.add("a-zhang");
        Answer locked = api.post("", "/session", "{\"user\":\"a-zhang\",\"password\":\"x\"}");
        assertEquals(423, locked.status());
        assertEquals("account-locked", locked.code());
    }

    @Test
    void anInitialPasswordOpensTheSessionEndpointsOnly() {
        api.identity.mustChange.add("a-zhang");
        assertEquals(true, api.get("a-zhang", "/session").json().get("mustChangePassword").asBoolean());
        assertEquals("must-change-password", api.get("a-zhang", "/matters").code());
        assertEquals("weak-password", api.post("a-zhang", "/session/password", "{\"old\":\"" + FakeIdentity.PASSWORD + "\",\"new\":\"short\"}").code());
        assertEquals(204, api.post("a-zhang", "/session/password", "{\"old\":\"" + FakeIdentity.PASSWORD + "\",\"new\":\"Long-Enough-9\"}").status());
    }

    @Test
    void signingOutEndsTheSessionAndItsCookie() {
        Answer out = withCookie("DELETE", "/session", Map.of("X-CSRF-Token", "csrf-a-zhang"), "");
        assertEquals(204, out.status());
        assertTrue(out.headers().get("Set-Cookie").contains("Max-Age=0"));
        assertEquals(401, withCookie("GET", "/session", Map.of(), "").status());
    }

    @Test
    void administrationIsForAdministratorsOfTheirOwnJurisdiction() {
        assertEquals(403, api.get("a-zhang", "/accounts").status());
        assertEquals(7, api.get("a-admin", "/accounts").json().size());
        assertEquals("unknown-account", api.post("a-admin", "/accounts/b-zhang/password", "").code());
        assertEquals("once", api.post("a-admin", "/accounts/a-zhang/password", "").json().get("password").asText());
        assertEquals(403, api.post("a-zhang", "/organs", "{\"name\":\"x\",\"kind\":\"township\"}").status());
        assertEquals(201, api.post("a-admin", "/organs", "{\"id\":\"a-new\",\"name\":\"东寨镇\",\"kind\":\"township\",\"code\":\"140925101\"}").status());
        assertEquals("organ-exists", api.post("a-admin", "/organs", "{\"id\":\"a-new\",\"name\":\"东寨镇\",\"kind\":\"township\"}").code());
        Answer added = api.post("a-admin", "/accounts", "{\"user\":\"a-new\",\"name\":\"吴九\",\"organ\":\"a-town\",\"roles\":[\"officer\"]}");
        assertEquals(201, added.status(), added.toString());
        Answer self = api.send("PATCH", "/accounts/a-admin", "a-admin", Map.of("Content-Type", "application/json"), "{\"enabled\":false}".getBytes());
        assertEquals("not-oneself", self.code());
    }

    @Test
    void aTokenIsIssuedAndEndsWhenItIsDeleted() {
        Answer token = api.post("", "/tokens", "{\"user\":\"a-zhang\",\"password\":\"" + FakeIdentity.PASSWORD + "\",\"days\":7}");
        assertEquals(201, token.status(), token.toString());
        assertTrue(token.json().get("expiresAt").asText().endsWith("+08:00"));
        assertEquals(204, api.send("DELETE", "/tokens", "a-zhang", Map.of(), NOTHING).status());
        assertEquals(401, api.get("a-zhang", "/organs").status());
    }
}
