package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.RulesHere.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** What becomes of files in the drop folder, in a real framework. The folder's reader is the test: it calls as that one does. */
class DropFolderTest {
    @TempDir
    Path home;
    private Path drop;
    private Path trust;
    private Framework framework;
    private PolicyLoader loader;
    private boolean signed;
    private Keys keys;

    @BeforeEach
    void start() throws Exception {
        drop = Files.createDirectories(home.resolve("jurisdictions"));
        trust = Files.createDirectories(home.resolve("trust"));
        launch();
    }

    @AfterEach
    void stop() throws Exception {
        loader.deactivate();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void aGoodJarIsInForce_andAnotherReplacesIt() throws Exception {
        put("calendar.jar", calendar());
        put("policy.jar", policy("1.0"));
        assertEquals(Optional.of("1.0"), version());
        put("policy.jar", policy("2.0"));
        assertEquals(Optional.of("2.0"), version());
        assertEquals(List.of(), troubles());
        RulesHere here = loader.here();
        assertEquals(Optional.of(64), here.live().stream().filter(l -> l.edition().jurisdiction().equals("test")).findFirst().flatMap(l -> l.edition().sha256()).map(String::length));
        assertEquals(List.of("calendar ACTIVE", "policy ACTIVE"), here.bundles().stream().map(b -> b.name() + " " + b.state()).toList());
    }

    @Test
    void theSameJarAgain_touchesNothing() throws Exception {
        put("calendar.jar", calendar());
        put("policy.jar", policy("1.0"));
        version();
        long modified = bundle("policy.jar").getLastModified();
        put("policy.jar", policy("1.0"));
        assertEquals(Optional.of("1.0"), version());
        assertEquals(modified, bundle("policy.jar").getLastModified());
    }

    @Test
    void aHalfCopiedJar_neverReachesTheFramework_theOldRulesStay_untilItIsCompletedOrDeleted() throws Exception {
        put("calendar.jar", calendar());
        put("policy.jar", policy("1.0"));
        version();
        long modified = bundle("policy.jar").getLastModified();
        byte[] next = policy("2.0");
        put("policy.jar", Arrays.copyOf(next, next.length / 2));
        assertEquals(Optional.of("1.0"), version());
        assertEquals(modified, bundle("policy.jar").getLastModified());
        assertEquals(1, troubles().size());
        assertTrue(troubles().get(0).startsWith("投放文件 policy.jar：") && troubles().get(0).contains("复制完整"), troubles().toString());
        put("policy.jar", next);
        assertEquals(Optional.of("2.0"), version());
        assertEquals(List.of(), troubles());
        put("policy.jar", Arrays.copyOf(next, next.length / 2));
        delete("policy.jar");
        assertEquals(Optional.empty(), version());
        assertEquals(List.of(), troubles());
    }

    @Test
    void afterACutInTheMiddleOfACopy_whatWasTakenLastIsStillInForce() throws Exception {
        put("calendar.jar", calendar());
        put("policy.jar", policy("1.0"));
        assertEquals(Optional.of("1.0"), version());
        stop();
        Files.write(drop.resolve("policy.jar"), Arrays.copyOf(policy("2.0"), 300));
        launch();
        installer().install(drop.resolve("calendar.jar").toFile());
        installer().install(drop.resolve("policy.jar").toFile());
        assertEquals(Optional.of("1.0"), version());
        assertEquals(1, troubles().size());
    }

    @Test
    void twoFilesWithOneBundle_theFirstStays_theSecondFollowsIt() throws Exception {
        put("calendar.jar", calendar());
        put("a.jar", policy("1.0"));
        put("b.jar", policy("2.0"));
        assertEquals(Optional.of("1.0"), version());
        assertTrue(troubles().get(0).contains("b.jar") && troubles().get(0).contains("同名"), troubles().toString());
        delete("a.jar");
        assertEquals(Optional.of("2.0"), version());
        assertEquals(List.of(), troubles());
    }

    @Test
    void whatIsNoFile_tooLarge_orNoRules_isRefusedByName() throws Exception {
        Files.createDirectory(drop.resolve("folder.jar"));
        installer().install(drop.resolve("folder.jar").toFile());
        try (var large = new java.io.RandomAccessFile(drop.resolve("large.jar").toFile(), "rw")) {
            large.setLength(100L * 1024 * 1024);
        }
        installer().install(drop.resolve("large.jar").toFile());
        put("text.jar", "獬豸".getBytes());
        List<String> troubles = troubles();
        assertEquals(3, troubles.size(), troubles.toString());
        assertTrue(troubles.get(0).contains("folder.jar") && troubles.get(1).contains("large.jar：超过 50 MiB") && troubles.get(2).contains("text.jar"), troubles.toString());
    }

    @Test
    void whereSignaturesAreRequired_onlySignedJarsAreTaken_andACertificateThatComesLaterHelps() throws Exception {
        require();
        keys.own("bureau");
        put("unsigned.jar", calendar());
        put("calendar.jar", sign(calendar()));
        assertTrue(troubles().stream().anyMatch(t -> t.contains("unsigned.jar：没有签名")), troubles().toString());
        assertTrue(troubles().stream().anyMatch(t -> t.contains("calendar.jar：签名者“bureau”不受信任")), troubles().toString());
        assertTrue(troubles().stream().anyMatch(t -> t.contains("没有证书")), troubles().toString());
        Files.write(trust.resolve("bureau.cer"), keys.certificate("bureau").getEncoded());
        delete("unsigned.jar");
        put("policy.jar", sign(policy("1.0")));
        assertEquals(Optional.of("1.0"), version());
        assertEquals(Optional.of("bureau"), loader.here().live().get(0).edition().signer());
        assertTrue(loader.here().signed());
        assertEquals(List.of(), troubles());
        put("policy.jar", Jars.changed(keys.sign(Jars.file(home, policy("2.0")), "bureau"), e -> e.put("xiezhi/items.yaml", new byte[] {'a'})));
        assertEquals(Optional.of("1.0"), version());
        assertTrue(troubles().get(0).contains("签名无效"), troubles().toString());
    }

    @Test
    void whereSignaturesAreRequired_aBundleThatWentRoundTheFolderBringsNoRules() throws Exception {
        require();
        framework.getBundleContext().installBundle("elsewhere", new java.io.ByteArrayInputStream(calendar())).start();
        version();
        assertTrue(troubles().stream().anyMatch(t -> t.contains("没有经过投放文件夹")), troubles().toString());
    }

    @Test
    void whereSignaturesAreNotRequired_aBadSignatureIsStillRefused() throws Exception {
        keys = new Keys(home);
        keys.own("stranger");
        put("calendar.jar", keys.sign(Jars.file(home, calendar()), "stranger"));
        assertTrue(troubles().get(0).contains("不受信任"), troubles().toString());
        assertFalse(loader.here().signed());
    }

    @Test
    void howItStands_isWrittenForTheShell() throws Exception {
        put("calendar.jar", calendar());
        put("policy.jar", policy("1.0"));
        put("b\"ad.jar", new byte[] {1});
        version();
        String status = Files.readString(home.resolve("run/rules.json"));
        assertTrue(status.contains("\"signed\":false") && status.contains("\"jurisdiction\":\"test\",\"subject\":\"policy\",\"version\":\"1.0+"), status);
        assertTrue(status.contains("投放文件 b\\\"ad.jar"), status);
    }

    private void require() throws Exception {
        stop();
        signed = true;
        keys = new Keys(home);
        launch();
    }

    private void launch() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, home.resolve("framework").toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT, "felix.log.level", "0"));
        framework.start();
        Settings settings = new Settings(signed, Optional.of(trust), Optional.of(home.resolve("run/rules.json")), Optional.of(home.resolve("staging")));
        loader = new PolicyLoader(framework.getBundleContext(), settings, Clock.systemUTC());
    }

    private ArtifactInstaller installer() {
        BundleContext context = framework.getBundleContext();
        return context.getService(context.getServiceReference(ArtifactInstaller.class));
    }

    private void put(String name, Path jar) throws Exception {
        put(name, Files.readAllBytes(jar));
    }

    private void put(String name, byte[] jar) throws Exception {
        Path file = drop.resolve(name);
        boolean there = Files.exists(file);
        Files.write(file, jar);
        if (there) {
            installer().update(file.toFile());
        } else {
            installer().install(file.toFile());
        }
    }

    private void delete(String name) throws Exception {
        Files.delete(drop.resolve(name));
        installer().uninstall(drop.resolve(name).toFile());
    }

    private Bundle bundle(String name) {
        return framework.getBundleContext().getBundle(Bundles.location(drop.resolve(name)));
    }

    private Path sign(byte[] jar) throws Exception {
        return keys.sign(Jars.file(home, jar), "bureau");
    }

    private List<String> troubles() {
        loader.awaitWorker();
        return loader.here().troubles().stream().map(Trouble::text).toList();
    }

    private Optional<String> version() {
        loader.awaitWorker();
        return loader.inForce().of("test").map(p -> p.policy().version().replaceAll("\\+.*", ""));
    }

    private static byte[] policy(String version) throws IOException {
        return Jars.rules("policy", Samples.policy(Samples.replaced(Samples.POLICY, "version: \"1.0\"", "version: \"" + version + "\"")));
    }

    private static byte[] calendar() throws IOException {
        return Jars.rules("calendar", Samples.calendar(Samples.CALENDAR));
    }
}
