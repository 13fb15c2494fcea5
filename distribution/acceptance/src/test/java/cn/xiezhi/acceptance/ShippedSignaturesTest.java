package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules that are shipped are signed, by a key whose certificate comes with them and which itself stayed behind. */
@ExtendWith(SharedProduct.class)
class ShippedSignaturesTest {

    @Test
    void everyRuleFile_isSignedByTheCertificateInTheTrustFolder(Product product) throws Exception {
        List<Path> trusted = files(product, "config/trust", ".pem");
        assertEquals(1, trusted.size(), trusted.toString());
        X509Certificate certificate;
        try (InputStream in = Files.newInputStream(trusted.get(0))) {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        assertTrue(certificate.getSubjectX500Principal().getName().matches("CN=Xiezhi \\d[\\d.]* build [\\d-]+"), certificate.toString());
        certificate.checkValidity(Date.from(Instant.now().plus(9 * 365, ChronoUnit.DAYS)));
        List<Path> jars = files(product, "jurisdictions", ".jar");
        assertTrue(jars.size() > County.ALL.size(), "the counties' and the calendar");
        for (Path jar : jars) {
            assertEquals(certificate, signerOfAll(jar), jar.toString());
        }
    }

    @Test
    void noPrivateKey_isShipped(Product product) throws Exception {
        try (Stream<Path> all = Files.walk(product.install())) {
            assertEquals(List.of(), all.map(Path::toString).filter(f -> f.matches(".*\\.(p12|pfx|jks|key)")).toList());
        }
    }

    private static Certificate signerOfAll(Path jar) throws Exception {
        Certificate signer = null;
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                try (InputStream in = file.getInputStream(entry)) {
                    in.readAllBytes(); // only then the signers of an entry are known
                }
                if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
                    continue;
                }
                CodeSigner[] signers = entry.getCodeSigners();
                assertNotNull(signers, jar + " " + entry.getName());
                signer = signers[0].getSignerCertPath().getCertificates().get(0);
            }
        }
        return signer;
    }

    private static List<Path> files(Product product, String folder, String end) throws Exception {
        try (Stream<Path> files = Files.list(product.install().resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(end)).toList();
        }
    }
}
