package cn.xiezhi.agenda;

import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Limits by when they end. Implemented by the store. */
public interface DueLimits {
    /** The next due first, then by id. */
    List<Due> between(Range range);

    /**
     * @param party only those of matters in which this organ holds a part
     * @param owedBy only those that this organ owes
     * @param open the running ones, or those that are over
     * @param dueFrom due at this instant or later; {@code dueBefore} earlier than this one
     */
    record Range(String jurisdiction, Optional<String> party, Optional<String> owedBy, boolean open, Instant dueFrom, Instant dueBefore, int limit) {}

    /** A limit with what is shown of its matter, and the matter's version and last change. */
    record Due(Obligation obligation, String matter, String title, String procedure, Optional<String> assignee, long version, Instant updatedAt) {}
}
