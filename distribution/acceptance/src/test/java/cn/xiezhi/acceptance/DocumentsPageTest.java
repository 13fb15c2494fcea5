package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A matter's documents in a real browser, from draft to void, as the assembled product writes them. */
@ExtendWith(SharedProduct.class)
class DocumentsPageTest {
    private Product product;
    private Console console;
    @RegisterExtension
    final AfterTestExecutionCallback picture = context -> context.getExecutionException().ifPresent(e -> console.screenshot("failed-" + context.getRequiredTestMethod().getName()));

    @BeforeEach
    void open(Product shared) throws Exception {
        product = shared;
        console = new Console(shared);
    }

    @AfterEach
    void close() {
        console.close();
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
}
