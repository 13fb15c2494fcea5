package cn.xiezhi.store;

import cn.xiezhi.assessment.PastObligations;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads through the obligations of a period, row by row. */
record PeriodReader(Work work) implements PastObligations {
    @Override
    public void each(String jurisdiction, Period period, Optional<String> organ, Optional<Duty> duty, BiConsumer<String, Obligation> to) {
        long from = period.from().toEpochMilli();
        long until = period.to().toEpochMilli();
        List<Object> bound = new ArrayList<>(List.of(jurisdiction, from, until, from, until));
        // What falls due at the very end may still belong to the period: the period itself knows, this only finds.
        String sql = "select " + ObligationRow.COLUMNS + ", matter from obligation where jurisdiction = ? and (due_at between ? and ? or due_at is null and trigger_at between ? and ?)"
                + organ.map(o -> and("owed_by", o, bound)).orElse("") + duty.map(d -> and("duty", d.id(), bound)).orElse("");
        work.each(sql, row -> to.accept(row.getString("matter"), ObligationRow.of(row).value()), bound.toArray());
    }

    private static String and(String column, String value, List<Object> bound) {
        bound.add(value);
        return " and " + column + " = ?";
    }
}
