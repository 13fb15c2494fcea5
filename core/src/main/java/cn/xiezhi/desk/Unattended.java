package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform does by itself in a jurisdiction, decided and committed like anybody's act. */
@Component(service = Unattended.class)
public final class Unattended {
    private final MatterStore store;
    private final Situations situations;

    @Activate
    public Unattended(@Reference MatterStore store, @Reference RuleArchive archive, @Reference PolicyReader reader, @Reference Organs organs, @Reference Accounts accounts,
            @Reference Items items, @Reference InstalledProcedures procedures) {
        this(store, archive, reader, organs, accounts, items, Clock.systemUTC(), procedures::now);
    }

    public Unattended(MatterStore store, RuleArchive archive, PolicyReader reader, Organs organs, Accounts accounts, Items items, Clock clock,
            Supplier<Procedures> procedures) {
        this.store = store;
        this.situations = new Situations(store, archive, reader, organs, accounts, items, clock, procedures);
    }

    /**
     * How things stand now in a jurisdiction, by the policy in force; where it is suspended, by the last that was.
     *
     * @throws IllegalStateException if there never was one
     */
    public Situation situation(RuleBook book, String jurisdiction) {
        Policy policy = book.of(jurisdiction).map(PolicyInForce::policy).or(() -> situations.policies.last(jurisdiction, situations.now()))
                .orElseThrow(() -> new IllegalStateException("no rules ever in " + jurisdiction));
        return situation(book, jurisdiction, policy);
    }

    /**
     * Does to a matter what its time has come for; nothing, if there is nothing (any more).
     *
     * @return what stood against it
     * @throws StaleMatterException if somebody acted on it meanwhile
     */
    public Optional<Refusal> wake(RuleBook book, String jurisdiction, String id) {
        Optional<Matter> found = store.find(jurisdiction, id).filter(Matter::open);
        return found.flatMap(m -> Decisions.wake(situation(book, jurisdiction, situations.policies.forMatter(book, jurisdiction, m.policyVersion())), m,
                m.origin().flatMap(o -> store.find(jurisdiction, o)))).flatMap(outcome -> kept(jurisdiction, outcome, Optional.empty()));
    }

    /**
     * Opens what the calendar asks for, unless it has been opened before, here or elsewhere.
     *
     * @return what stood against it
     */
    public Optional<Refusal> open(Situation situation, Procedure procedure, Period period) {
        String jurisdiction = situation.policy().jurisdiction().id();
        String key = "periodic:" + procedure.id() + ":" + period.key();
        if (opened(jurisdiction, key)) {
            return Optional.empty();
        }
        try {
            return kept(jurisdiction, Decisions.open(situation, procedure, period), Optional.of(key));
        } catch (StaleMatterException e) {
            if (opened(jurisdiction, key)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean opened(String jurisdiction, String key) {
        return store.openedUnder(jurisdiction, Officer.SYSTEM.user(), key).isPresent();
    }

    private Optional<Refusal> kept(String jurisdiction, Outcome outcome, Optional<String> key) {
        if (outcome instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        store.commit(new Commit(jurisdiction, ((Decision) outcome).changes(), Map.of(), Officer.SYSTEM.user(), key));
        return Optional.empty();
    }

    private Situation situation(RuleBook book, String jurisdiction, Policy policy) {
        return situations.of(situations.procedures(), book, jurisdiction, policy);
    }
}
