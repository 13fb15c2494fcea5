package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One county's own product: its rules, its name, its sample and its settings, and nobody else's. */
class TailoredTest {
    private static final String NAME = "宁武县县乡行政执法协作平台";

    @TempDir
    static Path folder;

    private static Product product;
    private static County ningwu;

    /** As in production only what is signed counts: what is shipped has to be. */
    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder, "tailored.zip").env("XIEZHI_SAMPLE", "true").env("XIEZHI_POLICIES_SIGNATURES", "required").start();
        ningwu = new County(product, "ningwu");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @Test
    void onlyItsRules_areThere() throws Exception {
        assertEquals(List.of("ningwu"), Client.nobody(product).get("/jurisdictions").expect(200).findValuesAsText("id"));
        try (Stream<Path> files = Files.list(product.install().resolve("jurisdictions"))) {
            assertEquals(List.of("README.md", "xiezhi.calendar-cn.jar", "xiezhi.policy.ningwu.jar"), files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theSample_isOfItsOwnOrgansOnly_andACaseGoesThrough() throws Exception {
        List<String> accounts = Files.readAllLines(product.home().resolve("demo-accounts.csv"));
        assertTrue(accounts.size() > 5, accounts.toString());
        assertTrue(accounts.stream().skip(1).allMatch(a -> a.startsWith("ningwu,")), "only its people");
        assertTrue(ningwu.town().get("/organs").expect(200).toString().contains("nw-"), "its organs");
        assertEquals("sent", new Play(ningwu).sent("本县的案件").get("state").asText());
    }

    @Test
    void itsName_standsOnThePage() throws Exception {
        assertTrue(product.get("/").body().contains("<title>" + NAME + "</title>"), product.get("/").body());
        try (Console console = new Console(product)) {
            console.open("/login");
            console.by("login-submit").waitFor();
            assertEquals(NAME, console.by("product-name").innerText());
            assertEquals("登录 - " + NAME, console.page.title());
            console.signIn("ningwu-town-officer");
            assertEquals(NAME, console.by("product-name").innerText());
            console.screenshot("tailored");
            console.assertNoComplaints();
        }
    }

    @Test
    void itsSettings_areLaidOverTheCommonOnes() throws Exception {
        List<String> lines = Files.readAllLines(product.install().resolve("config/xiezhi.properties"));
        assertEquals(1, lines.stream().filter(l -> l.startsWith("product.name=")).count(), "replaced, not doubled");
        assertTrue(lines.contains("database.poolSize=10"), "what it says nothing about stays");
        assertFalse(Files.exists(product.install().resolve("config/ningwu")));
        Client anybody = Client.nobody(product);
        Map<String, Object> complaint = Map.of("fields", Map.of("receiver", ningwu.organ("town-officer"), "kind", "report", "content", "夜间施工"));
        for (int i = 0; i < 5; i++) {
            anybody.post("/public/ningwu/complaints", complaint).expect(201);
        }
        anybody.post("/public/ningwu/complaints", complaint).expect(429);
    }
}
