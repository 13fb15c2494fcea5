package cn.xiezhi.rest;

import cn.xiezhi.assessment.Age;
import cn.xiezhi.assessment.Contested;
import cn.xiezhi.assessment.Overview;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.rest.OrganJson.Named;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The leader's view: the assessment itself, its months, and how things stand at {@code now}. */
record OverviewJson(Instant now, AssessmentJson assessment, List<Month> months, List<Backlog> backlog, List<OverdueOf> overdue, Contested disputes) {
    /** @param from {@code to}: its first and last day within the period */
    record Month(LocalDate from, LocalDate to, AssessmentJson.FiguresJson figures) {}

    record Backlog(Named procedure, int open, List<OfAge> ages) {}

    record OfAge(String age, String text, int open) {}

    record OverdueOf(Named organ, int overdue) {}

    static OverviewJson of(Procedures known, Overview o, Function<String, String> nameOf) {
        return new OverviewJson(o.now(), AssessmentJson.of(known, o.assessment(), nameOf),
                o.months().stream().map(m -> new Month(Zone.day(m.period().from()), Zone.day(m.period().to().minusMillis(1)), AssessmentJson.FiguresJson.of(m.total()))).toList(),
                o.backlog().entrySet().stream().map(b -> backlog(known, b)).sorted(Comparator.comparingInt(Backlog::open).reversed().thenComparing(b -> b.procedure().id())).toList(),
                o.overdue().entrySet().stream().map(e -> new OverdueOf(new Named(e.getKey(), nameOf.apply(e.getKey())), e.getValue()))
                        .sorted(Comparator.comparingInt(OverdueOf::overdue).reversed().thenComparing(x -> x.organ().id())).toList(), o.disputes());
    }

    private static Backlog backlog(Procedures known, Map.Entry<String, Map<Age, Integer>> of) {
        return new Backlog(new Named(of.getKey(), known.name(of.getKey())), of.getValue().values().stream().mapToInt(Integer::intValue).sum(),
                Arrays.stream(Age.values()).map(a -> new OfAge(a.code(), a.text(), of.getValue().getOrDefault(a, 0))).toList());
    }
}
