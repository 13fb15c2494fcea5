package cn.xiezhi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The OSGi framework with the product's bundles: {@code bundles/<start level>/*.jar}, taken by reference, so nothing is copied.
 *
 * <p>Start levels only say what has to be there before anything else may log or read its configuration; between services nothing depends on them.
 */
final class Platform {
    /** Framework property that carries the database password; configurations name it, so that it never reaches the disk. */
    static final String PASSWORD = "xiezhi.db.password";
    private static final String LAST_LEVEL = "30";
    private static final int OPERATOR_LEVEL = 25;
    /** The core logs by the JDK's own means. Held, else the level is forgotten. */
    private static final java.util.logging.Logger CORE = java.util.logging.Logger.getLogger("cn.xiezhi");

    private final Framework framework;
    private final boolean operator;
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    Platform(Path install, Path home, Settings settings) {
        // What is said before logback runs; from then on the same records are in the log file.
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        CORE.setLevel(java.util.logging.Level.INFO);
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, home.resolve("cache/framework").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, LAST_LEVEL);
        properties.put("felix.log.level", "1");
        properties.put("felix.cm.dir", home.resolve("cache/framework/configurations").toString());
        properties.put("configurator.initial", settings.toConfiguratorJson());
        properties.put(PASSWORD, settings.password());
        properties.put("org.osgi.service.http.port", String.valueOf(settings.port()));
        properties.put("org.apache.felix.http.host", settings.bind());
        properties.put("org.apache.felix.http.jetty.sendServerHeader", "false");
        properties.put("felix.fileinstall.dir", install.resolve("jurisdictions").toString());
        properties.put("felix.fileinstall.tmpdir", home.resolve("cache").toString());
        properties.put("felix.fileinstall.filter", "[^.].*\\.jar");
        properties.put("felix.fileinstall.poll", "200");
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.start.level", LAST_LEVEL);
        properties.put("felix.fileinstall.enableConfigSave", "false");
        properties.put("felix.fileinstall.subdir.mode", "skip");
        properties.put("felix.fileinstall.log.level", "2");
        operator = settings.operator().isPresent();
        if (operator) {
            // The web console stays closed until our own sign-in is there, and its own one has a password that nobody knows.
            properties.put("felix.webconsole.security.providers", "xiezhi.operator");
            properties.put("felix.webconsole.password", UUID.randomUUID().toString());
        }
        framework = java.util.ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(properties);
    }

    /** Installs and starts everything; a bundle that does not start is a {@link Failure} that names it. */
    void start(Path bundles) {
        try {
            framework.init();
            BundleContext context = framework.getBundleContext();
            context.addFrameworkListener(this::note);
            for (Path folder : sorted(bundles)) {
                boolean forOperator = folder.endsWith(Operator.FOLDER);
                if (forOperator && !operator) {
                    continue;
                }
                int level = forOperator ? OPERATOR_LEVEL : Integer.parseInt(folder.getFileName().toString());
                for (Path jar : sorted(folder)) {
                    Bundle bundle = context.installBundle("reference:" + jar.toUri(), null);
                    bundle.adapt(BundleStartLevel.class).setStartLevel(level);
                    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                        bundle.start();
                    }
                }
            }
            framework.start();
            for (Bundle bundle : context.getBundles()) {
                if (bundle.getState() < Bundle.STARTING && bundle.getLocation().startsWith("reference:")
                        && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                    throw new Failure(Failure.BUNDLES, "组件 " + bundle.getSymbolicName() + " 未能启动：" + String.join("；", errors));
                }
            }
        } catch (BundleException | IOException e) {
            throw new Failure(Failure.BUNDLES, "无法启动 " + bundles + " 中的组件：" + e);
        }
    }

    /** Stops everything in reverse order; the database is shut down by its owner on the way. */
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(30_000);
    }

    void waitForStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    private void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            errors.add(event.getBundle().getSymbolicName() + "：" + event.getThrowable());
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
