package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a procedure from outside is dropped in, worked with through the API and the unchanged console, and taken away again. */
class OutsideProcedureTest {
    private static final String PROCEDURE = "joint-inspection";
    /** A document that is made up, as are its rules: the example's own README has them. */
    private static final Map<String, UnaryOperator<String>> LAID_DOWN = Map.of(
            "xiezhi/policy.yaml", f -> f.replace("version: \"1.0\"", "version: \"1.1\"")
                    .replace("\nduties:\n", "  - {id: 示例办法, title: 部门联合双随机抽查办法（示例）}\n\nduties:\n  joint-inspection.publish:\n    normal: {count: workingDays, amount: 20, cite: 示例办法 五}\n")
                    .replace("\nprocedures:\n", """

                            procedures:
                              joint-inspection:
                                cite: 示例办法 一
                                officers: {number: 1, cite: 示例办法 二}
                                results:
                                  - {id: fine, name: 未发现问题, cite: 示例办法 三}
                                  - {id: illegal, name: 发现违法行为, cite: 示例办法 四}
                            """),
            "xiezhi/examples.yaml", f -> f + "\n  - {duty: joint-inspection.publish, trigger: 2025-09-30T10:00, lastDay: 2025-11-04}\n");

    @TempDir
    static Path folder;

    private static Product product;
    private static County ningwu;

    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start();
        ningwu = new County(product, "ningwu");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @Test
    void aMatterOfIt_goesFromOpeningToEnd_inTheApiAndInTheBrowser_andOutlivesItsBundle() throws Exception {
        Path rules = product.install().resolve("jurisdictions/xiezhi.policy.ningwu.jar");
        Path laidDown = PolicyJar.changed(rules, folder.resolve("laid-down.jar"), LAID_DOWN);
        drop(laidDown, rules);
        Poll.until("the refusal that says what to install", OutsideProcedureTest::log, l -> l.contains("请先安装提供它的组件"));
        assertTrue(ningwu.inForce().get("policyVersion").asText().startsWith("1.0+"), "the rules before stay in force");

        Path program = product.install().resolve("jurisdictions/xiezhi.example-procedure.jar");
        drop(Path.of(System.getProperty("example.jar")), program);
        Poll.until("rules with it", () -> ningwu.inForce().path("policyVersion").asText(), v -> v.startsWith("1.1+"));
        assertEquals(true, offered(ningwu.department()).get("open").isObject());
        assertEquals(true, offered(ningwu.town()).get("open").isNull(), "a township has no such task");
        assertEquals("", new County(product, "jinjiang").department().get("/procedures").expect(200).findValuesAsText("id").stream().filter(PROCEDURE::equals).findAny().orElse(""));

        Play play = new Play(ningwu);
        JsonNode matter = play.open(ningwu.department(), PROCEDURE, Map.of("subject", "餐饮单位抽查𠮷", "members", List.of(ningwu.organ("town-officer")))).expect(201);
        matter = play.act(ningwu.department(), matter, "inspect", Map.of("result", "illegal")).expect(200);
        JsonNode owed = matter.at("/obligations/0");
        assertEquals(List.of("公示抽查结果", "示例办法 五", "20个工作日"), List.of(owed.get("dutyName").asText(), owed.get("citation").asText(), owed.get("limitText").asText()));
        assertEquals("published", play.act(ningwu.department(), matter, "publish", Map.of()).expect(200).get("state").asText());

        String page = openedInTheBrowser();
        String running = page.replaceAll(".*/", "");
        play.act(ningwu.department(), ningwu.department().get("/matters/" + running).expect(200), "inspect", Map.of()).expect(200);

        Files.delete(program);
        Poll.until("no such form", () -> ningwu.department().get("/procedures").expect(200).findValuesAsText("id"), ids -> !ids.contains(PROCEDURE));
        for (JsonNode one : ningwu.department().get("/matters?procedure=" + PROCEDURE).expect(200).get("items")) {
            assertEquals(PROCEDURE, one.get("procedureName").asText(), "named by its id");
        }
        JsonNode left = ningwu.department().get("/matters/" + running).expect(200);
        assertEquals(List.of("inspected", "true", "0"), List.of(left.get("stateName").asText(), left.get("ledgerIntact").asText(), String.valueOf(left.get("actions").size())));
        assertEquals("joint-inspection.publish", left.at("/obligations/0/dutyName").asText());
        assertEquals(owed.get("dueAt"), left.at("/obligations/0/dueAt"), "as it was counted");
        assertTrue(ningwu.department().get("/obligations?limit=100").expect(200).findValuesAsText("dutyName").contains("joint-inspection.publish"), "still on the desk");
        String lastDay = left.at("/obligations/0/lastDay").asText();
        assertTrue(ningwu.person("justice").get("/assessment?from=" + lastDay + "&to=" + lastDay).expect(200).findValuesAsText("duty").contains("joint-inspection.publish"));
        ningwu.department().post("/matters/" + running + "/actions/publish", Map.of("version", left.get("version"), "fields", Map.of())).refused(409, "procedure-not-installed");
        ningwu.department().upload("/matters/" + running + "/attachments?name=a.txt&slot=other&version=" + left.get("version"), "text/plain", "a".getBytes(StandardCharsets.UTF_8))
                .refused(409, "procedure-not-installed");
        assertEquals(404, play.open(ningwu.department(), PROCEDURE, Map.of()).status());
        readInTheBrowser(page);

        product.stop();
        product.start();
        assertTrue(ningwu.inForce().get("policyVersion").asText().startsWith("1.1+"), "rules that were accepted hold over a restart without it");
        assertEquals(left.get("obligations"), ningwu.department().get("/matters/" + running).expect(200).get("obligations"));
        assertEquals("discovered", play.opened("规程组件不在时的移送").get("state").asText());

        drop(Path.of(System.getProperty("example.jar")), program);
        Poll.until("its actions again", () -> Play.offers(ningwu.department(), left, "publish"), Boolean::booleanValue);
    }

