package cn.xiezhi.loader;

import cn.xiezhi.policy.NationalLimits;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Procedures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the product would say of rule files.
 *
 * @param policy empty if there are problems, or the files are a calendar
 * @param problems each with file, line, key and what to do; with any, nothing would come into force
 * @param warnings where the policy is looser than a national limit, or an example is out of date
 */
public record Checked(Optional<Policy> policy, String name, List<String> problems, List<String> warnings) {
    public static final List<String> FILES = BundleFiles.NAMES;
    public static final String POLICY = BundleFiles.POLICY;
    public static final String CALENDAR = BundleFiles.CALENDAR;
    public static final int MOST_BYTES = YamlText.MOST_BYTES;

    /** The largest jar that is looked into, in bytes: one of rules is refused much earlier. */
    private static final int MOST_JAR = JarCheck.MOST_CODE;
    private static final int MOST_CHARACTERS = 2_000;

    public Checked {
        problems = problems.stream().map(p -> Texts.line(p, MOST_CHARACTERS)).toList();
        warnings = warnings.stream().map(w -> Texts.line(w, MOST_CHARACTERS)).toList();
    }

    /**
     * The rule files of a jar, by the check that the product makes of every jar before it takes it.
     *
     * @throws IllegalArgumentException if the product would not take it; the message says why
     */
    public static Map<String, byte[]> files(Path jar) throws IOException {
        long size = Files.size(jar);
        JarCheck.Found found = size > MOST_JAR ? new JarCheck.Found(List.of("文件过大"), true, new BundleFiles(Map.of())) : JarCheck.of(jar, size);
        if (!found.refusals().isEmpty()) {
            throw new IllegalArgumentException(Texts.line(String.join("；", found.refusals()), MOST_CHARACTERS));
        }
        return found.files().byName();
    }

    /**
     * @param calendar what the examples are counted by
     * @param known the procedures that the rules may name
     */
    public static Checked of(Map<String, byte[]> files, Map<String, byte[]> calendar, Procedures known) {
        Reading reading = Reading.of(new BundleFiles(files), known);
        if (!(reading.content().orElse(null) instanceof Content.OfPolicy content)) {
            return new Checked(Optional.empty(), reading.content().map(Content::name).orElse("规则"), reading.problems(), List.of());
        }
        Reading days = Reading.of(new BundleFiles(calendar));
        if (!(days.content().orElse(null) instanceof Content.OfCalendar dated)) {
            return new Checked(Optional.empty(), content.name(), days.problems(), List.of());
        }
        ExampleRun.Result examples = ExampleRun.of(content, dated);
        List<String> warnings = new ArrayList<>(examples.stale());
        NationalLimits.of(content.policy()).forEach(w -> warnings.add(BundleFiles.POLICY + " " + w));
        return new Checked(examples.wrong().isEmpty() ? Optional.of(content.policy()) : Optional.empty(), content.name(), examples.wrong(), warnings);
    }
}
