package cn.xiezhi.rest;

import cn.xiezhi.assessment.Age;
import cn.xiezhi.sheet.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The leader's view as tables: those of the assessment, and one for each of its other charts. */
final class OverviewSheets {
    private OverviewSheets() {}

    static List<Sheet> of(OverviewJson o, String jurisdiction) {
        List<Sheet> sheets = new ArrayList<>(AssessmentSheets.of(o.assessment(), jurisdiction));
        sheets.add(table("各月", List.of("首日", "末日", "应办件数", "按期完成", "逾期完成", "拒绝", "未答复", "办理中", "按期率（%）"), 2, o.months().stream().map(m -> {
            var f = m.figures().counts();
            return row(m.from(), m.to(), f.arose(), f.onTime(), f.late(), f.refused(), f.unanswered(), f.running(),
                    m.figures().rate().map(r -> AssessmentSheets.number(Math.round(r * 1000) / 10.0)).orElse(""));
        })));
        sheets.add(table("在办事项", Stream.of(Stream.of("规程", "在办件数"), Arrays.stream(Age.values()).map(Age::text)).flatMap(s -> s).toList(), 1, o.backlog().stream().map(b ->
                Stream.concat(row(b.procedure().name(), b.open()).stream(), b.ages().stream().map(a -> String.valueOf(a.open()))).toList())));
        sheets.add(table("已逾期未办结", List.of("单位", "件数"), 1, o.overdue().stream().map(x -> row(x.organ().name(), x.overdue()))));
        sheets.add(table("争议", List.of("层级", "名称", "考核期内在此级解决", "现在此级办理", "用时中位数（天）"), 2, o.disputes().levels().stream().map(l ->
                row(l.number(), l.name(), l.ended(), l.open(), l.medianDays().map(AssessmentSheets::number).orElse("")))));
        return sheets;
    }

    /** @param text how many columns are words */
    private static Sheet table(String name, List<String> heading, int text, Stream<List<String>> rows) {
        return new Sheet(name, Stream.concat(Stream.of(heading), rows).toList(), IntStream.range(text, heading.size()).boxed().collect(Collectors.toSet()));
    }

    private static List<String> row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).toList();
    }
}
