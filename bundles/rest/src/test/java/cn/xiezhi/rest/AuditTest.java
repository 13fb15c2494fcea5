package cn.xiezhi.rest;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.audit.AuditEntry;
import cn.xiezhi.audit.AuditKind;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is recorded of whom, and who reads it. */
class AuditTest {
    /** Their entry in the matter's ledger is an entry of the record. */
    private static final Set<String> IN_THE_LEDGER = Set.of("Matters.open", "Matters.act", "Attachments.add", "Documents.issue", "Documents.declareVoid", "Handovers.handOver", "QueryCode.give",
            "PublicComplaints.file", "PublicComplaints.attach");
    private static final Set<String> RECORDED_WITHIN = Set.of("Session.signIn", "Tokens.issue", "Audit.verify");
    private static final Set<String> CHANGE_NOTHING = Set.of("Matters.preview", "Matters.previewOpening", "Imports.preview");
    /** Nobody else sees them, and no act depends on them. */
    private static final Set<String> ONE_S_OWN_SCREEN = Set.of("Drafts.keep", "Drafts.drop", "Filters.keep", "Notices.read");

    private final Api api = new Api();

    private List<String> recorded() {
        return api.audit.entries.stream().map(e -> e.user() + " " + e.kind().code() + " " + e.ok() + " " + e.detail()).toList();
    }

    @Test
    void signInsAreRecorded_whetherTheyCameAbout_butNeverWhatWasTyped() {
        assertEquals(200, api.post("", "/session", "{\"user\":\"a-zhang\",\"password\":\"Correct-Horse-7\"}").status());
        assertEquals(401, api.post("", "/session", "{\"user\":\"a-zhang\",\"password\":\"Geheim-123\"}").status());
        assertEquals(401, api.post("", "/session", "{\"user\":\"MyPassword!\",\"password\":\"x\"}").status());

        assertEquals(List.of("a-zhang signIn true ", "a-zhang signIn false bad-credentials"), recorded());
        assertEquals("10.0.0.1", api.audit.entries.get(1).address());
        assertFalse(api.audit.entries.toString().contains("Geheim"));
    }

    @Test
    void exportsAndRefusals_areRecordedWithTheirReason() {
        api.get("a-zhang", "/matters/list.csv");
        api.get("a-zhang", "/matters/list.xlsx");
        api.get("a-zhang", "/exports/officers.xlsx");
        api.get("a-zhang", "/audit");

        assertEquals(List.of("a-zhang export true ", "a-zhang export true ", "a-zhang export false not-yours-to-do", "a-zhang refused false not-yours-to-do"), recorded());
        assertEquals("GET v1/audit", api.audit.entries.get(3).subject());
    }

    @Test
    void withoutTheEntry_thereIsNoExport() {
        api.audit.down = true;

        Api.Answer answer = api.get("a-zhang", "/matters/list.csv");
        assertEquals(503, answer.status());
        assertEquals("not-recorded", answer.code());
        assertEquals(503, api.post("", "/session", "{\"user\":\"a-zhang\",\"password\":\"Correct-Horse-7\"}").status());
    }

