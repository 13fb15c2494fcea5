package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case from the township to the department and back as officers do it: in the browser. */
@ExtendWith(SharedProduct.class)
class ConsoleTest {
    private final Product product;
    private final Console console;

    ConsoleTest(Product product, Console console) {
        this.product = product;
        this.console = console;
    }

    @Test
    void ningwu_townshipSends_departmentAcceptsFilesDecidesAndNotifies() throws Exception {
        String title = "河道内违法采砂";
        console.signIn("ningwu-town-officer");
        assertThat(console.by("desk-row").first()).isVisible();
        assertThat(console.by("matter-row").first()).isVisible();
        console.screenshot("desk");
        newTransfer("ningwu", title, List.of("letter", "source", "evidence"));
        console.act("send", "sent");
        assertThat(console.by("obligation-transfer.send")).hasAttribute("data-status", "met");
        console.signOut();

        departmentFinishes("ningwu", title, true);
        assertThat(console.by("obligation-transfer.result")).hasAttribute("data-status", "met");
        for (String action : List.of("open", "attach", "send", "accept", "file", "decideFiled", "notify")) {
            assertThat(console.by("ledger-" + action).first()).isVisible();
        }
        assertThat(console.by("ledger-attach")).hasCount(3);
        console.assertNoComplaints();
    }

    @Test
    void jinjiang_leaderApprovesBeforeTheTransferCanBeSent() throws Exception {
        String title = "违规设置户外广告";
        console.signIn("jinjiang-town-officer");
        newTransfer("jinjiang", title, slots("jinjiang"));
        console.by("action-send").click();
        console.fill(console.page.locator(".el-dialog:visible"), "");
        console.by("submit-action").click();
        assertThat(console.page.locator(".el-dialog:visible").getByTestId("problem")).containsText("须经单位领导批准");
        console.page.keyboard().press("Escape");
        console.signOut();

        console.signIn("jinjiang-town-leader");
        openFromDesk(title);
        console.act("approve", "discovered");
        assertThat(console.by("ledger-approve")).isVisible();
        console.signOut();

        console.signIn("jinjiang-town-officer");
        openFromDesk(title);
        console.act("send", "sent");
        console.signOut();
        departmentFinishes("jinjiang", title, false);
        console.assertNoComplaints();
    }

    @Test
    void supervisor_readsTheFiguresAsChartAndTable_andTakesThemAlong() throws Exception {
        console.signIn("ningwu-justice");
        console.by("menu-assessment").click();
        assertThat(console.by("assessment-chart").locator("canvas")).isVisible();
        assertThat(console.by("assessment-row").last()).containsText("合计");
        console.screenshot("assessment");
        Download workbook = console.page.waitForDownload(() -> console.by("assessment-download").click());
        assertTrue(workbook.suggestedFilename().endsWith(".xlsx") && Files.size(workbook.path()) > 1000, workbook.suggestedFilename());
        console.signOut();
        console.signIn("ningwu-town-officer");
        assertThat(console.by("menu-matters")).isVisible();
        assertThat(console.by("menu-assessment")).hasCount(0);
        console.assertNoComplaints();
    }

    @Test
    void calculator_answersWithoutSignIn() throws Exception {
        console.open("/calculator");
        Locator jurisdiction = console.by("calc-jurisdiction");
        jurisdiction.click();
        console.page.locator(".el-select-dropdown__item:visible").filter(new Locator.FilterOptions().setHasText("宁武县")).click();
        console.date(console.by("calc-trigger"), "2025-09-30 10:00");
        assertThat(console.by("deadline-lastday")).hasAttribute("data-lastday", "2025-10-11");
        assertThat(console.by("deadline-lastday")).containsText("24:00");
        console.assertNoComplaints();
    }

    @Test
    void wrongPassword_showsAMessage() throws Exception {
        console.signIn("hualong-town-liaison", "Wrong-1234567");
        assertThat(console.by("problem")).containsText(Pattern.compile("账号|密码"));
        assertThat(console.by("login-submit")).isVisible();
        console.assertNoComplaints();
    }

    /** Fills the form, sees the due date of a known case, and hands in with every paper. */
    private void newTransfer(String jurisdiction, String title, List<String> slots) throws Exception {
        console.by("menu-new").click();
        console.by("procedure-transfer").click();
        Locator form = console.page.locator("form");
        form.getByTestId("field-cases").locator("input").first().fill(title);
        console.date(form.getByTestId("field-discoveredAt"), "2025-09-30 10:00");
        if (jurisdiction.equals("ningwu")) {
            assertThat(console.by("deadline-lastday")).hasAttribute("data-lastday", "2025-10-11");
        }
        console.date(form.getByTestId("field-discoveredAt"), Play.now().substring(0, 16).replace('T', ' '));
        console.fill(form, departmentName(jurisdiction));
        assertThat(console.by("deadline-lastday")).hasAttribute("data-lastday", Pattern.compile("20\\d\\d-\\d\\d-\\d\\d"));
        for (String slot : slots) {
            console.upload(slot, slot + ".txt");
        }
        console.by("submit-open").click();
        assertThat(console.by("matter-state")).hasAttribute("data-state", "discovered");
    }

    private void departmentFinishes(String jurisdiction, String title, boolean picture) throws Exception {
        console.signIn(jurisdiction + "-dept-officer");
        assertThat(console.by("desk-row").first()).isVisible();
        openFromDesk(title);
        console.act("accept", "accepted");
        console.act("file", "filed");
        console.act("decideFiled", "decided");
        if (picture) {
            console.page.evaluate("scrollTo(0, 0)");
            assertThat(console.page.locator(".el-message")).hasCount(0);
            console.screenshot("matter");
        }
        console.act("notify", "notified");
        assertThat(console.by("matter-state")).hasAttribute("data-state", "notified");
        assertThat(console.by("ledger-intact")).hasText("链校验通过");
    }

    private void openFromDesk(String title) {
        console.by("matter-row").filter(new Locator.FilterOptions().setHasText(title)).first().click();
        assertThat(console.page.locator("h1").filter(new Locator.FilterOptions().setHasText(title))).isVisible();
    }

    private String departmentName(String jurisdiction) throws Exception {
        return new County(product, jurisdiction).department().get("/session").expect(200).at("/organ/name").asText();
    }

    private List<String> slots(String jurisdiction) throws Exception {
        return new County(product, jurisdiction).department().get("/procedures").expect(200).findValues("materials").get(0).findValuesAsText("id");
    }
}
