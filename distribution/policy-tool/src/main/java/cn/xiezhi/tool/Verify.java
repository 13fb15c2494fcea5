package cn.xiezhi.tool;

import cn.xiezhi.loader.Signatures;
import cn.xiezhi.loader.Signatures.Judgement;
import cn.xiezhi.loader.Signatures.Worth;
import cn.xiezhi.loader.Trust;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says whose signature a jar bears and whether the product would accept it. */
@Command(name = "verify", description = "核对 jar 的签名：签名者是谁、是否有效、产品是否接受。不接受时退出码为 1。")
final class Verify implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(index = "0", paramLabel = "<jar>", description = "要核对的 jar")
    private Path jar;

    @Option(names = "--trust", paramLabel = "<文件夹>", description = "受信任的证书；默认为产品的 config/trust")
    private Path trust;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(jar)) {
            throw new Refusal(jar + "：没有这个文件");
        }
        Path folder = trust == null ? main.trust() : trust;
        Trust trusted = Trust.of(folder);
        Judgement judgement = Signatures.judge(jar, trusted, Instant.now());
        PrintWriter out = spec.commandLine().getOut();
        trusted.unreadable().forEach(problem -> out.println("提示  " + problem));
        judgement.signer().ifPresent(signer -> out.println("签名者  " + signer));
        if (judgement.worth() == Worth.VALID) {
            out.println("受信任  " + judgement.text());
            return 0;
        }
        out.println("不接受  " + judgement.text());
        return Main.REFUSED;
    }
}
