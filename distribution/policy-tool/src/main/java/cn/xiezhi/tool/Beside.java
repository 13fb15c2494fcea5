package cn.xiezhi.tool;

import cn.xiezhi.procedure.Procedures;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What rules are looked at by, besides themselves: a work calendar, and procedures that other bundles bring. */
final class Beside {
    @Option(names = "--calendar", paramLabel = "<jar>", description = "核对算例用的工作日历；默认为随产品安装的")
    private Path calendar;

    @Option(names = "--with", paramLabel = "<jar>", description = "规则所用的外来规程组件，可写多次；其中的程序会在本机运行")
    private List<Path> with = List.of();

    Path calendar(Main main) {
        return calendar == null ? main.calendar() : calendar;
    }

    Procedures procedures() {
        return Brought.with(with);
    }
}
