package cn.xiezhi.clock;

import java.time.Instant;
import java.util.List;

/** What was committed lately, whichever node committed it. Implemented by the store. */
public interface Lately {
    /** Matters whose last action was at an instant or later, the latest first. */
    List<Moved> moved(String jurisdiction, Instant from, int most);

    /** Notices written at an instant or later, the latest first; never skipped ones. */
    List<Told> told(String jurisdiction, Instant from, int most);

    /** A matter as it stands now. */
    record Moved(String matter, long version) {}

    /** Somebody has been told something. */
    record Told(String notice, Address to) {}
}
