package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county's rules are replaced, broken, taken away and put back through the drop folder, while everybody else works on. */
class HotSwapTest {
    @TempDir
    static Path folder;

    private static Product product;
    private static int number;
    private static County ningwu;
    private static Path shipped;
    private Watcher watcher;

    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start();
        ningwu = new County(product, "ningwu");
        shipped = Files.copy(product.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @BeforeEach
    void watchTheOthers() {
        watcher = new Watcher(product, "/health/ready", "/api/v1/jurisdictions/jinjiang/policy", "/api/v1/jurisdictions/shanting/deadline?duty=transfer.send&trigger=2025-09-30T10:00:00%2B08:00",
                "/api/v1/openapi.json", "/");
    }

    @AfterEach
    void threeDaysAgain() throws Exception {
        watcher.stop();
        inForce(days(3));
    }

    @Test
    void newRules_countForWhatArisesFromThen_notForWhatArose() throws Exception {
        String before = version();
        JsonNode old = new Play(ningwu).opened("换规则前的案件");
        String after = inForce(days(4));

        JsonNode then = ningwu.town().get("/matters/" + Play.id(old)).expect(200);
        assertEquals(before, then.get("policyVersion").asText());
        assertEquals(old.get("obligations"), then.get("obligations"), "version and due date of what arose before");
        JsonNode fresh = new Play(ningwu).opened("换规则后的案件");
        assertEquals(after, fresh.at("/obligations/0/policyVersion").asText());
        assertEquals("4个工作日", fresh.at("/obligations/0/limitText").asText());
        assertEquals("2025-10-13", deadline().get("lastDay").asText());
        assertEquals(after, deadline().get("policyVersion").asText());
        assertTrue(ningwu.town().get("/policies").expect(200).findValuesAsText("version").contains(before), "the old version is kept");
        watcher.assertNoErrors();
    }

    @Test
    void brokenYaml_leavesTheOldRulesInForce_andSaysWhere() throws Exception {
        refused(f -> f.replace("duties:\n", "duties: [\n"), "policy.yaml");
    }

    @Test
    void unknownKey_leavesTheOldRulesInForce_andNamesFileLineAndKey() throws Exception {
        refused(f -> f.replace("  transfer.acknowledge:", "  transfer.acknowlege:"), "policy.yaml", "transfer.acknowlege", "行");
    }

    @Test
    void exampleThatDoesNotComeOut_leavesTheOldRulesInForce() throws Exception {
        refused(f -> f.replace("amount: 3, cite: 宁武移送制度 二（一）", "amount: 4, cite: 宁武移送制度 二（一）"), "examples.yaml", "transfer.send");
    }

    @Test
    void halfAJar_leavesTheOldRulesInForce_andAWholeOneReplacesThem() throws Exception {
        refuse(half(), PolicyJar.NINGWU);
        inForce(days(4));
    }

    @Test
    void halfAJarThatIsDeleted_takesTheRulesWithIt() throws Exception {
        refuse(half(), PolicyJar.NINGWU);
        remove();
    }

    @Test
    void removedRules_closeTheCountyForNewMattersOnly_andComeBack() throws Exception {
        JsonNode open = new Play(ningwu).sent("规则撤下前移送的案件");
        Map<String, Object> again = Map.of("procedure", "transfer", "fields", Map.of());
        String before = version();
        remove();

        ningwu.town().post("/matters", again).refused(409, "rules-not-in-force");
        Client.nobody(product).get("/jurisdictions/ningwu/policy").refused(404, "unknown-jurisdiction");
        Play play = new Play(ningwu);
        for (String action : new String[] {"accept", "file", "decideFiled", "notify"}) {
            open = play.act(ningwu.department(), open, action, Map.of()).expect(200);
        }
        assertEquals("closed", play.act(ningwu.town(), open, "close", Map.of()).expect(200).get("state").asText());
        watcher.assertNoErrors();

        product.drop(shipped, PolicyJar.NINGWU);
        Poll.until("the rules again", ningwu::inForce, j -> j.get("status").asText().equals("inForce"));
        assertEquals(before, version(), "the jar that was there first brings the county back, not its old rules");
        assertEquals("discovered", new Play(ningwu).opened("规则恢复后的案件").get("state").asText());
    }

    private void refused(UnaryOperator<String> change, String... named) throws Exception {
        Map<String, UnaryOperator<String>> changes = new HashMap<>(PolicyJar.days("1." + ++number, 3));
        changes.compute(PolicyJar.POLICY, (name, renamed) -> f -> change.apply(renamed.apply(f)));
        refuse(PolicyJar.changed(shipped, folder.resolve("refused.jar"), changes), named);
    }

    private void refuse(Path jar, String... named) throws Exception {
        String before = version();
        int logged = product.log().length();
        product.drop(jar, PolicyJar.NINGWU);
        String said = Poll.until("a refusal in the log", () -> product.log().substring(logged), l -> l.contains("xiezhi.policy.ningwu") && (l.contains("WARN") || l.contains("ERROR")));
        String told = Poll.until("a refusal on the administrator's page", ningwu::troubles, t -> !t.isEmpty()).toString();
        for (String part : named) {
            assertTrue(said.contains(part), "“" + part + "” is not named in: " + said);
            assertTrue(told.contains(part), "“" + part + "” is not named in: " + told);
        }
        assertEquals(before, version());
        assertEquals("2025-10-11", deadline().get("lastDay").asText());
        new Play(ningwu).opened("旧规则继续有效");
        watcher.assertNoErrors();
    }

    private static Path days(int days) throws Exception {
        return PolicyJar.changed(shipped, folder.resolve("days.jar"), PolicyJar.days("1." + ++number, days));
    }

    private static Path half() throws Exception {
        byte[] whole = Files.readAllBytes(days(4));
        return Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
    }

    /** Drops the jar made last and returns the version that is then in force. */
    private static String inForce(Path jar) throws Exception {
        product.drop(jar, PolicyJar.NINGWU);
        return Poll.until("rules 1." + number, HotSwapTest::version, v -> v.startsWith("1." + number + "+"));
    }

    private static void remove() throws Exception {
        Files.delete(product.jurisdictions().resolve(PolicyJar.NINGWU));
        Poll.until("no rules", ningwu::inForce, j -> j.get("status").asText().equals("suspended"));
    }

    private static JsonNode deadline() throws Exception {
        return Client.nobody(product).get("/jurisdictions/ningwu/deadline?duty=transfer.send&trigger=2025-09-30T10:00:00%2B08:00").expect(200);
    }

    private static String version() throws Exception {
        return ningwu.inForce().path("policyVersion").asText();
    }
}
