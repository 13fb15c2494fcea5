package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that anybody may use, and the registers, in a real browser. */
@ExtendWith(SharedProduct.class)
class PublicAndRegistersPagesTest {
    private final Console console;

    PublicAndRegistersPagesTest(Console console) {
        this.console = console;
    }

    @Test
    void anybody_filesAComplaintWithoutAnAccount_andFollowsItByItsCode() {
        console.open("/complaints");
        pick(console.by("complaint-county"), "宁武县");
        Locator form = console.page.locator("form").first();
        form.waitFor();
        console.fill(form, "凤凰镇人民政府");
        console.by("complaint-submit").click();
        String code = console.by("complaint-code").textContent().strip();
        console.screenshot("complaint-code");

        console.open("/complaints/query");
        pick(console.by("query-county"), "宁武县");
        console.by("query-code").fill(code);
        console.by("query-submit").click();
        assertThat(console.by("query-state")).containsText("等待受理");
        assertThat(console.by("query-handler")).containsText("凤凰镇人民政府");
        console.assertNoComplaints();
    }

    @Test
    void officerOfATownship_isToldWhoHandlesAnItem_andTheReceiverIsFilledIn() throws Exception {
        console.signIn("ningwu-town-officer");
        console.open("/matters/new?procedure=transfer");
        console.choose(console.by("field-item"), "滥伐林木");
        assertThat(console.by("item-competence")).containsText("宁武县林业局");
        console.screenshot("item-competence");
        assertThat(console.by("field-receiver")).containsText("宁武县林业局");
        console.assertNoComplaints();
    }

    private void pick(Locator select, String option) {
        select.click();
        console.page.locator(".el-select-dropdown__item:visible").filter(new Locator.FilterOptions().setHasText(option)).first().click();
    }
}
