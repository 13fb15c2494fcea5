package cn.xiezhi.tool;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** The JDK's signer; apart, because a Java without it must still be able to load the rest. */
final class JarSigning {
    private JarSigning() {}

    static void sign(ZipFile jar, PrivateKeyEntry key, OutputStream out) {
        try {
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(key.getCertificateChain()));
            new JarSigner.Builder(key.getPrivateKey(), path).digestAlgorithm("SHA-256").signerName("XIEZHI").build().sign(jar, out);
        } catch (GeneralSecurityException e) {
            throw new Refusal("证书无法用于签名：" + e.getMessage());
        }
    }
}
