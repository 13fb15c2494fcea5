package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The desks of two officers who work on the same case at the same time, each in a browser of their own. */
@ExtendWith(SharedProduct.class)
class DeskPageTest {
    @Test
    void whatTheTownSends_appearsAtTheDepartment_whichAcceptsItFromTheDesk_asTheTownSees(Product product) throws Exception {
        String title = "占用盲道堆放杂物";
        County county = new County(product, "ningwu");
        try (Console town = new Console(product); Console department = new Console(product)) {
            department.signIn("ningwu-dept-officer");
            department.by("in-hand-transfer").click();
            department.by("count-noNumber").click();
            town.signIn("ningwu-town-officer");
            JsonNode matter = new Play(county).opened(title);
            new Play(county).sent(matter);

            Locator row = row(department, title);
            assertThat(row).isVisible();
            town.by("owed-toUs").click();
            town.by("in-hand-transfer").click();
            assertThat(row(town, title)).containsText(county.department().get("/session").expect(200).at("/organ/name").asText());
            town.screenshot("desk-others");
            town.open("/matters/" + Play.id(matter));
            assertThat(town.page.locator("[data-testid=matter-state][data-state=sent]")).isVisible();
            department.screenshot("desk-live");

            row.getByTestId("next-accept").click();
            Locator dialog = department.page.locator(".el-dialog:visible");
            dialog.waitFor();
            department.fill(dialog, "");
            department.by("submit-action").click();
            assertThat(department.page.locator("[data-testid=matter-state][data-state=accepted]")).isVisible();

            assertThat(town.page.locator("[data-testid=matter-state][data-state=accepted]")).isVisible();
            assertThat(town.by("matter-news")).isVisible();
            town.screenshot("matter-live");
            town.assertNoComplaints();
            department.assertNoComplaints();
        }
    }

    @Test
    void aLeader_seesWhoHasHowMuch_anOfficerDoesNot(Product product) throws Exception {
        try (Console console = new Console(product)) {
            console.signIn("ningwu-town-leader");
            assertThat(console.by("workload").first()).isVisible();
            console.screenshot("desk-leader");
            console.signOut();
            console.signIn("ningwu-town-officer");
            assertThat(console.by("in-hand-transfer")).isVisible();
            assertThat(console.by("workloads")).hasCount(0);
            console.assertNoComplaints();
        }
    }

    private static Locator row(Console console, String title) {
        return console.page.locator("tr").filter(new Locator.FilterOptions().setHas(console.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))))
                .filter(new Locator.FilterOptions().setHas(console.by("desk-row")));
    }
}
