package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody's first ten minutes: the guide played to its end by what it offers, with nothing but the passwords from the demo's list. */
@ExtendWith(SharedProduct.class)
class GuideTest {
    private static final List<String> WAY = List.of("open", "papers", "send", "letter", "accept", "file", "decideFiled", "notify", "close", "story", "rules", "figures", "citizen");

    /** The first document that a product writes takes its time. */
    private static final LocatorAssertions.HasAttributeOptions MOVED = new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    private final Product product;
    private final Console console;
    private final Map<String, Integer> clicks = new LinkedHashMap<>();

    GuideTest(Product product, Console console) {
        this.product = product;
        this.console = console;
        console.page.setViewportSize(1366, 768);
    }

    @Test
    void ningwu_isPlayedToItsEnd_throughAReload_andCanBeBegunAnew() throws Exception {
        begin("ningwu");
        playUntil("file");
        console.page.reload();
        assertThat(console.by("guide")).hasAttribute("data-step", "file");
        console.by("guide-fold").press("Enter");
        assertThat(console.by("guide-go")).isHidden();
        console.page.reload();
        assertThat(console.by("guide-heading")).containsText("立案");
        assertThat(console.by("guide-go")).isHidden();
        console.by("guide-fold").press("Enter");
        playUntil("over");
        assertEquals(WAY, List.copyOf(clicks.keySet()));
        console.screenshot("guide-over");

        console.by("guide-again").click();
        console.by("guide-start").click();
        assertThat(console.by("guide")).hasAttribute("data-step", "open");
        console.by("guide-end").click();
        assertThat(console.by("guide")).hasCount(0);
        console.assertNoComplaints();
    }

    @Test
    void jinjiang_asksForTheLeader_andSaysByWhichRule() throws Exception {
        new Play(new County(product, "jinjiang")).opened("演练：别人正在走的");
        begin("jinjiang");
        playUntil("approve");
        assertTrue(clicks.containsKey("open"), "somebody else's practice case is not mine");
        assertThat(console.by("guide")).containsText("晋江暂行规定");
        assertThat(console.by("guide-account")).hasText("jinjiang-town-leader");
        playUntil("over");
        assertTrue(clicks.containsKey("approve"), clicks.toString());
        console.assertNoComplaints();
    }

    private void begin(String county) {
        console.open("/login");
        click("begin", console.by("guide-offer"));
        click("begin", console.by("guide-county-" + county));
        console.screenshot("guide-begin");
        click("begin", console.by("guide-start"));
        clicks.clear();
    }

    private void playUntil(String end) throws Exception {
        long began = System.nanoTime();
        for (String step = step(); !step.equals(end); step = step()) {
            signInIfAsked();
            play(step);
            assertThat(console.by("guide")).not().hasAttribute("data-step", step, MOVED);
            assertTrue(clicks.get(step) <= 3, () -> "no step needs more than three clicks: " + clicks);
        }
        System.out.printf("guide until %s: %.1f s, clicks %s%n", end, (System.nanoTime() - began) / 1e9, clicks);
    }

    private String step() {
        return console.by("guide").getAttribute("data-step");
    }

    private void signInIfAsked() throws Exception {
        assertThat(console.by("guide-account").or(console.by("guide-go")).or(console.by("guide-seen")).first()).isVisible();
        if (!console.by("guide-account").isVisible()) {
            return;
        }
        String user = console.by("guide-account").textContent();
        if (console.by("guide-change").isVisible()) {
            console.by("guide-change").click();
        }
        assertThat(console.by("login-user")).hasValue(user);
        console.by("login-password").fill(County.password(product, user));
        console.by("login-submit").click();
        console.by("person").waitFor();
        assertThat(console.by("guide-account")).hasCount(0);
    }

    private void play(String step) {
        Locator dialog = console.by("action-dialog");
        if (!there(step)) {
            click(step, console.by("guide-go"));
        }
        switch (step) {
            case "open" -> {
                click(step, console.by("practice-fill"));
                assertThat(console.by("owes-transfer.send").getByTestId("deadline-lastday")).hasAttribute("data-lastday", Pattern.compile("20\\d\\d-\\d\\d-\\d\\d"));
                console.screenshot("guide-open");
                click(step, console.by("submit-open"));
            }
            case "letter" -> {
                click(step, console.by("write-letter"));
                click(step, console.by("issue-document"));
            }
            case "papers" -> {
                click(step, console.by("practice-papers"));
                assertThat(console.by("materials-missing")).hasAttribute("data-missing", "0");
            }
            case "story", "rules", "figures", "citizen" -> {
                console.screenshot("guide-" + step);
                click(step, console.by("guide-seen"));
            }
            default -> act(step, dialog);
        }
    }

    /** The page of the step is open already: nobody would open it again. */
    private boolean there(String step) {
        return switch (step) {
            case "letter", "papers" -> console.by("matter-state").isVisible();
            default -> console.page.url().contains("action=" + step) || console.by("guide-seen").isVisible();
        };
    }

    private void act(String step, Locator dialog) {
        dialog.waitFor();
        if (dialog.getByTestId("practice-fill").isVisible()) {
            click(step, dialog.getByTestId("practice-fill"));
        }
        click(step, console.by("submit-action"));
        assertThat(dialog).hasCount(0);
    }

    private void click(String step, Locator what) {
        what.click();
        clicks.merge(step, 1, Integer::sum);
    }
}
