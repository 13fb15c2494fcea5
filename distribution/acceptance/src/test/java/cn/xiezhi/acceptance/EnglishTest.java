package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who reads English: chosen on the sign-in page, kept on every page, and Chinese again at a click. */
@ExtendWith(SharedProduct.class)
class EnglishTest {
    private static final Pattern CHINESE = Pattern.compile("[\\x{4e00}-\\x{9fff}]");
    private final Product product;
    private final Console console;

    EnglishTest(Product product, Console console) {
        this.product = product;
        this.console = console;
    }

    private static void english(Locator some) {
        some.first().waitFor();
        assertEquals(List.of(), some.allInnerTexts().stream().filter(text -> CHINESE.matcher(text).find()).toList());
    }

    private Locator all(String css) {
        return console.page.locator(css);
    }

    @Test
    void desk_matter_andForm_inEnglish_andBackInChinese() throws Exception {
        JsonNode matter = new Play(new County(product, "ningwu")).sent("占用河道堆放砂石");
        console.open("/login");
        console.by("language").click();
        assertThat(console.by("login-submit")).hasText("Sign in");
        assertThat(all("html")).hasAttribute("lang", "en");

        console.signIn("ningwu-dept-officer");
        assertThat(all("h1")).hasText("My desk");
        english(all("#menu a"));
        english(all("[data-testid=desk-row]"));
        english(all("[data-testid^=next-]"));
        console.screenshot("english-desk");

        console.open("/matters/" + Play.id(matter));
        assertThat(console.by("matter-state")).hasText("Transferred, to be accepted");
        assertThat(console.by("action-accept")).hasText("Accept");
        assertThat(console.page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Report on acceptance").setExact(true))).isVisible();
        english(all("[data-testid^=action-], [data-testid^=stage-] .name, h2, dt"));
        console.screenshot("english-matter");

        console.open("/matters/new?procedure=transfer");
        english(all(".el-form-item__label"));
        assertThat(console.page.getByText("发现属对方管辖的时间")).hasCount(0);
        console.screenshot("english-form");
        console.page.setViewportSize(360, 800);
        assertEquals(360, console.page.evaluate("document.documentElement.scrollWidth"));
        console.page.setViewportSize(1366, 768);

        console.by("language").click();
        assertThat(all("html")).hasAttribute("lang", "zh-CN");
        console.open("/desk");
        assertThat(console.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("我的工作台"))).isVisible();
        console.assertNoComplaints();
    }
}
