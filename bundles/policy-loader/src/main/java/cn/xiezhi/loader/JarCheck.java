package cn.xiezhi.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;

/**
 * Looks a jar through before anything is made of it: every entry is read to its end, within bounds. What it finds wrong it says; it
 * throws nothing.
 */
final class JarCheck {
    /** The largest jar of rules, in bytes, and of anything else. */
    static final int MOST_RULES = 4 * 1024 * 1024;
    static final int MOST_CODE = 50 * 1024 * 1024;

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_NAME = 512;
    private static final long MOST_RULES_UNPACKED = 16L * 1024 * 1024;
    private static final long MOST_CODE_UNPACKED = 256L * 1024 * 1024;
    /** Texts pack to a tenth; beyond this a jar is a bomb. Small ones may pack as they like. */
    private static final int MOST_RATIO = 100;
    private static final long ANY_RATIO = 1024 * 1024;

    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(class|jar|so|dll|dylib)");
    private static final List<String> PROGRAM_HEADERS = List.of(Constants.IMPORT_PACKAGE, Constants.EXPORT_PACKAGE, Constants.DYNAMICIMPORT_PACKAGE, Constants.REQUIRE_BUNDLE,
            Constants.FRAGMENT_HOST, Constants.BUNDLE_ACTIVATOR, Constants.BUNDLE_CLASSPATH, Constants.BUNDLE_NATIVECODE, "Service-Component", "Meta-Persistence");

    /**
     * @param refusals why the jar can't be taken; Chinese
     * @param code whether it holds anything but rules
     * @param files its rule files, as far as they were read
     */
    record Found(List<String> refusals, boolean code, BundleFiles files) {}

    private final List<String> refusals = new ArrayList<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private boolean code;

    private JarCheck() {}

    /** Checks a jar that nobody can change meanwhile. */
    static Found of(Path jar, long size) {
        JarCheck check = new JarCheck();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            check.look(file, size);
        } catch (IOException | RuntimeException e) {
            check.refusals.add("不是完整的 jar 文件，多半没有复制完整；请先写在旁边，再整体移入");
        }
        return new Found(List.copyOf(check.refusals), check.code, new BundleFiles(check.files));
    }

    private void look(JarFile jar, long size) throws IOException {
        List<JarEntry> entries = Collections.list(jar.entries());
        if (entries.size() > MOST_ENTRIES) {
            refusals.add("含 " + entries.size() + " 个文件，超过 " + MOST_ENTRIES + " 个上限");
            return;
        }
        Manifest manifest = jar.getManifest();
        if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
            refusals.add("不是本产品的规则包：没有 META-INF/MANIFEST.MF 或其中没有 Bundle-SymbolicName；请用 bin/xiezhi policy pack 打包");
            return;
        }
        code = holdsCode(manifest.getMainAttributes(), entries);
        if (!code && size > MOST_RULES) {
            refusals.add("规则包超过 " + MOST_RULES / 1024 / 1024 + " MiB 上限");
            return;
        }
        names(entries);
        if (refusals.isEmpty()) {
            read(jar, entries, Math.min(code ? MOST_CODE_UNPACKED : MOST_RULES_UNPACKED, Math.max(ANY_RATIO, size * MOST_RATIO)));
        }
    }

    private static boolean holdsCode(Attributes manifest, List<JarEntry> entries) {
        return PROGRAM_HEADERS.stream().anyMatch(h -> manifest.getValue(h) != null)
                || entries.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName)
                        .anyMatch(n -> PROGRAM.matcher(n).matches() || !n.startsWith("META-INF/") && !n.startsWith(BundleFiles.FOLDER));
    }

    private void names(List<JarEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (JarEntry entry : entries) {
            String name = entry.getName();
            boolean outside = name.startsWith("/") || name.contains("\\") || name.contains(":") || ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./");
            if (outside || name.isEmpty() || name.length() > MOST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                refusals.add("文件名“" + Texts.line(name, 60) + "”不合法");
                return;
            }
            if (!seen.add(name)) {
                refusals.add("文件“" + Texts.line(name, 60) + "”重复");
                return;
            }
        }
    }

    private void read(JarFile jar, List<JarEntry> entries, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        for (JarEntry entry : entries) {
            String name = entry.getName().startsWith(BundleFiles.FOLDER) ? entry.getName().substring(BundleFiles.FOLDER.length()) : "";
            try (InputStream in = jar.getInputStream(entry)) {
                if (!entry.isDirectory() && BundleFiles.is(name)) {
                    files.put(name, in.readNBytes(YamlText.MOST_BYTES + 1));
                    all += files.get(name).length;
                }
                for (int n = in.read(buffer); n >= 0 && all <= most; n = in.read(buffer)) {
                    all += n;
                }
            }
            if (all > most) {
                refusals.add("解压后过大；请删去与规则无关的内容");
                return;
            }
        }
    }
}
