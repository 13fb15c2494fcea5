package cn.xiezhi.assessment;

import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Matter;
import java.time.Instant;
import java.util.List;

/**
 * What deserves a supervisor's look, across the organs; each list is cut where it gets long.
 *
 * @param kept transfers that the finder has not sent although the limit has run out
 * @param overdue everything else that has run out, the longest due first
 * @param overdueCount how much has run out in all, {@code kept} included
 * @param refused requests and transfers that were declined lately, the latest first
 * @param extended what was extended more than once and still runs
 * @param disputes those that are open above the first level of their path
 */
public record Oversight(Instant now, List<Owed> kept, List<Owed> overdue, int overdueCount, List<Owed> refused, List<Twice> extended, List<Matter> disputes) {
    public Oversight {
        kept = List.copyOf(kept);
        overdue = List.copyOf(overdue);
        refused = List.copyOf(refused);
        extended = List.copyOf(extended);
        disputes = List.copyOf(disputes);
    }

    /** @param times how often its limit was extended */
    public record Twice(Owed owed, int times) {}
}
