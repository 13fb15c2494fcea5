package cn.xiezhi.rest;

import cn.xiezhi.assessment.Figures;
import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.time.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The assessment as tables: the figures, and how they were counted, so that the file explains itself. */
final class AssessmentSheets {
    private static final List<String> HEADING = List.of("单位", "职责", "应办件数", "按期完成", "逾期完成", "拒绝", "未答复", "办理中", "按期率（%）", "其中延长期限",
            "及时类已办", "及时类未办", "用时中位数（小时）", "用时中位数（工作日）", "已终止（不计率）", "已转出（不计率）");

    private AssessmentSheets() {}

    static List<Sheet> of(AssessmentJson a, String jurisdiction) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        a.organs().forEach(o -> {
            o.duties().forEach(d -> rows.add(row(o.organ().name(), d.dutyName(), d.figures())));
            rows.add(row(o.organ().name(), "小计", o.total()));
        });
        rows.add(row("合计", "", a.total()));
        List<List<String>> trained = new ArrayList<>(List.of(List.of("单位", "培训学时（人次合计）")));
        a.training().forEach(t -> trained.add(List.of(t.organ().name(), t.hours().toPlainString())));
        return List.of(new Sheet("考核", rows, IntStream.range(2, HEADING.size()).boxed().collect(Collectors.toSet())), new Sheet("口径", List.of(
                List.of("项目", "说明"),
                List.of("辖区", jurisdiction),
                List.of("考核期", a.from() + " 至 " + a.to() + "（含首尾两日）"),
                List.of("数据截至", Zone.day(a.judgedAt()).isAfter(a.to()) ? a.to() + " 24:00" : Texts.time(a.judgedAt())),
                List.of("归属", "有数字期限的，按期限届满之日归入考核期；规定为“及时”的，按起算之日归入"),
                List.of("按期率", "按期完成 ÷（按期完成＋逾期完成＋未答复＋拒绝）；期限未满的、及时类的、已终止和已转出的不计"),
                List.of("未答复", "考核期末期限已满而仍未办结；考核期之后才办结的仍计为未答复"),
                List.of("其中延长期限", "期限经延长的件数，不论结果；在延长后的期限内完成的同时计为按期完成"),
                List.of("用时中位数", "自起算至完成或拒绝；工作日的起算当日不计"),
                List.of("培训学时", "考核期内举行的培训，每人每次计该次学时"))), new Sheet("培训", trained, Set.of(1)));
    }

    private static List<String> row(String organ, String duty, AssessmentJson.FiguresJson figures) {
        Figures f = figures.counts();
        return Stream.of(Stream.of(organ, duty), Stream.of(f.arose(), f.onTime(), f.late(), f.refused(), f.unanswered(), f.running()).map(String::valueOf),
                Stream.of(figures.rate().map(r -> number(Math.round(r * 1000) / 10.0)).orElse("")),
                Stream.of(f.extended(), f.metWithoutNumber(), f.openWithoutNumber()).map(String::valueOf),
                Stream.of(f.medianHours(), f.medianWorkingDays()).map(m -> m.map(AssessmentSheets::number).orElse("")),
                Stream.of(f.cancelled(), f.passedOn()).map(String::valueOf)).flatMap(s -> s).toList();
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
