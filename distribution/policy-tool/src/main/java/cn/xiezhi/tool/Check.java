package cn.xiezhi.tool;

import cn.xiezhi.loader.Checked;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks rules as the product would, examples included. */
@Command(name = "check", description = "检查规则：逐条报告错误所在的文件、行、键和改法，核对算例，提示比国家规定宽的地方。有错误时退出码为 1。")
final class Check implements Callable<Integer> {
    /** Stands where a draft still has to be filled in. */
    static final String TO_FILL_IN = "待填";

    @ParentCommand
    private Main main;

    @Parameters(index = "0", paramLabel = "<文件夹或jar>", description = "规则文件夹，或打包后的 jar；工作日历同样")
    private Path path;

    @Mixin
    private Beside beside;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Source source = Source.of(path);
        Checked checked = source.checked(beside.calendar(main), beside.procedures());
        PrintWriter out = spec.commandLine().getOut();
        checked.problems().forEach(p -> out.println("错误  " + p));
        toFillIn(source).forEach(p -> out.println("提示  " + p));
        checked.warnings().forEach(w -> out.println("提示  " + w));
        if (checked.problems().isEmpty()) {
            out.println("通过  " + checked.name());
            return 0;
        }
        out.println("未通过，共 " + checked.problems().size() + " 处错误。");
        return Main.REFUSED;
    }

    /** A draft may be tried before it is whole; it says so. */
    static List<String> toFillIn(Source source) {
        List<String> places = new ArrayList<>();
        source.files().forEach((name, bytes) -> {
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            String numbers = IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(TO_FILL_IN) && !lines.get(i).strip().startsWith("#"))
                    .mapToObj(i -> String.valueOf(i + 1)).collect(Collectors.joining("、"));
            if (!numbers.isEmpty()) {
                places.add(name + " 第" + numbers + "行：还有“" + TO_FILL_IN + "”");
            }
        });
        return places;
    }
}
