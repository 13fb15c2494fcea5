package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that mean no good, or are not whole. */
class JarCheckTest {
    private static final Map<String, String> BUNDLE = Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "policy");

    @TempDir
    Path folder;

    @Test
    void aRuleBundlePasses_withItsFiles() throws IOException {
        JarCheck.Found found = check(good());
        assertEquals(List.of(), found.refusals());
        assertFalse(found.code());
        assertEquals(Samples.policy(Samples.POLICY).byName().keySet(), found.files().byName().keySet());
    }

    @Test
    void whatIsNoWholeJar_isRefused() throws IOException {
        byte[] whole = good();
        for (byte[] jar : List.of(new byte[0], "獬豸".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, whole.length - 1))) {
            refused(jar, "复制完整");
        }
        byte[] spoilt = whole.clone();
        Arrays.fill(spoilt, 60, 200, (byte) 7);
        assertFalse(check(spoilt).refusals().isEmpty());
    }

    @Test
    void aJarThatIsNoBundle_isRefused() throws IOException {
        refused(Jars.jar(Map.of(), Map.of("xiezhi/policy.yaml", new byte[] {'a'})), "Bundle-SymbolicName");
    }

    @Test
    void namesThatLeadOutside_orAreDoubtful_areRefused() throws IOException {
        for (String name : List.of("../evil", "xiezhi/../../evil", "/etc/evil", "C:/evil", "xiezhi\\evil", "xiezhi/./policy.yaml", "xiezhi/po\u0007licy", "a".repeat(600))) {
            refused(Jars.jar(BUNDLE, Map.of(name, new byte[] {'a'})), "不合法");
        }
    }

    @Test
    void aFileThatIsThereTwice_isRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("xiezhi/policy.yaml", new byte[] {'a'});
        entries.put("xiezhi/policy.yamm", new byte[] {'b'});
        byte[] jar = Jars.jar(BUNDLE, entries);
        byte[] twice = new String(jar, StandardCharsets.ISO_8859_1).replace("policy.yamm", "policy.yaml").getBytes(StandardCharsets.ISO_8859_1);
        refused(twice, "重复");
    }

    @Test
    void aZipBomb_isRefusedInAMoment_withinBounds() throws IOException {
        byte[] nothing = new byte[1024 * 1024];
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            entries.put("xiezhi/file" + i, nothing);
        }
        byte[] bomb = Jars.jar(BUNDLE, entries);
        assertTrue(bomb.length < JarCheck.MOST_RULES);
        assertTimeout(Duration.ofSeconds(5), () -> refused(bomb, "解压后过大"));
        assertTimeout(Duration.ofSeconds(5), () -> refused(Jars.jar(BUNDLE, Map.of("xiezhi/policy.yaml", new byte[20 * 1024 * 1024])), "解压后过大"));
    }

    @Test
    void tooManyEntries_areRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 10_001; i++) {
                out.putNextEntry(new ZipEntry("xiezhi/" + i));
            }
        }
        refused(bytes.toByteArray(), "10001");
    }

    @Test
    void whateverIsNotRulesOnly_isToldAsCode() throws IOException {
        assertTrue(check(Jars.jar(BUNDLE, Map.of("xiezhi/policy.yaml", new byte[] {'a'}, "xiezhi/Evil.class", new byte[] {1}))).code());
        assertTrue(check(Jars.jar(BUNDLE, Map.of("cn/evil/Evil.txt", new byte[] {1}))).code());
        for (String header : List.of("Bundle-Activator", "Import-Package", "Fragment-Host", "Service-Component")) {
            assertTrue(check(Jars.rules("policy", Map.of(header, "evil"), Samples.policy(Samples.POLICY))).code(), header);
        }
    }

    private byte[] good() throws IOException {
        return Jars.rules("policy", Samples.policy(Samples.POLICY));
    }

    private void refused(byte[] jar, String why) throws IOException {
        List<String> refusals = check(jar).refusals();
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).contains(why), refusals.toString());
    }

    private JarCheck.Found check(byte[] jar) throws IOException {
        return JarCheck.of(Jars.file(folder, jar), jar.length);
    }
}
