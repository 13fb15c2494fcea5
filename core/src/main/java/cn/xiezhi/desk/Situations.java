package cn.xiezhi.desk;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.procedure.Entrustment;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Entrusted;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a decision may look at, as it is at the moment: the edge on which everything that it does not fetch itself is fetched. */
final class Situations {
    final Policies policies;
    final Directory directory;
    private final MatterStore store;
    private final Accounts accounts;
    private final Items items;
    private final Clock clock;
    private final Supplier<Procedures> procedures;

    Situations(MatterStore store, RuleArchive archive, PolicyReader reader, Organs organs, Accounts accounts, Items items, Clock clock, Supplier<Procedures> procedures) {
        this.store = store;
        this.policies = new Policies(archive, reader);
        this.directory = new Directory(organs, clock);
        this.accounts = accounts;
        this.items = items;
        this.clock = clock;
        this.procedures = procedures;
    }

    Procedures procedures() {
        return procedures.get();
    }

    /** To the millisecond, as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param known so that what is decided and what it is decided in are of one moment */
    Situation of(Procedures known, RuleBook book, String jurisdiction, Policy policy) {
        Instant now = now();
        Map<String, Organ> organs = directory.of(jurisdiction);
        return new Situation(known, policy, book.calendar(jurisdiction), organs, lookup(jurisdiction, organs), now, () -> Ids.next(now));
    }

    /** What the jurisdiction's letters of entrustment give or gave. */
    List<Entrusted> entrusted(String jurisdiction) {
        return Entrustment.of(lookup(jurisdiction, directory.of(jurisdiction)).matters("entrustment", Instant.EPOCH));
    }

    private StoredLookup lookup(String jurisdiction, Map<String, Organ> organs) {
        return new StoredLookup(jurisdiction, store, accounts, items, organs);
    }
}
