package cn.xiezhi.bulletin;

import cn.xiezhi.assessment.Period;
import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Meeting;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws up bulletins from the store, for the joint meeting's office, the justice bureau, the government (whose head may chair the meeting) and auditors. */
@Component(service = Bulletins.class)
public final class Bulletins {
    private static final int PAGE = 100;
    /** As many matters as one bulletin looks at; more than a county has in two years. */
    private static final int MOST = 20_000;
    /** A matter that ended in the period and began longer before it is not found, nor missed in the list of what is open. */
    private static final Duration BACK = Duration.ofDays(366);

    private final MatterStore store;
    private final Rules rules;
    private final Desk desk;

    @Activate
    public Bulletins(@Reference MatterStore store, @Reference Rules rules, @Reference Desk desk) {
        this.store = store;
        this.rules = rules;
        this.desk = desk;
    }

    /** @return empty if this person may not read it */
    public Optional<Bulletin> of(Officer officer, Period period) {
        RuleBook book = rules.inForce();
        if (!mayRead(officer, book)) {
            return Optional.empty();
        }
        List<Matter> matters = new ArrayList<>();
        Instant since = period.from().minus(BACK);
        boolean whole = collect(officer.jurisdiction(), Optional.empty(), period.to(), since, matters)
                && collect(officer.jurisdiction(), Optional.of(true), since, Instant.EPOCH, matters);
        return Optional.of(Bulletin.of(period, matters, whole, desk.now(), book.calendar(officer.jurisdiction())));
    }

    private boolean mayRead(Officer officer, RuleBook book) {
        return Decisions.readsAcross(officer) || officer.is(Role.GOVERNMENT_OFFICE)
                || Decisions.seesOwn(officer) && (officer.organ().kind() == Organ.Kind.GOVERNMENT || ofTheOffice(officer, book));
    }

    private boolean ofTheOffice(Officer officer, RuleBook book) {
        return book.of(officer.jurisdiction()).map(PolicyInForce::policy)
                .flatMap(p -> Meeting.office(new Situation(desk.procedures(), p, book.calendar(officer.jurisdiction()), desk.organs(officer), Lookup.NONE, desk.now(), () -> {
                    throw new IllegalStateException("nothing comes into being");
                }))).filter(o -> o.id().equals(officer.organ().id())).isPresent();
    }

    /** Those opened before {@code to} and not before {@code from}; false if there are more than are looked at. */
    private boolean collect(String jurisdiction, Optional<Boolean> open, Instant to, Instant from, List<Matter> into) {
        MatterQuery.After after = new MatterQuery.After(to, "");
        while (into.size() < MOST) {
            List<Matter> page = store.list(new MatterQuery(jurisdiction, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), open,
                    Optional.empty(), Optional.of(after), PAGE));
            page.stream().filter(m -> !m.openedAt().isBefore(from)).forEach(into::add);
            if (page.size() < PAGE || page.get(PAGE - 1).openedAt().isBefore(from)) {
                return true;
            }
            after = new MatterQuery.After(page.get(PAGE - 1).openedAt(), page.get(PAGE - 1).id());
        }
        return false;
    }
}
