package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.time.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One organ's duties over certain permits are another's from a day on: matters of one of the items, or whose field
 * {@code permit} names one of the permits.
 *
 * @param duties by id; empty for all
 * @param sinceInclusive the first day on which what arises is the successor's
 * @param untilExclusive the day from which it no longer is
 */
public record Succession(String from, String to, Set<String> items, Set<String> permits, Set<String> duties, LocalDate sinceInclusive, Optional<LocalDate> untilExclusive) {
    public Succession {
        items = Set.copyOf(items);
        permits = Set.copyOf(permits);
        duties = Set.copyOf(duties);
    }

    private boolean covers(Obligation o, Function<String, Optional<String>> field) {
        LocalDate day = Zone.day(o.trigger());
        return o.open() && o.owedBy().equals(from) && concerns(o.duty(), field) && !day.isBefore(sinceInclusive) && untilExclusive.filter(u -> !day.isBefore(u)).isEmpty();
    }

    /** Whether an open obligation goes over when the day has come, whenever it arose. */
    boolean takes(Matter matter, Obligation o) {
        return o.open() && o.owedBy().equals(from) && concerns(o.duty(), matter::field);
    }

    private boolean concerns(Duty duty, Function<String, Optional<String>> field) {
        return (duties.isEmpty() || duties.contains(duty.id()))
                && (field.apply("item").filter(items::contains).isPresent() || field.apply("permit").filter(permits::contains).isPresent());
    }

    /** The former organ keeps its place beside its successor where it keeps other duties. */
    boolean inPart() {
        return !duties.isEmpty();
    }

    /** The one that holds for an obligation that arises on a matter with these fields. */
    static Optional<Succession> of(List<Succession> all, Obligation arising, Function<String, Optional<String>> field) {
        return all.stream().filter(s -> s.covers(arising, field)).findFirst();
    }
}
