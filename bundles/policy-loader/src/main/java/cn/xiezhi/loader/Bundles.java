package cn.xiezhi.loader;

import cn.xiezhi.policy.RulesHere.Carrier;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles of the drop folder in the framework: each is at the location of its file. */
final class Bundles {
    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);
    private static final int REFRESH_SECONDS = 20;

    private final BundleContext context;

    Bundles(BundleContext context) {
        this.context = context;
    }

    static String location(Path file) {
        return file.toAbsolutePath().normalize().toFile().toURI().toString();
    }

    Optional<Bundle> at(Path file) {
        return Optional.ofNullable(context.getBundle(location(file)));
    }

    boolean frameworkRuns() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE;
    }

    /**
     * Installs a bundle, or updates the one of the same file.
     *
     * @throws BundleException if the framework can't take it: the one before stays
     */
    void put(Path file, InputStream jar) throws BundleException {
        Optional<Bundle> old = at(file);
        if (old.isEmpty()) {
            try {
                Bundle bundle = context.installBundle(location(file), jar);
                startLevel(bundle);
                start(bundle);
            } catch (BundleException e) {
                throw e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR ? new BundleException("已有同名同版本的组件；请替换原来的文件，不要另放一份", e) : e;
            }
            return;
        }
        if (!isFragment(old.get())) {
            old.get().stop(Bundle.STOP_TRANSIENT);
        }
        try {
            old.get().update(jar);
            refresh(old.get());
        } finally {
            start(old.get());
        }
    }

    void uninstall(Path file) {
        at(file).ifPresent(bundle -> {
            try {
                bundle.uninstall();
                refresh(bundle);
            } catch (BundleException e) {
                LOG.warn("{} 未能卸载", bundle, e);
            }
        });
    }

    /** Starts a bundle that is to run and could not. */
    void startWaiting(Bundle bundle) {
        if (bundle != null && (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0 && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
            start(bundle);
        }
    }

    /** What keeps a bundle from running is told by its state. */
    private void start(Bundle bundle) {
        if (isFragment(bundle)) {
            return;
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            LOG.debug("{} does not start yet", bundle, e);
        }
    }

    private void startLevel(Bundle bundle) {
        Optional.ofNullable(context.getProperty("felix.fileinstall.start.level")).ifPresent(level -> bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(level)));
    }

    /** So that nothing of the old content is held: a class loader less. Bundles that use no package of it are not touched. */
    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} 的旧内容未能及时释放", bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Carrier carrier(Bundle bundle) {
        String state = switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.INSTALLED -> "INSTALLED";
            default -> "UNINSTALLED";
        };
        return new Carrier(String.valueOf(bundle.getSymbolicName()), bundle.getVersion().toString(), state, Instant.ofEpochMilli(bundle.getLastModified()));
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }
}
