package cn.xiezhi.framework.tests;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;

/** Waits for what the framework reaches by itself: looks again after every service and bundle event, never after a fixed time. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Eventually() {}

    /** The first value that is as wanted, or the last one seen when the time is over, for the assertion to show. */
    static <T> T see(BundleContext context, Supplier<T> value, Predicate<T> wanted) throws InterruptedException {
        Semaphore changed = new Semaphore(0);
        ServiceListener services = e -> changed.release();
        BundleListener bundles = e -> changed.release();
        context.addServiceListener(services);
        context.addBundleListener(bundles);
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            T seen = value.get();
            while (!wanted.test(seen) && changed.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                changed.drainPermits();
                seen = value.get();
            }
            return seen;
        } finally {
            context.removeServiceListener(services);
            context.removeBundleListener(bundles);
        }
    }
}
