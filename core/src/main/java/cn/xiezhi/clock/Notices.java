package cn.xiezhi.clock;

import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.ObligationQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where notices are kept. Implemented by the store. */
public interface Notices {
    /**
     * Open obligations of a jurisdiction that end at an instant or before and of which the joint meeting has not been told yet, the
     * next due first (then by id).
     */
    List<Owed> unsettled(String jurisdiction, Instant horizon, Optional<ObligationQuery.After> after, int limit);

    /**
     * Keeps those that are not there yet, in one transaction; also when another node writes the same at the same moment.
     *
     * @return how many of them were new
     */
    int add(List<Notice> notices);

    /** The newest first (then by id); never skipped ones. */
    List<Seen> list(NoticeQuery query);

    /** How many of those written since an instant this person has not read; the number stops at {@link #MOST}. */
    int unread(String jurisdiction, List<Address> to, String user, Instant since);

    /**
     * Marks a notice as read by a person, once.
     *
     * @return false if there is none of this id at these addresses; nothing changes then
     */
    boolean read(String jurisdiction, List<Address> to, String user, String id, Instant at);

    /** Where the notices went that were written since an instant, and how many of them nobody has read; never skipped ones. */
    List<Reached> reached(String jurisdiction, Instant since);

    /** @param unread those that nobody at all has read */
    record Reached(Address to, int written, int unread) {}

    /** Counting stops here. */
    int MOST = 100;

    /** A notice with when this person has read it. */
    record Seen(Notice notice, Optional<Instant> readAt) {}
}
