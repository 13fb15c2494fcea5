package cn.xiezhi.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a key of their own who signs jars with the JDK's tools, as a county's IT would. */
final class Signer {
    private static final String PASSWORD = "changeit";
    private final Path keys;

    /** @param validity how long the certificate holds, as keytool's options say it, e.g. {@code -validity 30} */
    Signer(Path folder, String name, String... validity) throws Exception {
        keys = folder.resolve(name + ".p12");
        List<String> line = new ArrayList<>(List.of("-genkeypair", "-alias", "rules", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=" + name, "-keystore", keys.toString(),
                "-storepass", PASSWORD));
        line.addAll(List.of(validity));
        tool("keytool", line);
    }

    /** Puts the certificate where the product looks for those whom IT trusts. */
    void trustedBy(Product product) throws Exception {
        Path folder = Files.createDirectories(product.install().resolve("config/trust"));
        tool("keytool", List.of("-exportcert", "-rfc", "-alias", "rules", "-keystore", keys.toString(), "-storepass", PASSWORD, "-file",
                folder.resolve(keys.getFileName().toString().replace(".p12", ".pem")).toString()));
    }

    /** Signs the file itself. */
    Path signed(Path jar) throws Exception {
        tool("jarsigner", List.of("-keystore", keys.toString(), "-storepass", PASSWORD, jar.toString(), "rules"));
        return jar;
    }

    private static void tool(String name, List<String> arguments) throws Exception {
        List<String> line = new ArrayList<>(arguments);
        line.add(0, Path.of(System.getProperty("java.home"), "bin", name).toString());
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(line + ": " + said);
        }
    }
}
