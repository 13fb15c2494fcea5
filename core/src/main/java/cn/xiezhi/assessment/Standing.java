package cn.xiezhi.assessment;

import cn.xiezhi.desk.MatterStore.Owed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How a jurisdiction stands now, across its organs. Implemented by the store. */
public interface Standing {
    /**
     * Hands over the procedure and the opening of every open matter, in any order; of those in which an organ holds a part, if one is
     * named. Holds none of them in memory.
     */
    void open(String jurisdiction, Optional<String> organ, BiConsumer<String, Instant> to);

    /** How many open obligations have run out, by the organ that owes them; organs without any are left out. */
    Map<String, Integer> overdue(String jurisdiction, Optional<String> organ, Instant now);

    /** Open obligations that have run out, the longest due first (then by id). */
    List<Owed> overdue(String jurisdiction, Optional<String> organ, Instant now, int most);

    /** Open obligations whose limit was extended, the next due first (then by id). */
    List<Owed> extended(String jurisdiction, int most);
}
