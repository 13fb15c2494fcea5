package cn.xiezhi.framework.tests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the same addresses over and over and notes whatever is not 200. */
final class Answers {
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Thread thread;
    private volatile boolean on = true;

    Answers(String... paths) {
        thread = new Thread(() -> {
            while (on) {
                for (String path : paths) {
                    ask(path);
                }
                rounds.incrementAndGet();
            }
        }, "answers");
        thread.start();
    }

    private void ask(String path) {
        try {
            int status = Configured.get(path).statusCode();
            if (status != 200) {
                errors.add(path + ": " + status);
            }
        } catch (Exception e) {
            errors.add(path + ": " + e);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    int rounds() {
        return rounds.get();
    }

    void stop() throws InterruptedException {
        on = false;
        thread.join();
    }
}
