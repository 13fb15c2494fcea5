package cn.xiezhi.loader;

import cn.xiezhi.loader.Signatures.Judgement;
import cn.xiezhi.loader.Signatures.Worth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where every jar from outside has to pass, before anything else sees it. */
final class Gate {
    /**
     * @param refusals why the jar can't be taken; none if it passed
     * @param code whether it holds anything but rules
     */
    record Passed(List<String> refusals, boolean code, BundleFiles files, String sha256, Optional<String> signer, boolean expired) {}

    private final Settings settings;

    Gate(Settings settings) {
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    /** @param jar in memory, so that what was judged is what is taken */
    Passed judge(byte[] jar, Instant now) {
        Path copy = null;
        try {
            copy = settings.staging().isPresent() ? Files.createTempFile(Files.createDirectories(settings.staging().get()), "check", ".tmp") : Files.createTempFile("xiezhi", ".tmp");
            Files.write(copy, jar);
            return judge(copy, jar, now);
        } catch (IOException e) {
            return refused(jar, "无法核对：" + e + "；请检查磁盘空间和权限");
        } finally {
            delete(copy);
        }
    }

    private Passed judge(Path copy, byte[] jar, Instant now) {
        JarCheck.Found found = JarCheck.of(copy, jar.length);
        if (!found.refusals().isEmpty()) {
            return new Passed(found.refusals(), found.code(), new BundleFiles(Map.of()), sha256(jar), Optional.empty(), false);
        }
        Judgement signature = Signatures.judge(copy, settings.trusted(), now);
        boolean expired = signature.worth() == Worth.EXPIRED;
        boolean accepted = signature.worth() == Worth.VALID || expired && !found.code() || signature.worth() == Worth.UNSIGNED && !settings.signed();
        return new Passed(accepted ? List.of() : List.of(signature.text()), found.code(), found.files(), sha256(jar), signature.signer().filter(s -> signature.worth() != Worth.UNKNOWN), expired);
    }

    private static Passed refused(byte[] jar, String text) {
        return new Passed(List.of(text), false, new BundleFiles(Map.of()), sha256(jar), Optional.empty(), false);
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }

    private static String sha256(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
