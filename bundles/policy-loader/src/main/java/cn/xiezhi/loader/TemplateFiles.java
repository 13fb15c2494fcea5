package cn.xiezhi.loader;

import cn.xiezhi.document.Template;
import cn.xiezhi.document.TemplateCheck;
import cn.xiezhi.policy.Nearest;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Paper;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The templates (.docx) of a county's papers among its rule files: which papers they are for, and whether they can be used. */
final class TemplateFiles {
    private TemplateFiles() {}

    static boolean is(String name) {
        return name.startsWith(Template.FOLDER) && !name.endsWith("/");
    }

    /** What is wrong with them, each with the file it stands in. */
    static List<String> problems(BundleFiles files, Procedures known) {
        Map<String, Runnable> checks = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Procedure procedure : known.all().values()) {
            for (Paper paper : procedure.papers()) {
                String file = Template.file(procedure.id(), paper.id());
                checks.put(file, () -> TemplateCheck.problems(files.byName().get(file), Papers.fields(procedure, paper).stream().map(Field::id).toList(), paper.mark().isPresent())
                        .forEach(p -> problems.add(BundleFiles.FOLDER + file + "：" + p)));
            }
        }
        files.byName().keySet().stream().filter(TemplateFiles::is).sorted().forEach(name -> checks.getOrDefault(name,
                () -> problems.add(BundleFiles.FOLDER + Texts.line(name, 80) + "：没有这种文书；文件名为“规程编号-文书编号.docx”" + Nearest.hint(name, checks.keySet()))).run());
        return problems;
    }
}
