package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.Read;
import cn.xiezhi.desk.MatterStore.Tally;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Light;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Finding;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.SharedKind;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Deadline.Step;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What an officer may read besides one matter: lists, the organ's obligations, histories. Each answer is scoped to the
 * officer's jurisdiction, and to what {@link Decisions#maySee} lets this person see.
 */
@Component(service = Reading.class)
public final class Reading {
    private static final int MOST = 100;
    /** Later than any limit: what has no number is not in time, it is without. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    /** So many places of a matter are shown in a list, unless more are needed for all the words. */
    private static final int PLACES = 3;

    private final MatterStore store;
    private final RuleArchive archive;
    private final Rules rules;
    private final Policies policies;
    private final Accounts accounts;
    private final Clock clock;
    private final Supplier<Procedures> procedures;

    @Activate
    public Reading(@Reference MatterStore store, @Reference RuleArchive archive, @Reference Rules rules, @Reference PolicyReader reader, @Reference Accounts accounts,
            @Reference InstalledProcedures procedures) {
        this(store, archive, rules, reader, accounts, Clock.systemUTC(), procedures::now);
    }

    /** With a clock of one's own and the platform's own procedures, for tests. */
    public Reading(MatterStore store, RuleArchive archive, Rules rules, PolicyReader reader, Accounts accounts, Clock clock) {
        this(store, archive, rules, reader, accounts, clock, Procedures::own);
    }

    public Reading(MatterStore store, RuleArchive archive, Rules rules, PolicyReader reader, Accounts accounts, Clock clock, Supplier<Procedures> procedures) {
        this.store = store;
        this.archive = archive;
        this.rules = rules;
        this.policies = new Policies(archive, reader);
        this.accounts = accounts;
        this.clock = clock;
        this.procedures = procedures;
    }

    /**
     * Which matters an officer asks for.
     *
     * @param awaitingMe those that wait for the officer's own organ; false: those of the organ that wait for others
     * @param from the first day on which they were opened
     * @param to the last
     */
    public record Wanted(Optional<String> organ, Optional<String> procedure, Optional<String> state, Optional<String> text, Optional<Boolean> open,
            Optional<Boolean> awaitingMe, Optional<String> assignee, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Light> light, Optional<MatterQuery.After> after, int limit) {}

    /** A matter with the places in it where the words of the search stand; none where there was no search by words. */
    public record Found(Matter matter, Procedure procedure, List<Finding.Place> places) {}

    /**
     * A page, with the moment and the calendar that its lights are to be judged by.
     *
     * @param more whether another page may follow
     */
    public record Page<T>(List<T> items, boolean more, Instant now, WorkCalendar calendar) {}

    /**
     * A matter's history and neighbourhood, as far as this person may see it.
     *
     * @param reads who read it, the latest first; empty where that is not logged or not for this person
     */
    public record Dossier(List<LedgerEntry> ledger, boolean intact, Optional<Matter> origin, List<Matter> linked, Optional<List<Read>> reads) {}

    /** Newest first. Only the organ's own matters, unless this person reads across the jurisdiction. */
    public Page<Found> list(Officer officer, Wanted wanted) {
        Optional<String> procedure = wanted.procedure();
        if (!Decisions.seesOwn(officer) && !Decisions.readsAcross(officer)) {
            // Who only keeps accounts sees the matters in which that is asked for, and no others.
            procedure = procedures.get().all().values().stream().filter(p -> Decisions.seesOwn(officer, p)).map(Procedure::id).filter(p -> wanted.procedure().orElse(p).equals(p)).findFirst();
            if (procedure.isEmpty()) {
                return page(officer.jurisdiction(), List.of(), wanted.limit());
            }
        }
        String own = officer.organ().id();
        Optional<String> partyOf = Decisions.readsAcross(officer) ? Optional.empty() : Optional.of(own);
        MatterQuery.Narrow narrow = new MatterQuery.Narrow(wanted.assignee(), wanted.from().map(Zone::startOf), wanted.to().map(Zone::endOf), wanted.light().map(l -> due(officer.jurisdiction(), l)),
                Optional.of(own).filter(o -> Decisions.seesOwn(officer)));
        return page(officer.jurisdiction(), found(officer, new MatterQuery(officer.jurisdiction(), partyOf, wanted.organ(), procedure, wanted.state(), wanted.text(), wanted.open(),
                wanted.awaitingMe().map(me -> new MatterQuery.Awaiting(own, me)), narrow, wanted.after(), asked(wanted.limit()))), wanted.limit());
    }

