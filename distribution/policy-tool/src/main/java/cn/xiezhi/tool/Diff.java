package cn.xiezhi.tool;

import cn.xiezhi.loader.Checked;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.revision.Comparison;
import cn.xiezhi.revision.Comparison.Change;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what one version of rules says otherwise than another, as the console does. */
@Command(name = "diff", description = "比较两个版本：逐条列出原来和现在的规定及出处，和答案变了的算例。")
final class Diff implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(index = "0", paramLabel = "<原>", description = "原来的文件夹或 jar")
    private Path before;

    @Parameters(index = "1", paramLabel = "<新>", description = "新的文件夹或 jar")
    private Path after;

    @Mixin
    private Beside beside;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path days = beside.calendar(main);
        Source old = Source.of(before);
        Source fresh = Source.of(after);
        Procedures known = beside.procedures();
        Checked was = right(old, days, known);
        Checked is = right(fresh, days, known);
        PrintWriter out = spec.commandLine().getOut();
        out.println(was.name() + " → " + is.name());
        if (was.policy().isPresent() && is.policy().isPresent()) {
            List<Change> changes = Comparison.of(was.policy().get(), is.policy().get(), known);
            changes.forEach(change -> print(change, out));
            Checked.answers(old.files(), fresh.files(), Source.of(days).files(), known)
                    .forEach(a -> out.println(Checked.line("算例  " + a.example() + "：" + a.before() + " → " + a.after())));
            out.println("共 " + changes.size() + " 处不同。");
        } else if (was.calendar().isPresent() && is.calendar().isPresent()) {
            Comparison.of(was.calendar().get(), is.calendar().get()).forEach(change -> print(change, out));
            List<Comparison.Day> changed = Comparison.days(was.calendar().get(), is.calendar().get());
            changed.forEach(day -> out.println("日期  " + day.date() + "：" + day.before().text() + " → " + day.after().text()));
            out.println("共 " + changed.size() + " 天不同。");
        } else {
            throw new Refusal("一个是规则，一个是工作日历，无法比较。");
        }
        return 0;
    }

    private Checked right(Source source, Path days, Procedures known) {
        Checked checked = source.checked(days, known);
        checked.problems().forEach(p -> spec.commandLine().getErr().println("错误  " + p));
        if (!checked.problems().isEmpty()) {
            throw new Refusal(source.path() + "：有 " + checked.problems().size() + " 处错误，无法比较。");
        }
        return checked;
    }

    private static void print(Change change, PrintWriter out) {
        out.println(Checked.line(change.title() + "（" + change.key() + "）"));
        out.println("  原  " + said(change.before(), change.citationBefore()));
        out.println("  新  " + said(change.after(), change.citationAfter()));
    }

    private static String said(Optional<String> text, Optional<String> citation) {
        return text.map(t -> Checked.line(t) + citation.map(Checked::line).map(c -> "（" + c + "）").orElse("")).orElse("没有");
    }
}
