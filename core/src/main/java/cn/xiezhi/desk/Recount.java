package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.PolicyArchive;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesListener;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts provisional limits anew when a holiday notice has arrived, each under the policy version that it arose under, with
 * a ledger entry. Doing it twice changes nothing the second time.
 */
@Component(service = RulesListener.class)
public final class Recount implements RulesListener {
    private final MatterStore store;
    private final Policies policies;
    private final Clock clock;

    @Activate
    public Recount(@Reference MatterStore store, @Reference PolicyArchive archive, @Reference PolicyReader reader) {
        this(store, archive, reader, Clock.systemUTC());
    }

    public Recount(MatterStore store, PolicyArchive archive, PolicyReader reader, Clock clock) {
        this.store = store;
        this.policies = new Policies(archive, reader);
        this.clock = clock;
    }

    @Override
    public void changed(RuleBook book) {
        book.policies().keySet().forEach(jurisdiction -> store.provisional(jurisdiction).forEach(id -> recount(book, jurisdiction, id)));
    }

    private void recount(RuleBook book, String jurisdiction, String id) {
        for (boolean again = true; again; ) {
            again = false;
            Optional<Matter> found = store.find(jurisdiction, id);
            try {
                found.flatMap(m -> Decisions.recount(situation(book, m), m, Procedures.of(m.procedure()), o -> due(book, m, o)))
                        .ifPresent(d -> store.commit(new Commit(jurisdiction, d.changes(), Map.of(), "system", Optional.empty())));
            } catch (StaleMatterException e) {
                again = true;
            }
        }
    }

    private Optional<DueDate> due(RuleBook book, Matter matter, Obligation o) {
        return policies.version(matter.jurisdiction(), o.policyVersion()).flatMap(p -> p.due(o.duty(), o.variant(), o.trigger(), book.calendar()));
    }

    private Situation situation(RuleBook book, Matter m) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Situation(policies.forMatter(book, m.jurisdiction(), m.policyVersion()), book.calendar(), Map.of(), Lookup.NONE, now, () -> Ids.next(now));
    }
}
