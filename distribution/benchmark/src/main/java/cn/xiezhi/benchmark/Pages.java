package cn.xiezhi.benchmark;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.loader.RuleFiles;
import cn.xiezhi.store.OpenStore;
import cn.xiezhi.store.OpenStore.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How long the console's pages take in a browser, while a county has a hundred thousand matters. */
final class Pages {
    private static final int MATTERS = Integer.getInteger("matters", 100_000);
    private static final int VIEWS = Integer.getInteger("views", 9);
    /** A table without rows that doesn't wait for any. */
    private static final String NONE = ".el-table:not(:has(.el-loading-mask:not(.el-loading-fade-leave-active))) .el-table__empty-text";

    /** A page and what of it is waited for. */
    private record Look(String name, String user, String path, String shown) {}

    private Pages() {}

    static void run(Report report, Server server, Path install, Path work, BiFunction<Ports, Clock, Desk> desk) throws Exception {
        String filled = System.getProperty("filled");
        if (filled != null) {
            measure(report, install, Path.of(filled), Map.of());
            return;
        }
        Path home = work.resolve("pages");
        Map<String, String> environment = server.environment("pages");
        try (Product product = new Product(install, home, environment)) {
            Accounts.of(home, "shanting-auditor");
        }
        String url = environment.getOrDefault("XIEZHI_DB_URL", "jdbc:derby:" + home.resolve("database"));
        String longest;
        try (OpenStore store = new OpenStore(url, server.user(), server.user())) {
            longest = County.fill(RuleFiles.read(), store, desk, MATTERS);
        }
        // Another run can look at the same county again: -Dfilled=
        Files.writeString(home.resolve("longest.txt"), longest);
        measure(report, install, home, environment);
    }

    static void measure(Report report, Path install, Path home, Map<String, String> environment) throws Exception {
        String county = "shanting-";
        String longest = Files.readString(home.resolve("longest.txt"));
        String year = "?from=" + LocalDate.now().minusYears(1) + "&to=" + LocalDate.now();
        List<Look> looks = List.of(
                new Look("desk of the busy organ", county + "town-officer", "/desk", "[data-testid=desk-row]"),
                new Look("desk of a department", county + "dept-officer", "/desk", "[data-testid=desk-row]"),
                new Look("list of matters", county + "town-officer", "/matters", ".el-table__row"),
                new Look("list of matters, across the county", county + "justice", "/matters", ".el-table__row"),
                new Look("search, rare word", county + "town-officer", "/matters?q=" + Filling.RARE, ".el-table__row"),
                new Look("search, common word", county + "town-officer", "/matters?q=" + Filling.COMMON, ".el-table__row"),
                new Look("search, nothing found", county + "town-officer", "/matters?q=" + Filling.NOWHERE, NONE),
                new Look("search across the county, rare word", county + "justice", "/matters?q=" + Filling.RARE, ".el-table__row"),
                new Look("search across the county, nothing found", county + "justice", "/matters?q=" + Filling.NOWHERE, NONE),
                new Look("matter with 60 ledger entries", county + "town-officer", "/matters/" + longest, "[data-testid^=ledger-]"),
                new Look("calendar, month", county + "town-officer", "/calendar", "[data-testid=calendar-list] .day"),
                new Look("calendar, month, across the county", county + "justice", "/calendar", "[data-testid=calendar-list] .day"),
                new Look("leader's overview", county + "town-leader", "/overview" + year, "[data-testid=overview-rate]"),
                new Look("overview across the county", county + "justice", "/overview" + year, "[data-testid=overview-rate]"),
                new Look("auditor's search", county + "auditor", "/audit", ".el-table__row"),
                new Look("notices", county + "town-officer", "/notices", "[data-testid=notice]"),
                new Look("register of liaisons", county + "town-officer", "/registers", "[data-testid=liaison]"));
        try (Product product = new Product(install, home, environment)) {
            product.settle();
            try (Browser browser = new Browser("http://127.0.0.1:" + product.port, home)) {
                for (Look look : looks) {
                    report.add("page: " + look.name, text(browser, look));
                }
                report.add("first load of the console, as sent", browser.firstLoad() + " KiB");
                report.add("resident memory after the pages", String.format("%.0f MiB", product.residentMiB()));
            }
        }
    }

    private static String text(Browser browser, Look look) throws Exception {
        List<Browser.Seen> warm = new ArrayList<>();
        Browser.Seen cold = browser.look(look.user, look.path, look.shown, true);
        for (int i = 0; i < VIEWS; i++) {
            warm.add(browser.look(look.user, look.path, look.shown, false));
        }
        double[] painted = warm.stream().mapToDouble(Browser.Seen::painted).toArray();
        double[] shown = warm.stream().mapToDouble(Browser.Seen::shown).toArray();
        Browser.Seen slow = warm.stream().max(java.util.Comparator.comparingDouble(Browser.Seen::asked)).orElseThrow();
        return String.format("first paint %.0f ms (largest %.0f, nothing cached %.0f), first row %.0f ms (largest %.0f, nothing cached %.0f); slowest request %.0f ms (%s)", Numbers.median(painted),
                Arrays.stream(painted).max().orElseThrow(), cold.painted(), Numbers.median(shown), Arrays.stream(shown).max().orElseThrow(), cold.shown(), slow.asked(), slow.request());
    }
}
