package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A matter's documents in a real browser, from draft to void, as the assembled product writes them. */
@ExtendWith(SharedProduct.class)
class DocumentsPageTest {
    private final Product product;
    private final Console console;

    DocumentsPageTest(Product product, Console console) {
        this.product = product;
        this.console = console;
    }

    /** A transfer that the sample's township has sent. */
    private String sent() throws Exception {
        JsonNode items = new County(product, "ningwu").town().get("/matters?procedure=transfer&state=sent&limit=100").expect(200).get("items");
        return StreamSupport.stream(items.spliterator(), false).filter(m -> StreamSupport.stream(m.get("parties").spliterator(), false)
                .anyMatch(p -> p.get("part").asText().equals("sender") && p.at("/organ/id").asText().equals("nw-fenghuang"))).findFirst().orElseThrow().get("id").asText();
    }

    private static byte[] bytes(Download download) throws Exception {
        return Files.readAllBytes(download.path());
    }

    @Test
    void officer_draftsALetter_issuesItWithANumber_andDeclaresItVoid() throws Exception {
        console.signIn("ningwu-town-officer");
        console.open("/matters/" + sent());
        console.by("write-letter").click();
        Download draft = console.page.waitForDownload(() -> console.by("draft-document").click());
        assertEquals("移送函（草稿）.docx", draft.suggestedFilename());
        assertThat(console.by("document-letter")).hasCount(0);

        console.by("issue-document").click();
        Locator letter = console.by("document-letter");
        assertThat(letter).hasCount(1);
        assertThat(letter).containsText("凤移〔");
        Download issued = console.page.waitForDownload(() -> letter.locator("a").click());
        assertEquals("PK", new String(bytes(issued), 0, 2, "US-ASCII"));
        console.screenshot("documents");

        console.by("void-letter").click();
        console.by("field-voidReason").locator("textarea").fill("单位名称有误");
        console.by("void-document").click();
        assertThat(letter).containsText("已作废");
        assertThat(letter).containsText("单位名称有误");
        assertArrayEquals(bytes(issued), bytes(console.page.waitForDownload(() -> letter.locator("a").click())), "kept as it was issued");
        console.assertNoComplaints();
    }

    /** Opened by the township with everything that goes along but the letter. */
    private String withoutLetter(County county) throws Exception {
        Play play = new Play(county);
        JsonNode matter = play.open(county.town(), "transfer", Map.of("receiver", county.organ("dept-officer"), "cases", List.of("模板测试占道经营"))).expect(201);
        for (JsonNode slot : matter.get("materials")) {
            matter = slot.get("id").asText().equals("letter") ? matter : Play.attach(county.town(), matter, slot).expect(201);
        }
        return matter.get("id").asText();
    }

    @Test
    void issuedLetter_isTheMaterialThatGoesAlong_andTheMatterIsSent() throws Exception {
        String id = withoutLetter(new County(product, "shanting"));
        console.signIn("shanting-town-officer");
        console.open("/matters/" + id);
        console.by("write-letter").click();
        console.by("issue-document").click();
        assertThat(console.by("document-letter")).hasCount(1);
        console.by("action-send").waitFor();
        console.act("send", "sent");
        console.screenshot("letter-goes-along");
        console.assertNoComplaints();
    }

    @Test
    void administrator_replacesATemplate_andTheNextLetterIsSetByIt() throws Exception {
        County county = new County(product, "hualong");
        String id = withoutLetter(county);
        console.signIn("hualong-admin");
        console.open("/rules/templates");
        Download template = console.page.waitForDownload(() -> console.by("template-transfer-letter").locator("a").first().click());
        byte[] own = replaced(bytes(template), "{{标题}}", "本县格式：{{标题}}");
        console.by("change-transfer-letter").click();
        console.by("template-file").setInputFiles(new FilePayload("移交函.docx", "", replaced(own, "{{正文}}", "{{正交}}")));
        console.by("template-use").click();
        assertThat(console.by("template-dialog")).containsText("是否想写 {{正文}}");

        console.by("template-file").setInputFiles(new FilePayload("移交函.docx", "", own));
        Download sample = console.page.waitForDownload(() -> console.by("template-sample").click());
        assertTrue(text(bytes(sample)).contains("本县格式：关于示例事项的移送函"));
        console.screenshot("template-dialog");
        console.by("template-use").click();
        assertThat(console.by("template-transfer-letter")).hasAttribute("data-origin", "county");
        console.screenshot("templates");
        console.signOut();

        console.signIn("hualong-town-officer");
        console.open("/matters/" + id);
        console.by("write-letter").click();
        console.by("issue-document").click();
        Locator letter = console.by("document-letter");
        assertThat(letter).containsText("本辖区上传 第1版");
        assertTrue(text(bytes(console.page.waitForDownload(() -> letter.locator("a").click()))).contains("本县格式：关于模板测试占道经营案的移送函"));
        console.assertNoComplaints();
    }

    /** With another text in its main part. */
    private static byte[] replaced(byte[] docx, String text, String by) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx)); ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write((entry.getName().equals("word/document.xml") ? part.replace(text, by) : part).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] docx) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new AssertionError("no text");
    }
}
