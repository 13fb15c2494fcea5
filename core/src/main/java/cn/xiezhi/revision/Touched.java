package cn.xiezhi.revision;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Dispute;
import cn.xiezhi.procedure.Transfer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How much of what is open a change touches. Obligations keep the version that they arose under; what arises later on these matters goes by the
 * new one.
 *
 * @param matters with an obligation, or of a procedure, whose rules differ
 * @param obligations of duties whose rules differ
 * @param capped there are more matters than were counted
 */
public record Touched(int matters, int obligations, boolean capped, Map<Duty, Integer> byDuty) {
    static final Touched NOTHING = new Touched(0, 0, false, Map.of());

    /** @param most obligations that are looked at to tell their matters */
    static Touched of(Policy before, Policy after, History history, OpenDuties open, int most) {
        String jurisdiction = after.jurisdiction().id();
        Set<String> procedures = procedures(before, after);
        Map<String, Integer> owed = history.openObligations(jurisdiction);
        Map<Duty, Integer> byDuty = new LinkedHashMap<>();
        before.duties().values().stream().filter(r -> !r.equals(after.duties().get(r.duty())) && owed.getOrDefault(r.duty().id(), 0) > 0)
                .sorted(Comparator.comparing(DutyRule::duty)).forEach(r -> byDuty.put(r.duty(), owed.get(r.duty().id())));
        int matters = history.openMatters(jurisdiction, procedures).values().stream().mapToInt(Integer::intValue).sum();
        Set<String> more = new HashSet<>();
        boolean whole = byDuty.isEmpty() || open.each(jurisdiction, most, o -> {
            if (byDuty.containsKey(o.obligation().duty()) && !procedures.contains(o.procedure())) {
                more.add(o.matter());
            }
            return true;
        });
        return new Touched(matters + more.size(), byDuty.values().stream().mapToInt(Integer::intValue).sum(), !whole, byDuty);
    }

    /** Of which the rules besides limits differ. */
    private static Set<String> procedures(Policy before, Policy after) {
        Set<String> all = new HashSet<>(before.procedures().keySet());
        all.addAll(after.procedures().keySet());
        all.removeIf(id -> Objects.equals(before.procedures().get(id), after.procedures().get(id)));
        if (!before.transfer().equals(after.transfer())) {
            all.addAll(Set.of(Transfer.CASE.id(), Transfer.CLUE.id()));
        }
        if (!before.dispute().equals(after.dispute())) {
            all.add(Dispute.PROCEDURE.id());
        }
        return all;
    }
}
