package cn.xiezhi.loader;

import cn.xiezhi.desk.Background;
import cn.xiezhi.desk.MatterStore.StoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the loader's own: one task after the other, and one that fails does not keep the next from running. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final ScheduledExecutorService thread = Background.thread("xiezhi-policy-loader");

    void execute(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the loader is stopping; what it published is no longer asked for");
        }
    }

    void later(Runnable task, Duration wait) {
        try {
            thread.schedule(() -> guarded(task), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the loader is stopping; nothing is to come");
        }
    }

    void every(long seconds, Runnable task) {
        thread.scheduleWithFixedDelay(() -> guarded(task), seconds, seconds, TimeUnit.SECONDS);
    }

    /** Waits until the task is done, behind everything that was asked before; not longer than a number of seconds. */
    void await(Runnable task, long seconds) {
        try {
            thread.submit(() -> guarded(task)).get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("规则未能及时核对；稍后自动核对", e);
        }
    }

    void stop() {
        thread.shutdownNow();
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (StoreException e) {
            // No fault of the rules: the database is gone, or closed because everything stops.
            LOG.warn("规则装载时{}；此前生效的规则继续有效", e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            if (thread.isShutdown()) {
                LOG.debug("cut off by the stop of the product", e);
                return;
            }
            LOG.error("规则装载出错；此前生效的规则继续有效", e);
        }
    }
}
