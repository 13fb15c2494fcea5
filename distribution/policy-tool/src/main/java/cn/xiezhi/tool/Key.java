package cn.xiezhi.tool;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a key to sign rules with, by the keytool that every Java brings. */
@Command(name = "key", description = "生成签名用的密钥和证书：<名称>.p12（密钥库，须保密）和 <名称>.cer（证书，放进产品的信任文件夹）。")
final class Key implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(index = "0", paramLabel = "<名称>", description = "签名者名称，如 某县司法局；汉字、字母、数字、空格、点、连字符")
    private String name;

    @Option(names = "--days", paramLabel = "<天数>", defaultValue = "1095", description = "有效天数，默认 1095（三年），最多 3650")
    private int days;

    @Option(names = "--folder", paramLabel = "<文件夹>", defaultValue = ".", description = "放在哪里；默认为当前文件夹")
    private Path folder;

    @Option(names = "--password-file", paramLabel = "<文件>", description = "第一行为密钥库口令；不写则在终端输入")
    private Optional<Path> passwordFile = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}") || days < 1 || days > 3650) {
            throw new Refusal("名称应为 1 至 64 个汉字、字母、数字、空格、点、连字符，天数应为 1 至 3650。");
        }
        Path store = folder.resolve(name + ".p12");
        Path certificate = folder.resolve(name + ".cer");
        if (Files.exists(store) || Files.exists(certificate)) {
            throw new Refusal(store + " 或 " + certificate + " 已存在；为免丢失密钥，没有覆盖。请换一个名称或文件夹。");
        }
        char[] secret = Secret.chosen(passwordFile);
        keytool(secret, "-genkeypair", "-alias", "xiezhi", "-keyalg", "RSA", "-keysize", "3072", "-sigalg", "SHA256withRSA", "-validity", String.valueOf(days),
                "-dname", "CN=" + name, "-ext", "KeyUsage:critical=digitalSignature", "-ext", "ExtendedKeyUsage=codeSigning", "-storetype", "PKCS12",
                "-keystore", store.toString());
        ownersOnly(store);
        keytool(secret, "-exportcert", "-rfc", "-alias", "xiezhi", "-keystore", store.toString(), "-file", certificate.toString());
        var out = spec.commandLine().getOut();
        out.println("密钥库  " + store + "（签名用，请妥善保管，不要放到服务器上）");
        out.println("证书    " + certificate + "（复制到 " + main.trust() + "，产品即接受此密钥签名的规则）");
        out.println("签名    bin/xiezhi policy sign <jar> --keystore " + store);
        return 0;
    }

    /** The password goes by the environment of the one process, where nobody else sees it. */
    private static void keytool(char[] secret, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass:env", "XIEZHI_STOREPASS"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new File(File.separator + "dev" + File.separator + "null")));
        builder.environment().put("XIEZHI_STOREPASS", new String(secret));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Refusal("找不到 Java 自带的 keytool（" + command.get(0) + "）。");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Refusal("keytool 没有成功：" + said.strip());
        }
    }

    private static void ownersOnly(Path store) {
        File file = store.toFile();
        boolean closed = file.setReadable(false, false) & file.setReadable(true, true) & file.setWritable(false, false) & file.setWritable(true, true);
        if (!closed) {
            throw new Refusal(store + "：无法限制为只有本人可读，请自行设置权限。");
        }
    }
}
