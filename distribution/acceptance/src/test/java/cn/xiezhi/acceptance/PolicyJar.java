package cn.xiezhi.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rule bundles made from a shipped one, as whoever edits the rules would. What is changed is no longer signed. */
final class PolicyJar {
    static final String NINGWU = "xiezhi.policy.ningwu.jar";
    static final String POLICY = "xiezhi/policy.yaml";
    static final String EXAMPLES = "xiezhi/examples.yaml";
    static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** As a jar has to be read: manifest, signatures, all else. */
    private static final Comparator<String> MANIFEST_FIRST = Comparator.comparing((String name) -> !name.equals(MANIFEST)).thenComparing(name -> !name.startsWith("META-INF/"))
            .thenComparing(Comparator.naturalOrder());

    private PolicyJar() {}

    /** Ningwu's rules under another version number, with three or four working days for an ordinary transfer; the examples come out. */
    static Map<String, UnaryOperator<String>> days(String version, int days) {
        UnaryOperator<String> renamed = f -> f.replaceFirst("(?m)^version: .*$", "version: \"" + version + "\"");
        if (days == 3) {
            return Map.of(POLICY, renamed);
        }
        return Map.of(
                POLICY, f -> renamed.apply(f).replace("normal: {count: workingDays, amount: 3, cite: 宁武移送制度 二（一）}", "normal: {count: workingDays, amount: 4, cite: 宁武移送制度 二（一）}"),
                // The examples counted by hand again are the two kept.
                EXAMPLES, f -> f.replaceAll("(?m)^  - \\{duty: transfer\\.send, trigger.*\\n", "").replaceFirst("examples:\\n", """
                        examples:
                          - {duty: transfer.send, trigger: 2025-09-30T10:00, lastDay: 2025-10-13, dueAt: 2025-10-14T00:00, note: 周二 国庆中秋前；周一届满}
                          - {duty: transfer.send, trigger: 2026-09-18T14:00, lastDay: 2026-09-23, dueAt: 2026-09-24T00:00, note: 周五 周日调休上班；周三届满}
                        """));
    }

    /** A copy in which the named files are changed; fails if one of the changes changes nothing. */
    static Path changed(Path jar, Path target, Map<String, UnaryOperator<String>> changes) throws IOException {
        Map<String, byte[]> entries = entries(jar);
        changes.forEach((name, change) -> entries.computeIfPresent(name, (n, bytes) -> {
            String before = new String(bytes, StandardCharsets.UTF_8);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError("nothing to change in " + name);
            }
            return after.getBytes(StandardCharsets.UTF_8);
        }));
        return write(target, entries);
    }

    /** The files of a jar by name, without signatures. */
    static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = signedEntries(jar);
        entries.keySet().removeIf(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|EC|DSA)"));
        entries.computeIfPresent(MANIFEST, (name, bytes) -> unsigned(bytes));
        return entries;
    }

    /** The files of a jar by name; the manifest and signatures come first. */
    static Map<String, byte[]> signedEntries(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>(MANIFEST_FIRST);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static byte[] unsigned(byte[] manifest) {
        try {
            Manifest plain = new Manifest(new ByteArrayInputStream(manifest));
            plain.getEntries().clear();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            plain.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path target, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return target;
    }
}
