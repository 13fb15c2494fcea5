package cn.xiezhi.rest;

import cn.xiezhi.assessment.Assessment;
import cn.xiezhi.assessment.Figures;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.rest.OrganJson.Named;
import cn.xiezhi.time.Zone;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures of a period; {@code from} and {@code to} are its first and last day. */
record AssessmentJson(LocalDate from, LocalDate to, Instant judgedAt, List<OfOrgan> organs, FiguresJson total, List<Trained> training) {
    record OfOrgan(Named organ, List<OfDuty> duties, FiguresJson total) {}

    record Trained(Named organ, BigDecimal hours) {}

    record OfDuty(String duty, String dutyName, FiguresJson figures) {}

    /** @param rate 0 to 1 */
    record FiguresJson(@JsonUnwrapped Figures counts, Optional<Double> rate) {
        static FiguresJson of(Figures figures) {
            return new FiguresJson(figures, figures.rate());
        }
    }

    static AssessmentJson of(Procedures known, Assessment a, Function<String, String> nameOf) {
        return new AssessmentJson(Zone.day(a.period().from()), Zone.day(a.period().to().minusMillis(1)), a.judgedAt(), a.organs().stream().map(o ->
                new OfOrgan(new Named(o.organ(), nameOf.apply(o.organ())), o.duties().entrySet().stream().map(d ->
                        new OfDuty(d.getKey().id(), known.text(d.getKey()), FiguresJson.of(d.getValue()))).toList(), FiguresJson.of(o.total()))).toList(),
                FiguresJson.of(a.total()),
                a.trainingHours().entrySet().stream().map(t -> new Trained(new Named(t.getKey(), nameOf.apply(t.getKey())), t.getValue())).toList());
    }
}
