package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The web console in a real browser, by the handles of {@code bundles/console/README.md}. Collects whatever the browser complains about. */
final class Console implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** So that the pictures read like a case. */
    private static final Map<String, String> WORDS = Map.of("field-facts0", "巡查发现当事人在河道管理范围内用挖掘机采砂，未能出示采砂许可证，已现场拍照、制作笔录。",
            "field-officers0", "王镇执", "field-officers1", "李镇联", "field-handOverSender0", "王镇执", "field-handOverReceiver0", "陈局执",
            "field-receipt0", "陈局执", "field-caseNumber0", "〔" + Year.now() + "〕第 18 号", "field-decision0", "没收违法所得，并处罚款二万元。", "field-result0", "已作出处罚决定并送达，当事人已缴纳罚款。");

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser browser;
    private final Product product;
    private final List<String> complaints = new ArrayList<>();
    /** The stream of events never ends, so the network is never idle: it is not among them. */
    private final Set<Request> underway = new HashSet<>();
    final Page page;

    /** The browser's own zone is far from China's: the console must not use it. */
    Console(Product product) throws Exception {
        this.product = product;
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(cn.xiezhi.acceptance.Browser.find()).setArgs(OPTIONS));
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN")
                .setTimezoneId("America/New_York").setViewportSize(1440, 900));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.text().contains("Content Security Policy")) {
                complaints.add(m.text() + " " + m.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(r -> {
            if (!r.url().contains("/api/v1/events")) {
                underway.add(r);
            }
        });
        page.onRequestFinished(underway::remove);
        page.onRequestFailed(underway::remove);
        page.onRequest(r -> {
            // The browser's own viewer of PDFs is a page inside the browser.
            if (!r.url().startsWith(product.url("/").toString()) && !r.url().matches("(blob|data|chrome|chrome-extension):.*")) {
                complaints.add("leaves the product: " + r.url());
            }
        });
    }

    /** Until the page has its heading and all that it asked for. */
    void settle() {
        page.locator("h1:visible").first().waitFor();
        page.waitForCondition(() -> underway.isEmpty()
                && (Boolean) page.evaluate("new Promise(done => setTimeout(() => done(!document.querySelector('.el-loading-mask:not([style*=none])')), 100))") && underway.isEmpty());
    }

    void open(String path) {
        underway.clear();
        page.navigate(product.url(path).toString());
    }

    Locator by(String testId) {
        return page.getByTestId(testId);
    }

    void signIn(String user) throws Exception {
        signIn(user, County.password(product, user));
        by("person").waitFor();
    }

    void signIn(String user, String password) {
        open("/login");
        by("login-user").fill(user);
        by("login-password").fill(password);
        by("login-submit").click();
    }

    void signOut() {
        by("person").click();
        by("sign-out").click();
        by("login-submit").waitFor();
    }

    /** Fills every required field that is shown and still empty. */
    void fill(Locator form, String organName) {
        for (int i = 0; i < form.locator("[data-testid^=field-]").count(); i++) {
            Locator field = form.locator("[data-testid^=field-]").nth(i);
            if (field.getAttribute("class").contains("is-required")) {
                fillOne(field, organName);
            }
        }
    }

    private void fillOne(Locator field, String organName) {
        if (field.locator(".el-radio").count() > 0) {
            if (field.locator(".el-radio.is-checked").count() == 0) {
                Locator no = field.locator(".el-radio").filter(new Locator.FilterOptions().setHasText("否"));
                (no.count() > 0 ? no : field.locator(".el-radio")).first().click();
            }
        } else if (field.locator(".el-select").count() > 0) {
            choose(field, organName);
        } else if (field.locator(".el-date-editor").count() > 0) {
            date(field, Play.now().substring(0, 16).replace('T', ' '));
        } else {
            Locator inputs = field.locator("input, textarea");
            for (int i = 0; i < inputs.count(); i++) {
                if (inputs.nth(i).inputValue().isEmpty()) {
                    inputs.nth(i).fill(WORDS.getOrDefault(field.getAttribute("data-testid") + i, "示例填写"));
                }
            }
        }
    }

    void choose(Locator field, String option) {
        field.locator("input").fill(option);
        page.locator(".el-select-dropdown__item:visible").filter(new Locator.FilterOptions().setHasText(option)).first().click();
    }

    /** @param local as the form shows it, in Beijing time */
    void date(Locator field, String local) {
        field.locator("input").fill(local);
        field.locator("input").press("Enter");
    }

    void upload(String slot, String name) {
        by("upload-" + slot).setInputFiles(new FilePayload(name, "text/plain", ("材料：" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes an action through its dialog and waits for the state that it leads to. */
    void act(String action, String state) {
        by("action-" + action).click();
        Locator dialog = page.locator(".el-dialog:visible");
        dialog.waitFor();
        fill(dialog, "");
        by("submit-action").click();
        page.locator("[data-testid=matter-state][data-state=" + state + "]").waitFor();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED).setPath(Path.of("target/screenshots", name + ".png")).setType(ScreenshotType.PNG));
    }

    /** A refused sign-in, asking who is signed in, and an action against a rule are 401 and 422 by contract; the browser notes that. */
    void assertNoComplaints() {
        assertEquals(List.of(), complaints.stream().filter(c -> !c.matches("Failed to load resource.* (401|422) .*")).toList());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
