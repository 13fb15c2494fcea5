package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A part of the day of those who look on: the leader, the supervisor, the administrator; in a real browser. */
@ExtendWith(SharedProduct.class)
class OversightPagesTest {
    private final Console console;

    OversightPagesTest(Console console) {
        this.console = console;
    }

    private void alsoOnAPhone(String name) {
        console.page.setViewportSize(1366, 768);
        console.screenshot(name);
        console.page.setViewportSize(390, 844);
        assertTrue((Integer) console.page.evaluate("document.documentElement.scrollWidth") <= 390, name + " needs more than a phone's width");
        console.screenshot(name + "-phone");
        console.page.setViewportSize(1440, 900);
    }

    @Test
    void leader_readsTheFigures_goesToTheListBehindOne_andTakesThemAlong() throws Exception {
        console.signIn("ningwu-town-leader");
        console.by("menu-overview").click();
        assertThat(console.by("overview-rate")).hasText(Pattern.compile("[\\d.]+%|—"));
        Locator backlog = console.by("figures-backlog");
        assertThat(backlog.locator("tbody tr").first()).isVisible();
        Download png = console.page.waitForDownload(() -> console.by("picture-backlog").click());
        assertTrue(png.suggestedFilename().endsWith(".png"), png.suggestedFilename());
        assertEquals("PNG", new String(Files.readAllBytes(png.path()), 1, 3, StandardCharsets.US_ASCII));
        Download sheet = console.page.waitForDownload(() -> console.by("overview-download").click());
        assertEquals("PK", new String(Files.readAllBytes(sheet.path()), 0, 2, StandardCharsets.US_ASCII));
        alsoOnAPhone("overview");
        Locator figure = backlog.locator("td a").first();
        String count = figure.textContent();
        figure.click();
        assertThat(console.by("listing-count")).containsText("共 " + count + " 项");
        console.by("listing-row").first().locator("a").click();
        assertThat(console.by("matter-state")).isVisible();
        assertThat(console.by("supervision-mark")).hasCount(0);
        console.assertNoComplaints();
    }

    @Test
    void supervisor_findsWhatDeservesALook_readsItWithoutAnyButtonThatChangesIt_andOpensASupervision() throws Exception {
        console.signIn("shanxi-district-justice");
        console.by("menu-oversight").click();
        assertThat(console.by("oversight-overdue")).isVisible();
        alsoOnAPhone("oversight");
        Locator row = console.page.locator("[data-testid=oversight-kept] [data-testid=listing-row] a, [data-testid=oversight-overdue] [data-testid=listing-row] a").first();
        row.click();
        assertThat(console.by("supervision-mark")).containsText("监督查阅，只读");
        assertThat(console.page.locator("[data-testid^=action-], [data-testid^=upload-], [data-testid^=write-]")).hasCount(0);
        console.screenshot("oversight-matter");
        console.by("open-supervision").click();
        assertThat(console.by("procedure-supervision").locator("input")).isChecked();
        console.assertNoComplaints();
    }

    @Test
    void administrator_looksAfterTheProduct() throws Exception {
        console.signIn("ningwu-admin");
        console.by("menu-admin").click();
        alsoOnAPhone("admin");
        console.by("admin-health").click();
        assertThat(console.by("sign-数据库")).containsText("正常");
        assertThat(console.by("sign-定时办理")).containsText("没有积压");
        alsoOnAPhone("health");
        console.by("admin-back").click();
        console.by("admin-reminders").click();
        assertThat(console.by("reminder-step").first()).isVisible();
        console.screenshot("reminders");
        console.by("admin-back").click();
        console.by("admin-policies").click();
        console.by("rules-recomputation").click();
        console.by("recompute-preview").click();
        console.by("recompute-found").waitFor();
        console.open("/admin/jobs");
        assertThat(console.by("job").first()).containsText("预览重新计算在办期限");
        assertThat(console.by("job").first()).containsText("系统管理");
        console.screenshot("jobs");
        console.assertNoComplaints();
    }
}
