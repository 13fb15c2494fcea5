package cn.xiezhi.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What no sensible person would drop: jars made to hurt whoever opens them, or that are no rules at all. */
final class HostileJars {
    /** Writes one jar, from the shipped one and under a version number that would be the next. */
    interface Maker {
        void make(Path shipped, Path target, String version) throws IOException;
    }

    private static final int MIB = 1 << 20;
    private static final String OTHER = "xiezhi/policy.yamX";

    /** All of them, by what is wrong. */
    static final Map<String, Maker> ALL = new LinkedHashMap<>();

    static {
        ALL.put("an empty file", (shipped, target, version) -> Files.write(target, new byte[0]));
        ALL.put("not a zip", (shipped, target, version) -> Files.writeString(target, "这不是压缩包\n".repeat(100)));
        ALL.put("half a jar", (shipped, target, version) -> {
            byte[] whole = Files.readAllBytes(PolicyJar.changed(shipped, target, PolicyJar.days(version, 4)));
            Files.write(target, Arrays.copyOf(whole, whole.length / 2));
        });
        ALL.put("100 MiB", (shipped, target, version) -> {
            Files.copy(shipped, target);
            try (RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw")) {
                file.setLength(100L * MIB);
            }
        });
        ALL.put("a zip bomb", (shipped, target, version) -> bomb(shipped, target));
        ALL.put("100,000 entries", entries(all -> {
            for (int i = 0; i < 100_000; i++) {
                all.put("xiezhi/" + i, new byte[0]);
            }
        }));
        ALL.put("a path that climbs out", entries(all -> all.put("../../../../climbed.yaml", new byte[1])));
        ALL.put("an absolute path", entries(all -> all.put("/tmp/climbed.yaml", new byte[1])));
        ALL.put("a path of another system", entries(all -> all.put("xiezhi\\..\\..\\climbed.yaml", new byte[1])));
        ALL.put("the same name twice", (shipped, target, version) -> {
            entries(all -> all.put(OTHER, all.get(PolicyJar.POLICY))).make(shipped, target, version);
            String twice = Files.readString(target, StandardCharsets.ISO_8859_1).replace(OTHER, PolicyJar.POLICY);
            Files.writeString(target, twice, StandardCharsets.ISO_8859_1);
        });
        ALL.put("no policy.yaml", entries(all -> all.remove(PolicyJar.POLICY)));
        ALL.put("lists 100,000 deep", yaml("duties:\n", "duties: " + "[".repeat(100_000) + "\n"));
        ALL.put("a circle", yaml("  transfer.result:\n", "  transfer.result: &a\n    urgent: *a\n"));
        ALL.put("a billion laughs", yaml("duties:\n", laughs() + "duties:\n"));
        ALL.put("a million keys", yaml("duties:\n", "duties:\n" + keys(1_000_000)));
        ALL.put("as many keys as fit", yaml("duties:\n", "duties:\n" + keys(60_000)));
        ALL.put("the same key twice", yaml("contract: 1\n", "contract: 1\ncontract: 1\n"));
        ALL.put("a limit without end", yaml("amount: 3, cite: 宁武移送制度 二（一）", "amount: 2147483647, cite: 宁武移送制度 二（一）"));
        ALL.put("a version without end", yaml("contract: 1\n", "contract: 1\n# 很长\n").andVersion("9".repeat(10_000)));
        ALL.put("an example that never ends", example("{duty: transfer.send, trigger: +999999999-12-31T10:00, lastDay: +999999999-12-31, dueAt: +999999999-12-31T10:00}"));
        ALL.put("an example at the end of the calendar", example("{duty: transfer.send, trigger: 9999-12-31T10:00, lastDay: 9999-12-31, dueAt: 9999-12-31T10:00}"));
        ALL.put("an example before time", example("{duty: transfer.send, trigger: -999999999-01-01T10:00, lastDay: 0000-01-01, dueAt: 0000-01-01T10:00}"));
        ALL.put("a newer contract", (shipped, target, version) -> PolicyJar.changed(shipped, target,
                Map.of(PolicyJar.POLICY, f -> PolicyJar.days(version, 3).get(PolicyJar.POLICY).apply(f).replace("contract: 1", "contract: 2"))));
        ALL.put("a bundle for a newer contract", (shipped, target, version) -> PolicyJar.changed(shipped, target,
                Map.of(PolicyJar.MANIFEST, f -> f.replace("\r\n ", "").replace("contract:Version=\"1.0\"", "contract:Version=\"9.0\"").replace("(version>=1.0)(!(version>=2.0))", "(version>=9.0)"),
                        PolicyJar.POLICY, PolicyJar.days(version, 3).get(PolicyJar.POLICY))));
        ALL.put("a lower version", (shipped, target, version) -> PolicyJar.changed(shipped, target, PolicyJar.days("0.9", 4)));
        ALL.put("a former version", (shipped, target, version) -> Files.copy(shipped, target));
    }

    private HostileJars() {}

    private interface Change {
        void to(Map<String, byte[]> entries);
    }

    private static Maker entries(Change change) {
        return (shipped, target, version) -> {
            PolicyJar.changed(shipped, target, PolicyJar.days(version, 4));
            Map<String, byte[]> all = PolicyJar.entries(target);
            change.to(all);
            PolicyJar.write(target, all);
        };
    }

    private static Yaml yaml(String before, String after) {
        return new Yaml(before, after);
    }

    /** A change of policy.yaml. */
    private record Yaml(String before, String after) implements Maker {
        @Override
        public void make(Path shipped, Path target, String version) throws IOException {
            UnaryOperator<String> renamed = PolicyJar.days(version, 3).get(PolicyJar.POLICY);
            PolicyJar.changed(shipped, target, Map.of(PolicyJar.POLICY, f -> renamed.apply(f).replace(before, after)));
        }

        Maker andVersion(String other) {
            return (shipped, target, version) -> make(shipped, target, other);
        }
    }

    private static Maker example(String line) {
        return (shipped, target, version) -> {
            Map<String, UnaryOperator<String>> changes = new HashMap<>(PolicyJar.days(version, 3));
            changes.put(PolicyJar.EXAMPLES, f -> f.replaceFirst("examples:\n", "examples:\n  - " + line + "\n"));
            PolicyJar.changed(shipped, target, changes);
        };
    }

    /** 600 MiB of comment that take half a MiB on the disk. */
    private static void bomb(Path shipped, Path target) throws IOException {
        Map<String, byte[]> all = PolicyJar.entries(shipped);
        try (OutputStream file = Files.newOutputStream(target); ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                if (entry.getKey().equals(PolicyJar.POLICY)) {
                    byte[] comment = "#".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0; i < 600; i++) {
                        out.write(comment);
                    }
                }
                out.closeEntry();
            }
        }
    }

    private static String keys(int number) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < number; i++) {
            keys.append("  k").append(i).append(": 1\n");
        }
        return keys.toString();
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("l0: &l0 [哈, 哈]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(9) + "*l" + (i - 1)));
        }
        return laughs.toString();
    }
}