    /** What the database finds by words is shown only if this person finds each of them on the matter's page. */
    private List<Found> found(Officer officer, MatterQuery query) {
        Procedures known = procedures.get();
        List<String> words = query.words();
        List<Found> found = new ArrayList<>();
        Optional<MatterQuery.After> after = query.after();
        List<Matter> page;
        do {
            page = store.list(query.after(after));
            for (Matter m : page) {
                Procedure procedure = known.of(m);
                List<Finding.Place> places = words.isEmpty() ? List.of() : Finding.places(officer, procedure, m, store.ledger(m.jurisdiction(), m.id()), words, PLACES);
                if (words.isEmpty() || !places.isEmpty()) {
                    found.add(new Found(m, procedure, places));
                }
                after = Optional.of(new MatterQuery.After(m.openedAt(), m.id()));
            }
        } while (found.size() < query.limit() && page.size() == query.limit());
        return found.subList(0, Math.min(found.size(), query.limit()));
    }

    /** The bounds are "from" inclusive and "before" exclusive, whereas a limit runs out at its very instant. */
    private MatterQuery.Due due(String jurisdiction, Light light) {
        Instant now = now();
        Instant running = now.plusMillis(1);
        Instant later = Light.soonUntil(now, calendar(jurisdiction)).plusMillis(1);
        return switch (light) {
            case OVERDUE -> new MatterQuery.Due(Optional.empty(), Optional.of(running), false);
            case SOON -> new MatterQuery.Due(Optional.of(running), Optional.of(later), false);
            case IN_TIME -> new MatterQuery.Due(Optional.of(later), Optional.of(NEVER), false);
            case NO_NUMBER -> new MatterQuery.Due(Optional.empty(), Optional.empty(), true);
        };
    }

    /**
     * What of the organ's desk an officer asks for.
     *
     * @param owes what the organ owes; else what others owe in matters in which it holds a part
     * @param mine only what belongs to matters that this officer handles
     */
    public record Wish(boolean owes, Optional<String> procedure, boolean mine, Optional<Light> light) {
        /** All that the organ owes. */
        public static final Wish ALL = new Wish(true, Optional.empty(), false, Optional.empty());

        DeskPart part(Officer officer) {
            return new DeskPart(officer.organ().id(), owes, procedure, mine ? Optional.of(officer.user()) : Optional.empty());
        }
    }

    /** Open obligations on the organ's desk, the next due first, those without a number last. */
    public Page<Owed> obligations(Officer officer, Wish wish, Optional<ObligationQuery.After> after, int limit) {
        if (!Decisions.seesOwn(officer)) {
            return page(officer.jurisdiction(), List.of(), limit);
        }
        MatterQuery.Due due = wish.light().map(l -> due(officer.jurisdiction(), l)).orElse(new MatterQuery.Due(Optional.empty(), Optional.empty(), false));
        return page(officer.jurisdiction(), store.obligations(new ObligationQuery(officer.jurisdiction(), wish.part(officer), due.from(), due.before(), due.withoutNumber(), after,
                asked(limit))), limit);
    }

    /** How many open obligations are there, by light; whatever light is wished for. */
    public Counts counts(Officer officer, Wish wish) {
        return Decisions.seesOwn(officer) ? counts(officer, wish.part(officer)) : new Counts(0, 0, 0, 0);
    }

    private Counts counts(Officer officer, DeskPart part) {
        Instant now = now();
        return store.counts(officer.jurisdiction(), part, now, Light.soonUntil(now, calendar(officer.jurisdiction())));
    }

    /** How much the organ has in hand of each procedure; those of which there is nothing are left out. */
    public Map<Procedure, Tally> tallies(Officer officer) {
        if (!Decisions.seesOwn(officer)) {
            return Map.of();
        }
        Map<String, Procedure> known = procedures.get().all();
        Map<Procedure, Tally> tallies = new LinkedHashMap<>();
        store.tallies(officer.jurisdiction(), officer.organ().id(), List.copyOf(known.keySet())).forEach((id, tally) -> {
            if (!tally.equals(new Tally(0, 0))) {
                tallies.put(known.get(id), tally);
            }
        });
        return tallies;
    }

