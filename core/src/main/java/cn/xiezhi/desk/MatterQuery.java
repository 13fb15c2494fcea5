package cn.xiezhi.desk;

import cn.xiezhi.matter.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which matters are asked for.
 *
 * @param partyOf only those in which this organ holds a part; empty for who may read across the jurisdiction
 * @param organ only those in which this organ too holds a part
 * @param text words that are all found in title, number or ledger, see {@link Words}
 * @param awaiting only those that wait for an organ, or in which it holds a part and that wait for others
 * @param narrow what else they must be like
 * @param after where the page before ended
 * @param limit 1 to 100
 */
public record MatterQuery(
        String jurisdiction,
        Optional<String> partyOf,
        Optional<String> organ,
        Optional<String> procedure,
        Optional<String> state,
        Optional<String> text,
        Optional<Boolean> open,
        Optional<Awaiting> awaiting,
        Narrow narrow,
        Optional<After> after,
        int limit) {
    public MatterQuery(String jurisdiction, Optional<String> partyOf, Optional<String> organ, Optional<String> procedure, Optional<String> state, Optional<String> text,
            Optional<Boolean> open, Optional<Awaiting> awaiting, Optional<After> after, int limit) {
        this(jurisdiction, partyOf, organ, procedure, state, text, open, awaiting, Narrow.NOT, after, limit);
    }

    /** @param act whether an act of the organ is waited for */
    public record Awaiting(String organ, boolean act) {}

    /** The last row of the page before. */
    public record After(Instant openedAt, String id) {}

    /**
     * @param assignee whose it is, by user
     * @param openedFrom inclusive
     * @param openedBefore exclusive
     * @param due when the next of the matter's open obligations is due
     * @param sealedFor whoever acts for this organ also finds by what is kept for the parts it may hold
     */
    public record Narrow(Optional<String> assignee, Optional<Instant> openedFrom, Optional<Instant> openedBefore, Optional<Due> due, Optional<String> sealedFor) {
        public static final Narrow NOT = new Narrow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param from inclusive
     * @param before exclusive
     * @param withoutNumber none of them has a number; the bounds don't count then
     */
    public record Due(Optional<Instant> from, Optional<Instant> before, boolean withoutNumber) {}

    public MatterQuery after(Optional<After> other) {
        return new MatterQuery(jurisdiction, partyOf, organ, procedure, state, text, open, awaiting, narrow, other, limit);
    }

    public List<String> words() {
        return text.map(Words::of).orElse(List.of());
    }

    public Optional<String> sealedFor() {
        return narrow.sealedFor();
    }
}
