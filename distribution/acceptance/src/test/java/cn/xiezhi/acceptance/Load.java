package cn.xiezhi.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Several people in several counties who read and act at a steady pace until it is closed. Every answer must be the expected one and agree with itself;
 * whatever is not, is kept.
 */
final class Load implements AutoCloseable {
    private static final List<String> STEPS = List.of("accept", "file", "decideFiled", "notify");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Product product;
    private final OneVersion oneVersion;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean on = true;

    Load(Product product, OneVersion oneVersion) {
        this.product = product;
        this.oneVersion = oneVersion;
    }

    /** A township and a department that carry one transfer after the other to its end. */
    Load acting(County county) {
        return person(county.id() + " acts", () -> {
            Play play = new Play(county);
            JsonNode opened = check(() -> play.opened("规则更换时的案件", Map.of("discoveredAt", oneVersion.discoveredAt())));
            check(() -> play.sent(opened));
            for (String action : STEPS) {
                check(() -> play.act(county.department(), opened, action, Map.of()).expect(200));
            }
            check(() -> play.act(county.town(), opened, "close", Map.of()).expect(200));
        });
    }

    private JsonNode check(Callable<JsonNode> step) throws Exception {
        JsonNode matter = timed(step);
        oneVersion.check(matter);
        return matter;
    }

    /** Somebody who looks at the desk, at matters, at the rules and at the console's page. */
    Load reading(County county) {
        return person(county.id() + " reads", () -> {
            Client town = county.town();
            for (JsonNode obligation : timed(() -> town.get("/obligations?limit=20").expect(200)).get("items")) {
                oneVersion.checkObligation(obligation);
            }
            JsonNode matters = timed(() -> town.get("/matters?limit=5").expect(200)).get("items");
            if (!matters.isEmpty()) {
                check(() -> town.get("/matters/" + Play.id(matters.get(0))).expect(200));
            }
            timed(() -> town.get("/procedures").expect(200));
            timed(() -> town.get("/policies").expect(200));
            oneVersion.checkPolicy(timed(() -> town.get("/jurisdictions/" + county.id() + "/policy").expect(200)));
            oneVersion.checkDeadline(timed(() -> oneVersion.deadline(product, county.id())));
            int page = timed(() -> product.get("/")).statusCode();
            if (page != 200) {
                throw new AssertionError("the console's page: " + page);
            }
        });
    }

    private interface Round {
        void run() throws Exception;
    }

    private Load person(String name, Round round) {
        Thread thread = new Thread(() -> {
            while (on) {
                try {
                    round.run();
                } catch (Exception | AssertionError e) {
                    failures.add(name + ": " + e);
                }
            }
        }, name);
        thread.start();
        people.add(thread);
        return this;
    }

    private <T> T timed(Callable<T> step) throws Exception {
        long start = System.nanoTime();
        T answer = step.call();
        nanos.add(System.nanoTime() - start);
        LockSupport.parkNanos(PAUSE.toNanos()); // people think
        return answer;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How many steps were taken, and how long they took. */
    String figures() {
        long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return String.format("%d steps of %d people, median %.0f ms, 99th percentile %.0f ms, longest %.0f ms", sorted.length, people.size(), sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6, sorted[sorted.length - 1] / 1e6);
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        for (Thread person : people) {
            person.join();
        }
    }
}
