package cn.xiezhi.clock;

import cn.xiezhi.desk.Background;
import cn.xiezhi.desk.FormDraftStore;
import cn.xiezhi.desk.FormDrafts;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.desk.Recount;
import cn.xiezhi.desk.Unattended;
import cn.xiezhi.desk.Vital;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The clock that acts: every half minute it writes the notices that are due, does to matters what their time has come for, and opens
 * what the calendar asks for. It keeps nothing by itself: what is due follows from what is stored, and what was done is recognised
 * by its key. So it may be stopped anywhere, run on several nodes, and catches up after an outage.
 */
@Component(service = {Timekeeper.class, Vital.class}, immediate = true)
public final class Timekeeper implements Vital {
    private static final System.Logger LOG = System.getLogger(Timekeeper.class.getName());
    private static final int EVERY_SECONDS = 30;
    private static final int PAGE = 100;
    private static final int MOST_WAKING = 1000;
    /** A round that takes longer, or a matter that waits longer, is worth a look. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MatterStore store;
    private final Notices notices;
    private final FormDraftStore drafts;
    private final RuleArchive archive;
    private final Rules rules;
    private final Accounts accounts;
    private final BiPredicate<String, WorkCalendar> counted;
    private final Unattended unattended;
    private final Clock clock;
    private final ScheduledExecutorService worker = Background.thread("xiezhi-clock");
    private volatile boolean stopped;
    /** Periods that are known to be open; spares asking again. */
    private final Set<String> opened = new HashSet<>();
    /** On which day a jurisdiction's people were last told of what runs out. */
    private final Map<String, LocalDate> foretold = new HashMap<>();
    /** What failed in the last round and in this one: said once, not every half minute. */
    private volatile Set<String> failedBefore = Set.of();
    private volatile Optional<Instant> finished = Optional.empty();
    private Set<String> failed = new HashSet<>();

