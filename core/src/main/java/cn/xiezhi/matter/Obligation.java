package cn.xiezhi.matter;

import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Who owes which duty on a matter until when, and under which rule. Computed once, when it arises, by the version then in
 * force, and kept.
 *
 * @param owedBy the organ's id
 * @param dueAtExclusive the first instant at which it is overdue; empty where the document has no number
 */
public record Obligation(
        String id,
        Duty duty,
        Variant variant,
        String owedBy,
        Instant trigger,
        Limit limit,
        Optional<LocalDate> lastDay,
        Optional<Instant> dueAtExclusive,
        boolean provisional,
        Status status,
        Optional<Instant> closedAt,
        String policyVersion,
        String citation) {

    /** The next due first, those without a number last. */
    public static final Comparator<Obligation> NEXT_DUE = Comparator.comparing(o -> o.dueAtExclusive().orElse(Instant.MAX));

    /** What became of it. Whether it was met late follows from the times. Refused: who owed an answer declined it, with a reason. */
    public enum Status { OPEN, MET, CANCELLED, PASSED_ON, REFUSED }

    public static Obligation arising(String id, DueDate due, String owedBy, String policyVersion) {
        return new Obligation(id, due.duty(), due.variant(), owedBy, due.deadline().trigger(), due.limit(), due.deadline().lastDay(),
                due.deadline().dueAtExclusive(), due.deadline().provisional(), Status.OPEN, Optional.empty(), policyVersion, due.citation());
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    public boolean extended() {
        return variant == Variant.EXTENDED;
    }

    /** Whether its time had run out at an instant, or when it was closed. */
    public boolean overdue(Instant now) {
        return ranOut(closedAt.orElse(now));
    }

    /** Whether its time had run out at an instant, whatever became of it. */
    public boolean ranOut(Instant at) {
        // "Immediately" is due at its trigger: met in the same act, it is in time.
        return dueAtExclusive.isPresent() && (limit.equals(Limit.immediately()) ? at.isAfter(dueAtExclusive.get()) : !at.isBefore(dueAtExclusive.get()));
    }

    public Obligation closed(Status how, Instant at) {
        return new Obligation(id, duty, variant, owedBy, trigger, limit, lastDay, dueAtExclusive, provisional, how, Optional.of(at), policyVersion, citation);
    }

    /** The same obligation with another end: extended within its rule, or counted anew on another calendar. */
    public Obligation due(DueDate due) {
        return under(due, policyVersion);
    }

    /** The same obligation under other rules than it arose under. */
    public Obligation under(DueDate due, String version) {
        return new Obligation(id, duty, due.variant(), owedBy, trigger, due.limit(), due.deadline().lastDay(), due.deadline().dueAtExclusive(),
                due.deadline().provisional(), status, closedAt, version, due.citation());
    }

    /** Whether the rule gives another end than the one counted before. What a paper set, and not this rule, stays as it is. */
    public boolean movedBy(DueDate due) {
        return limit.equals(due.limit()) && citation.equals(due.citation()) && due.deadline().lastDay().isPresent() && !due(due).equals(this);
    }

    /** The same duty with the same end, now another organ's. */
    public Obligation takenOver(String newId, String organ) {
        return new Obligation(newId, duty, variant, organ, trigger, limit, lastDay, dueAtExclusive, provisional, Status.OPEN, Optional.empty(), policyVersion, citation);
    }
}
