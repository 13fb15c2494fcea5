package cn.xiezhi.procedure;

import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What an act would do if it were taken now.
 *
 * @param against why it would be refused
 * @param changes what it would write, the matter acted on first; empty where the input does not let that be told
 */
public record Outlook(Optional<Refusal> against, List<MatterChange> changes) {
    public Outlook {
        changes = List.copyOf(changes);
    }

    static Outlook of(Outcome outcome, Outcome effects) {
        return new Outlook(outcome instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty(), effects instanceof Decision decision ? decision.changes() : List.of());
    }

    public static Outlook of(Outcome outcome) {
        return of(outcome, outcome);
    }

    /** What it would do to the obligations of a matter that it changes. */
    public static List<Trail> obligations(MatterChange change) {
        return change.entries().stream().flatMap(entry -> Trail.of(entry).stream()).toList();
    }
}
