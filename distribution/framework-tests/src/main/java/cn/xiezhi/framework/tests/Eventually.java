package cn.xiezhi.framework.tests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;

/** Waits for what the product reaches by itself: looks again until it is there or the time is over, never after a fixed time. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Eventually() {}

    /** The same for what causes no event of the framework. */
    static <T> T poll(Callable<T> value, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        T seen = value.call();
        while (!wanted.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = value.call();
        }
        return seen;
    }

    /** After every service and bundle event: the first value that is as wanted, or the last one seen when the time is over, for the assertion to show. */
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
