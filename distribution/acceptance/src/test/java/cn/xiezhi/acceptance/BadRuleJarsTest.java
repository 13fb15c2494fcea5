package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever lands in the drop folder: the old rules stay in force, the reason is one line in the log and on the administrator's page, everybody else works on,
 * and a good jar afterwards is taken.
 */
class BadRuleJarsTest {
    private static final String ANOTHER = "another.jar";
    /** Of a thousand things wrong in one file, the first are told and how many there are. */
    private static final int MOST_LINES = 40;

    @TempDir
    static Path folder;

    private static Product product;
    private static County ningwu;
    private static Path shipped;
    private static int number;
    private Watcher watcher;

    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start();
        ningwu = new County(product, "ningwu");
        shipped = Files.copy(product.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));
        inForce(next(), PolicyJar.NINGWU);
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @BeforeEach
    void watchTheOthers() {
        watcher = new Watcher(product, "/health/ready", "/api/v1/jurisdictions/jinjiang/policy", "/api/v1/jurisdictions/ningwu/policy", "/");
    }

    @AfterEach
    void aGoodJarIsTaken() throws Exception {
        Files.deleteIfExists(product.jurisdictions().resolve(ANOTHER));
        inForce(next(), PolicyJar.NINGWU);
        Poll.until("a page without troubles", ningwu::troubles, List::isEmpty);
        watcher.stop();
        watcher.assertNoErrors();
    }

    static Set<String> hostile() {
        return HostileJars.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileJar_changesNothing_andIsToldOnce(String kind) throws Exception {
        String before = version();
        Path jar = folder.resolve("hostile.jar");
        Files.deleteIfExists(jar);
        HostileJars.ALL.get(kind).make(shipped, jar, "1." + ++number);
        int logged = product.log().length();

        product.drop(jar, PolicyJar.NINGWU);

        List<String> told = Poll.until("a reason on the administrator's page and in the log", ningwu::troubles, t -> !t.isEmpty() && logged(t, logged));
        assertTrue(told.size() <= MOST_LINES, told.toString());
        for (String line : told) {
            assertTrue(line.contains("xiezhi.policy.ningwu") && line.lines().count() == 1 && line.length() < 1000, line);
            assertTrue(line.codePoints().anyMatch(c -> c >= 0x4e00), line);
        }
        assertEquals(before, version());
        assertEquals("2025-10-11", deadline().get("lastDay").asText());
        inForce(next(), PolicyJar.NINGWU);
        List<String> lines = product.log().substring(logged).lines().filter(l -> !l.contains(" INFO ")).toList();
        assertTrue(lines.size() <= MOST_LINES && lines.stream().allMatch(l -> l.contains(" WARN ")), "a line for each reason, no trace of a program: " + lines);
        told.forEach(reason -> assertEquals(1, lines.stream().filter(l -> l.endsWith(reason)).count(), "told once: " + reason + " in " + lines));
    }

    @Test
    void jarThatIsCopiedSlowly_isTakenWhenItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(next());
        Path target = product.jurisdictions().resolve(PolicyJar.NINGWU);
        String before = version();
        Files.write(target, Arrays.copyOf(whole, whole.length / 3));
        Poll.until("a reason on the administrator's page", ningwu::troubles, t -> !t.isEmpty());
        assertEquals(before, version());
        Files.write(target, whole);
        awaitNumber();
    }

    @Test
    void sameJarUnderAnotherName_isOneVersion() throws Exception {
        Path jar = next();
        String version = inForce(jar, PolicyJar.NINGWU);
        JsonNode terms = terms();
        product.drop(jar, ANOTHER);
        Poll.until("a reason on the administrator's page", ningwu::troubles, t -> t.toString().contains("another"));
        product.drop(jar, PolicyJar.NINGWU); // once more
        Files.delete(product.jurisdictions().resolve(ANOTHER));
        Poll.until("a page without troubles", ningwu::troubles, List::isEmpty);
        assertEquals(version, version());
        assertEquals(terms, terms());
    }

    @Test
    void twoVersionsAtOnce_oneIsInForce_andTheOtherIsNamed() throws Exception {
        String first = "1." + (number + 1) + "+";
        Path one = Files.copy(next(), folder.resolve("one.jar"));
        Path two = next();
        product.drop(one, PolicyJar.NINGWU);
        product.drop(two, ANOTHER);
        String second = "1." + number + "+";
        String version = Poll.until("one of the two", BadRuleJarsTest::version, v -> v.startsWith(first) || v.startsWith(second));
        Poll.until("the other one on the administrator's page", ningwu::troubles, t -> !t.isEmpty());
        version = version();
        assertTrue(version.startsWith(first) || version.startsWith(second), version);
        assertEquals(version, deadline().get("policyVersion").asText());
        Files.delete(one);
    }

    @Test
    void folderOrLinkToNowhereNamedLikeAJar_isNothing() throws Exception {
        String before = version();
        Path directory = Files.createDirectory(product.jurisdictions().resolve("folder.jar"));
        Path link = Files.createSymbolicLink(product.jurisdictions().resolve("link.jar"), folder.resolve("nowhere"));
        Path secret = Files.copy(shipped, product.jurisdictions().resolve("secret.jar"));
        secret.toFile().setReadable(false, false);
        String after = inForce(next(), PolicyJar.NINGWU);
        assertFalse(after.equals(before));
        Files.delete(directory);
        Files.delete(link);
        Files.delete(secret);
    }

    private static boolean logged(List<String> told, int since) {
        try {
            String log = product.log().substring(since);
            return told.stream().allMatch(log::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A good jar under the next version, three working days. */
    private static Path next() throws Exception {
        return PolicyJar.changed(shipped, folder.resolve("next.jar"), PolicyJar.days("1." + ++number, 3));
    }

    /** Drops the jar made last and returns the version that is then in force. */
    private static String inForce(Path jar, String name) throws Exception {
        product.drop(jar, name);
        return awaitNumber();
    }

    private static String awaitNumber() throws Exception {
        return Poll.until("rules 1." + number, BadRuleJarsTest::version, v -> v.startsWith("1." + number + "+"));
    }

    private static JsonNode terms() throws Exception {
        return ningwu.person("admin").get("/rules/policy").expect(200).get("terms");
    }

    private static JsonNode deadline() throws Exception {
        return Client.nobody(product).get("/jurisdictions/ningwu/deadline?duty=transfer.send&trigger=2025-09-30T10:00:00%2B08:00").expect(200);
    }

    private static String version() throws Exception {
        return ningwu.inForce().path("policyVersion").asText();
    }
}
