package cn.xiezhi.tool;

import cn.xiezhi.loader.Checked;
import cn.xiezhi.procedure.Procedures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rule files of a folder or of a jar, as they are.
 *
 * @param files by their names, e.g. {@code policy.yaml}
 */
record Source(Path path, Map<String, byte[]> files) {
    /** @throws Refusal if there are none */
    static Source of(Path path) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            if (Files.isDirectory(path)) {
                files.putAll(Checked.inFolder(path));
            } else if (Files.exists(path)) {
                files.putAll(Checked.files(path));
            } else {
                throw new Refusal(path + "：没有这个文件夹或文件");
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(path + "：" + e.getMessage());
        } catch (IOException e) {
            throw new Refusal(path + "：无法读取，没有权限");
        }
        if (files.isEmpty()) {
            throw new Refusal(path + "：没有规则文件（" + String.join("、", Checked.FILES) + "）");
        }
        return new Source(path, files);
    }

    /** Checked by the examples' calendar, which itself has to be right. */
    Checked checked(Path calendar, Procedures known) {
        if (!files.containsKey(Checked.CALENDAR) && !Files.exists(calendar)) {
            throw new Refusal(calendar + "：没有这个文件；请用 --calendar 写明核对算例用的工作日历");
        }
        Source days = files.containsKey(Checked.CALENDAR) ? this : of(calendar);
        if (!days.files.containsKey(Checked.CALENDAR)) {
            throw new Refusal(days.path + "：没有工作日历（" + Checked.CALENDAR + "）");
        }
        return Checked.of(files, days.files, known);
    }
}