    @Activate
    public Timekeeper(@Reference Unattended unattended, @Reference MatterStore store, @Reference Notices notices, @Reference FormDraftStore drafts, @Reference RuleArchive archive, @Reference Rules rules,
            @Reference Accounts accounts, @Reference Recount recount) {
        this(unattended, store, notices, drafts, archive, rules, accounts, recount::done, Clock.systemUTC());
        worker.scheduleWithFixedDelay(this::tick, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Without a thread: whoever holds it lets it {@link #tick}.
     *
     * @param counted whether a jurisdiction's limits are what a calendar makes of them; nothing is done there before
     */
    public Timekeeper(Unattended unattended, MatterStore store, Notices notices, FormDraftStore drafts, RuleArchive archive, Rules rules, Accounts accounts,
            BiPredicate<String, WorkCalendar> counted, Clock clock) {
        this.unattended = unattended;
        this.store = store;
        this.notices = notices;
        this.drafts = drafts;
        this.archive = archive;
        this.rules = rules;
        this.accounts = accounts;
        this.counted = counted;
        this.clock = clock;
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        Background.end(worker);
    }

    /**
     * One round through every jurisdiction that has or had rules: where they are suspended, what is running is finished and nothing is
     * opened. What fails in one place does not keep the rest from being done.
     */
    public void tick() {
        RuleBook book = rules.inForce();
        failed = new HashSet<>();
        Set<String> jurisdictions = new TreeSet<>(book.policies().keySet());
        step("已停用规则的辖区", () -> jurisdictions.addAll(archive.jurisdictions()));
        for (String jurisdiction : jurisdictions) {
            if (!counted.test(jurisdiction, book.calendar(jurisdiction))) {
                continue;
            }
            step(jurisdiction + " 的到期办理", () -> wake(book, jurisdiction));
            if (book.of(jurisdiction).isPresent()) {
                step(jurisdiction + " 的定期事项", () -> open(book, jurisdiction));
            }
            step(jurisdiction + " 的提醒", () -> remind(book, jurisdiction));
            step(jurisdiction + " 的到期预告", () -> foretell(book, jurisdiction));
            step(jurisdiction + " 的过期草稿", () -> drafts.removeBefore(jurisdiction, clock.instant().minus(FormDrafts.KEPT)));
        }
        failedBefore = failed;
        finished = Optional.of(clock.instant());
    }

    @Override
    public String name() {
        return "定时办理";
    }

    /** Whether its rounds come to their end, and what waits although its time has come. */
    @Override
    public Sign of(String jurisdiction) {
        Instant longAgo = clock.instant().minus(LONG);
        int waiting = store.waking(jurisdiction, longAgo, MOST_WAKING).size();
        List<String> unfinished = failedBefore.stream().filter(f -> f.startsWith(jurisdiction + " ")).sorted().toList();
        if (finished.filter(longAgo::isBefore).isEmpty()) {
            return new Sign(false, "已超过 " + LONG.toMinutes() + " 分钟没有完成一轮，请查看日志");
        }
        if (waiting > 0 || !unfinished.isEmpty()) {
            return new Sign(false, "有 " + waiting + " 个事项到时未办" + (unfinished.isEmpty() ? "" : "；未能完成：" + String.join("、", unfinished)) + "，每半分钟再试，原因见日志");
        }
        return new Sign(true, "每半分钟一轮，没有积压");
    }

    private void wake(RuleBook book, String jurisdiction) {
        for (String id : store.waking(jurisdiction, clock.instant(), MOST_WAKING)) {
            guarded(jurisdiction + " 事项 " + id + " 的到期办理", () -> unattended.wake(book, jurisdiction, id));
        }
    }

    /** From when the jurisdiction's rules first held here: what was due while the product stood still is opened late, and not left out. */
    private void open(RuleBook book, String jurisdiction) {
        Optional<Instant> since = Timeline.of(archive.terms(jurisdiction, Subject.POLICY)).terms().stream().findFirst().map(Term::since);
        if (since.isEmpty()) {
            return;
        }
        Instant first = since.get();
        Situation situation = unattended.situation(book, jurisdiction);
        for (Procedure procedure : situation.procedures().all().values()) {
            boolean exists = procedure.rules().isEmpty() || situation.policy().rules(procedure.id()).isPresent();
            procedure.periodic().filter(p -> exists).ifPresent(periodic -> step(jurisdiction + " 的定期" + procedure.name(),
                    () -> periodic.begun(situation, first).forEach(period -> open(situation, procedure, period))));
        }
    }

    private void open(Situation situation, Procedure procedure, Period period) {
        String what = situation.policy().jurisdiction().id() + " 的" + procedure.name() + " " + period.key();
        if (!opened.contains(what) && guarded(what, () -> unattended.open(situation, procedure, period))) {
            opened.add(what);
        }
    }

    private void remind(RuleBook book, String jurisdiction) {
        Situation situation = unattended.situation(book, jurisdiction);
        Instant horizon = Reminders.horizon(situation);
        Optional<ObligationQuery.After> after = Optional.empty();
        List<Owed> page;
        do {
            page = notices.unsettled(jurisdiction, horizon, after, PAGE);
            notices.add(page.stream().flatMap(owed -> Reminders.due(situation, owed).stream()).toList());
            after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1).obligation()).map(o -> new ObligationQuery.After(o.dueAtExclusive(), o.id()));
        } while (page.size() == PAGE && !stopped);
    }

    /** Once a day: what runs out is said days before. */
    private void foretell(RuleBook book, String jurisdiction) {
        Situation situation = unattended.situation(book, jurisdiction);
        LocalDate today = Zone.day(situation.now());
        if (today.equals(foretold.get(jurisdiction))) {
            return;
        }
        accounts.of(jurisdiction).forEach(account -> notices.add(Expiries.due(situation, account)));
        Instant horizon = Zone.endOf(today.plusDays(situation.policy().reminders().expiryDays().stream().findFirst().orElse(0)));
        for (String id : store.waking(jurisdiction, horizon, MOST_WAKING)) {
            store.find(jurisdiction, id).ifPresent(m -> notices.add(Expiries.due(situation, m)));
        }
        foretold.put(jurisdiction, today);
    }

    private void step(String what, Runnable work) {
        guarded(what, () -> {
            work.run();
            return Optional.empty();
        });
    }

    /** @return whether it was done */
    private boolean guarded(String what, Supplier<Optional<Refusal>> work) {
        try {
            Optional<Refusal> refusal = stopped ? Optional.empty() : work.get();
            refusal.ifPresent(r -> said(what, r.message(), null));
            return !stopped && refusal.isEmpty();
        } catch (StaleMatterException e) {
            // Somebody acted on it at this moment; what is still to be done is done in the next round.
            return false;
        } catch (RuntimeException e) {
            said(what, String.valueOf(e.getMessage()), e);
            return false;
        }
    }

    private void said(String what, String why, RuntimeException e) {
        failed.add(what);
        if (!failedBefore.contains(what)) {
            LOG.log(Level.WARNING, what + "未能完成，下一轮再试：" + why, e);
        }
    }
}
