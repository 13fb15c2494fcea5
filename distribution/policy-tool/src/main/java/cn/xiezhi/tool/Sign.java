package cn.xiezhi.tool;

import cn.xiezhi.time.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a jar with the standard JAR signature, in place. */
@Command(name = "sign", description = "给 jar 签名（标准 JAR 签名，与 jarsigner 相同），写回原文件。需要 JDK。")
final class Sign implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "<jar>", description = "policy pack 打包的 jar，或带程序的组件")
    private Path jar;

    @Option(names = "--keystore", required = true, paramLabel = "<p12>", description = "密钥库（PKCS12），如 policy key 生成的")
    private Path keystore;

    @Option(names = "--alias", paramLabel = "<别名>", description = "密钥的别名；只有一个密钥时不必写")
    private Optional<String> alias = Optional.empty();

    @Option(names = "--password-file", paramLabel = "<文件>", description = "第一行为密钥库口令；不写则在终端输入")
    private Optional<Path> passwordFile = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jartool").isEmpty()) {
            throw new Refusal("签名需要 JDK；当前的 Java（" + System.getProperty("java.home") + "）只能运行程序。请安装 JDK 17 或更高版本，或把 JAVA_HOME 指向它。");
        }
        if (!Files.isRegularFile(jar)) {
            throw new Refusal(jar + "：没有这个文件");
        }
        PrivateKeyEntry key = key();
        X509Certificate certificate = (X509Certificate) key.getCertificate();
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new Refusal(keystore + "：证书不在有效期内（" + Zone.day(certificate.getNotBefore().toInstant()) + " 至 " + Zone.day(certificate.getNotAfter().toInstant())
                    + "），产品不会接受它的签名；请换用有效的，或用 policy key 生成新的");
        }
        try (ZipFile unsigned = new ZipFile(jar.toFile())) {
            Atomically.write(jar, out -> JarSigning.sign(unsigned, key, out));
        } catch (IOException e) {
            throw new Refusal(jar + "：不是完整的 jar，或无法写入");
        }
        spec.commandLine().getOut().println("已签名  " + jar + "（" + certificate.getSubjectX500Principal().getName() + "，证书有效期至 " + Zone.day(certificate.getNotAfter().toInstant()) + "）");
        return 0;
    }

    private PrivateKeyEntry key() {
        char[] secret = Secret.of(passwordFile);
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            List<String> keys = Collections.list(store.aliases()).stream().filter(a -> has(store, a)).toList();
            String chosen = alias.orElseGet(() -> keys.size() == 1 ? keys.get(0) : "");
            if (!keys.contains(chosen)) {
                throw new Refusal(keystore + "：" + alias.map(a -> "没有密钥“" + a + "”").orElse("请用 --alias 指明密钥") + "；有：" + String.join("、", keys));
            }
            return (PrivateKeyEntry) store.getEntry(chosen, new PasswordProtection(secret));
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal(keystore + "：无法打开密钥库；请核对文件和口令");
        } finally {
            Arrays.fill(secret, ' ');
        }
    }

    private static boolean has(KeyStore store, String alias) {
        try {
            return store.entryInstanceOf(alias, PrivateKeyEntry.class);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
