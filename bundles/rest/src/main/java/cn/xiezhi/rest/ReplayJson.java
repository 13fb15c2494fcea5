package cn.xiezhi.rest;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.revision.Previews;
import cn.xiezhi.revision.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What would have been late under other rules, and what not. */
record ReplayJson(int months, Instant from, Instant to, int obligations, int lateBefore, int lateAfter, int newlyLate, int noLongerLate, int gone, List<OfDuty> byDuty,
        List<Row> sample) {
    record OfDuty(String duty, String name, int obligations, int lateBefore, int lateAfter, int newlyLate, int noLongerLate, int gone) {}

    /** @param matter empty where this person may not see it */
    record Row(Optional<String> matter, String duty, String name, String organ, String organName, Instant trigger, Optional<Instant> dueBefore, Optional<Instant> dueAfter,
            Optional<Instant> closedAt, boolean lateBefore, boolean lateAfter) {}

    static ReplayJson of(Procedures known, int months, Previews.Replayed r, Function<String, String> organName) {
        Replay.Figures all = r.outcome().all();
        return new ReplayJson(months, r.from(), r.to(), all.obligations(), all.lateBefore(), all.lateAfter(), all.newlyLate(), all.noLongerLate(), all.gone(),
                r.outcome().byDuty().entrySet().stream().map(e -> new OfDuty(e.getKey().id(), known.text(e.getKey()), e.getValue().obligations(), e.getValue().lateBefore(),
                        e.getValue().lateAfter(), e.getValue().newlyLate(), e.getValue().noLongerLate(), e.getValue().gone())).toList(),
                r.outcome().rows().stream().map(row -> row(known, row, r.seen(), organName)).toList());
    }

    private static Row row(Procedures known, Replay.Row row, Set<String> seen, Function<String, String> organName) {
        Obligation o = row.obligation();
        return new Row(Optional.of(row.matter()).filter(seen::contains), o.duty().id(), known.text(o.duty()), o.owedBy(), organName.apply(o.owedBy()), o.trigger(), o.dueAtExclusive(),
                row.dueAfter(), o.closedAt(), row.lateBefore(), row.lateAfter());
    }
}
