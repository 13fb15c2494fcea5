package cn.xiezhi.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys made for the tests by the JDK's own keytool, in a store of their own. */
final class Keys {
    private static final String PASSWORD = "nothing-secret";

    private final Path store;

    Keys(Path folder) {
        store = folder.resolve("keys.p12");
    }

    /** A key with a certificate of its own. */
    void own(String alias, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC", "-groupname", "secp256r1"));
        options.addAll(Arrays.asList(more));
        keytool(options);
    }

    /** A key whose certificate another one issued. */
    void issued(String alias, String issuer, String... more) throws IOException {
        own(alias);
        Path request = store.resolveSibling(alias + ".csr");
        Path issued = store.resolveSibling(alias + ".cer");
        keytool(List.of("-certreq", "-alias", alias, "-file", request.toString()));
        List<String> options = new ArrayList<>(List.of("-gencert", "-alias", issuer, "-infile", request.toString(), "-outfile", issued.toString(), "-rfc"));
        options.addAll(Arrays.asList(more));
        keytool(options);
        keytool(List.of("-importcert", "-alias", alias, "-file", issued.toString(), "-noprompt"));
    }

    X509Certificate certificate(String alias) throws IOException, GeneralSecurityException {
        return (X509Certificate) load().getCertificate(alias);
    }

    Trust trusting(String alias) throws IOException, GeneralSecurityException {
        return new Trust(List.of(certificate(alias)), List.of());
    }

    /** The jar, signed. */
    Path sign(Path jar, String alias) throws IOException, GeneralSecurityException {
        Path signed = Files.createTempFile(store.getParent(), "signed", ".jar");
        Certificate[] chain = load().getCertificateChain(alias);
        JarSigner signer = new JarSigner.Builder((PrivateKey) load().getKey(alias, PASSWORD.toCharArray()),
                CertificateFactory.getInstance("X.509").generateCertPath(Arrays.asList(chain))).signerName("XZ" + Integer.toHexString(alias.hashCode() & 0xffff)).build();
        try (ZipFile in = new ZipFile(jar.toFile()); OutputStream out = Files.newOutputStream(signed)) {
            signer.sign(in, out);
        }
        return signed;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void keytool(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
