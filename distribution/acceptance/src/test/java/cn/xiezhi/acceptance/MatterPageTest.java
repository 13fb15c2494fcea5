package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A matter's page from its opening to its end: the way, who waits for whom, what follows from it, on paper, and taken away whole. */
@ExtendWith(SharedProduct.class)
class MatterPageTest {
    private final Product product;
    private final Console console;

    MatterPageTest(Product product, Console console) {
        this.product = product;
        this.console = console;
    }

    private void standsAt(String state) {
        assertThat(console.by("stage-" + state)).hasAttribute("aria-current", "step");
    }

    @Test
    void aTransfer_isFollowedToItsEnd_printed_andTakenAway() throws Exception {
        County county = new County(product, "ningwu");
        Play play = new Play(county);
        JsonNode matter = play.sent("占用河道堆放砂石𠮷");
        String path = "/matters/" + Play.id(matter);
        String department = county.department().get("/session").expect(200).at("/organ/name").asText();

        console.signIn("ningwu-town-officer");
        console.open(path);
        standsAt("sent");
        assertThat(console.by("stage-discovered")).hasAttribute("data-status", "done");
        assertThat(console.by("stage-closed")).hasAttribute("data-status", "ahead");
        assertThat(console.by("stage-returned")).hasCount(0);
        assertThat(console.by("waiting")).hasCount(1);
        assertThat(console.by("waiting")).containsText(Pattern.compile("凤凰镇.* 自 .* 起等待 " + department + "：受理"));

        for (String action : List.of("accept", "file", "decideFiled", "notify")) {
            play.act(county.department(), matter, action, Map.of()).expect(200);
        }
        play.act(county.town(), matter, "close", Map.of()).expect(200);
        console.page.reload();
        standsAt("closed");
        assertThat(console.by("waiting")).hasCount(0);
        console.by("ledger-kind").selectOption("moves");
        assertThat(console.by("ledger-attach")).hasCount(0);
        console.by("ledger-oldest").check();
        assertThat(console.page.locator("ol.ledger > li").first()).hasAttribute("data-testid", "ledger-open");
        console.screenshot("matter-closed");

        Download download = console.page.waitForDownload(() -> console.by("dossier").click());
        assertTrue(download.suggestedFilename().contains(Play.id(matter)) && download.suggestedFilename().endsWith(".zip"), download.suggestedFilename());
        verify(download.path());

        console.by("print").click();
        assertThat(console.by("print-foot")).containsText("链校验通过");
        console.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(console.by("print-now")).isHidden();
        assertThat(console.by("print-view")).containsText("占用河道堆放砂石𠮷");
        console.screenshot("matter-print");
        console.assertNoComplaints();
    }

    @Test
    void whatFollowsFromAMatter_isStartedFromItsPage_andStandsInItsTree() throws Exception {
        JsonNode matter = new Play(new County(product, "ningwu")).opened("违法建设巡查");
        console.signIn("ningwu-town-officer");
        console.open("/matters/" + Play.id(matter));
        console.by("open-linked").click();
        console.by("follow-assistance").click();
        assertThat(console.by("procedure-assistance").locator("input")).isChecked();
        assertThat(console.page.locator("main a[href='/matters/" + Play.id(matter) + "']")).isVisible();
        console.assertNoComplaints();
    }

    /** Unpacks the dossier and recomputes every hash, with nothing of the product's. */
    private static void verify(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            String contents = text(zip, "目录.html");
            for (ZipEntry e : zip.stream().toList()) {
                assertTrue(e.getName().startsWith("目录") || contents.contains(sha256(bytes(zip, e.getName()))), e.getName());
            }
            assertTrue(zip.stream().anyMatch(e -> e.getName().matches("规则/.*/\\d+ policy\\.yaml")), "the rules are in it");
            JsonNode ledger = Client.JSON.readTree(bytes(zip, "台账.json"));
            String previous = "0".repeat(64);
            for (JsonNode e : ledger.get("entries")) {
                assertEquals(previous, e.get("previousHash").asText());
                previous = sha256(hashed(ledger, e));
                assertEquals(e.get("hash").asText(), previous, e.toString());
            }
            assertEquals(ledger.get("head").asText(), previous);
        }
    }

    private static byte[] hashed(JsonNode ledger, JsonNode e) throws IOException {
        List<String> values = new ArrayList<>(List.of(e.get("previousHash").asText(), ledger.get("jurisdiction").asText(), ledger.get("matter").asText()));
        List.of("seq", "at", "user", "userName", "organ", "action", "from", "to").forEach(key -> values.add(e.get(key).asText()));
        TreeMap<String, String> details = new TreeMap<>();
        e.get("details").properties().forEach(d -> details.put(d.getKey(), d.getValue().asText()));
        details.forEach((key, value) -> values.addAll(List.of(key, value)));
        values.addAll(List.of(e.get("citation").asText(), e.get("policyVersion").asText()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String value : values) {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
