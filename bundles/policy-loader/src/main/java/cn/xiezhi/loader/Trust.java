package cn.xiezhi.loader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates of those whose signature counts, as IT put them into a folder.
 *
 * @param unreadable files of the folder that hold no certificate; Chinese, a line each
 */
public record Trust(List<X509Certificate> certificates, List<String> unreadable) {
    /** Nobody is trusted. */
    public static final Trust NOBODY = new Trust(List.of(), List.of());

    private static final String NAMES = "(?i)[^.].*\\.(cer|crt|pem)";
    private static final int MOST_BYTES = 1024 * 1024;

    public Trust {
        certificates = List.copyOf(certificates);
        unreadable = List.copyOf(unreadable);
    }

    /** Reads the certificates (X.509; DER or PEM, several in a file too) of a folder as it is now; a folder that is not there trusts nobody. */
    public static Trust of(Path folder) {
        List<X509Certificate> certificates = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(f -> f.getFileName().toString().matches(NAMES)).sorted().forEach(file -> read(file, certificates, unreadable));
            } catch (IOException e) {
                unreadable.add(folder + "：无法读取，不信任任何签名；请检查文件夹权限");
            }
        }
        return new Trust(certificates, unreadable);
    }

    private static void read(Path file, List<X509Certificate> into, List<String> unreadable) {
        try {
            byte[] bytes = Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            found.forEach(c -> into.add((X509Certificate) c));
            if (found.isEmpty()) {
                unreadable.add(file + "：没有证书；请放入 X.509 证书（DER 或 PEM）");
            }
        } catch (IOException | CertificateException e) {
            unreadable.add(file + "：不是证书或无法读取；请放入 X.509 证书（DER 或 PEM）");
        }
    }
}
