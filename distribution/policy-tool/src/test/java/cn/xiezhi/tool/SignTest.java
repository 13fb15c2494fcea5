package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a jar that the product trusts, with the product's own commands. */
class SignTest {
    private static final String SIGNER = "丰河县司法局";

    @TempDir
    Path folder;

    private Installed installed;
    private Path password;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(folder);
        password = Files.writeString(folder.resolve("password"), "some secret\n");
        jar = folder.resolve("xiezhi/jurisdictions/xiezhi.policy.ningwu.jar");
    }

    @Test
    void aSignedJar_isTrustedOnceTheCertificateIsInTheTrustFolder() throws IOException {
        key();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store())));
        assertAnswer(1, "没有签名", "verify", jar.toString());
        assertAnswer(0, "已签名", "sign", jar.toString(), "--keystore", store().toString(), "--password-file", password.toString());
        assertAnswer(1, "签名者“" + SIGNER + "”不受信任", "verify", jar.toString());
        trust();
        assertAnswer(0, "受信任", "verify", jar.toString());
        assertAnswer(0, "通过  辖区 ningwu", "check", jar.toString());
    }

    @Test
    void anExpiredCertificate_signsNothing() throws Exception {
        byte[] before = Files.readAllBytes(jar);
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/keytool").toString(), "-genkeypair", "-alias", "old", "-keyalg", "EC", "-dname", "CN=old", "-startdate", "-40d",
                "-validity", "10", "-storetype", "PKCS12", "-storepass", "some secret", "-keystore", folder.resolve("old.p12").toString()).start().waitFor();
        assertAnswer(1, "证书不在有效期内", "sign", jar.toString(), "--keystore", folder.resolve("old.p12").toString(), "--password-file", password.toString());
        assertArrayEquals(before, Files.readAllBytes(jar));
    }

    @Test
    void signingAgain_replacesTheSignature() throws IOException {
        key();
        trust();
        for (int i = 0; i < 2; i++) {
            assertAnswer(0, "已签名", "sign", jar.toString(), "--keystore", store().toString(), "--password-file", password.toString());
        }
        assertAnswer(0, "受信任", "verify", jar.toString());
    }

    @Test
    void aJarThatWasChangedAfterwards_isNotAccepted() throws IOException {
        key();
        trust();
        assertAnswer(0, "已签名", "sign", jar.toString(), "--keystore", store().toString(), "--password-file", password.toString());
        Path changed = folder.resolve("changed.jar");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar)); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.readAllBytes());
                out.write(entry.getName().endsWith("policy.yaml") ? new byte[] {'\n'} : new byte[0]);
            }
        }
        assertAnswer(1, "不接受  签名无效", "verify", changed.toString());
    }

    @Test
    void aKey_isNeverOverwritten() throws IOException {
        key();
        byte[] before = Files.readAllBytes(store());
        assertAnswer(1, "没有覆盖", "key", SIGNER, "--folder", folder.toString(), "--password-file", password.toString());
        assertArrayEquals(before, Files.readAllBytes(store()));
    }

    @Test
    void whatCannotBeSigned_staysAsItIs() throws IOException {
        key();
        byte[] before = Files.readAllBytes(jar);
        Path wrong = Files.writeString(folder.resolve("wrong"), "another");
        assertAnswer(1, "无法打开密钥库", "sign", jar.toString(), "--keystore", store().toString(), "--password-file", wrong.toString());
        assertAnswer(1, "没有密钥“other”；有：xiezhi", "sign", jar.toString(), "--keystore", store().toString(), "--alias", "other", "--password-file", password.toString());
        assertArrayEquals(before, Files.readAllBytes(jar));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertAnswer(1, "不是完整的 jar", "sign", text.toString(), "--keystore", store().toString(), "--password-file", password.toString());
        assertEquals("no jar", Files.readString(text));
    }

    @Test
    void namesThatWouldBeSomethingElseInACertificate_andShortPasswords_areRefused() throws IOException {
        assertAnswer(1, "名称应为", "key", "甲,O=乙", "--folder", folder.toString(), "--password-file", password.toString());
        assertAnswer(1, "名称应为", "key", "../甲", "--folder", folder.toString(), "--password-file", password.toString());
        Path brief = Files.writeString(folder.resolve("brief"), "12345");
        assertAnswer(1, "口令至少 6 个字符", "key", SIGNER, "--folder", folder.toString(), "--password-file", brief.toString());
    }

    private void key() {
        assertAnswer(0, "密钥库", "key", SIGNER, "--folder", folder.toString(), "--password-file", password.toString());
    }

    private void trust() throws IOException {
        Files.createDirectories(folder.resolve("xiezhi/config/trust"));
        Files.copy(folder.resolve(SIGNER + ".cer"), folder.resolve("xiezhi/config/trust/" + SIGNER + ".cer"));
    }

    private Path store() {
        return folder.resolve(SIGNER + ".p12");
    }

    private void assertAnswer(int code, String part, String... command) {
        Answer answer = installed.run(command);
        assertTrue(answer.output().contains(part), answer.output());
        assertEquals(code, answer.exitCode(), answer.output());
    }
}
