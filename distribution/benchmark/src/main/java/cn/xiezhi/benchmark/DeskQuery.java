package cn.xiezhi.benchmark;

import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.store.OpenStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The desk: an organ's first page and its counts, while more and more obligations are open. */
final class DeskQuery {
    private static final int ORGANS = 50;
    private static final int BATCH = 1000;
    private static final int WARM_UP = 300;
    private static final int SAMPLES = 1000;
    private final Random random = new Random(140925);
    private final DataSource pool;
    private final Reading reading;
    private final Statements opening;
    private final Officer owing;
    private final Obligation owed;

    /** @param opening what opening a matter writes; it is written again and again, for others and due at other times */
    DeskQuery(DataSource pool, Reading reading, Statements opening, Officer owing, Obligation owed) {
        this.pool = pool;
        this.reading = reading;
        this.opening = opening;
        this.owing = owing;
        this.owed = owed;
    }

    void run(Report report) throws SQLException {
        for (boolean oneOrgan : new boolean[] {false, true}) {
            for (int size : new int[] {1_000, 10_000, 100_000}) {
                String jurisdiction = "desk" + (oneOrgan ? "-one-" : "-all-") + size + "-" + System.currentTimeMillis();
                System.out.printf("  desk: writing %,d open obligations of %s%n", size, oneOrgan ? "one organ" : "a jurisdiction of " + ORGANS + " organs");
                load(jurisdiction, size, oneOrgan ? 1 : ORGANS);
                long[] nanos = ask(new Officer("bench", "测试员", new Organ("organ0", jurisdiction, "测试机关", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty()), Set.of(Role.OFFICER)));
                report.add(String.format("desk, %,d open obligations of %s", size, oneOrgan ? "one organ" : ORGANS + " organs"),
                        Numbers.millis(nanos, 0.5) + " ms median, " + Numbers.millis(nanos, 0.99) + " ms p99");
            }
        }
    }

    private void load(String jurisdiction, int size, int organs) throws SQLException {
        try (Connection c = pool.getConnection()) {
            c.setAutoCommit(false);
            for (int done = 0; done < size; done += BATCH) {
                List<Statements> batch = new ArrayList<>();
                for (int i = 0; i < Math.min(BATCH, size - done); i++) {
                    batch.add(opening.with(other(jurisdiction, "organ" + (done + i) % organs)));
                }
                Statements.load(c, batch);
            }
            c.setAutoCommit(true);
        }
    }

    /** The recorded values for another jurisdiction and organ, due up to thirty days ago or ahead. */
    private UnaryOperator<Object> other(String jurisdiction, String organ) {
        UnaryOperator<Object> renewed = Clients.renewed();
        Instant due = Instant.now().plusSeconds(random.nextInt(60 * 86_400) - 30 * 86_400);
        Instant before = owed.dueAtExclusive().orElseThrow();
        String key = OpenStore.dueKey(before, owed.id());
        return value -> {
            if (value.equals(owing.jurisdiction())) {
                return jurisdiction;
            } else if (value.equals(owing.organ().id())) {
                return organ;
            } else if (value.equals(before.toEpochMilli())) {
                return due.toEpochMilli();
            }
            return value.equals(key) ? OpenStore.dueKey(due, (String) renewed.apply(owed.id())) : renewed.apply(value);
        };
    }

    private long[] ask(Officer officer) {
        long[] nanos = new long[SAMPLES];
        for (int i = -WARM_UP; i < SAMPLES; i++) {
            long start = System.nanoTime();
            int found = reading.obligations(officer, Reading.Wish.ALL, Optional.empty(), 50).items().size();
            int counted = reading.counts(officer, Reading.Wish.ALL).overdue();
            if (found == 0 || counted == 0) {
                throw new IllegalStateException("an empty desk");
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
