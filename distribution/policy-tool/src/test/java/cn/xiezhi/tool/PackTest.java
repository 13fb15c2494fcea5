package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle is the one that the project's own build would make. */
class PackTest {
    @TempDir
    Path folder;

    private Installed installed;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(folder);
        jar = folder.resolve("packed.jar");
    }

    @Test
    void rules_areDeclaredAsInTheShippedBundle() throws IOException {
        assertSameBundle("/xiezhi/policy.yaml", "xiezhi/jurisdictions/xiezhi.policy.ningwu.jar");
    }

    @Test
    void aCalendar_isDeclaredAsInTheShippedBundle() throws IOException {
        assertSameBundle("/xiezhi/calendar.yaml", "xiezhi/jurisdictions/xiezhi.calendar-cn.jar");
    }

    @Test
    void theJar_holdsTheFilesAndNothingElse() throws IOException {
        assertEquals(0, installed.run("new", "fenghe", folder.resolve("fenghe").toString()).exitCode());
        assertEquals(0, installed.run("pack", folder.resolve("fenghe").toString(), "-o", jar.toString()).exitCode());
        try (JarFile packed = new JarFile(jar.toFile())) {
            assertEquals(List.of("META-INF/MANIFEST.MF", "xiezhi/examples.yaml", "xiezhi/items.yaml", "xiezhi/organs.yaml", "xiezhi/policy.yaml"), packed.stream().map(ZipEntry::getName).toList());
            assertEquals("0.1", packed.getManifest().getMainAttributes().getValue("Bundle-Version"));
            assertArrayEquals(Files.readAllBytes(folder.resolve("fenghe/policy.yaml")), packed.getInputStream(packed.getEntry("xiezhi/policy.yaml")).readAllBytes());
        }
    }

    @Test
    void theSameFiles_giveTheSameBytes() throws IOException {
        Path again = folder.resolve("again.jar");
        assertEquals(0, installed.run("pack", folder.resolve("ningwu").toString(), "-o", jar.toString()).exitCode());
        assertEquals(0, installed.run("pack", folder.resolve("ningwu").toString(), "-o", again.toString()).exitCode());
        assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(again));
    }

    @Test
    void whatTheCheckRefuses_isNotPacked_andTheJarBeforeStays() throws IOException {
        Files.writeString(jar, "before");
        Path policy = folder.resolve("ningwu/policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("amount: 3", "amount: 4"));
        Answer answer = installed.run("pack", folder.resolve("ningwu").toString(), "-o", jar.toString());
        assertEquals(1, answer.exitCode());
        assertTrue(answer.output().contains("没有打包"), answer.output());
        assertEquals("before", Files.readString(jar));
    }

    @Test
    void aFolderThatIsNotThere_leavesNothingBehind() {
        Answer answer = installed.run("pack", folder.resolve("ningwu").toString(), "-o", folder.resolve("nowhere/x.jar").toString());
        assertEquals(1, answer.exitCode());
        assertTrue(answer.output().contains("无法写入"), answer.output());
        assertFalse(Files.exists(folder.resolve("nowhere")));
    }

    private void assertSameBundle(String shippedFile, String packed) throws IOException {
        URL file = PackTest.class.getResource(shippedFile);
        Attributes shipped;
        try (InputStream in = new URL(file.toString().replace(shippedFile, "/META-INF/MANIFEST.MF")).openStream()) {
            shipped = new Manifest(in).getMainAttributes();
        }
        try (JarFile made = new JarFile(folder.resolve(packed).toFile())) {
            Attributes ours = made.getManifest().getMainAttributes();
            for (String header : List.of("Bundle-ManifestVersion", "Bundle-SymbolicName", "Provide-Capability", "Require-Capability")) {
                assertEquals(shipped.getValue(header), ours.getValue(header), header);
            }
            assertEquals(List.of(), ours.keySet().stream().map(Object::toString).filter(h -> h.contains("Package")).toList());
        }
    }
}
