package cn.xiezhi.benchmark;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's Chromium, which says itself how long a page took. */
final class Browser implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    /** Notes when the first element that is waited for is there; the next frame shows it. A mark says so: functions to wait for are against the console's content policy. */
    private static final String WATCH = "window.shownAt = 0; (function look() { if (document.querySelector(%s)) requestAnimationFrame(() => { window.shownAt = performance.now(); document.documentElement.dataset.shown = 1 }); else requestAnimationFrame(look) })()";
    private static final String TOLD = "() => { const all = performance.getEntriesByType('resource').filter(r => r.name.includes('/api/') && !r.name.includes('/events'));"
            + " const slow = all.sort((a, b) => b.duration - a.duration)[0];"
            + " return [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.shownAt, slow ? slow.duration : 0, slow ? slow.name : ''] }";

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(find()).setArgs(OPTIONS));
    private final Map<String, BrowserContext> people = new HashMap<>();
    private final String url;
    private final Path home;

    Browser(String url, Path home) {
        this.url = url;
        this.home = home;
    }

    /** All in milliseconds since the address was entered; the request's is its own. */
    record Seen(double painted, double shown, double asked, String request) {}

    /** @param fresh with nothing cached, as the first time in the day */
    Seen look(String user, String path, String shown, boolean fresh) throws Exception {
        BrowserContext known = signedIn(user);
        BrowserContext context = fresh ? browser.newContext(options().setStorageState(known.storageState())) : known;
        try (Page page = context.newPage()) {
            page.setDefaultTimeout(120_000);
            page.addInitScript(String.format(WATCH, "'" + shown + "'"));
            page.navigate(url + path);
            page.locator("html[data-shown]").waitFor();
            List<?> told = (List<?>) page.evaluate(TOLD);
            return new Seen(((Number) told.get(0)).doubleValue(), ((Number) told.get(1)).doubleValue(), ((Number) told.get(2)).doubleValue(),
                    String.valueOf(told.get(3)).replaceFirst("^[^?]*/api/v1", "").replaceFirst("\\?.*", ""));
        } finally {
            if (fresh) {
                context.close();
            }
        }
    }

    /** What a browser that has nothing cached is sent until the page for signing in is there, in KiB. */
    long firstLoad() {
        try (BrowserContext context = browser.newContext(options()); Page page = context.newPage()) {
            page.navigate(url + "/login");
            page.getByTestId("login-submit").waitFor();
            return ((Number) page.evaluate("() => performance.getEntriesByType('resource').reduce((sum, r) => sum + r.encodedBodySize, 0)")).longValue() / 1024;
        }
    }

    private BrowserContext signedIn(String user) throws Exception {
        if (!people.containsKey(user)) {
            BrowserContext context = browser.newContext(options());
            try (Page page = context.newPage()) {
                page.navigate(url + "/login?back=/calculator");
                page.getByTestId("login-user").fill(user);
                page.getByTestId("login-password").fill(Accounts.of(home, user));
                page.getByTestId("login-submit").click();
                page.getByTestId("person").waitFor();
            }
            people.put(user, context);
        }
        return people.get(user);
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1366, 768);
    }

    private static Path find() {
        return List.of("chromium", "chromium-browser", "google-chrome").stream().flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException("no Chromium on PATH"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
