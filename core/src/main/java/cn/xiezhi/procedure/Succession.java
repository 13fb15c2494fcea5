package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
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

    /** Whether an obligation that arises on a matter with these fields is the successor's. */
    boolean covers(Obligation o, Function<String, Optional<String>> field) {
        return o.open() && o.owedBy().equals(from) && concerns(o.duty(), field) && holds(o.trigger());
    }

    /** Whether everything about a matter with these fields is the successor's now. */
    boolean coversAll(Function<String, Optional<String>> field, Instant now) {
        return duties.isEmpty() && concerns(field) && holds(now);
    }

    private boolean holds(Instant at) {
        LocalDate day = Zone.day(at);
        return !day.isBefore(sinceInclusive) && untilExclusive.filter(u -> !day.isBefore(u)).isEmpty();
    }

    /** Whether an open obligation goes over when the day has come, whenever it arose. */
    boolean takes(Matter matter, Obligation o) {
        return o.open() && o.owedBy().equals(from) && concerns(o.duty(), matter::field);
    }

    private boolean concerns(Duty duty, Function<String, Optional<String>> field) {
        return (duties.isEmpty() || duties.contains(duty.id())) && concerns(field);
    }

    private boolean concerns(Function<String, Optional<String>> field) {
        return field.apply("item").filter(items::contains).isPresent() || field.apply("permit").filter(permits::contains).isPresent();
    }

    /** Who holds a part after it: the successor takes the organ's place; an organ that keeps other duties, or acts, stays beside it. */
    Set<String> holders(Set<String> before, String acting) {
        boolean beside = !duties.isEmpty() || acting.equals(from);
        Set<String> after = new LinkedHashSet<>();
        before.forEach(o -> after.addAll(!o.equals(from) ? Set.of(o) : beside ? List.of(to, o) : List.of(to)));
        return after;
    }

    /** As the ledger says it. */
    String text(Situation situation) {
        return situation.nameOf(from) + "的此项职责自 " + sinceInclusive + " 起由" + situation.nameOf(to) + "承担";
    }
}
