package cn.xiezhi.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which notices are asked for.
 *
 * @param to the addresses under which the person is reached
 * @param user whose reading counts
 * @param unreadOnly only those that this person has not read
 * @param since written then or later
 * @param after where the page before ended
 * @param limit 1 to 100
 */
public record NoticeQuery(String jurisdiction, List<Address> to, String user, boolean unreadOnly, Instant since, Optional<After> after, int limit) {
    /** The last row of the page before. */
    public record After(Instant at, String id) {}
}
