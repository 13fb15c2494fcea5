package cn.xiezhi.loader;

import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.procedure.Procedures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles on the worker and publishes what came of it, whenever a bundle, the archive or the hour gives reason to. */
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** A longer wait is cut in pieces, should the machine's clock be set meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Worker worker;
    private final Clock clock;
    private final Runnable changed;
    private final AtomicReference<Optional<RuleArchive>> archive = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Outcome> published;
    /** Confined to the worker, as what follows. */
    private final Installed installed = new Installed();
    private boolean held = true;
    private boolean retrying;
    private boolean unsettled;
    private long stamp;
    private Optional<Instant> awaited = Optional.empty();

    /**
     * Nothing is in force until it is released.
     *
     * @param changed told after each settling, on the worker
     */
    Keeper(Worker worker, Clock clock, Runnable changed) {
        this.worker = worker;
        this.clock = clock;
        this.changed = changed;
        published = new AtomicReference<>(installed.settle(clock.instant(), Optional.empty()));
    }

    Outcome published() {
        return published.get();
    }

    /** What is in force at this instant. */
    Snapshot current() {
        return published.get().at(clock.instant());
    }

    /** Until the archive has been asked, nothing is in force: it may have decided otherwise than the bundles say. */
    void bind(RuleArchive service) {
        archive.set(Optional.of(service));
        published.updateAndGet(before -> before.archived() ? before : Outcome.nothing(clock.instant()));
        worker.execute(() -> {
            installed.archiveReplaced();
            settle();
        });
    }

    void unbind(RuleArchive service) {
        Optional<RuleArchive> bound = archive.get();
        if (bound.isPresent() && bound.get() == service) {
            archive.compareAndSet(bound, Optional.empty());
        }
    }

    /** Which procedures the archive's copies are read with. */
    void knows(Procedures procedures) {
        installed.knows(procedures);
        settleSoon();
    }

    void found(long bundle, Offer offer) {
        installed.found(bundle, offer);
        settleSoon();
    }

    void gone(long bundle) {
        if (installed.gone(bundle)) {
            settleSoon();
        }
    }

    /** Once for all bundles that are already waiting to be looked at. */
    private void settleSoon() {
        if (!unsettled) {
            unsettled = true;
            worker.execute(this::settle);
        }
    }

    /** Another node or an administrator may have decided. */
    void poll() {
        if (archive.get().isPresent() && stamp() != stamp) {
            settle();
        }
    }

    /** The framework has started: what was there at the start has been found, so that nothing is missed that is only late. */
    void release() {
        held = false;
        settle();
    }

    void settle() {
        unsettled = false;
        if (held) {
            return;
        }
        stamp = stamp();
        Optional<RuleArchive> asked = archive.get();
        Outcome now;
        try {
            now = installed.settle(clock.instant(), asked);
        } catch (RuntimeException e) {
            if (archive.get().equals(asked)) {
                throw e;
            }
            LOG.debug("the archive went while it was asked; the next one is asked anew", e);
            return;
        }
        published.set(now);
        if (now.archived()) {
            now.news().forEach(LOG::info);
        }
        if (now.retry() && !retrying) {
            retrying = true;
            worker.later(this::retry, RETRY);
        }
        awaitNext(now);
        changed.run();
    }

    private void retry() {
        retrying = false;
        settle();
    }

    /** What is planned is in force at its instant by what is published; settling then tells the others. */
    private void awaitNext(Outcome outcome) {
        Optional<Instant> next = outcome.snapshots().stream().skip(1).findFirst().map(Snapshot::from);
        if (next.isPresent() && !next.equals(awaited)) {
            awaited = next;
            Duration wait = Duration.between(clock.instant(), next.get());
            worker.later(() -> {
                awaited = Optional.empty();
                settle();
            }, wait.compareTo(LONGEST) < 0 ? wait.plusMillis(1) : LONGEST);
        }
    }

    private long stamp() {
        try {
            return archive.get().map(RuleArchive::stamp).orElse(0L);
        } catch (RuntimeException e) {
            LOG.debug("the archive does not answer", e);
            return stamp;
        }
    }
}
