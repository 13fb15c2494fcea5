package cn.xiezhi.loader;

import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.RulesListener;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.ProceduresListener;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.registry.ItemClasses;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.SampleRegister;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rule book of what the installed bundles bring. One worker thread reads and settles; everybody else sees one immutable
 * snapshot, replaced as a whole.
 */
@Component(immediate = true, service = {Rules.class, SampleRegister.class, ItemClasses.class, ProceduresListener.class})
public final class PolicyLoader implements Rules, SampleRegister, ItemClasses, ProceduresListener, Extender.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyLoader.class);
    private static final int RETRY_SECONDS = 5;

    private final Installed installed = new Installed();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(PolicyLoader::thread);
    /** Listeners write to the database; they must not keep the loader from reading the next bundle. */
    private final ExecutorService teller = Executors.newSingleThreadExecutor(PolicyLoader::thread);
    private final List<RulesListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<RuleArchive>> archive = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Installed.Outcome> published;
    private final Extender extender;
    /** Bundles that could not be read as they are, by id: looked at again when other procedures are known. Confined to the worker, as what follows and {@link #installed}. */
    private final Map<Long, Refused> refused = new HashMap<>();
    private Procedures procedures = Procedures.own();
    private boolean retrying;
    private boolean unsettled;

    private record Refused(String label, BundleFiles files) {}

    @Activate
    public PolicyLoader(BundleContext context) {
        published = new AtomicReference<>(installed.settle(clock.instant(), Optional.empty()));
        extender = new Extender(context, this::execute, this);
        extender.open();
    }

    @Deactivate
    void deactivate() {
        worker.shutdownNow();
        teller.shutdownNow();
        extender.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindArchive(RuleArchive service) {
        archive.set(Optional.of(service));
        execute(() -> {
            installed.archiveReplaced();
            settle();
        });
    }

    void unbindArchive(RuleArchive service) {
        Optional<RuleArchive> bound = archive.get();
        if (bound.isPresent() && bound.get() == service) {
            archive.compareAndSet(bound, Optional.empty());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(RulesListener listener) {
        listeners.add(listener);
        tell(listener);
    }

    void removeListener(RulesListener listener) {
        listeners.remove(listener);
    }

    /** Tells what is in force when the teller comes to it, which may be newer than what was news. */
    private void tell(RulesListener listener) {
        execute(teller, () -> {
            if (listeners.contains(listener)) {
                listener.changed(inForce());
            }
        });
    }

    @Override
    public RuleBook inForce() {
        return published.get().book();
    }

    @Override
    public RulesHere here() {
        Instant now = clock.instant();
        List<RulesHere.Trouble> troubles = problems().stream().map(text -> new RulesHere.Trouble(Optional.empty(), text, now)).toList();
        return new RulesHere(List.of(), List.of(), troubles, List.of(), false);
    }

    @Override
    public void refresh() {
        try {
            worker.submit(() -> guarded(this::settle)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>(published.get().problems());
        problems.addAll(extender.notRunning());
        return List.copyOf(problems);
    }

    @Override
    public List<Organ> organs(String jurisdiction) {
        return proposed(jurisdiction).organs();
    }

    @Override
    public List<Item> items(String jurisdiction) {
        return proposed(jurisdiction).items();
    }

    @Override
    public List<ItemClass> itemClasses(String jurisdiction) {
        return proposed(jurisdiction).classes();
    }

    private Proposed proposed(String jurisdiction) {
        return published.get().proposed().getOrDefault(jurisdiction, Proposed.NOTHING);
    }

    @Override
    public void found(long id, String label, BundleFiles files) {
        Reading reading = Reading.of(files, procedures);
        refused.remove(id);
        if (reading.content().isEmpty()) {
            refused.put(id, new Refused(label, files));
        }
        installed.found(id, label, reading);
        settleSoon();
    }

    /** A bundle may name a procedure that comes later; what is in force stays as it is when one goes. */
    @Override
    public void changed(Procedures known) {
        execute(() -> {
            procedures = known;
            Map.copyOf(refused).forEach((id, bundle) -> found(id, bundle.label(), bundle.files()));
        });
    }

    @Override
    public void gone(long id) {
        refused.remove(id);
        if (installed.gone(id)) {
            settleSoon();
        }
    }

    @Override
    public void unreadable(long id, String label, Path file) {
        refused.remove(id);
        installed.found(id, label, new Reading(Optional.empty(), List.of(file + "：无法打开，多半没有复制完整；请先写在旁边，再整体移入")));
        settle();
        worker.schedule(() -> guarded(this::watchFiles), RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void watchFiles() {
        if (extender.forgetDeletedFiles()) {
            worker.schedule(() -> guarded(this::watchFiles), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Waits until everything that was asked of the worker so far is done and published; for tests. */
    void awaitWorker() throws InterruptedException, ExecutionException {
        worker.submit(() -> {}).get();
        worker.submit(() -> {}).get();
    }

    /** Once for all bundles that are already waiting to be looked at. */
    private void settleSoon() {
        if (!unsettled) {
            unsettled = true;
            execute(this::settle);
        }
    }

    private void settle() {
        unsettled = false;
        Installed.Outcome before = published.get();
        Installed.Outcome now = installed.settle(clock.instant(), archive.get().map(Archiving::new));
        published.set(now);
        if (!now.book().equals(before.book())) {
            listeners.forEach(this::tell);
        }
        now.news().forEach(LOG::info);
        now.problems().stream().filter(text -> !before.problems().contains(text)).forEach(LOG::warn);
        if (now.retry() && !retrying) {
            retrying = true;
            worker.schedule(() -> guarded(this::retry), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void retry() {
        retrying = false;
        settle();
    }

    private void execute(Runnable task) {
        execute(worker, task);
    }

    private static void execute(ExecutorService thread, Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the loader is stopping; what it published is no longer asked for");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("规则装载出错；此前生效的规则继续有效", e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "xiezhi-policy-loader");
        thread.setDaemon(true);
        return thread;
    }
}
