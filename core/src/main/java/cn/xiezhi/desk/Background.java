package cn.xiezhi.desk;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread that a component keeps for itself: one task after the other, and no process is kept alive by it. */
public final class Background {
    private static final int PATIENCE_SECONDS = 10;

    private Background() {}

    /** @param name as thread dumps show it */
    public static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets what is under way come to its end, though not for longer than ten seconds; what returns every so often does not return. */
    public static void end(ScheduledExecutorService thread) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
