package cn.xiezhi.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the product's process holds, seen with the JDK's own tools after a full collection.
 *
 * @param loaders class loaders of bundles; {@code revisions}: contents of bundles that something still refers to
 */
record Inside(long threads, long loaders, long revisions, long heapBytes) {

    static Inside of(Product product) throws Exception {
        List<String> histogram = jcmd(product, "GC.class_histogram");
        return new Inside(jcmd(product, "Thread.print").stream().filter(l -> l.startsWith("\"")).count(),
                number(histogram, 1, "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader"), number(histogram, 1, "org.apache.felix.framework.BundleRevisionImpl"),
                number(histogram, 2, "Total"));
    }

    private static long number(List<String> histogram, int column, String name) {
        String line = histogram.stream().filter(l -> l.contains(" " + name) || l.startsWith(name)).findFirst().orElseThrow(() -> new AssertionError("nothing counts " + name));
        return Long.parseLong(line.trim().split("\\s+")[column]);
    }

    private static List<String> jcmd(Product product, String command) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(product.pid()), command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + lines);
        }
        return lines;
    }

    String text() {
        return String.format("%d threads, %d class loaders of bundles, %d contents of bundles, %.1f MiB heap", threads, loaders, revisions, heapBytes / 1048576.0);
    }

    /** The framework's own record of every bundle, by location: its state and when it was installed or last updated. */
    static Map<String, String> bundles(Product product) throws IOException {
        Map<String, String> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.walk(product.home().resolve("cache"), 3)) {
            for (Path file : files.filter(f -> f.endsWith("bundle.info")).toList()) {
                List<String> record = Files.readAllLines(file); // id, location, state, start level, modified
                bundles.put(record.get(1), record.get(2) + " " + record.get(4));
            }
        }
        return bundles;
    }
}
