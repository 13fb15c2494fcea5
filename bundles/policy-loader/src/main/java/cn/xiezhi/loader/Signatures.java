package cn.xiezhi.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Whose signature a jar bears: the standard JAR signature, as {@code jarsigner} makes it. Every entry has to be signed by the same
 * signer, and every entry that was signed has to be there. Which algorithms are good enough, the Java platform says.
 */
public final class Signatures {
    /** What a signature is worth. */
    public enum Worth { UNSIGNED, TAMPERED, UNKNOWN, EXPIRED, VALID }

    /**
     * @param signer whose certificate it is; empty where there is none that fits
     * @param text what is wrong and what to do; Chinese
     */
    public record Judgement(Worth worth, Optional<String> signer, String text) {}

    /** More than any jar that is accepted unpacks to. */
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final Pattern SIGNING = Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.SF", Pattern.CASE_INSENSITIVE);

    private Signatures() {}

    /**
     * Judges a jar that nobody can change meanwhile.
     *
     * @param now what the certificates' validity is judged by
     */
    public static Judgement judge(Path jar, Trust trust, Instant now) {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            return judge(file, trust, now);
        } catch (SecurityException e) {
            return tampered("与签名不符");
        } catch (IOException | RuntimeException e) {
            return tampered("无法核对签名");
        }
    }

    private static Judgement judge(JarFile jar, Trust trust, Instant now) throws IOException {
        Manifest manifest = jar.getManifest();
        List<JarEntry> entries = Collections.list(jar.entries());
        boolean signed = entries.stream().anyMatch(e -> SIGNATURE.matcher(e.getName()).matches());
        if (manifest == null || !signed) {
            return new Judgement(Worth.UNSIGNED, Optional.empty(), "没有签名；请用受信任的密钥签名（bin/xiezhi policy sign）");
        }
        for (String name : manifest.getEntries().keySet()) {
            if (jar.getEntry(name) == null) {
                return tampered("缺少签过名的 " + shown(name));
            }
        }
        Map<X509Certificate, List<X509Certificate>> signers = null;
        long left = MOST_BYTES;
        for (JarEntry entry : entries) {
            left -= read(jar, entry, left);
            if (left < 0) {
                return tampered("内容过大");
            }
            if (!entry.isDirectory() && !SIGNING.matcher(entry.getName()).matches()) {
                Map<X509Certificate, List<X509Certificate>> own = signers(entry);
                if (own.isEmpty()) {
                    return tampered(shown(entry.getName()) + " 没有有效的签名");
                }
                if (signers == null) {
                    signers = own;
                } else {
                    signers.keySet().retainAll(own.keySet());
                }
            }
        }
        if (signers == null || signers.isEmpty()) {
            return tampered("各部分的签名者不同");
        }
        return best(signers, trust, now);
    }

    /** Only what was read to its end has signers. */
    private static long read(JarFile jar, JarEntry entry, long most) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long all = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0 && all <= most; n = in.read(buffer)) {
                all += n;
            }
        }
        return all;
    }

    private static Map<X509Certificate, List<X509Certificate>> signers(JarEntry entry) {
        Map<X509Certificate, List<X509Certificate>> signers = new LinkedHashMap<>();
        CodeSigner[] found = entry.getCodeSigners();
        for (CodeSigner signer : found == null ? new CodeSigner[0] : found) {
            List<X509Certificate> path = signer.getSignerCertPath().getCertificates().stream().map(X509Certificate.class::cast).toList();
            signers.put(path.get(0), path);
        }
        return signers;
    }

    private static Judgement best(Map<X509Certificate, List<X509Certificate>> signers, Trust trust, Instant now) {
        Judgement best = null;
        for (List<X509Certificate> path : signers.values()) {
            Judgement one = judge(path, trust, now);
            best = best == null || one.worth().compareTo(best.worth()) > 0 ? one : best;
        }
        return best;
    }

    private static Judgement judge(List<X509Certificate> path, Trust trust, Instant now) {
        X509Certificate certificate = path.get(0);
        Optional<String> name = Optional.of(SignerPath.name(certificate));
        return switch (SignerPath.worth(path, trust.certificates(), now)) {
            case VALID -> new Judgement(Worth.VALID, name, "签名有效");
            case EXPIRED -> new Judgement(Worth.EXPIRED, name, "签名者“" + name.get() + "”的证书不在有效期内（" + SignerPath.validity(certificate) + "）；请用有效的证书重新签名");
            default -> new Judgement(Worth.UNKNOWN, name, "签名者“" + name.get() + "”不受信任；确认无误后请把其证书放入信任文件夹（config/trust）");
        };
    }

    private static Judgement tampered(String what) {
        return new Judgement(Worth.TAMPERED, Optional.empty(), "签名无效，内容可能被改动：" + what + "；请向提供者重新索取");
    }

    private static String shown(String name) {
        return Texts.line(name, 100);
    }
}
