package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks things up in the store when a decision asks; always in one jurisdiction. */
record StoredLookup(String jurisdiction, MatterStore store, Accounts accounts, Items items, Map<String, Organ> organs) implements Lookup {
    private static final int MOST = 1000;
    private static final int PAGE = 100;

    @Override
    public Optional<Matter> matter(String id) {
        return store.find(jurisdiction, id);
    }

    @Override
    public List<Matter> matters(String procedure, Instant openedFrom) {
        return matters(procedure, Optional.empty(), openedFrom);
    }

    @Override
    public List<Matter> matters(String procedure, String organ, Instant openedFrom) {
        return matters(procedure, Optional.of(organ), openedFrom);
    }

    private List<Matter> matters(String procedure, Optional<String> organ, Instant openedFrom) {
        return store.matters(jurisdiction, procedure, organ, openedFrom, MOST);
    }

    @Override
    public List<Matter> linked(String origin) {
        return store.linked(jurisdiction, origin);
    }

    @Override
    public List<Matter> owing(String organ, Predicate<Matter> which) {
        Map<String, Matter> found = new LinkedHashMap<>();
        List<Owed> page = obligations(organ, Optional.empty());
        while (!page.isEmpty() && found.size() < MOST_OWING) {
            page.stream().map(Owed::matter).distinct().filter(id -> !found.containsKey(id)).map(this::matter).flatMap(Optional::stream).filter(which)
                    .limit(MOST_OWING - found.size()).forEach(m -> found.put(m.id(), m));
            Obligation last = page.get(page.size() - 1).obligation();
            page = obligations(organ, Optional.of(new ObligationQuery.After(last.dueAtExclusive(), last.id())));
        }
        return List.copyOf(found.values());
    }

    private List<Owed> obligations(String organ, Optional<ObligationQuery.After> after) {
        return store.obligations(ObligationQuery.owedBy(jurisdiction, organ, after, PAGE));
    }

    @Override
    public Map<String, Officer> people(String organ) {
        Map<String, Officer> people = new LinkedHashMap<>();
        accounts.of(jurisdiction).stream().filter(a -> a.enabled() && a.organ().equals(organ) && organs.containsKey(organ)).sorted(Comparator.comparing(Account::user))
                .forEach(a -> people.put(a.user(), a.at(organs.get(organ))));
        return people;
    }

    @Override
    public Optional<String> item(String code) {
        return items.find(jurisdiction, code).map(Item::name);
    }
}
