package cn.xiezhi.loader;

import cn.xiezhi.loader.Outcome.Fault;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rule book of what the archive has decided and the installed bundles bring. One worker thread reads and settles; everybody
 * else sees one immutable snapshot, replaced as a whole, and from a planned instant on the next, which was made beforehand.
 */
@Component(immediate = true, configurationPid = "xiezhi.policies", service = {Rules.class, SampleRegister.class, ItemClasses.class, ProceduresListener.class})
public final class PolicyLoader implements Rules, SampleRegister, ItemClasses, ProceduresListener, Extender.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyLoader.class);
    private static final int POLL_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final BundleContext context;
    private final FrameworkListener started = this::frameworkEvent;
    private final Settings settings;
    private final Clock clock;
    private final Worker worker = new Worker();
    /** Listeners write to the database; they must not keep the loader from reading the next bundle. */
    private final Worker teller = new Worker();
    private final Keeper keeper;
    private final Extender extender;
    private final DropFolder folder;
    private final Troubles troubles = new Troubles();
    private final StatusFile statusFile;
    private final List<RulesListener> listeners = new CopyOnWriteArrayList<>();
    private final ServiceRegistration<ArtifactInstaller> gate;
    /** Confined to the worker, as what follows. */
    private Procedures procedures = Procedures.own();
    /** Another look at the bundles, by id, that could not be read as they are: when other procedures are known. */
    private final Map<Long, Runnable> refused = new HashMap<>();
    private Optional<RuleBook> told = Optional.empty();
    private List<Fault> idle = List.of();
    private List<Fault> stuck = List.of();
    private Trust trust;

    @Activate
    public PolicyLoader(BundleContext context, PoliciesConfig config) {
        this(context, Settings.of(config), Clock.systemUTC());
    }

    PolicyLoader(BundleContext context, Settings settings, Clock clock) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        trust = settings.trusted();
        statusFile = new StatusFile(settings.status(), clock.instant());
        if (!settings.signed()) {
            LOG.warn("规则包不核对签名（policies.signatures=optional）：谁能写投放文件夹，谁就能改规则；正式使用请设为 required");
        }
        keeper = new Keeper(worker, clock, this::settled);
        extender = new Extender(context, worker::execute, this);
        folder = new DropFolder(context, new Gate(settings), clock, () -> worker.execute(this::report));
        extender.open();
        gate = context.registerService(ArtifactInstaller.class, folder, null);
        context.addFrameworkListener(started);
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE) {
            worker.execute(keeper::release);
        }
        worker.every(POLL_SECONDS, this::poll);
    }

    private void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            worker.execute(keeper::release);
        }
    }

    @Deactivate
    void deactivate() {
        context.removeFrameworkListener(started);
        gate.unregister();
        worker.stop();
        teller.stop();
        extender.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindArchive(RuleArchive service) {
        keeper.bind(service);
    }

    void unbindArchive(RuleArchive service) {
        keeper.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(RulesListener listener) {
        listeners.add(listener);
        tell(listener);
    }

    void removeListener(RulesListener listener) {
        listeners.remove(listener);
    }

    /**
     * Tells what is in force when the teller comes to it, which may be newer than what was news. What only bundles say is not told:
     * listeners write down what follows from it, and the archive may have decided otherwise.
     */
    private void tell(RulesListener listener) {
        teller.execute(() -> {
            if (listeners.contains(listener) && keeper.published().archived()) {
                listener.changed(inForce());
            }
        });
    }

    private void settled() {
        Optional<RuleBook> book = Optional.of(inForce()).filter(b -> keeper.published().archived());
        if (book.isPresent() && !book.equals(told)) {
            told = book;
            listeners.forEach(this::tell);
        }
        report();
    }

    private void poll() {
        List<Fault> now = extender.notRunning();
        stuck = now.stream().filter(idle::contains).toList();
        idle = now;
        folder.startWaiting();
        Trust before = trust;
        trust = settings.trusted();
        if (!trust.equals(before)) {
            folder.again();
        }
        keeper.poll();
        report();
    }

    /** To the log, what is newly wrong; to the file, how it stands. */
    private void report() {
        troubles.update(faults(stuck, trust), clock.instant()).stream().map(Fault::text).distinct().forEach(LOG::warn);
        statusFile.write(here(stuck, trust));
    }

    private List<Fault> faults(List<Fault> notRunning, Trust trusted) {
        return Stream.of(keeper.published().faults(), folder.refusals(), notRunning, settings.faults(trusted)).flatMap(List::stream).distinct().toList();
    }

    @Override
    public RuleBook inForce() {
        return keeper.current().book();
    }

    @Override
    public RulesHere here() {
        return here(extender.notRunning(), settings.trusted());
    }

    private RulesHere here(List<Fault> notRunning, Trust trusted) {
        List<RulesHere.Carrier> carriers = Stream.concat(extender.bundles().stream(), folder.bundles().stream()).distinct().sorted().map(Bundles::carrier).toList();
        return new RulesHere(keeper.current().live(), keeper.published().suspended(), troubles.of(faults(notRunning, trusted), clock.instant()), carriers, settings.signed());
    }

    @Override
    public void refresh() {
        worker.await(keeper::settle, PATIENCE_SECONDS);
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
        return keeper.current().proposed().getOrDefault(jurisdiction, Proposed.NOTHING);
    }

    @Override
    public void found(Bundle bundle, BundleFiles files) {
        Origin origin = folder.origin(bundle.getLocation()).orElse(Origin.UNKNOWN);
        Reading reading = settings.signed() && origin == Origin.UNKNOWN
                ? new Reading(Optional.empty(), List.of("没有经过投放文件夹，签名未经核对；请放入投放文件夹")) : Reading.of(files, procedures);
        refused.remove(bundle.getBundleId());
        if (reading.content().isEmpty()) {
            refused.put(bundle.getBundleId(), () -> found(bundle, files));
        }
        keeper.found(bundle.getBundleId(), new Offer(Extender.label(bundle), Extender.jurisdiction(bundle), files, reading, origin));
    }

    /** A bundle may name a procedure that comes later; what is in force stays as it is when one goes. */
    @Override
    public void changed(Procedures known) {
        worker.execute(() -> {
            procedures = known;
            keeper.knows(known);
            List.copyOf(refused.values()).forEach(Runnable::run);
        });
    }

    @Override
    public void gone(long id) {
        refused.remove(id);
        keeper.gone(id);
    }

    /** Waits until everything that was asked of the worker so far is done and published; for tests. */
    void awaitWorker() {
        worker.await(() -> {}, PATIENCE_SECONDS);
        worker.await(() -> {}, PATIENCE_SECONDS);
    }
}
