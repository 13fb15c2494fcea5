package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page of the console by WCAG 2.1 AA, in light and dark, on a small screen, a phone and at 200%; and what opens on them. */
@ExtendWith(SharedProduct.class)
class AccessibilityTest {
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final String NOBODY = "";
    /** One grey point. */
    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    /** Where a path has a place to fill, a matter's id or the version in force goes there. */
    private static final Map<String, String> WHO = who();

    private static Map<String, String> who() {
        Map<String, String> who = new LinkedHashMap<>();
        List.of("/login", "/guide", "/public", "/public/policy", "/complaints", "/complaints/query", "/calculator", "/policies").forEach(p -> who.put(p, NOBODY));
        List.of("/desk", "/matters", "/matters/new", "/matters/:id", "/matters/:id/print", "/calendar", "/registers", "/notices", "/reminders", "/sharing", "/password").forEach(p -> who.put(p, "ningwu-town-officer"));
        List.of("/assessment", "/bulletin", "/overview", "/overview/list", "/oversight").forEach(p -> who.put(p, "ningwu-justice"));
        List.of("/admin", "/admin/accounts", "/admin/organs", "/admin/jobs", "/admin/reminders", "/admin/delivery", "/admin/health", "/rules/recomputation", "/rules/templates", "/rules/node", "/rules/:subject(policy|calendar)", "/rules/:subject(policy|calendar)/:version").forEach(p -> who.put(p, "ningwu-admin"));
        who.put("/audit", "ningwu-auditor");
        return who;
    }

    /** A page that is added without being looked at here fails. */
    @Test
    void everyPageIsLookedAt() throws Exception {
        Set<String> pages = new TreeSet<>();
        Matcher routes = Pattern.compile("path: '([^']+)', component:").matcher(Files.readString(Path.of("../../bundles/console/web/src/router.ts")));
        while (routes.find()) {
            pages.add(routes.group(1));
        }
        assertEquals(pages, new TreeSet<>(WHO.keySet()));
    }

    @Test
    void everyPage_inLightAndDark_onEveryWidth(Product product) throws Exception {
        List<String> found = new ArrayList<>();
        for (String user : new TreeSet<>(WHO.values())) {
            try (Console console = new Console(product)) {
                if (!user.isEmpty()) {
                    console.signIn(user);
                }
                for (Map.Entry<String, String> page : WHO.entrySet()) {
                    if (page.getValue().equals(user)) {
                        found.addAll(looked(console, product, page.getKey()));
                    }
                }
                console.assertNoComplaints();
            }
        }
        assertTrue(found.isEmpty(), () -> String.join("\n", found));
    }

    private static List<String> looked(Console console, Product product, String path) throws Exception {
        List<String> found = new ArrayList<>();
        Page page = console.page;
        String address = path.contains(":id") || path.contains(":version") ? filled(product, path) : path.replaceAll(":subject\\([^)]*\\)", "policy");
        page.setViewportSize(1366, 768);
        page.evaluate("try { localStorage.setItem('xiezhi.theme', 'light') } catch (e) {}");
        console.open(address);
        console.settle();
        console.screenshot("page" + path.replaceAll("[^a-z]+", "-"));
        found.addAll(judged(page, path + " light"));
        wide(page, path, found, 1366, 768);
        wide(page, path, found, 683, 384);
        wide(page, path, found, 360, 800);
        darken(page);
        console.screenshot("page" + path.replaceAll("[^a-z]+", "-") + "-phone-dark");
        found.addAll(judged(page, path + " dark, phone"));
        return found;
    }

