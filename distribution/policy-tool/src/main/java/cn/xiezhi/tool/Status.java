package cn.xiezhi.tool;

import cn.xiezhi.policy.Subject;
import cn.xiezhi.time.Zone;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which rules are live on this node, what was refused and why: what the product wrote of itself. */
@Command(name = "status", description = "本机正在使用的规则版本、拒收的组件和原因。")
final class Status implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int NOTHING_KNOWN = 3;

    @Option(names = "--home", required = true, paramLabel = "<文件夹>", defaultValue = "${sys:xiezhi.home:-data}", description = "数据文件夹；默认为 XIEZHI_HOME")
    private Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path file = home.resolve("run/rules.json");
        if (!Files.exists(file)) {
            spec.commandLine().getErr().println(file + "：没有记录；产品还没有在这里运行过。");
            return NOTHING_KNOWN;
        }
        Map<?, ?> status = read(file);
        if (!running()) {
            spec.commandLine().getOut().println("产品现在没有运行；以下是它停止前的情况。");
        }
        print(status, spec.commandLine().getOut());
        return 0;
    }

    private boolean running() throws IOException {
        Path file = home.resolve("run/xiezhi.pid");
        String pid = Files.exists(file) ? Files.readString(file).strip() : "";
        return pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
    }

    /** JSON is YAML. */
    private static Map<?, ?> read(Path file) throws IOException {
        try {
            if (new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YAMLException e) {
            // said below
        }
        throw new Refusal(file + "：内容无法读取。");
    }

    private static void print(Map<?, ?> status, PrintWriter out) {
        out.println("节点    " + status.get("node") + "，自 " + time(status.get("since")) + "，" + (Boolean.TRUE.equals(status.get("signed")) ? "只接受受信任的签名" : "未签名的规则也接受"));
        for (Map<?, ?> live : all(status, "live")) {
            out.println("施行    " + live.get("jurisdiction") + " " + subject(live.get("subject")) + " " + live.get("version") + "，自 " + time(live.get("since"))
                    + text("，签名者 ", live.get("signer")) + text("，SHA-256 ", live.get("sha256")));
        }
        for (Map<?, ?> suspended : all(status, "suspended")) {
            out.println("中止    " + suspended.get("jurisdiction") + "，自 " + time(suspended.get("since")));
        }
        for (Map<?, ?> trouble : all(status, "troubles")) {
            out.println("问题    " + (trouble.get("jurisdiction") == null ? "" : trouble.get("jurisdiction") + " ") + trouble.get("text") + "（自 " + time(trouble.get("since")) + "）");
        }
    }

    private static List<Map<?, ?>> all(Map<?, ?> status, String key) {
        return status.get(key) instanceof List<?> list ? list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(m -> (Map<?, ?>) m).toList() : List.of();
    }

    private static String text(String before, Object value) {
        return value == null ? "" : before + value;
    }

    private static String subject(Object code) {
        return Subject.of(String.valueOf(code)).map(Subject::text).orElse("");
    }

    private static String time(Object instant) {
        return instant instanceof String text ? MINUTE.format(Zone.local(Instant.parse(text))) : "？";
    }
}
