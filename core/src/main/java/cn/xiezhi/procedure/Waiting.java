package cn.xiezhi.procedure;

import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An organ that a matter waits for.
 *
 * @param since when the state was entered in which something is expected of it; else the beginning of the first limit that it still owes
 * @param duties what it owes, the next due first
 * @param actions what the procedure expects of it now, other than by barred ones
 */
public record Waiting(String organ, Instant since, List<Obligation> duties, List<Action> actions) {
    /** Those that the matter waits for, who owes the next limit first. */
    public static List<Waiting> of(Case c, Procedure procedure, List<LedgerEntry> ledger) {
        Matter m = c.matter();
        List<Obligation> owed = m.obligations().stream().filter(Obligation::open).sorted(Obligation.NEXT_DUE).toList();
        Set<String> organs = new LinkedHashSet<>();
        owed.forEach(o -> organs.add(o.owedBy()));
        organs.addAll(m.awaiting());
        Instant entered = ledger.stream().filter(e -> !e.to().equals(e.from())).reduce((a, b) -> b).map(LedgerEntry::at).orElse(m.openedAt());
        return organs.stream().map(organ -> {
            List<Obligation> duties = owed.stream().filter(o -> o.owedBy().equals(organ)).toList();
            Instant since = m.awaiting().contains(organ) ? entered : duties.stream().map(Obligation::trigger).min(Instant::compareTo).orElse(entered);
            return new Waiting(organ, since, duties, expected(c, procedure, organ));
        }).toList();
    }

    /** The organs that hold a part and are not waited for themselves: those that wait. */
    public static Set<String> waiters(Matter m, List<Waiting> awaited) {
        Set<String> organs = new LinkedHashSet<>();
        m.parties().values().forEach(organs::addAll);
        awaited.forEach(w -> organs.remove(w.organ()));
        return organs;
    }

    private static List<Action> expected(Case c, Procedure procedure, String organ) {
        return procedure.actions().stream()
                .filter(a -> a.expected() && a.from().contains(c.matter().state()) && a.parts().stream().anyMatch(p -> c.matter().organs(p).contains(organ)) && a.barred(c).isEmpty())
                .toList();
    }
}
