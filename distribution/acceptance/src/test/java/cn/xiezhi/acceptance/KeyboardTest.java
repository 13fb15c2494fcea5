package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer without a mouse. Only the browser's own window for choosing a file is left out: the file is handed to it. */
@ExtendWith(SharedProduct.class)
class KeyboardTest {
    private static final int MANY = 150;

    private final Product product;
    private final Console console;

    KeyboardTest(Product product, Console console) {
        this.product = product;
        this.console = console;
    }

    @Test
    void signsInOpensAndSends_withoutAMouse() throws Exception {
        signIn();
        tabTo("menu-new");
        press("Enter");
        assertThat(heading("新建事项")).isFocused();
        tabTo("procedure-transfer");
        press("Space");
        tabTo("field-receiver");
        type("自然资源");
        console.page.locator(".el-select-dropdown__item:visible").first().waitFor();
        press("ArrowDown");
        press("Enter");
        assertThat(console.by("field-receiver")).containsText("自然资源局");
        tabTo("field-cases");
        type("河道内违法采砂（键盘登记）");
        tabTo("field-facts");
        type("巡查发现当事人在河道管理范围内采砂，已现场拍照。");
        tabTo("field-discoveredAt");
        type(Play.now().substring(0, 16).replace('T', ' '));
        press("Enter");
        for (String slot : new String[] {"letter", "source", "evidence"}) {
            tabTo("upload-" + slot);
            console.upload(slot, slot + ".txt");
        }
        tabTo("submit-open");
        press("Enter");
        assertThat(heading("键盘登记")).isFocused();

        tabTo("action-note");
        press("Enter");
        console.by("action-dialog").waitFor();
        press("Escape");
        console.by("action-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(console.by("action-note")).isFocused();

        tabTo("action-send");
        press("Enter");
        Locator dialog = console.by("action-dialog");
        dialog.waitFor();
        for (String field : new String[] {"officers", "handOverSender"}) {
            for (int i = 0; i < dialog.getByTestId("field-" + field).locator("input").count(); i++) {
                tabTo(dialog.getByTestId("field-" + field).locator("input").nth(i));
                type(i == 0 ? "王镇执" : "李镇联");
            }
        }
        tabTo("submit-action");
        press("Enter");
        console.page.locator("[data-testid=matter-state][data-state=sent]").waitFor();
        assertThat(heading("键盘登记")).isFocused();
        console.assertNoComplaints();
    }

    @Test
    void skipLink_andTheMenuOfAPhone() throws Exception {
        signIn();
        console.page.reload();
        console.by("person").waitFor();
        press("Tab");
        assertThat(console.page.locator(".skip")).isFocused();
        press("Enter");
        assertThat(console.page.locator("main")).isFocused();

        console.page.setViewportSize(360, 800);
        console.page.reload();
        tabTo("burger");
        press("Enter");
        assertThat(console.by("menu-desk")).isFocused();
        press("Escape");
        assertThat(console.by("burger")).isFocused();
        assertThat(console.by("menu-desk")).isHidden();
        press("Enter");
        tabTo("menu-calendar");
        press("Enter");
        assertThat(heading("日历")).isFocused();
        assertThat(console.by("menu-desk")).isHidden();
        console.assertNoComplaints();
    }

    @Test
    void signsOut_withoutAMouse() throws Exception {
        signIn();
        tabTo("person");
        press("Enter");
        for (String entry : List.of("reminder-settings", "change-password", "sign-out")) {
            assertThat(console.by(entry)).isFocused();
            press(entry.equals("sign-out") ? "Enter" : "ArrowDown");
        }
        console.by("login-submit").waitFor();
        console.page.reload();
        console.by("login-submit").waitFor();
        console.assertNoComplaints();
    }

    private void signIn() throws Exception {
        console.open("/login");
        tabTo("login-user");
        type("ningwu-town-officer");
        press("Tab");
        type(County.password(product, "ningwu-town-officer"));
        press("Enter");
        console.by("person").waitFor();
    }

    private Locator heading(String text) {
        return console.page.locator("h1").filter(new Locator.FilterOptions().setHasText(text));
    }

    private void tabTo(String testId) {
        tabTo(console.by(testId).first());
    }

    /** Forward with the key Tab till the focus is inside; where it arrives it has to be seen. */
    private void tabTo(Locator place) {
        place.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        for (int i = 0; i < MANY && !holdsFocus(place); i++) {
            press("Tab");
        }
        assertTrue(holdsFocus(place), () -> "the keyboard does not get to " + place);
        assertTrue((Boolean) console.page.evaluate("""
                () => { for (let e = document.activeElement, i = 0; e && i < 4; e = e.parentElement, i++) {
                  const s = getComputedStyle(e); if (s.outlineStyle !== 'none' || s.boxShadow !== 'none') return true }
                  return false }"""), () -> "the focus is not seen on " + place);
    }

    private static boolean holdsFocus(Locator place) {
        return (Boolean) place.evaluate("e => e.contains(document.activeElement)");
    }

    private void press(String key) {
        console.page.keyboard().press(key);
    }

    private void type(String text) {
        console.page.keyboard().type(text);
    }
}
