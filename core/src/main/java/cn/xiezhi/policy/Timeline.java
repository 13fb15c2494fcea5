package cn.xiezhi.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which version is in force when, by the decisions taken: at any instant the one whose time began last; of two that begin at the same
 * instant, the one decided later. So a change at once leaves standing what was planned for a later day.
 *
 * @param terms in force or planned, by their beginning; none that was withdrawn
 */
public record Timeline(List<Term> terms) {
    public static final Timeline NONE = new Timeline(List.of());

    private static final Comparator<Term> BY_BEGINNING = Comparator.comparing(Term::since).thenComparingInt(Term::seq);

    /** Of all decisions ever taken, in any order. */
    public static Timeline of(List<Term> decided) {
        return new Timeline(decided.stream().filter(t -> t.withdrawnAt().isEmpty()).sorted(BY_BEGINNING).toList());
    }

    public Timeline {
        terms = List.copyOf(terms);
    }

    /** What is in force at an instant; empty before the first. */
    public Optional<Term> at(Instant instant) {
        return terms.stream().filter(t -> !t.since().isAfter(instant)).reduce((a, b) -> b);
    }

    /** When a term ends because another begins; empty for the last, and for one that never held because another began at the same instant: see {@link #held}. */
    public Optional<Instant> until(Term term) {
        return terms.stream().filter(t -> BY_BEGINNING.compare(t, term) > 0).findFirst().map(Term::since);
    }

    /**
     * What was decided before a version with a higher number came, and would take its place: likely forgotten, as whoever decided it did not know of the other.
     *
     * @param now only what begins later
     */
    public List<Term> overtaken(Instant now) {
        return terms.stream().filter(t -> t.since().isAfter(now) && terms.stream().anyMatch(newer -> newer.seq() > t.seq() && BY_BEGINNING.compare(newer, t) < 0
                && VersionOrder.INSTANCE.compare(newer.version(), t.version()) > 0)).toList();
    }

    /** Whether a version was ever in force by then. */
    public boolean held(String version, Instant by) {
        return terms.stream().anyMatch(t -> t.version().equals(version) && !t.since().isAfter(by) && until(t).filter(t.since()::equals).isEmpty());
    }
}
