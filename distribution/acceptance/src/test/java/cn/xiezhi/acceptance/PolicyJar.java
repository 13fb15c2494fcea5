package cn.xiezhi.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rule bundles made from a shipped one, as whoever edits the rules would. */
final class PolicyJar {
    /** Ningwu's ordinary transfer within four working days instead of three; the examples counted by hand again are the two kept. */
    static final Map<String, UnaryOperator<String>> FOUR_DAYS = Map.of(
            "xiezhi/policy.yaml", f -> f.replace("version: \"1.0\"", "version: \"1.1\"")
                    .replace("normal: {count: workingDays, amount: 3, cite: 宁武移送制度 二（一）}", "normal: {count: workingDays, amount: 4, cite: 宁武移送制度 二（一）}"),
            "xiezhi/examples.yaml", f -> f.replaceAll("(?m)^  - \\{duty: transfer\\.send, trigger.*\\n", "").replaceFirst("examples:\\n", """
                    examples:
                      - {duty: transfer.send, trigger: 2025-09-30T10:00, lastDay: 2025-10-13, dueAt: 2025-10-14T00:00, note: 周二 国庆中秋前；周一届满}
                      - {duty: transfer.send, trigger: 2026-09-18T14:00, lastDay: 2026-09-23, dueAt: 2026-09-24T00:00, note: 周五 周日调休上班；周三届满}
                    """));

    private PolicyJar() {}

    /** A copy in which the named files are changed; fails if one of the changes changes nothing. */
    static Path changed(Path jar, Path target, Map<String, UnaryOperator<String>> changes) throws Exception {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar)); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|EC|DSA)")) {
                    continue; // the signature is of the shipped jar; what is made here is unsigned
                }
                byte[] bytes = in.readAllBytes();
                UnaryOperator<String> change = changes.get(entry.getName());
                if (change != null) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    if (after.equals(before)) {
                        throw new AssertionError("nothing to change in " + entry.getName());
                    }
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return target;
    }
}
