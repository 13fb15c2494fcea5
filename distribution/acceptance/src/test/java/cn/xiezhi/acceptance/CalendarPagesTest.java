package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer's calendar with its subscription, and what the public reads of the rules, in a real browser. */
@ExtendWith(SharedProduct.class)
class CalendarPagesTest {
    private final Console console;
    private final Client nobody;

    CalendarPagesTest(Product product, Console console) {
        this.console = console;
        nobody = Client.nobody(product);
    }

    @Test
    void monthWithNationalDay_showsHolidaysAndTheSaturdayWorked_andIsGoneThroughByKeys() throws Exception {
        console.signIn("ningwu-town-officer");
        console.open("/calendar?day=2026-10-10");
        assertThat(console.by("calendar-heading")).hasText("2026年10月");
        assertThat(console.by("day-2026-10-01")).containsText("休");
        assertThat(console.by("day-2026-10-10")).containsText("班");
        assertThat(console.by("calendar-list")).containsText("调休上班日（");
        console.screenshot("calendar-month");
        console.by("day-2026-10-10").focus();
        console.page.keyboard().press("ArrowRight");
        assertThat(console.by("day-2026-10-11")).isFocused();
        console.page.keyboard().press("PageDown");
        assertThat(console.by("calendar-heading")).hasText("2026年11月");
        assertThat(console.by("day-2026-11-11")).isFocused();
        console.by("view-week").click();
        assertThat(console.page.locator("[data-testid^=day-]")).hasCount(7);
        console.assertNoComplaints();
    }

    @Test
    void whatHasToBeDoneStandsOnItsDay_andLeadsToItsMatter() throws Exception {
        console.signIn("ningwu-town-officer");
        console.open("/calendar");
        console.by("view-list").click();
        JsonNode entries = monthBefore();
        for (int months = 1; months < 6 && entries.isEmpty(); months++) {
            entries = monthBefore();
        }
        // What the server sent, not what stands on the page at this moment: that may still be the month after.
        String matter = entries.get(0).get("matter").asText();
        Locator entry = console.page.locator("[data-testid=calendar-entry][data-matter='" + matter + "']").first();
        entry.waitFor();
        console.screenshot("calendar-list");
        entry.locator("a").click();
        assertThat(console.page).hasURL(Pattern.compile(".*/matters/" + matter));
        console.by("matter-state").waitFor();
        console.assertNoComplaints();
    }

    /** Goes a month back; what stands there. */
    private JsonNode monthBefore() throws Exception {
        // Else an answer to what was asked before could be taken for this one's.
        console.settle();
        Response answer = console.page.waitForResponse(r -> r.url().contains("/api/v1/calendar?"), () -> console.by("calendar-back").click());
        return Client.JSON.readTree(answer.text()).get("entries");
    }

    @Test
    void subscriptionIsReadWithoutASession_untilItIsTakenBack() throws Exception {
        console.signIn("ningwu-dept-officer");
        console.open("/calendar");
        console.by("feed-make").click();
        String address = console.by("feed-address").textContent().strip();
        console.screenshot("calendar-feed");
        String path = address.substring(address.indexOf("/calendar/"));
        Client.Answer read = nobody.get(path);
        assertEquals(200, read.status(), read.text());
        assertTrue(read.text().startsWith("BEGIN:VCALENDAR\r\n") && read.text().contains("BEGIN:VTIMEZONE") && read.text().contains("BEGIN:VEVENT"), read.text());
        assertEquals("text/calendar", read.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        console.by("feed-revoke").click();
        assertThat(console.by("feed-state")).hasCount(0);
        nobody.get(path).refused(404, "unknown-calendar");
        console.assertNoComplaints();
    }

    /** No sentence without its rule, and no limit of the rules left out. */
    @Test
    void citizenReadsTheRulesInPlainWords_andEveryLimitStandsInThePolicy() throws Exception {
        console.open("/login");
        console.by("to-public-policy").click();
        console.by("policy-county").waitFor();
        for (String county : County.ALL) {
            console.open("/public/policy?county=" + county);
            console.by("plain").first().waitFor();
            JsonNode policy = nobody.get("/jurisdictions/" + county + "/policy").expect(200);
            Map<String, JsonNode> duties = StreamSupport.stream(policy.get("duties").spliterator(), false).collect(Collectors.toMap(d -> d.get("duty").asText(), d -> d));
            for (Locator sentence : console.by("plain").all()) {
                String[] rule = sentence.getAttribute("data-rule").split("/");
                JsonNode limit = duties.containsKey(rule[0]) ? duties.get(rule[0]).path(rule[1].equals("extended") ? "extension" : rule[1]) : null;
                String text = sentence.textContent();
                assertTrue(policy.toString().contains(quoted(sentence.locator(".cite").textContent())), county + ": " + text);
                if (limit != null && limit.has("citation")) {
                    assertTrue(text.contains(limit.get("citation").asText()) && text.contains((limit.has("limit") ? limit.path("limit") : limit).path("text").asText("")), county + ": " + text);
                }
            }
            duties.forEach((id, d) -> {
                for (String variant : new String[] {"normal", "urgent", "grave"}) {
                    assertEquals(d.get(variant).isNull() ? 0 : 1, d.get(variant).isNull() ? 0 : console.page.locator("[data-rule='" + id + "/" + variant + "']").count(), county + " " + id + " " + variant);
                }
            });
        }
        console.screenshot("public-policy");
        console.by("public-nav").getByText("投诉举报").click();
        console.by("complaint-county").waitFor();
        console.assertNoComplaints();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
