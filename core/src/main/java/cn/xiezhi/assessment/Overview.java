package cn.xiezhi.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a leader looks at.
 *
 * @param months the assessments of the period's months, in order; each holds as of its own end, as if it had been asked for by itself
 * @param backlog open matters by procedure and age, as they are now
 * @param overdue open obligations that have run out, by organ, as they are now
 */
public record Overview(Instant now, Assessment assessment, List<Assessment> months, Map<String, Map<Age, Integer>> backlog, Map<String, Integer> overdue, Contested disputes) {
    public Overview {
        months = List.copyOf(months);
        backlog = Map.copyOf(backlog);
        overdue = Map.copyOf(overdue);
    }
}
