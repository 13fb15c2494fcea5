package cn.xiezhi.tool;

import cn.xiezhi.loader.Checked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Packs rules into the bundle that the product takes. The same files give the same bytes. */
@Command(name = "pack", description = "把规则文件夹打包成产品接受的 jar；检查不通过的不打包。同样的文件得到同样的 jar。")
final class Pack implements Callable<Integer> {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,2}");

    @ParentCommand
    private Main main;

    @Parameters(index = "0", paramLabel = "<文件夹>", description = "规则或工作日历的文件夹")
    private Path folder;

    @Option(names = {"-o", "--output"}, paramLabel = "<jar>", description = "写到哪个文件；默认为当前文件夹下的 xiezhi.policy.<id>.jar")
    private Path output;

    @Mixin
    private Beside beside;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Source source = Source.of(folder);
        Checked checked = source.checked(beside.calendar(main), beside.procedures());
        if (!checked.problems().isEmpty()) {
            checked.problems().forEach(p -> spec.commandLine().getErr().println("错误  " + p));
            throw new Refusal("有 " + checked.problems().size() + " 处错误，没有打包。");
        }
        Check.toFillIn(source).forEach(p -> spec.commandLine().getErr().println("提示  " + p));
        Manifest manifest = manifest(checked);
        String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        Path jar = output == null ? Path.of(name + ".jar") : output;
        Atomically.write(jar, out -> write(manifest, source.files(), out));
        spec.commandLine().getOut().println("已打包  " + jar + "（" + checked.name() + "）");
        return 0;
    }

    private static Manifest manifest(Checked checked) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        String kind = checked.policy().isPresent() ? "xiezhi.policy" : "xiezhi.calendar";
        String id = checked.policy().map(p -> p.jurisdiction().id()).orElse("cn");
        main.putValue("Bundle-SymbolicName", checked.policy().isPresent() ? kind + "." + id : kind + "-" + id);
        main.putValue("Bundle-Name", checked.name());
        main.putValue("Bundle-Version", checked.policy().map(p -> number(p.version())).orElse("1.0.0"));
        main.putValue("Provide-Capability", kind + ";" + kind + "=" + id + ";contract:Version=\"1.0\"");
        main.putValue("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=" + kind + ")(version>=1.0)(!(version>=2.0)))\"");
        return manifest;
    }

    /** A bundle's version is numbers; it is for people only, the rules have their own. */
    private static String number(String version) {
        Matcher number = NUMBER.matcher(version);
        return number.lookingAt() ? number.group() : "1.0.0";
    }

    private static void write(Manifest manifest, Map<String, byte[]> files, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, JarFile.MANIFEST_NAME);
            manifest.write(zip);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entry(zip, "xiezhi/" + file.getKey());
                zip.write(file.getValue());
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }
}
