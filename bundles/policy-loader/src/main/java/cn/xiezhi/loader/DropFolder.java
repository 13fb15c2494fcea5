package cn.xiezhi.loader;

import cn.xiezhi.loader.Outcome.Fault;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The drop folder: whatever is put into it passes the gate before the framework sees it, and the framework gets the very bytes that
 * were judged. What is refused changes nothing: the bundle before stays, also over a restart, by a private copy of what was taken last.
 */
final class DropFolder implements ArtifactInstaller {
    private final BundleContext context;
    private final Gate gate;
    private final Staged staged;
    private final Clock clock;
    private final Runnable changed;
    private final Bundles bundles;
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final Map<Path, Fault> refused = new ConcurrentSkipListMap<>();

    /** @param changed told after every change of what is refused */
    DropFolder(BundleContext context, Gate gate, Clock clock, Runnable changed) {
        this.context = context;
        this.gate = gate;
        this.staged = new Staged(gate.settings().staging());
        this.clock = clock;
        this.changed = changed;
        bundles = new Bundles(context);
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar");
    }

    @Override
    public void install(File file) {
        take(file.toPath());
    }

    @Override
    public void update(File file) {
        take(file.toPath());
    }

    @Override
    public void uninstall(File file) {
        Path path = file.toPath();
        synchronized (this) {
            staged.forget(path);
            refused.remove(path);
            origins.remove(Bundles.location(path));
            bundles.uninstall(path);
        }
        again();
    }

    /** Looks once more at what was refused: whoever signed it may be trusted by now, or what stood in its way gone. */
    void again() {
        for (Path path : List.copyOf(refused.keySet())) {
            take(path);
        }
        changed.run();
    }

    /** Starts what could not start before, for whatever it lacked may be there by now. */
    synchronized void startWaiting() {
        origins.keySet().forEach(location -> bundles.startWaiting(context.getBundle(location)));
    }

    /** How the bundle at a location came here. */
    Optional<Origin> origin(String location) {
        return Optional.ofNullable(origins.get(location));
    }

    List<Fault> refusals() {
        return List.copyOf(refused.values());
    }

    /** Every bundle that came this way and is there. */
    List<Bundle> bundles() {
        return origins.keySet().stream().map(context::getBundle).filter(Objects::nonNull).toList();
    }

    private void take(Path path) {
        synchronized (this) {
            List<String> refusals = taken(path);
            if (refusals.isEmpty()) {
                refused.remove(path);
            } else {
                refused.put(path, new Fault(jurisdiction(path), "投放文件 " + Texts.line(path.getFileName().toString(), 100) + "：" + String.join("；", refusals)));
                staged.of(path).filter(copy -> bundles.at(path).isEmpty()).ifPresent(copy -> pass(path, copy));
            }
        }
        changed.run();
    }

    private List<String> taken(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return List.of("不是文件");
            }
            byte[] jar = read(path);
            if (jar.length > JarCheck.MOST_CODE) {
                return List.of("超过 " + JarCheck.MOST_CODE / 1024 / 1024 + " MiB 上限");
            }
            List<String> refusals = pass(path, jar);
            if (refusals.isEmpty()) {
                staged.keep(path, jar);
            }
            return refusals;
        } catch (IOException e) {
            return List.of("无法读取；请检查文件权限");
        }
    }

    /** Not much more than may be taken, however large the file is. */
    private static byte[] read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(JarCheck.MOST_CODE + 1);
        }
    }

    /** Into the framework with it, unless it is refused or there already. */
    private List<String> pass(Path path, byte[] jar) {
        Gate.Passed passed = gate.judge(jar, clock.instant());
        if (!passed.refusals().isEmpty()) {
            return passed.refusals();
        }
        String location = Bundles.location(path);
        Optional<Origin> before = origin(location);
        if (bundles.at(path).isPresent() && before.flatMap(Origin::sha256).filter(passed.sha256()::equals).isPresent()) {
            return List.of();
        }
        origins.put(location, new Origin(Optional.of(passed.sha256()), passed.signer(), passed.expired(), !bundles.frameworkRuns()));
        try {
            bundles.put(path, new ByteArrayInputStream(jar));
            return List.of();
        } catch (BundleException e) {
            before.ifPresentOrElse(o -> origins.put(location, o), () -> origins.remove(location));
            return List.of("不能装入：" + Texts.line(String.valueOf(e.getMessage()), 200));
        }
    }

    private String jurisdiction(Path path) {
        return bundles.at(path).flatMap(Extender::jurisdiction).orElse("");
    }
}
