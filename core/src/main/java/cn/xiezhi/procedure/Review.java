package cn.xiezhi.procedure;

import cn.xiezhi.matter.Hashes;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Casefile.Criterion;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organ.Kind;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 案卷评查: opened by the calendar each year → files drawn organ by organ, so that anybody can draw them again → each scored by
 * two reviewers ({@link Casefile}) → averages and grades per organ, published.
 */
public final class Review {
    private static final String BUREAU = Casefile.BUREAU;
    private static final int MOST_FILES = 200;

    /** Which matters are case files, and which part in them decided. */
    private static final Map<Procedure, String> FILES = Map.of(Transfer.CASE, Transfer.RECEIVER, Transfer.CLUE, Transfer.RECEIVER,
            Enforcement.PROCEDURE, Enforcement.ORGAN);

    private static final Rule WHOSE = Rule.list("reviewed", "评查谁的案卷").must();

    private static final Field YEAR = Field.text("year", "年度").must();
    private static final Field FROM = Field.date("from", "案卷作出决定的日期，自").in(Span.PAST).must();
    private static final Field TO = Field.date("to", "至").in(Span.PAST).must();
    private static final Field PER_ORGAN = Field.choice("perOrgan", "每个单位抽取几份", IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).map(n -> new Option(n, n)).toList()).must();
    private static final Field CRITERIA = Field.lines("criteria", "评分表").must().help("每行一项：名称|满分，例如 主体合法|20；最多 20 项");
    private static final Field GRADES = Field.lines("grades", "等次").help("每行一等：名称|最低平均分，例如 优秀|90；可不填");

    public static final Procedure PROCEDURE = Procedure.named("review", "案卷评查")
            .state("due", "待抽取案卷").state("scoring", "评分中").end("published", "结果已公布")
            .part(BUREAU, "评查机关").part(Casefile.REVIEWED, "被评查单位")
            .rules(WHOSE)
            .periodic(Review::begun)
            .opening(opening()).actions(draw(), publish())
            .records(YEAR, FROM, TO, PER_ORGAN, CRITERIA, GRADES, Field.text("seed", "抽取种子"), Field.lines("population", "抽取范围"), Field.lines("results", "评查结果")).made();

    private Review() {}

    /** Also the year that was running when the rules first held: its review is owed by its end all the same. */
    private static List<Period> begun(Situation situation, Instant from) {
        if (cadence(situation.policy()).isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(Zone.day(from).getYear(), Zone.day(situation.now()).getYear()).mapToObj(Integer::toString)
                .map(year -> new Period(year, Map.of("year", year))).toList();
    }

    private static Optional<Cited<Cadence>> cadence(Policy policy) {
        return Optional.ofNullable(policy.duties().get(Duty.SUPERVISION_REVIEW)).flatMap(DutyRule::cadence);
    }

    /** By the calendar only. */
    private static Action opening() {
        return Action.named("open", "开展年度评查").only(new Role[0]).asks(YEAR).checks(Guards.registered(Kind.JUSTICE_BUREAU)).citing(c -> cadence(c.policy()))
                .then((c, d) -> {
                    String bureau = c.situation().organOf(Kind.JUSTICE_BUREAU).orElseThrow().id();
                    String year = c.in("year").orElseThrow();
                    d.recordInput(c);
                    d.to("due");
                    d.title(year + " 年度行政执法案卷评查");
                    d.party(BUREAU, bureau);
                    d.owe(Duty.SUPERVISION_REVIEW, bureau, Variant.NORMAL, Zone.startOf(LocalDate.of(Integer.parseInt(year), 1, 1)));
                });
    }

    /** Once only: the seed is the ledger's head before the draw, which nobody chooses and everybody can check. */
    private static Action draw() {
        return Action.named("draw", "抽取案卷").from("due").by(BUREAU)
                .asks(c -> List.of(c.matter().field("year").map(y -> FROM.preset(y + "-01-01")).orElse(FROM), TO.preset(Zone.day(c.now()).toString()), PER_ORGAN, CRITERIA, GRADES))
                .checks(Review::unfit)
                .citing(c -> c.rules().list(WHOSE).stream().findFirst().map(e -> new Cited<>(e.name(), e.citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.record("seed", c.matter().ledgerHead());
                    List<String> population = new ArrayList<>();
                    files(c).forEach((organ, files) -> {
                        List<Matter> drawn = drawn(c.matter().ledgerHead(), files, perOrgan(c));
                        population.add(c.situation().nameOf(organ) + "：" + files.size() + " 份中抽取 " + drawn.size() + " 份");
                        drawn.forEach(f -> Casefile.drawn(c, d.spawn(Casefile.PROCEDURE), f, organ, c.in("criteria").orElseThrow()));
                    });
                    d.record("population", String.join("\n", population));
                    d.to("scoring");
                });
    }

    /** Asked only of what was filled in: checks are also tried on a form with blanks. */
    private static Optional<Refusal> unfit(Case c) {
        if (c.lines("criteria").stream().anyMatch(l -> Criterion.of(l).isEmpty()) || c.lines("criteria").size() > Casefile.MOST_CRITERIA) {
            return Optional.of(Guards.wrong("criteria", "每行应为“名称|满分”，满分是 1 至 100 的整数；最多 " + Casefile.MOST_CRITERIA + " 项"));
        }
        if (c.lines("grades").stream().anyMatch(l -> Criterion.of(l).isEmpty())) {
            return Optional.of(Guards.wrong("grades", "每行应为“名称|最低平均分”，最低平均分是 1 至 100 的整数"));
        }
        if (c.day("from").isEmpty() || c.day("to").isEmpty() || c.in("perOrgan").isEmpty()) {
            return Optional.empty();
        }
        return c.day("from").get().isAfter(c.day("to").get()) ? Optional.of(Guards.wrong("to", "不能早于起始日期")) : size(c);
    }

    private static Optional<Refusal> size(Case c) {
        int files = files(c).values().stream().mapToInt(f -> Math.min(f.size(), perOrgan(c))).sum();
        if (files == 0) {
            return Optional.of(Guards.wrong("from", "这段时间内没有已作出决定的案卷"));
        }
        return files > MOST_FILES ? Optional.of(Guards.wrong("perOrgan", "一次最多抽取 " + MOST_FILES + " 份，现为 " + files + " 份；请减少每个单位的份数")) : Optional.empty();
    }

    private static int perOrgan(Case c) {
        return Integer.parseInt(c.in("perOrgan").orElseThrow());
    }

    /** The files of a span, by the organ that decided them. */
    private static Map<String, List<Matter>> files(Case c) {
        LocalDate from = c.day("from").orElseThrow();
        LocalDate to = c.day("to").orElseThrow();
        List<String> kinds = c.rules().list(WHOSE).stream().map(Entry::by).flatMap(Optional::stream).toList();
        Map<String, List<Matter>> files = new LinkedHashMap<>();
        c.situation().organs().values().stream().filter(o -> kinds.contains(o.kind().code())).map(Organ::id).sorted().forEach(organ -> {
            List<Matter> decided = new ArrayList<>();
            // A case may have been opened well before the span in which it was decided.
            FILES.forEach((procedure, part) -> c.situation().lookup().matters(procedure.id(), organ, Zone.startOf(from.minusYears(2))).stream()
                    .filter(m -> m.organs(part).contains(organ))
                    .filter(m -> m.field("decidedAt").map(Case::instant).map(Zone::day).filter(day -> !day.isBefore(from) && !day.isAfter(to)).isPresent())
                    .forEach(decided::add));
            // The decision of a case that was transferred is its file; the transfer is not another.
            Set<String> origins = decided.stream().map(Matter::origin).flatMap(Optional::stream).collect(Collectors.toSet());
            decided.removeIf(m -> origins.contains(m.id()));
            if (!decided.isEmpty()) {
                files.put(organ, decided);
            }
        });
        return files;
    }

    /** The {@code most} files whose hash under the seed comes first: whoever has the seed draws the same ones, in whatever order the files are listed. */
    static List<Matter> drawn(String seed, List<Matter> files, int most) {
        return files.stream().sorted(Comparator.comparing(f -> Hashes.sha256(seed + ":" + f.id()))).limit(most).toList();
    }

    private static List<Matter> sample(Case c) {
        return c.situation().lookup().linked(c.matter().id()).stream().filter(f -> f.procedure().equals(Casefile.PROCEDURE.id())).toList();
    }

    private static Action publish() {
        return Action.named("publish", "公布评查结果").from("scoring").by(BUREAU)
                .checks(c -> Optional.of(sample(c).stream().filter(f -> !f.state().equals("scored")).count()).filter(n -> n > 0)
                        .map(n -> Refusal.conflict("not-all-scored", "还有 " + n + " 份案卷没有经两名评查人评分")))
                .then((c, d) -> {
                    Map<String, List<BigDecimal>> scores = new LinkedHashMap<>();
                    sample(c).stream().sorted(Comparator.comparing(f -> f.field("organ").orElseThrow())).forEach(f -> {
                        scores.computeIfAbsent(f.field("organ").orElseThrow(), x -> new ArrayList<>()).add(new BigDecimal(f.field("score").orElseThrow()));
                        Casefile.publish(d.also(Casefile.PROCEDURE, f, "publish"));
                    });
                    d.record("results", String.join("\n", scores.entrySet().stream().map(s -> result(c, s.getKey(), s.getValue())).toList()));
                    d.parties(Casefile.REVIEWED, scores.keySet());
                    d.close(Duty.SUPERVISION_REVIEW, Status.MET);
                    d.to("published");
                });
    }

    private static String result(Case c, String organ, List<BigDecimal> scores) {
        BigDecimal average = Casefile.average(scores);
        Optional<String> grade = c.matter().field("grades").orElse("").lines().map(Criterion::of).flatMap(Optional::stream)
                .filter(g -> average.compareTo(BigDecimal.valueOf(g.full())) >= 0).max(Comparator.comparingInt(Criterion::full)).map(Criterion::name);
        return c.situation().nameOf(organ) + "：平均 " + average.toPlainString() + " 分（" + scores.size() + " 份）" + grade.map(g -> "，" + g).orElse("");
    }
}
