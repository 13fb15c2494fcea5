package cn.xiezhi.loader;

import cn.xiezhi.loader.Outcome.Fault;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Looks for bundles that carry rules. Every event of such a bundle only causes another look at it, on the worker: what counts is what
 * the bundle is by then, not the order of events.
 *
 * <p>A bundle that runs is read. One that doesn't run, but is to run (its autostart setting is on), is being updated, waits for
 * something, or could not start: what it brought stays in force. One that was stopped for good or uninstalled is gone.
 */
final class Extender implements BundleTrackerCustomizer<Bundle> {
    /** What is made of the bundles; called on the worker only. */
    interface Sink {
        void found(Bundle bundle, BundleFiles files);

        void gone(long id);
    }

    private static final int INSTALLED_AT_ALL = Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
    private static final List<String> NAMESPACES = List.of("xiezhi.policy", "xiezhi.calendar");

    private final BundleTracker<Bundle> tracker;
    private final Executor worker;
    private final Sink sink;
    /** The content last read of each bundle: every update makes another revision. */
    private final Map<Long, BundleRevision> read = new HashMap<>();

    Extender(BundleContext context, Executor worker, Sink sink) {
        this.worker = worker;
        this.sink = sink;
        tracker = new BundleTracker<>(context, INSTALLED_AT_ALL, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null || !carriesRules(bundle)) {
            return null;
        }
        worker.execute(() -> look(bundle));
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle same) {
        worker.execute(() -> look(bundle));
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle same) {
        worker.execute(() -> look(bundle));
    }

    /**
     * Bundles that carry rules and don't run though they should, or never will with this product; Chinese. Looks at them again,
     * because stopping for good what doesn't run is the one change that causes no event.
     */
    List<Fault> notRunning() {
        List<Fault> faults = new ArrayList<>();
        for (Bundle bundle : bundles()) {
            if (bundle.getState() == Bundle.ACTIVE) {
                continue;
            }
            worker.execute(() -> look(bundle));
            Optional<Version> newer = contract(bundle).filter(v -> v.getMajor() > PolicyFile.CONTRACT);
            if (newer.isPresent()) {
                faults.add(fault(bundle, "按第 " + newer.get().getMajor() + " 版规则文件约定编写，本产品支持第 " + PolicyFile.CONTRACT
                        + " 版，不能启用；请升级本产品，或改用第 " + PolicyFile.CONTRACT + " 版的规则组件"));
            } else if (isToRun(bundle)) {
                faults.add(fault(bundle, "应运行而未运行，多半缺少所需的组件，或正在更新；其内容未采用，此前生效的继续有效"));
            }
        }
        return faults;
    }

    /** Every bundle here that carries rules, running or not. */
    List<Bundle> bundles() {
        Bundle[] bundles = tracker.getBundles();
        return bundles == null ? List.of() : List.of(bundles);
    }

    private static Fault fault(Bundle bundle, String text) {
        return new Fault(jurisdiction(bundle).orElse(""), label(bundle) + "：" + text);
    }

    private void look(Bundle bundle) {
        long id = bundle.getBundleId();
        if (bundle.getState() != Bundle.ACTIVE) {
            if (!isToRun(bundle)) {
                read.remove(id);
                sink.gone(id);
            }
            return;
        }
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || revision == read.get(id)) {
            return;
        }
        try {
            BundleFiles files = files(bundle);
            if (isStill(bundle, revision)) {
                read.put(id, revision);
                sink.found(bundle, files);
            }
        } catch (IOException | IllegalStateException e) {
            if (isStill(bundle, revision)) {
                sink.found(bundle, new BundleFiles(Map.of()));
            }
        }
    }

    /** Otherwise it was stopped, updated or uninstalled meanwhile, and another look is already on its way. */
    private static boolean isStill(Bundle bundle, BundleRevision revision) {
        return bundle.getState() == Bundle.ACTIVE && bundle.adapt(BundleRevision.class) == revision;
    }

    private static BundleFiles files(Bundle bundle) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        Enumeration<URL> entries = bundle.findEntries(BundleFiles.FOLDER, "*", true);
        while (entries != null && entries.hasMoreElements()) {
            URL entry = entries.nextElement();
            String name = entry.getPath().substring(entry.getPath().indexOf(BundleFiles.FOLDER) + BundleFiles.FOLDER.length());
            if (BundleFiles.is(name)) {
                files.put(name, BundleFiles.bounded(entry.openStream()));
            }
        }
        return new BundleFiles(files);
    }

    private static boolean isToRun(Bundle bundle) {
        BundleStartLevel level = bundle.getState() == Bundle.UNINSTALLED ? null : bundle.adapt(BundleStartLevel.class);
        try {
            return level != null && level.isPersistentlyStarted();
        } catch (IllegalStateException uninstalledMeanwhile) {
            return false;
        }
    }

    private static boolean carriesRules(Bundle bundle) {
        return !declared(bundle).isEmpty()
                || bundle.getEntry(BundleFiles.FOLDER + BundleFiles.POLICY) != null
                || bundle.getEntry(BundleFiles.FOLDER + BundleFiles.CALENDAR) != null;
    }

    private static Optional<Version> contract(Bundle bundle) {
        return declared(bundle).stream().map(c -> c.getAttributes().get("contract")).filter(Version.class::isInstance).map(Version.class::cast).findFirst();
    }

    /** What the bundle says in its manifest that it brings, resolved or not. */
    private static List<BundleCapability> declared(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? List.of() : NAMESPACES.stream().flatMap(n -> revision.getDeclaredCapabilities(n).stream()).toList();
    }

    /** The jurisdiction that the bundle says its rules are for. */
    static Optional<String> jurisdiction(Bundle bundle) {
        return declared(bundle).stream().map(c -> c.getAttributes().get("xiezhi.policy")).filter(String.class::isInstance).map(String.class::cast).findFirst();
    }

    static String label(Bundle bundle) {
        return "组件 " + bundle.getSymbolicName() + " " + bundle.getVersion() + "（编号 " + bundle.getBundleId() + "）";
    }
}
