package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
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
    private static final String NAME = "xiezhi.policy.ningwu.jar";

    @TempDir
    static Path folder;

    private static Product product;
    private static County ningwu;
    private static Path shipped;
    private Watcher watcher;

    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start();
        ningwu = new County(product, "ningwu");
        shipped = Files.copy(dropped(), folder.resolve("shipped.jar"));
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
    void restore() throws Exception {
        watcher.stop();
        String version = version();
        drop(shipped);
        if (!version.startsWith("1.0+")) {
            Poll.until("the shipped rules", HotSwapTest::version, v -> v.startsWith("1.0+"));
        }
    }

    @Test
    void newRules_countForWhatArisesFromThen_notForWhatArose() throws Exception {
        String before = version();
        JsonNode old = new Play(ningwu).opened("换规则前的案件");
        drop(PolicyJar.changed(shipped, folder.resolve("four.jar"), PolicyJar.FOUR_DAYS));
        String after = Poll.until("another version", HotSwapTest::version, v -> !v.equals(before));

        assertTrue(after.startsWith("1.1+"), after);
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
        refused("broken.jar", f -> f.replace("duties:\n", "duties: [\n"), "policy.yaml");
    }

    @Test
    void unknownKey_leavesTheOldRulesInForce_andNamesFileLineAndKey() throws Exception {
        refused("unknown.jar", f -> f.replace("  transfer.acknowledge:", "  transfer.acknowlege:"), "policy.yaml", "transfer.acknowlege", "行");
    }

    @Test
    void exampleThatDoesNotComeOut_leavesTheOldRulesInForce() throws Exception {
        refused("wrong.jar", f -> f.replace("amount: 3, cite: 宁武移送制度 二（一）", "amount: 4, cite: 宁武移送制度 二（一）"), "examples.yaml", "transfer.send");
    }

    @Test
    void halfAJar_leavesTheOldRulesInForce_andAWholeOneReplacesThem() throws Exception {
        byte[] whole = Files.readAllBytes(shipped);
        refuse(Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2)), NAME, "无法打开");
        drop(PolicyJar.changed(shipped, folder.resolve("four-again.jar"), PolicyJar.FOUR_DAYS));
        Poll.until("the whole jar's version", HotSwapTest::version, v -> v.startsWith("1.1+"));
    }

    @Test
    void halfAJarThatIsDeleted_takesTheRulesWithIt() throws Exception {
        byte[] whole = Files.readAllBytes(shipped);
        refuse(Files.write(folder.resolve("half-again.jar"), Arrays.copyOf(whole, whole.length / 2)), "无法打开");
        Files.delete(dropped());
        Poll.until("no rules", HotSwapTest::version, String::isEmpty);
    }

    @Test
    void removedRules_closeTheCountyForNewMattersOnly_andComeBack() throws Exception {
        JsonNode open = new Play(ningwu).sent("规则撤下前移送的案件");
        Map<String, Object> again = Map.of("procedure", "transfer", "fields", Map.of());
        Files.delete(dropped());
        Poll.until("no rules", HotSwapTest::version, String::isEmpty);

        ningwu.town().post("/matters", again).refused(409, "rules-not-in-force");
        Client.nobody(product).get("/jurisdictions/ningwu/policy").refused(404, "unknown-jurisdiction");
        Play play = new Play(ningwu);
        for (String action : new String[] {"accept", "file", "decideFiled", "notify"}) {
            open = play.act(ningwu.department(), open, action, Map.of()).expect(200);
        }
        assertEquals("closed", play.act(ningwu.town(), open, "close", Map.of()).expect(200).get("state").asText());
        watcher.assertNoErrors();

        drop(shipped);
        Poll.until("the rules again", HotSwapTest::version, v -> v.startsWith("1.0+"));
        assertEquals("discovered", new Play(ningwu).opened("规则恢复后的案件").get("state").asText());
    }

    private void refused(String name, UnaryOperator<String> change, String... named) throws Exception {
        refuse(PolicyJar.changed(shipped, folder.resolve(name), Map.of("xiezhi/policy.yaml", change)), named);
    }

    private void refuse(Path jar, String... named) throws Exception {
        String before = version();
        int logged = log().length();
        drop(jar);
        String said = Poll.until("a refusal in the log", () -> log().substring(logged), l -> l.contains("xiezhi.policy.ningwu") && (l.contains("WARN") || l.contains("ERROR")));
        for (String part : named) {
            assertTrue(said.contains(part), "“" + part + "” is not named in: " + said);
        }
        assertEquals(before, version());
        assertEquals("2025-10-11", deadline().get("lastDay").asText());
        new Play(ningwu).opened("旧规则继续有效");
        watcher.assertNoErrors();
    }

    private static JsonNode deadline() throws Exception {
        return Client.nobody(product).get("/jurisdictions/ningwu/deadline?duty=transfer.send&trigger=2025-09-30T10:00:00%2B08:00").expect(200);
    }

    private static String version() throws Exception {
        return ningwu.inForce().path("policyVersion").asText();
    }

    private static String log() throws Exception {
        return Files.readString(product.home().resolve("logs/xiezhi.log"));
    }

    private static Path dropped() {
        return product.install().resolve("jurisdictions").resolve(NAME);
    }

    /** As the README tells an operator: beside, then atomically in. */
    private static void drop(Path jar) throws Exception {
        Path beside = Files.copy(jar, product.install().resolve("incoming.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(beside, FileTime.from(Instant.now()));
        Files.move(beside, dropped(), StandardCopyOption.ATOMIC_MOVE);
    }
}
