package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer at a form: interrupted, told what it will cause, handing in files by dragging them there. */
@ExtendWith(SharedProduct.class)
class FormsPageTest {
    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] PDF = pdf();
    private static final String TITLE = "乡道旁违法堆放𠮷砂石";

    private final Product product;
    private final Console console;

    FormsPageTest(Product product, Console console) {
        this.product = product;
        this.console = console;
    }

    /** One page, with a script that a viewer must not let out. */
    private static byte[] pdf() {
        String[] objects = {"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>"};
        StringBuilder text = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", text.length()));
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = text.length();
        return text.append("xref\n0 4\n").append(table).append("trailer << /Size 4 /Root 1 0 R >>\nstartxref\n").append(start).append("\n%%EOF").toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void drop(Locator onto, Map<String, byte[]> files) {
        onto.evaluate("""
                (slot, files) => {
                  const data = new DataTransfer()
                  for (const [name, text] of Object.entries(files)) {
                    data.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name, { type: name.endsWith('.pdf') ? 'application/pdf' : 'image/png' }))
                  }
                  for (const kind of ['dragover', 'drop']) slot.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
                }""", files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Base64.getEncoder().encodeToString(e.getValue()))));
    }

    private void newTransfer() {
        console.by("menu-new").click();
        console.by("procedure-transfer").click();
    }

    @Test
    void officer_isInterrupted_findsTheDraft_seesWhatItWillCause_andHandsInByDragging() throws Exception {
        console.signIn("ningwu-town-officer");
        newTransfer();
        console.by("field-cases").locator("input").first().fill(TITLE);
        console.date(console.by("field-discoveredAt"), "2099-01-01 10:00");
        assertThat(console.by("field-discoveredAt")).containsText("不能晚于现在");
        console.date(console.by("field-discoveredAt"), "2025-09-30 10:00");
        assertThat(console.by("field-discoveredAt")).not().containsText("不能晚于现在");
        assertThat(console.by("draft-saved")).isVisible();
        console.signOut();

        console.signIn("ningwu-town-leader");
        newTransfer();
        assertThat(console.by("draft-new:transfer")).hasCount(0);
        assertThat(console.by("field-cases").locator("input").first()).hasValue("");
        console.signOut();

        console.signIn("ningwu-town-officer");
        newTransfer();
        assertThat(console.by("draft-restored")).isVisible();
        assertThat(console.by("field-cases").locator("input").first()).hasValue(TITLE);
        console.by("submit-open").click();
        assertThat(console.by("error-summary")).containsText("接收单位");
        assertThat(console.by("field-receiver").locator("input")).isFocused();

        console.fill(console.page.locator("form"), "自然资源局");
        console.date(console.by("field-discoveredAt"), "2025-09-30 10:00");
        assertThat(console.by("effect-state")).hasAttribute("data-state", "discovered");
        assertThat(console.by("owes-transfer.send").getByTestId("deadline-lastday")).hasAttribute("data-lastday", "2025-10-11");
        assertThat(console.by("owes-transfer.send")).containsText("法定节假日");
        assertThat(console.by("owes-transfer.send")).containsText("凤凰");
        console.screenshot("form-effects");

        assertThat(console.by("materials-missing")).hasAttribute("data-missing", "3");
        drop(console.by("slot-letter"), Map.of("移送函.pdf", PDF));
        drop(console.page.locator("main, .page").first(), Map.of("现场.png", PICTURE));
        console.by("put-source").click();
        assertThat(console.by("materials-missing")).hasAttribute("data-missing", "1");
        console.by("submit-open").click();
        assertThat(console.by("matter-state")).hasAttribute("data-state", "discovered");
        console.by("menu-new").click();
        assertThat(console.by("procedure-transfer")).isVisible();
        assertThat(console.by("draft-new:transfer")).hasCount(0);
        console.page.goBack();

        Response shown = console.page.waitForResponse(r -> r.url().contains("view=true"), () -> console.by("view-letter").click());
        assertEquals("sandbox; default-src 'none'; frame-ancestors 'self'", shown.headerValue("content-security-policy"));
        assertThat(console.by("viewer-pdf")).isVisible();
        console.screenshot("form-pdf");
        console.by("viewer-next").click();
        assertThat(console.by("viewer-picture")).hasJSProperty("naturalWidth", 1);
        console.by("viewer-larger").click();
        assertThat(console.by("viewer")).containsText("125%");
        console.page.keyboard().press("Escape");
        console.assertNoComplaints();
    }

    @Test
    void anActionIsOneClickFromALink_andTellsWhomItPutsUnderWhatLimit() throws Exception {
        console.signIn("ningwu-town-officer");
        String id = new County(product, "ningwu").town().get("/matters?procedure=transfer&state=discovered&limit=1").expect(200).at("/items/0/id").asText();
        console.open("/matters/" + id + "?action=withdraw");
        Locator dialog = console.by("action-dialog");
        dialog.getByTestId("field-withdrawReason").locator("textarea").fill("重复登记");
        assertThat(dialog.getByTestId("effect-state")).hasAttribute("data-state", "withdrawn");
        assertThat(dialog.getByTestId("effect-closes")).containsText("移送（终止）");
        console.page.keyboard().press("Escape");
        assertThat(console.page).hasURL(Pattern.compile(".*/matters/" + id + "$"));
        assertFalse(console.by("matter-state").getAttribute("data-state").equals("withdrawn"), "looking is not doing");
        console.assertNoComplaints();
    }
}
