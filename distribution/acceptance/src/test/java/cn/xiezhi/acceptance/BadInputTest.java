package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused with one clear message, and nothing changes. */
@ExtendWith(SharedProduct.class)
class BadInputTest {
    private static final int LIMIT = 20 * 1024 * 1024;

    private Product product;
    private County county;
    private Play play;

    @BeforeEach
    void ningwu(Product shared) {
        product = shared;
        county = new County(shared, "ningwu");
        play = new Play(county);
    }

    @Test
    void oversizeUpload_isRefusedWithTheLimit() throws Exception {
        JsonNode matter = play.opened("附件过大");
        byte[] bytes = new byte[LIMIT + 1];
        Arrays.fill(bytes, (byte) 'a');
        Client.Answer answer = upload(matter, "text/plain", bytes);
        assertTrue(answer.refused(413, "too-large").get("detail").asText().contains("20 MiB"), answer.text());
        assertUnchanged(matter);
    }

    @Test
    void uploadWhoseContentIsNotItsType_isRefused() throws Exception {
        JsonNode matter = play.opened("附件类型不符");
        upload(matter, "application/pdf", "不是 PDF".getBytes(StandardCharsets.UTF_8)).refused(415, "wrong-type");
        upload(matter, "image/png", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)).refused(415, "wrong-type");
        upload(matter, "application/x-msdownload", new byte[] {'M', 'Z', 0, 1}).refused(415, "wrong-type");
        upload(matter, "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)).refused(415, "wrong-type");
        upload(matter, "text/plain", new byte[0]).refused(400, "empty-file");
        assertUnchanged(matter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/matters/%00", "/api/v1/matters/a%2Fb", "/api/v1/matters/a%5Cb", "/api/v1//matters", "/matters/%2E%2E/x"})
    void addressThatCanBeReadInTwoWays_isAProblem(String address) throws Exception {
        HttpResponse<String> answer = product.get(address);
        assertEquals(400, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("请求无法读懂"), answer.body());
    }

    @Test
    void fileThatIsNotThere_isSaidInChinese() throws Exception {
        HttpResponse<String> answer = product.get("/assets/none.js");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("没有这个文件"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "%00", "MjAyNS0wMS0wMVQwMDowMDowMFp-YQ==", "Jyc7IGRyb3AgdGFibGUgbWF0dGVy"})
    void illegalPageToken_isABadRequest(String token) throws Exception {
        assertEquals("bad-page-token", county.town().get("/matters?after=" + token).expect(400).get("code").asText());
        assertEquals("bad-page-token", county.town().get("/obligations?after=" + token).expect(400).get("code").asText());
    }

    @Test
    void tokenOfAPage_leadsThroughAllMattersOnce() throws Exception {
        List<String> all = numbers(100);
        assertTrue(all.size() > 3, all.toString());
        assertEquals(all.size(), Set.copyOf(all).size(), all.toString());
        assertEquals(all, numbers(3));
    }

    /** Of all matters, fetched in pages of so many. */
    private List<String> numbers(int limit) throws Exception {
        List<String> numbers = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = county.town().get("/matters?limit=" + limit + after).expect(200);
            numbers.addAll(page.get("items").findValuesAsText("number"));
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
        } while (after != null);
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 101", "limit, x", "open, yes", "awaiting, you"})
    void illegalFilter_isABadRequestThatNamesIt(String name, String value) throws Exception {
        assertEquals(name, county.town().get("/matters?" + name + "=" + value).refused(400, "bad-parameter").get("field").asText());
    }

    @Test
    void unknownIds_areNotFound() throws Exception {
        JsonNode matter = play.opened("未知编号");
        String path = "/matters/" + Play.id(matter);
        county.town().get("/matters/nowhere").refused(404, "unknown-matter");
        county.town().get("/matters/nowhere/actions").refused(404, "unknown-matter");
        county.town().get(path + "/attachments/nothing").refused(404, "unknown-attachment");
        county.town().post(path + "/actions/fly", Map.of("version", 1, "fields", Map.of())).refused(404, "unknown-action");
        county.town().post("/matters", Map.of("procedure", "nothing", "fields", Map.of())).refused(404, "unknown-procedure");
        Client.nobody(product).get("/jurisdictions/nowhere/policy").refused(404, "unknown-jurisdiction");
        county.town().get("/policies/no-such-version").expect(404);
        county.town().get("/nothing").refused(404, "not-found");
    }

    @Test
    void malformedBody_isABadRequest() throws Exception {
        county.town().upload("/matters", "application/json", "{\"procedure\":".getBytes(StandardCharsets.UTF_8)).refused(400, "malformed-json");
        county.town().post("/matters", Map.of("procedure", "transfer", "felder", Map.of())).refused(400, "unknown-property");
        county.town().upload("/matters", "application/json", new byte[0]).refused(400, "malformed-json");
    }

    @Test
    void missingOrUnknownFields_areAllNamedAtOnce() throws Exception {
        JsonNode errors = county.town().post("/matters", Map.of("procedure", "transfer", "fields", Map.of("urgency", "whenever", "nonsense", "x")))
                .expect(422).get("errors");
        List<String> fields = errors.findValuesAsText("field");
        assertTrue(fields.containsAll(List.of("receiver", "cases", "facts", "discoveredAt", "urgency")), fields.toString());
    }

    @Test
    void wrongPassword_isRefusedWithoutSayingWhich() throws Exception {
        Client nobody = Client.nobody(product);
        JsonNode known = nobody.post("/session", Map.of("user", "jinjiang-town-liaison", "password", "Wrong-1234567")).refused(401, "bad-credentials");
        JsonNode unknown = nobody.post("/session", Map.of("user", "no-such-person", "password", "Wrong-1234567")).refused(401, "bad-credentials");
        assertEquals(known.get("detail"), unknown.get("detail"));
    }

    private Client.Answer upload(JsonNode matter, String type, byte[] bytes) throws Exception {
        return county.town().upload("/matters/" + Play.id(matter) + "/attachments?name=a&slot=letter&pages=1&version=" + matter.get("version"), type, bytes);
    }

    private void assertUnchanged(JsonNode matter) throws Exception {
        assertEquals(matter.get("version"), county.town().get("/matters/" + Play.id(matter)).expect(200).get("version"));
    }
}
