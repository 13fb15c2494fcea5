package cn.xiezhi.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one table. */
final class Report {
    private final List<String[]> rows = new ArrayList<>();

    /** @param figures what was measured, in words and numbers */
    void add(String what, String figures) {
        rows.add(new String[] {what, figures});
        System.out.println("  = " + what + ": " + figures);
    }

    void write(Path file) throws IOException {
        int wide = rows.stream().mapToInt(r -> r[0].length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        line(text, "measured", "figure", wide);
        line(text, "---", "---", wide);
        rows.forEach(r -> line(text, r[0], r[1], wide));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println("\n" + text + "\nalso in " + file);
    }

    private static void line(StringBuilder text, String what, String figures, int wide) {
        text.append("| ").append(what).append(" ".repeat(wide - what.length())).append(" | ").append(figures).append(" |\n");
    }
}
