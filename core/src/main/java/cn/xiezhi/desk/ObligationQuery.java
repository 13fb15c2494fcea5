package cn.xiezhi.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Which open obligations are asked for.
 *
 * @param dueFrom due at this instant or later; {@code dueBefore} earlier than this one
 * @param withoutNumber only those that have no due time; the two bounds are not looked at then
 * @param after where the page before ended
 * @param limit 1 to 100
 */
public record ObligationQuery(
        String jurisdiction,
        DeskPart part,
        Optional<Instant> dueFrom,
        Optional<Instant> dueBefore,
        boolean withoutNumber,
        Optional<After> after,
        int limit) {
    /** The last row of the page before; without a due time it was among those without a number. */
    public record After(Optional<Instant> dueAt, String id) {}

    /** All that an organ owes. */
    public static ObligationQuery owedBy(String jurisdiction, String organ, Optional<After> after, int limit) {
        return new ObligationQuery(jurisdiction, DeskPart.owedBy(organ), Optional.empty(), Optional.empty(), false, after, limit);
    }
}