    @Test
    void whoeverChangesOrTakesSomething_leavesAnEntry() {
        List<Method> methods = AccessTest.methods(api.services);
        Set<String> silent = methods.stream().filter(m -> !m.isAnnotationPresent(GET.class) && !m.isAnnotationPresent(Audited.class)).map(AuditTest::name).collect(toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(Stream.of(IN_THE_LEDGER, RECORDED_WITHIN, CHANGE_NOTHING, ONE_S_OWN_SCREEN).flatMap(Set::stream).toList());
        assertEquals(known, silent, "what changes something is @Audited, or writes a ledger entry and is named here");

        Set<String> files = methods.stream().filter(m -> m.isAnnotationPresent(GET.class) && m.isAnnotationPresent(Produces.class))
                .filter(m -> Stream.of(m.getAnnotation(Produces.class).value()).anyMatch(t -> t.contains("csv") || t.contains("spreadsheet") || t.contains("zip")))
                .filter(m -> !m.isAnnotationPresent(Audited.class)).map(AuditTest::name).collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), files, "tables and files that leave are @Audited");
    }

    private static String name(Method m) {
        return m.getDeclaringClass().getSimpleName().replace("Resource", "") + "." + m.getName();
    }

    @Test
    void settingsAreRecorded_butNotWhatIsOnlyTried() {
        assertEquals(204, api.send("DELETE", "/calendar/feed", "a-zhang", Map.of(), new byte[0]).status());
        assertEquals(422, api.send("PUT", "/templates/transfer/receipt?preview=true", "a-admin", Map.of("Content-Type", "application/octet-stream"), new byte[] {1}).status());

        assertEquals(List.of("a-zhang settings true "), recorded());
    }

    @Test
    void onlyAuditorsRead_andOnlyTheirOwnJurisdiction() {
        api.get("a-zhang", "/matters/list.csv");
        api.get("b-zhang", "/matters/list.csv");

        for (String user : List.of("a-zhang", "a-head", "a-super", "a-admin")) {
            for (String path : List.of("/audit", "/audit/list.csv", "/audit/verification")) {
                assertEquals(403, api.get(user, path).status(), user + " " + path);
            }
            assertEquals(403, api.post(user, "/audit/verification", "").status(), user);
        }
        JsonNode exports = api.get("a-audit", "/audit?kind=export&ok=true").json().get("items");
        assertEquals(1, exports.size());
        assertEquals("张三", exports.get(0).get("userName").asText());
        assertEquals("城关镇", exports.get(0).get("organName").asText());
        assertEquals(0, api.get("a-audit", "/audit?user=b-zhang").json().get("items").size());
        for (String bad : List.of("kind=x", "from=20250101", "ok=maybe", "limit=0", "user=%07")) {
            assertEquals(400, api.get("a-audit", "/audit?" + bad).status(), bad);
        }
    }

    @Test
    void theRecordIsReadPageByPage_theLatestFirst() {
        for (int i = 0; i < 5; i++) {
            api.get("a-zhang", "/matters/list.csv");
        }
        JsonNode first = api.get("a-audit", "/audit?limit=3").json();
        assertEquals("bad-page-token", api.get("a-audit", "/audit?after=x").code());
        JsonNode second = api.get("a-audit", "/audit?limit=3&after=" + first.get("next").asText()).json();
        assertEquals(3, first.get("items").size());
        assertEquals(2, second.get("items").size());
        assertTrue(second.get("next").isNull());
        String csv = new String(api.get("a-audit", "/audit/list.csv").bytes(), StandardCharsets.UTF_8);
        assertEquals(6, csv.lines().count(), "the export of the record is itself recorded afterwards");
        assertEquals(AuditKind.EXPORT, api.audit.entries.get(5).kind());
        assertEquals("a-audit", api.audit.entries.get(5).user());
    }

    @Test
    void aVerification_seesWhatWasChangedInTheRecordAndInALedger() throws IOException {
        api.opened("a");
        for (int i = 0; i < 3; i++) {
            api.get("a-zhang", "/matters/list.csv");
        }
        api.services.auditing.seal();
        JsonNode whole = verified();
        assertTrue(whole.at("/result/intact").asBoolean(), whole.toString());
        assertEquals(3, whole.at("/result/entries").asInt());
        assertEquals(1, whole.at("/result/matters").asInt());

        AuditEntry e = api.audit.entries.get(1);
        api.audit.entries.set(1, new AuditEntry(e.jurisdiction(), e.id(), e.at(), "a-li", e.userName(), e.organ(), e.kind(), e.ok(), e.subject(), e.detail(), e.address(), e.seq(), e.previousHash(), e.hash()));
        JsonNode broken = verified();
        assertFalse(broken.at("/result/intact").asBoolean());
        assertEquals("审计记录第 2 条被改动，或者它之前有缺失", broken.at("/result/faults/0").asText());
        JsonNode checks = api.get("a-audit", "/audit/verification").json().get("items");
        assertEquals("吴九", checks.get(0).get("userName").asText());
        assertEquals(2, checks.size());
        assertEquals(0, api.get("b-audit", "/audit/verification").json().get("items").size());
    }

    @Test
    void aVerification_isAmongTheJobs_andGoesOnWhereAnAdministratorStoppedIt() throws IOException {
        IntStream.range(0, 3).forEach(i -> api.opened("a"));
        api.audit.kept = () -> {
            api.post("a-admin", "/jobs/" + api.get("a-admin", "/jobs").json().at("/0/id").asText() + "/stop", "");
            api.passes(Duration.ofSeconds(2));
        };
        assertEquals("stopped", verified().at("/problem/code").asText());
        api.audit.kept = () -> {};
        JsonNode job = api.get("a-admin", "/jobs").json().get(0);
        assertEquals("检验审计记录和台账 stopped", job.get("what").asText() + " " + job.get("how").asText());

        assertEquals(3, verified().at("/result/matters").asInt());
        assertEquals("审计记录 0 条，事项 3 件，完整", api.get("a-admin", "/jobs").json().at("/0/outcome").asText());
    }

    private JsonNode verified() throws IOException {
        String lines = new String(api.post("a-audit", "/audit/verification", "").bytes(), StandardCharsets.UTF_8);
        return JsonProvider.MAPPER.readTree(lines.lines().reduce((a, b) -> b).orElseThrow());
    }
}
