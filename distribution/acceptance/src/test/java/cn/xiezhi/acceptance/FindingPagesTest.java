package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer looks for a case by a part of what was written; an auditor's morning. */
@ExtendWith(SharedProduct.class)
class FindingPagesTest {
    private final Console console;

    FindingPagesTest(Console console) {
        this.console = console;
    }

    @Test
    void officer_findsACaseByAPartOfItsWords_andKeepsTheFilter() throws Exception {
        console.signIn("ningwu-town-officer");
        console.open("/matters");
        String title = console.by("matter-row").first().textContent();
        String part = title.substring(1, Math.min(title.length(), 4));
        console.by("person").waitFor();
        console.page.locator("h1").first().click();
        console.page.keyboard().press("/");
        assertThat(console.by("search-box")).isFocused();
        console.page.keyboard().type(part);
        console.page.keyboard().press("Enter");

        assertThat(console.page).hasURL(Pattern.compile(".*/matters\\?q=.*"));
        assertThat(console.by("found").first().locator("mark").first()).hasText(part);
        console.screenshot("search");

        console.by("filter-save").click();
        console.page.locator(".el-message-box input").fill("常看的案件");
        console.page.locator(".el-message-box__btns .el-button--primary").click();
        Locator saved = console.by("saved-filter");
        assertThat(saved).hasText("常看的案件");
        console.by("filter-standard").click();
        assertThat(saved).hasText("常看的案件（默认）");

        console.open("/matters");
        assertThat(console.page).hasURL(Pattern.compile(".*/matters\\?q=.*"));
        Download table = console.page.waitForDownload(() -> console.by("matters-export").click());
        assertTrue(Files.readString(table.path()).contains(part));
        console.by("filter-drop").click();
        assertThat(saved).hasCount(0);
        console.assertNoComplaints();
    }

    @Test
    void auditor_seesARefusedSignIn_andVerifiesTheChain() throws Exception {
        console.signIn("ningwu-town-officer", "wrong-password-1");
        console.by("problem").waitFor();
        console.signIn("ningwu-auditor");
        console.by("menu-audit").click();
        Locator entries = console.by("audit-entries");
        assertThat(entries).containsText("ningwu-town-officer");
        console.by("audit-ok").click();
        console.page.locator(".el-select-dropdown__item:visible").filter(new Locator.FilterOptions().setHasText("未成功")).click();
        assertThat(entries).containsText("bad-credentials");

        console.by("verify").click();
        assertThat(console.by("audit-check").first()).containsText("完整");
        console.screenshot("audit");
        Download table = console.page.waitForDownload(() -> console.by("audit-export").click());
        assertTrue(Files.readString(table.path()).contains("bad-credentials"));
        console.signOut();

        console.signIn("ningwu-town-officer");
        assertThat(console.by("menu-audit")).hasCount(0);
        console.open("/audit");
        assertThat(console.page).hasURL(Pattern.compile(".*/desk"));
        console.assertNoComplaints();
    }
}
