package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody notices: 200 drops of other rules for Ningwu, one after the other, while three counties work on. {@code -Dswaps=1000} for more.
 *
 * <p>A swap is timed from the move into the drop folder to the first answer under the new rules. The second that it may take is asserted for 95 of 100, so that a
 * machine that stops for a moment doesn't fail the build; the longest is reported.
 */
class SwapUnderLoadTest {
    private static final int WARM_UP = 20;
    private static final int SWAPS = Integer.getInteger("swaps", 200);
    private static final long WITHIN_MILLIS = 1000;
    private static final long ASK_AGAIN_NANOS = 5_000_000;
    private static final long LOST_NANOS = 60_000_000_000L;
    /** What the pool of request threads may still take; one leaked per swap would be far more. */
    private static final int NOISE = 20;
    /** The last hundred versions stay read, so the heap is compared from the middle on, when they have come; matters and pages of the database stay until their caches are full. */
    private static final long HEAP_NOISE = 24 << 20;

    @TempDir
    Path folder;

    private Product product;
    private OneVersion oneVersion;

    @Test
    void rulesChangeUnderWork_andNobodyNotices() throws Exception {
        try (Product started = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start()) {
            product = started;
            County ningwu = new County(product, "ningwu");
            County jinjiang = new County(product, "jinjiang");
            County shanting = new County(product, "shanting");
            oneVersion = new OneVersion(jinjiang, shanting);
            Path shipped = Files.copy(product.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));
            oneVersion.learn(product);
            swap(shipped, 1);
            oneVersion.learn(product);
            long[] millis = new long[SWAPS];
            try (Load load = new Load(product, oneVersion).acting(ningwu).acting(ningwu).acting(jinjiang).acting(shanting).reading(ningwu).reading(ningwu).reading(jinjiang).reading(shanting)) {
                for (int i = 2; i <= WARM_UP; i++) {
                    swap(shipped, i);
                }
                Inside before = Inside.of(product);
                Map<String, String> bundles = Inside.bundles(product);
                Map<String, JsonNode> rules = rules(ningwu);
                Inside middle = before;
                for (int i = 0; i < SWAPS; i++) {
                    middle = i == SWAPS / 2 ? Inside.of(product) : middle;
                    millis[i] = swap(shipped, WARM_UP + 1 + i);
                }
                Inside after = Inside.of(product);
                load.close();
                Arrays.sort(millis);
                report(millis, load, before, middle, after);

                assertEquals(List.of(), load.failures());
                assertTrue(millis[(SWAPS * 95 + 99) / 100 - 1] <= WITHIN_MILLIS, "in force within a second: " + Arrays.toString(millis));
                assertOnlyNingwu(changed(bundles, Inside.bundles(product)));
                assertOnlyNingwu(changed(rules, rules(ningwu)));
                assertNoGrowth(before, middle, after);
                assertEquals(SWAPS + WARM_UP, ningwu.town().get("/policies").expect(200).findValuesAsText("version").stream().filter(v -> v.startsWith("2.")).distinct().count(),
                        "every version is kept");
            }
        }
    }

    /** @return milliseconds from the drop to the first answer under the new rules */
    private long swap(Path shipped, int number) throws Exception {
        String version = "2." + number;
        Path jar = PolicyJar.changed(shipped, folder.resolve("next.jar"), PolicyJar.days(version, OneVersion.days(number)));
        long start = System.nanoTime();
        product.drop(jar, PolicyJar.NINGWU);
        for (JsonNode answer = oneVersion.deadline(product, "ningwu"); !answer.get("policyVersion").asText().startsWith(version + "+"); answer = oneVersion.deadline(product, "ningwu")) {
            assertTrue(System.nanoTime() - start < LOST_NANOS, version + " does not come into force; still " + answer.get("policyVersion"));
            LockSupport.parkNanos(ASK_AGAIN_NANOS);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The bundles with rules, as the county's administrator sees them. */
    private static Map<String, JsonNode> rules(County county) throws Exception {
        Map<String, JsonNode> rules = new TreeMap<>();
        county.person("admin").get("/node").expect(200).get("bundles").forEach(b -> rules.put(b.get("name").asText(), b));
        return rules;
    }

    private static <V> Set<String> changed(Map<String, V> before, Map<String, V> after) {
        assertEquals(before.keySet(), after.keySet());
        return before.keySet().stream().filter(name -> !Objects.equals(before.get(name), after.get(name))).collect(Collectors.toSet());
    }

    private static void assertOnlyNingwu(Set<String> changed) {
        assertEquals(1, changed.size(), changed.toString());
        assertTrue(changed.iterator().next().contains("xiezhi.policy.ningwu"), changed.toString());
    }

    private static void assertNoGrowth(Inside before, Inside middle, Inside after) {
        String both = before.text() + " → " + middle.text() + " → " + after.text();
        assertTrue(after.threads() <= before.threads() + NOISE, both);
        assertTrue(after.loaders() <= before.loaders() + 2, both);
        assertTrue(after.revisions() <= before.revisions() + 2, both);
        assertTrue(after.heapBytes() <= middle.heapBytes() + HEAP_NOISE, both);
    }

    private static void report(long[] millis, Load load, Inside before, Inside middle, Inside after) {
        System.out.printf("%d swaps of the rules under load: in force after %d ms (median), %d ms (95th percentile), %d ms (longest). Meanwhile %s, %d not as expected. Before: %s; half-way: %s; after: %s.%n",
                millis.length, millis[millis.length / 2], millis[(millis.length * 95 + 99) / 100 - 1], millis[millis.length - 1], load.figures(), load.failures().size(), before.text(), middle.text(), after.text());
    }
}
