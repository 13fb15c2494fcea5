package cn.xiezhi.revision;

import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Goes through everything that is owed in a jurisdiction, organ by organ and page by page. */
final class OpenDuties {
    private static final int PAGE = 100;

    private final MatterStore store;
    private final Organs organs;
    private final Supplier<Procedures> procedures;

    OpenDuties(MatterStore store, Organs organs, Supplier<Procedures> procedures) {
        this.procedures = procedures;
        this.store = store;
        this.organs = organs;
    }

    /**
     * As somebody may see it: who sees nothing of a matter learns its number and what kind of matter it is, but not what it is about.
     */
    Owed seen(Officer officer, Owed owed) {
        return sees(officer, owed.matter()) ? owed : new Owed(owed.obligation(), owed.matter(), procedures.get().name(owed.procedure()), owed.procedure(), owed.state());
    }

    boolean sees(Officer officer, String matter) {
        return store.find(officer.jurisdiction(), matter).filter(m -> Decisions.maySee(procedures.get(), officer, m)).isPresent();
    }

    /**
     * @param most looks at no more than so many
     * @param to returns false to have no more
     * @return whether all were looked at
     */
    boolean each(String jurisdiction, int most, Predicate<Owed> to) {
        int left = most;
        for (Organ organ : organs.of(jurisdiction)) {
            Optional<ObligationQuery.After> after = Optional.empty();
            List<Owed> page;
            do {
                page = store.obligations(ObligationQuery.owedBy(jurisdiction, organ.id(), after, PAGE));
                for (Owed owed : page) {
                    if (left-- == 0 || !to.test(owed)) {
                        return false;
                    }
                }
                after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1).obligation()).map(o -> new ObligationQuery.After(o.dueAtExclusive(), o.id()));
            } while (page.size() == PAGE);
        }
        return true;
    }
}
