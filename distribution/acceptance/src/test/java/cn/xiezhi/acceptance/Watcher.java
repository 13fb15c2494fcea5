package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who keeps working elsewhere: asks the same addresses over and over and notes whatever is not 200. */
final class Watcher {
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Thread thread;
    private volatile boolean on = true;

    Watcher(Product product, String... paths) {
        thread = new Thread(() -> {
            while (on) {
                for (String path : paths) {
                    ask(product, path);
                }
                rounds.incrementAndGet();
            }
        }, "watcher");
        thread.start();
    }

    private void ask(Product product, String path) {
        try {
            HttpResponse<String> answer = product.get(path);
            if (answer.statusCode() != 200) {
                errors.add(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (Exception e) {
            errors.add(path + ": " + e);
        }
    }

    void assertNoErrors() {
        assertTrue(rounds.get() > 2, "asked " + rounds + " times");
        assertEquals(List.of(), errors);
    }

    void stop() throws InterruptedException {
        on = false;
        thread.join();
    }
}
