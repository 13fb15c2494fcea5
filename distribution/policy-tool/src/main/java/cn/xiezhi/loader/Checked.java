package cn.xiezhi.loader;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.RuleFiles.Answers;
import cn.xiezhi.policy.RuleFiles.Inspection;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the product would say of rule files: the door to its own reading, with the platform's own procedures.
 *
 * @param policy {@code calendar} one of them, unless there are problems
 * @param name what they are, for people
 * @param problems each with file, line, key and what to do; with any, nothing would come into force
 * @param warnings where the policy is looser than a national limit, or an example is out of date
 */
public record Checked(Optional<Policy> policy, Optional<WorkCalendar> calendar, String name, List<String> problems, List<String> warnings) {
    public static final List<String> FILES = BundleFiles.NAMES;
    public static final String POLICY = BundleFiles.POLICY;
    public static final String CALENDAR = BundleFiles.CALENDAR;

    private static final int MOST_CHARACTERS = 2_000;

    public Checked {
        problems = problems.stream().map(Checked::line).toList();
        warnings = warnings.stream().map(Checked::line).toList();
    }

    /** Words out of a file on one line, without what a terminal would obey. */
    public static String line(String text) {
        return Texts.line(text, MOST_CHARACTERS);
    }

    /**
     * The rule files of a jar, by the check that the product makes of every jar before it takes it; its signature is not judged.
     *
     * @throws IllegalArgumentException if the product would not take it; the message says why
     */
    public static Map<String, byte[]> files(Path jar) throws IOException {
        long size = Files.size(jar);
        if (size > JarCheck.MOST_RULES) {
            throw new IllegalArgumentException("规则包超过 " + JarCheck.MOST_RULES / 1024 / 1024 + " MiB 上限");
        }
        JarCheck.Found found = JarCheck.of(jar, size);
        if (!found.refusals().isEmpty()) {
            throw new IllegalArgumentException(line(String.join("；", found.refusals())));
        }
        return found.files().byName();
    }

    /** The rule files of a folder, templates included. */
    public static Map<String, byte[]> inFolder(Path folder) throws IOException {
        return BundleFiles.in(folder).byName();
    }

    /**
     * @param calendar what the examples are counted by; needless for a calendar itself
     * @param known the procedures that the rules may name
     */
    public static Checked of(Map<String, byte[]> files, Map<String, byte[]> calendar, Procedures known) {
        FilesFromOutside reading = reading(known);
        Inspection days = reading.inspect(calendar, WorkCalendar.empty());
        if (days.calendar().isEmpty()) {
            return new Checked(Optional.empty(), Optional.empty(), "工作日历", days.problems(), days.warnings());
        }
        Inspection found = files.containsKey(CALENDAR) ? reading.inspect(files, WorkCalendar.empty()) : reading.inspect(files, days.calendar().get());
        String version = found.version().orElse("");
        String name = found.policy().map(p -> "辖区 " + p.jurisdiction().id() + " 的规则 " + version).orElse("工作日历 " + version);
        boolean right = found.problems().isEmpty();
        return new Checked(found.policy().filter(p -> right), found.calendar().filter(c -> right), name, found.problems(), found.warnings());
    }

    /** The golden examples of either version that the two answer otherwise. */
    public static List<Answers> answers(Map<String, byte[]> before, Map<String, byte[]> after, Map<String, byte[]> calendar, Procedures known) {
        FilesFromOutside reading = reading(known);
        WorkCalendar days = reading.inspect(calendar, WorkCalendar.empty()).calendar().orElseThrow();
        return reading.answers(before, days, after, days);
    }

    private static FilesFromOutside reading(Procedures known) {
        FilesFromOutside reading = new FilesFromOutside(Settings.OPEN);
        reading.changed(known);
        return reading;
    }
}
