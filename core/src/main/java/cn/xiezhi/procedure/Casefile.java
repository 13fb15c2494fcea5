package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** 案卷评分: one file that the yearly review has drawn; two reviewers score it, each by the whole sheet and with a reason for what they take off. */
public final class Casefile {
    static final String BUREAU = "bureau";
    static final String REVIEWED = "reviewed";
    static final int MOST_CRITERIA = 20;

    private static final Field REASONS = Field.lines("reasons", "扣分理由").help("每行一条；有扣分的必填");
    private static final Field FINDING = Field.longText("finding", "需要监督处理的问题").must();
    private static final List<Field> POINTS = IntStream.rangeClosed(1, MOST_CRITERIA).mapToObj(i -> Field.number("c" + i, "第 " + i + " 项得分", 100)).toList();

    public static final Procedure PROCEDURE = Procedure.named("casefile", "案卷评分")
            .state("open", "评分中").state("scored", "已评分，待公布").end("published", "结果已公布")
            .part(BUREAU, "评查机关").part(REVIEWED, "被评查单位")
            .opening(Action.named("open", "抽取案卷").only(new Role[0]))
            .actions(score(), supervise(), Action.named("publish", "公布评查结果").from("scored").by(BUREAU).only(new Role[0]).aside())
            .records(POINTS).records(REASONS, FINDING, Field.text("file", "案卷"), Field.organ("organ", "办案单位"), Field.lines("criteria", "评分项目"),
                    Field.people("firstBy", "第一评查人"), Field.people("secondBy", "第二评查人"), Field.lines("firstPoints", "第一评查人各项得分"),
                    Field.lines("secondPoints", "第二评查人各项得分"), Field.text("firstScore", "第一评查人得分"), Field.text("secondScore", "第二评查人得分"),
                    Field.lines("firstReasons", "第一评查人扣分理由"), Field.lines("secondReasons", "第二评查人扣分理由"), Field.text("score", "平均得分"),
                    Field.text("supervision", "转行政执法监督")).made();

    private Casefile() {}

    /** One line of the scoring sheet. */
    record Criterion(String name, int full) {
        /** @return empty if the line is not 名称|满分 with full marks from 1 to 100 */
        static Optional<Criterion> of(String line) {
            int bar = Math.max(line.lastIndexOf('|'), line.lastIndexOf('｜'));
            String marks = bar < 1 ? "" : line.substring(bar + 1).strip();
            String name = bar < 1 ? "" : line.substring(0, bar).strip();
            return !name.isEmpty() && marks.matches("[1-9]\\d?|100") ? Optional.of(new Criterion(name, Integer.parseInt(marks))) : Optional.empty();
        }
    }

    /** Comes into being with the draw; the reviewed organ sees it when the results are published. */
    static void drawn(Case c, Draft d, Matter file, String organ, String criteria) {
        d.to("open");
        d.title("案卷评分：" + file.title());
        d.party(BUREAU, c.matter().party(BUREAU).orElseThrow());
        d.record("file", file.id());
        d.record("organ", organ);
        d.record("criteria", criteria);
    }

    static void publish(Draft d) {
        d.to("published");
        d.party(REVIEWED, d.field("organ").orElseThrow());
    }

    private static List<Criterion> criteria(Matter matter) {
        return matter.field("criteria").orElse("").lines().map(Criterion::of).flatMap(Optional::stream).toList();
    }

    private static Action score() {
        return Action.named("score", "评分").from("open").by(BUREAU)
                .barredBy(c -> c.matter().field("firstBy").filter(c.actor().user()::equals)
                        .map(u -> Refusal.conflict("second-reviewer-needed", "每份案卷由两名评查人分别评分；您已评过，请由另一人评分")))
                .asks(c -> {
                    List<Criterion> criteria = criteria(c.matter());
                    List<Field> fields = new ArrayList<>();
                    IntStream.range(0, criteria.size()).forEach(i -> fields.add(
                            Field.number("c" + (i + 1), criteria.get(i).name() + "（满分 " + criteria.get(i).full() + "）", criteria.get(i).full()).must()));
                    fields.add(REASONS);
                    return fields;
                })
                .checks(c -> total(c).compareTo(BigDecimal.valueOf(criteria(c.matter()).stream().mapToInt(Criterion::full).sum())) < 0 && c.lines("reasons").isEmpty()
                        ? Optional.of(Guards.wrong("reasons", "有扣分，请写明扣分理由")) : Optional.empty())
                .then((c, d) -> {
                    boolean second = c.matter().field("firstBy").isPresent();
                    String who = second ? "second" : "first";
                    List<Criterion> criteria = criteria(c.matter());
                    d.record(who + "By", c.actor().user());
                    d.record(who + "Points", String.join("\n", IntStream.range(0, criteria.size())
                            .mapToObj(i -> criteria.get(i).name() + "：" + c.in("c" + (i + 1)).orElseThrow() + "/" + criteria.get(i).full()).toList()));
                    d.record(who + "Score", total(c).toPlainString());
                    c.in("reasons").ifPresent(r -> d.record(who + "Reasons", r));
                    if (second) {
                        d.to("scored");
                        d.record("score", average(List.of(new BigDecimal(c.matter().field("firstScore").orElseThrow()), total(c))).toPlainString());
                    }
                });
    }

    private static BigDecimal total(Case c) {
        return POINTS.stream().map(f -> c.in(f.id())).flatMap(Optional::stream).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** To two decimals. */
    static BigDecimal average(List<BigDecimal> scores) {
        return scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
    }

    private static Action supervise() {
        return Action.named("supervise", "转行政执法监督").from("scored").by(BUREAU).aside().asks(FINDING)
                .barredBy(c -> c.matter().field("supervision").map(id -> Refusal.conflict("already-supervised", "已转行政执法监督：" + id)))
                .then((c, d) -> {
                    d.recordInput(c);
                    Draft supervision = d.spawn(Supervision.PROCEDURE);
                    Supervision.overFile(c, supervision, c.matter().field("organ").orElseThrow(), "案卷评查发现的问题", c.in("finding").orElseThrow());
                    d.record("supervision", supervision.id());
                });
    }
}
