package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.loader.Signatures.Judgement;
import cn.xiezhi.loader.Signatures.Worth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose signature counts, with real keys. */
class SignaturesTest {
    /** A little after the keys are made. */
    private static final Instant NOW = Instant.now().plus(Duration.ofHours(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(400));

    @TempDir
    static Path folder;
    private static Keys keys;
    private static Path plain;
    private static Path signed;

    @BeforeAll
    static void make() throws Exception {
        keys = new Keys(folder);
        keys.own("bureau", "-validity", "365");
        keys.own("stranger", "-validity", "365");
        plain = Jars.file(folder, Jars.rules("policy", Samples.policy(Samples.POLICY)));
        signed = keys.sign(plain, "bureau");
    }

    @Test
    void aTrustedKeysSignatureIsValid_andNamesTheSigner() throws Exception {
        assertEquals(new Judgement(Worth.VALID, Optional.of("bureau"), "签名有效"), Signatures.judge(signed, keys.trusting("bureau"), NOW));
    }

    @Test
    void aJarWithoutSignatureIsUnsigned_alsoIfItsManifestSpeaksOfDigests() throws Exception {
        assertEquals(Worth.UNSIGNED, judge(plain));
        Path stripped = changed(e -> e.keySet().removeIf(n -> n.matches("META-INF/.*\\.(SF|EC)")));
        assertEquals(Worth.UNSIGNED, judge(stripped));
    }

    @Test
    void whateverWasChangedAddedOrTakenAwayAfterwards_isFound() throws Exception {
        Consumer<Map<String, byte[]>> other = e -> e.put("xiezhi/policy.yaml", "contract: 1".getBytes(StandardCharsets.UTF_8));
        assertEquals(Worth.TAMPERED, judge(changed(other)));
        assertEquals(Worth.TAMPERED, judge(changed(e -> e.put("xiezhi/items.yaml", new byte[] {'a'}))));
        assertEquals(Worth.TAMPERED, judge(changed(e -> e.remove("xiezhi/examples.yaml"))));
        assertEquals(Worth.TAMPERED, judge(changed(e -> e.compute("META-INF/MANIFEST.MF",
                (n, m) -> new String(m, StandardCharsets.UTF_8).replace("Bundle-Version: 1.0.0", "Bundle-Version: 9.0.0").getBytes(StandardCharsets.UTF_8)))));
        assertEquals(Worth.TAMPERED, judge(changed(e -> e.keySet().removeIf(n -> n.endsWith(".EC")))));
    }

    @Test
    void aFileThatIsNoJar_isNotTakenForSigned() throws Exception {
        assertEquals(Worth.TAMPERED, judge(Files.writeString(folder.resolve("text.jar"), "獬豸")));
        assertEquals(Worth.TAMPERED, judge(folder.resolve("absent.jar")));
    }

    @Test
    void anotherKey_orNobodyTrusted_isUnknown_andTheSignerIsNamed() throws Exception {
        Judgement stranger = Signatures.judge(keys.sign(plain, "stranger"), keys.trusting("bureau"), NOW);
        assertEquals(Worth.UNKNOWN, stranger.worth());
        assertEquals(Optional.of("stranger"), stranger.signer());
        assertEquals(Worth.UNKNOWN, Signatures.judge(signed, Trust.NOBODY, NOW).worth());
    }

    @Test
    void anExpiredCertificateIsTold_fromAnUnknownOne() throws Exception {
        assertEquals(Worth.EXPIRED, Signatures.judge(signed, keys.trusting("bureau"), LATER).worth());
        assertEquals(Worth.EXPIRED, Signatures.judge(signed, keys.trusting("bureau"), NOW.minus(Duration.ofDays(2))).worth());
        assertEquals(Worth.UNKNOWN, Signatures.judge(signed, keys.trusting("stranger"), LATER).worth());
        assertTrue(Signatures.judge(signed, keys.trusting("bureau"), LATER).text().contains("有效期"));
    }

    @Test
    void partsSignedByDifferentKeys_areNobodysJar() throws Exception {
        Path two = keys.sign(changed(e -> e.put("xiezhi/items.yaml", new byte[] {'a'})), "stranger");
        assertEquals(Worth.UNKNOWN, judge(two), "as a whole it is the stranger's");
        assertEquals(Worth.VALID, judge(keys.sign(signed, "stranger")), "signed by both");
    }

    @Test
    void aCertificateIssuedByATrustedOne_counts_ifItIsForSigningCode() throws Exception {
        keys.own("root", "-ext", "bc:c", "-validity", "3650");
        keys.issued("office", "root", "-ext", "eku=codeSigning", "-validity", "100");
        keys.issued("webserver", "root", "-ext", "eku=serverAuth");
        keys.issued("under-stranger", "bureau");
        assertEquals(Worth.VALID, Signatures.judge(keys.sign(plain, "office"), keys.trusting("root"), NOW).worth());
        assertEquals(Worth.EXPIRED, Signatures.judge(keys.sign(plain, "office"), keys.trusting("root"), LATER).worth());
        assertEquals(Worth.UNKNOWN, Signatures.judge(keys.sign(plain, "office"), keys.trusting("bureau"), NOW).worth());
        assertEquals(Worth.UNKNOWN, Signatures.judge(keys.sign(plain, "webserver"), keys.trusting("root"), NOW).worth());
        assertEquals(Worth.UNKNOWN, Signatures.judge(keys.sign(plain, "under-stranger"), keys.trusting("bureau"), NOW).worth(), "who may sign may not appoint others");
        assertEquals(Worth.VALID, Signatures.judge(keys.sign(plain, "office"), keys.trusting("office"), NOW).worth(), "trusted itself");
    }

    @Test
    void theTrustFolderIsReadAsItIs_andSaysWhatIsNoCertificate() throws Exception {
        Path trust = Files.createDirectory(folder.resolve("trust"));
        assertEquals(Trust.NOBODY, Trust.of(trust.resolve("absent")));
        Files.write(trust.resolve("bureau.CER"), keys.certificate("bureau").getEncoded());
        Files.writeString(trust.resolve("broken.pem"), "no certificate");
        Files.writeString(trust.resolve("README.md"), "put certificates here");
        Trust read = Trust.of(trust);
        assertEquals(List.of(keys.certificate("bureau")), read.certificates());
        assertEquals(1, read.unreadable().size());
        assertTrue(read.unreadable().get(0).contains("broken.pem"), read.unreadable().toString());
    }

    private static Worth judge(Path jar) throws Exception {
        return Signatures.judge(jar, keys.trusting("bureau"), NOW).worth();
    }

    private static Path changed(Consumer<Map<String, byte[]>> change) throws Exception {
        return Jars.file(folder, Jars.changed(signed, change));
    }
}
