package cn.xiezhi.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a folder with everything that a new jurisdiction's rules need, explained, to be filled in. */
@Command(name = "new", description = "为一个新辖区生成可以直接编辑的规则文件夹：各文件都有说明，编辑器有自动补全。")
final class New implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(index = "0", paramLabel = "<id>", description = "辖区的短名：小写字母开头，只含小写字母、数字、连字符；定后不可改")
    private String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "<文件夹>", description = "默认为当前文件夹下的 <id>")
    private Path folder;

    @Option(names = "--name", paramLabel = "<名称>", defaultValue = "某县", description = "辖区名称，如 某县")
    private String name;

    @Option(names = "--division", paramLabel = "<代码>", description = "6位国家行政区划代码（GB/T 2260）")
    private Optional<String> division = Optional.empty();

    @Option(names = "--like", paramLabel = "<id>", description = "照一个已安装的辖区起草规则和算例；出处须逐条改成本地文件")
    private Optional<String> like = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        Path target = folder == null ? Path.of(id) : folder;
        if (Files.exists(target)) {
            try (Stream<Path> there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new Refusal(target + "：文件夹里已有内容；为免覆盖，没有生成。");
                }
            }
        }
        Draft draft = new Draft(id, name, division);
        Map<String, String> files = new TreeMap<>();
        for (String file : new String[] {"policy.yaml", "examples.yaml", "organs.yaml", "items.yaml", "README.md"}) {
            files.put(file, draft.fill(template(file)));
        }
        like.ifPresent(other -> files.putAll(draft.like(other, Source.of(installed(other)).files())));
        Files.createDirectories(target);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
        Schemas.write(target.resolve("schema"));
        spec.commandLine().getOut().println("已生成  " + target + "（先看其中的 README.md；检查：bin/xiezhi policy check " + target + "）");
        return 0;
    }

    private void check() {
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new Refusal("“" + id + "”不合格式：应以小写字母开头，只含小写字母、数字、连字符，最多40个。");
        }
        if (!name.matches("[\\p{L}\\p{N}（）()·]{1,40}")) {
            throw new Refusal("名称应为 1 至 40 个汉字、字母或数字。");
        }
        division.filter(code -> !code.matches("[1-9]\\d{5}")).ifPresent(code -> {
            throw new Refusal("行政区划代码应为 6 位数字，不是“" + code + "”。");
        });
    }

    private Path installed(String other) {
        Path jar = main.jurisdiction(other);
        if (!other.matches("[a-zA-Z0-9-]{1,40}") || !Files.exists(jar)) {
            throw new Refusal("没有安装辖区“" + other + "”（" + jar + "）。");
        }
        return jar;
    }

    private static String template(String file) throws IOException {
        try (InputStream in = New.class.getResourceAsStream("new/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