    /** What each person of a leader's organ has in hand; nobody else is told. */
    public Map<Account, Counts> workloads(Officer officer) {
        Map<Account, Counts> loads = new LinkedHashMap<>();
        if (officer.is(Role.LEADER)) {
            accounts.of(officer.jurisdiction()).stream().filter(a -> a.enabled() && a.organ().equals(officer.organ().id()) && a.roles().stream().anyMatch(Action.ACTING::contains))
                    .limit(MOST).forEach(a -> loads.put(a, counts(officer, new DeskPart(a.organ(), true, Optional.empty(), Optional.of(a.user())))));
        }
        return loads;
    }

    /** History, origin and followers of a matter that this person sees, with who read it last. */
    public Dossier dossier(MatterView view) {
        return dossier(view, MOST);
    }

    /** The same with everybody who ever read it. */
    public Dossier whole(MatterView view) {
        return dossier(view, Integer.MAX_VALUE);
    }

    private Dossier dossier(MatterView view, int mostReads) {
        Matter matter = view.matter();
        Officer officer = view.seen().actor();
        Procedures known = view.seen().situation().procedures();
        List<LedgerEntry> ledger = store.history(matter);
        return new Dossier(ledger, Ledger.intact(matter, ledger), view.seen().origin().filter(o -> Decisions.maySee(known, officer, o)),
                store.linked(matter.jurisdiction(), matter.id()).stream().filter(m -> Decisions.maySee(known, officer, m)).toList(),
                Decisions.maySeeReads(view.seen(), view.procedure()) ? Optional.of(store.reads(matter.jurisdiction(), matter.id(), mostReads)) : Optional.empty());
    }

    /** The shared records of a kind whose information came into being from one day to another, both included; each is logged as read. */
    public SharedRecords shared(Officer officer, SharedKind kind, LocalDate from, LocalDate to) {
        return SharedRecords.export(store, officer, kind, from, to, now());
    }

    /**
     * How an obligation's end was counted, under the version that it arose under; empty when that can't be shown any more
     * because it now comes out otherwise (another calendar).
     */
    public List<Step> steps(String jurisdiction, Obligation o) {
        return policies.version(jurisdiction, o.policyVersion())
                .or(() -> rules.inForce().of(jurisdiction).map(PolicyInForce::policy).filter(p -> p.version().equals(o.policyVersion())))
                .flatMap(p -> p.due(o.duty(), o.variant(), o.trigger(), calendar(jurisdiction)))
                .filter(due -> due.deadline().dueAtExclusive().equals(o.dueAtExclusive()))
                .map(due -> due.deadline().steps()).orElse(List.of());
    }

    /** The name of a person of the jurisdiction. */
    public Optional<String> nameOf(String jurisdiction, String user) {
        return accounts.find(user).filter(a -> a.jurisdiction().equals(jurisdiction)).map(Account::name);
    }

    /** Which version is in force when: what was, what is and what is planned. */
    public Timeline timeline(String jurisdiction) {
        return Timeline.of(archive.terms(jurisdiction, Subject.POLICY));
    }

    /** Since when the version in force has been so; not since when this process knows it. */
    public Instant inForceSince(PolicyInForce policy) {
        return timeline(policy.policy().jurisdiction().id()).at(now()).filter(t -> t.version().equals(policy.policy().version())).map(Term::since).orElse(policy.since());
    }

    /** One more than asked for tells whether there are more; a full page of the largest size says "perhaps". */
    private static int asked(int limit) {
        return Math.min(limit + 1, MOST);
    }

    private <T> Page<T> page(String jurisdiction, List<T> found, int limit) {
        boolean more = found.size() > limit || limit == MOST && found.size() == MOST;
        return new Page<>(found.subList(0, Math.min(found.size(), limit)), more, now(), calendar(jurisdiction));
    }

    private WorkCalendar calendar(String jurisdiction) {
        return rules.inForce().calendar(jurisdiction);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
