package cn.xiezhi.tool;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code bin/xiezhi policy}. Exit codes: 0 done, 1 refused or not right, 64 not understood. */
@Command(name = "bin/xiezhi policy", description = "编写、检查、打包和签名规则；不需要产品在运行。",
        subcommands = {New.class, Check.class, Diff.class, Pack.class, Key.class, Sign.class, Verify.class, Status.class})
public final class Main implements Runnable {
    static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 64;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "显示说明")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Path install;

    private Main(Path install) {
        this.install = install;
    }

    public static void main(String[] args) {
        System.exit(run(Path.of(System.getProperty("xiezhi.install", ".")), System.out, System.err, args));
    }

    /** @param install where the product is installed */
    static int run(Path install, OutputStream out, OutputStream err, String... args) {
        CommandLine command = new CommandLine(new Main(install)).setOut(utf8(out)).setErr(utf8(err));
        chinese(command);
        command.setParameterExceptionHandler((wrong, given) -> notUnderstood(wrong));
        command.setExecutionExceptionHandler((failed, line, result) -> {
            if (!(failed instanceof Refusal)) {
                throw failed;
            }
            line.getErr().println(failed.getMessage());
            return REFUSED;
        });
        return command.execute(args);
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请写一个命令");
    }

    /** The calendar that is shipped, by which examples are counted. */
    Path calendar() {
        return install.resolve("jurisdictions/xiezhi.calendar-cn.jar");
    }

    Path jurisdiction(String id) {
        return install.resolve("jurisdictions/xiezhi.policy." + id + ".jar");
    }

    Path trust() {
        return install.resolve("config/trust");
    }

    private static int notUnderstood(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        String text = wrong.getMessage();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            text = "不认识：" + String.join(" ", unmatched.getUnmatched());
        } else if (wrong instanceof MissingParameterException missing) {
            text = "缺少：" + missing.getMissing().get(0).paramLabel();
        }
        line.getErr().println(text);
        line.usage(line.getErr());
        return NOT_UNDERSTOOD;
    }

    private static void chinese(CommandLine command) {
        command.getCommandSpec().usageMessage().synopsisHeading("用法：").descriptionHeading("%n").parameterListHeading("%n参数：%n").optionListHeading("%n选项：%n")
                .commandListHeading("%n命令：%n").synopsisSubcommandLabel("<命令>").width(100).sortOptions(false);
        command.getSubcommands().values().forEach(Main::chinese);
    }

    private static PrintWriter utf8(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