    private static String openedInTheBrowser() throws Exception {
        try (Console console = new Console(product)) {
            console.signIn("ningwu-dept-officer");
            console.by("menu-new").click();
            console.by("procedure-" + PROCEDURE).click();
            console.by("field-subject").locator("input").fill("餐饮单位抽查");
            console.date(console.by("field-drawnAt"), Play.now().substring(0, 16).replace('T', ' '));
            console.by("field-objects").locator("input, textarea").first().fill("城关饭店");
            console.choose(console.by("field-members"), ningwu.town().get("/session").expect(200).at("/organ/name").asText());
            console.choose(console.by("field-inspectors"), ningwu.department().get("/session").expect(200).get("name").asText());
            console.screenshot("outside-procedure");
            console.by("submit-open").click();
            assertThat(console.by("matter-state")).hasAttribute("data-state", "drawn");
            assertThat(console.by("matter-state")).containsText("已抽取，待检查");
            assertThat(console.by("action-inspect")).containsText("登记检查结果");
            console.assertNoComplaints();
            return console.page.url();
        }
    }

    private static void readInTheBrowser(String page) throws Exception {
        try (Console console = new Console(product)) {
            console.signIn("ningwu-dept-officer");
            console.page.navigate(page);
            assertThat(console.by("matter-state")).hasAttribute("data-state", "inspected");
            assertThat(console.by("ledger-inspect")).isVisible();
            assertThat(console.by("obligation-joint-inspection.publish")).isVisible();
            assertThat(console.by("action-publish")).hasCount(0);
            console.assertNoComplaints();
        }
    }

    private static JsonNode offered(Client who) throws Exception {
        for (JsonNode procedure : who.get("/procedures").expect(200)) {
            if (procedure.get("id").asText().equals(PROCEDURE)) {
                return procedure;
            }
        }
        throw new AssertionError("not offered");
    }

    private static String log() throws Exception {
        return Files.readString(product.home().resolve("logs/xiezhi.log"));
    }

    /** Beside, then atomically in. */
    private static void drop(Path jar, Path to) throws Exception {
        Path beside = Files.copy(jar, product.install().resolve("incoming.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(beside, FileTime.from(Instant.now()));
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