    /** What a page shows only when asked: forms, rows, viewers, menus, and what goes on paper. */
    @Test
    void whatOpensOnAPage(Product product) throws Exception {
        List<String> found = new ArrayList<>();
        try (Console console = new Console(product)) {
            Page page = console.page;
            page.setViewportSize(360, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            console.signIn("ningwu-town-officer");
            console.by("burger").click();
            found.addAll(judged(page, "menu on a phone"));
            page.keyboard().press("Escape");
            console.open("/matters/new?procedure=transfer");
            console.by("submit-open").click();
            console.by("error-summary").waitFor();
            found.addAll(judged(page, "a transfer with mistakes"));

            console.open(filled(product, "/matters/:id"));
            console.settle();
            page.locator(".el-table__expand-icon").first().click();
            darken(page);
            found.addAll(judged(page, "the count of a limit, dark"));
            console.by("action-note").click();
            console.by("action-dialog").waitFor();
            console.settle();
            wide(page, "an action's form", found, 360, 800);
            console.screenshot("page-action-phone-dark");
            found.addAll(judged(page, "an action's form, dark"));
            page.keyboard().press("Escape");
            console.by("action-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertTrue(found.isEmpty(), () -> String.join("\n", found));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals("rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.body).backgroundColor"), "paper is light");
            assertEquals("rgb(29, 43, 58)", page.evaluate("getComputedStyle(document.body).color"), "ink is dark");
            console.assertNoComplaints();
        }
    }

    /** Their toolbar and frame; what stands in a file is its author's. */
    @Test
    void aPictureAndAPdf_inTheirViewer(Product product) throws Exception {
        List<String> found = new ArrayList<>();
        Client town = new County(product, "ningwu").town();
        JsonNode matter = new Play(new County(product, "ningwu")).open(town, "transfer", Map.of("receiver", new County(product, "ningwu").organ("dept-officer"), "cases", List.of("查看器"))).expect(201);
        String into = "/matters/" + matter.get("id").asText() + "/attachments?pages=1&slot=";
        matter = town.upload(into + "letter&name=letter.pdf&version=" + matter.get("version"), "application/pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII)).expect(201);
        town.upload(into + "source&name=source.png&version=" + matter.get("version"), "image/png", PICTURE).expect(201);
        try (Console console = new Console(product)) {
            Page page = console.page;
            page.setViewportSize(360, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            console.signIn("ningwu-town-officer");
            console.open("/matters/" + matter.get("id").asText());
            console.settle();
            for (String theme : List.of("light", "dark")) {
                console.by("view-source").first().click();
                console.by("viewer-picture").waitFor();
                found.addAll(judged(page, "a picture, " + theme));
                wide(page, "a picture", found, 360, 800);
                console.by("viewer-next").click();
                console.by("viewer-pdf").waitFor();
                assertThat(console.by("viewer").locator("[role=region]")).isFocused();
                found.addAll(judgedWithoutFrames(page, "a PDF, " + theme));
                page.keyboard().press("Escape");
                console.by("viewer").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
                darken(page);
            }
            console.assertNoComplaints();
        }
        assertTrue(found.isEmpty(), () -> String.join("\n", found));
    }

    private static void darken(Page page) {
        page.evaluate("document.documentElement.classList.add('dark')");
    }

    private static void wide(Page page, String path, List<String> found, int width, int height) {
        page.setViewportSize(width, height);
        int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (needed > width) {
            found.add(path + " needs " + needed + " px of width where there are " + width);
        }
    }

    private static List<String> judged(Page page, String where) {
        return told(new AxeBuilder(page).withTags(STANDARD), where);
    }

    private static List<String> told(AxeBuilder axe, String where) {
        return axe.analyze().getViolations().stream()
                .map(rule -> where + ": " + rule.getId() + " (" + rule.getHelp() + ") at "
                        + rule.getNodes().stream().limit(4).map(n -> n.getTarget() + " " + n.getHtml().lines().findFirst().orElse("") + " " + n.getFailureSummary().replace('\n', ' ')).toList()).toList();
    }

    /** The frame of a PDF is the browser's own viewer: axe can't go in there. */
    private static List<String> judgedWithoutFrames(Page page, String where) {
        return told(new AxeBuilder(page).withTags(STANDARD).exclude("iframe"), where);
    }

    private static String filled(Product product, String path) throws Exception {
        if (path.contains(":version")) {
            return "/rules/policy/" + new County(product, "ningwu").inForce().get("policyVersion").asText();
        }
        Client officer = new County(product, "ningwu").person("town-officer");
        return path.replace(":id", officer.get("/matters?limit=1").expect(200).get("items").get(0).get("id").asText());
    }
}
