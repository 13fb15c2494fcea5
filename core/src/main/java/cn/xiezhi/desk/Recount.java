package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.Running;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesListener;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.time.WorkCalendar;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts a jurisdiction's running limits anew when it goes by another calendar, also one that was exchanged while the product was down: each
 * under the policy version and from the trigger that it arose under, with a ledger entry old → new. Works through the open
 * obligations page by page in the background and loads only the matters of those that come out otherwise. It can be broken off
 * anywhere: doing it again changes nothing the second time.
 */
@Component(service = {RulesListener.class, Recount.class})
public final class Recount implements RulesListener {
    private static final System.Logger LOG = System.getLogger(Recount.class.getName());
    private static final int PAGE = 100;
    private static final int REPORT_EVERY = 10_000;
    private static final int RETRY_SECONDS = 60;

    private final MatterStore store;
    private final RuleArchive archive;
    private final Policies policies;
    private final Clock clock;
    private final Supplier<Procedures> procedures;
    private final ScheduledExecutorService worker = Background.thread("xiezhi-recount");
    /** Which calendar a jurisdiction was last counted through by. */
    private final Map<String, WorkCalendar> counted = new ConcurrentHashMap<>();
    private volatile Optional<RuleBook> newest = Optional.empty();

    @Activate
    public Recount(@Reference MatterStore store, @Reference RuleArchive archive, @Reference PolicyReader reader, @Reference InstalledProcedures procedures) {
        this(store, archive, reader, Clock.systemUTC(), procedures::now);
    }

    public Recount(MatterStore store, RuleArchive archive, PolicyReader reader, Clock clock, Supplier<Procedures> procedures) {
        this.store = store;
        this.archive = archive;
        this.policies = new Policies(archive, reader);
        this.clock = clock;
        this.procedures = procedures;
    }

    @Override
    public void changed(RuleBook book) {
        newest = Optional.of(book);
        worker.execute(this::countNewest);
    }

    /** Whether a jurisdiction's limits are what this calendar makes of them. */
    public boolean done(String jurisdiction, WorkCalendar calendar) {
        return calendar.equals(counted.get(jurisdiction));
    }

    @Deactivate
    void stop() throws InterruptedException {
        newest = Optional.empty();
        Background.end(worker);
    }

    private void countNewest() {
        try {
            newest.ifPresent(this::count);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "按新的工作日历核对期限时出错，" + RETRY_SECONDS + " 秒后重试", e);
            if (newest.isPresent()) {
                worker.schedule(this::countNewest, RETRY_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** Counts at once, and comes back when all is counted or another book has taken this one's place. */
    void count(RuleBook book) {
        newest = Optional.of(book);
        Set<String> jurisdictions = new TreeSet<>(book.policies().keySet());
        // Where the rules are suspended, limits run on; but no notice at all says nothing about them.
        archive.jurisdictions().stream().filter(j -> !book.calendar(j).years().isEmpty()).forEach(jurisdictions::add);
        for (String jurisdiction : jurisdictions) {
            if (!done(jurisdiction, book.calendar(jurisdiction)) && count(book, jurisdiction)) {
                counted.put(jurisdiction, book.calendar(jurisdiction));
            }
        }
    }

    private boolean count(RuleBook book, String jurisdiction) {
        Optional<ObligationQuery.After> after = Optional.empty();
        int seen = 0;
        int moved = 0;
        List<Running> page;
        do {
            if (newest.filter(b -> b == book).isEmpty()) {
                return false;
            }
            page = store.running(jurisdiction, after, PAGE);
            Set<String> otherwise = new HashSet<>();
            page.stream().filter(r -> known(r.matter(), () -> due(book, jurisdiction, r.obligation()).filter(r.obligation()::movedBy).isPresent()))
                    .forEach(r -> otherwise.add(r.matter()));
            for (String matter : otherwise) {
                moved += known(matter, () -> recount(book, jurisdiction, matter)) ? 1 : 0;
            }
            after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1).obligation()).map(o -> new ObligationQuery.After(o.dueAtExclusive(), o.id()));
            seen += page.size();
            if (seen % REPORT_EVERY == 0 && seen > 0) {
                LOG.log(Level.INFO, "{0} 正按工作日历核对未了期限：已核对 {1} 条，{2} 个事项重新计算", jurisdiction, seen, moved);
            }
        } while (page.size() == PAGE);
        LOG.log(moved > 0 ? Level.INFO : Level.DEBUG, "{0} 按工作日历核对了 {1} 条未了期限，{2} 个事项重新计算", jurisdiction, seen, moved);
        return true;
    }

    /** A matter whose rules or procedure can't be read must not keep the others from being counted. */
    private static boolean known(String matter, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.log(Level.WARNING, "事项 " + matter + " 的期限无法重新计算", e);
            return false;
        }
    }

    private boolean recount(RuleBook book, String jurisdiction, String id) {
        while (true) {
            Optional<Matter> found = store.find(jurisdiction, id);
            try {
                Optional<Commit> commit = found.flatMap(m -> Decisions.recount(situation(book, m), m, o -> due(book, jurisdiction, o)))
                        .map(d -> new Commit(jurisdiction, d.changes(), Map.of(), "system", Optional.empty()));
                commit.ifPresent(store::commit);
                return commit.isPresent();
            } catch (StaleMatterException e) {
                // Somebody acted on it meanwhile: counted anew on what it is now.
            }
        }
    }

    private Optional<DueDate> due(RuleBook book, String jurisdiction, Obligation o) {
        return policies.version(jurisdiction, o.policyVersion()).flatMap(p -> p.due(o.duty(), o.variant(), o.trigger(), book.calendar(jurisdiction)));
    }

    private Situation situation(RuleBook book, Matter m) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Situation(procedures.get(), policies.forMatter(book, m.jurisdiction(), m.policyVersion()), book.calendar(m.jurisdiction()), Map.of(), Lookup.NONE, now, () -> Ids.next(now));
    }
}
