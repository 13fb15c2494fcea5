package cn.xiezhi.revision;

import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What was and is owed in a jurisdiction, for looking ahead before rules change. Implemented by the store. */
public interface History {
    /**
     * Hands over, one by one and in any order, the obligations whose trigger lies in a stretch of time, open or closed, each with its
     * matter's id. Holds none of them in memory.
     *
     * @param to returns false to have no more
     */
    void arisen(String jurisdiction, Instant fromInclusive, Instant untilExclusive, BiPredicate<String, Obligation> to);

    /** How many obligations {@link #arisen} would hand over. */
    int countArisen(String jurisdiction, Instant fromInclusive, Instant untilExclusive);

    /** Open obligations by the id of their duty. */
    Map<String, Integer> openObligations(String jurisdiction);

    /** How many open matters there are of these procedures, by the procedure's id. */
    Map<String, Integer> openMatters(String jurisdiction, Set<String> procedures);
}
