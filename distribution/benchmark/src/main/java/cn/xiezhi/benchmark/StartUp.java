package cn.xiezhi.benchmark;

import java.nio.file.Path;
import java.util.Map;

/** How long the assembled product takes to its first 200, and how much memory it then holds; on Derby. */
final class StartUp {
    private static final int RUNS = 5;
    private static final long SETTLED_MILLIS = 3000;

    private StartUp() {}

    static void run(Report report, Path install, Path work) throws Exception {
        double[][] millis = new double[2][RUNS];
        double[][] memory = new double[2][RUNS];
        for (int run = 0; run < RUNS; run++) {
            Path home = work.resolve("start" + run);
            for (int second = 0; second < 2; second++) {
                try (Product product = new Product(install, home, Map.of())) {
                    millis[second][run] = product.readyMillis / 1000;
                    Thread.sleep(SETTLED_MILLIS);
                    memory[second][run] = product.residentMiB();
                    System.out.printf("  start %d, %s: %.2f s, %.0f MiB%n", run + 1, second == 0 ? "fresh data folder" : "again", millis[second][run], memory[second][run]);
                }
            }
        }
        String[] names = {"fresh data folder", "existing data folder"};
        for (int second = 0; second < 2; second++) {
            report.add("start to first 200, " + names[second], Numbers.spread(millis[second], "%.2f") + " s");
            report.add("resident memory, " + names[second], Numbers.spread(memory[second], "%.0f") + " MiB");
        }
    }
}
