package cn.xiezhi.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Which matters are asked for.
 *
 * @param partyOf only those in which this organ holds a part; empty for who may read across the jurisdiction
 * @param organ only those in which this organ too holds a part
 * @param text a part of title or id, letters of any case
 * @param awaiting only those that wait for this organ
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
        Optional<String> awaiting,
        Optional<After> after,
        int limit) {
    /** The last row of the page before. */
    public record After(Instant openedAt, String id) {}
}
