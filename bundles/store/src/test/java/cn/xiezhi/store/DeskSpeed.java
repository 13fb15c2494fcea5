package cn.xiezhi.store;

import cn.xiezhi.clock.Lately;
import cn.xiezhi.desk.DeskPart;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long a page of the desk, its counts and a page of the list take as a jurisdiction grows. Not a test; argument: derby or postgres. */
final class DeskSpeed {
    private static final Instant START = Samples.TUE_2025_09_30;
    private static final int EACH = 25;
    private static final List<String> PROCEDURES = IntStream.range(0, 20).mapToObj(i -> i == 7 ? "transfer" : "other" + i).toList();
    private static final List<String> IDS = IntStream.range(0, 25).mapToObj(i -> "m" + i).toList();

    private DeskSpeed() {}

    public static void main(String[] args) throws Exception {
        Settings settings = args[0].equals("derby") ? Databases.derby() : Databases.postgres();
        try (Database database = Database.open(settings)) {
            MatterStore store = new Matters(database.work());
            Lately lately = new LatelyReader(database.work());
            int matters = 0;
            for (int size : new int[] {1_000, 10_000, 100_000}) {
                long start = System.nanoTime();
                for (; matters * EACH < size; matters += 20) {
                    MatterChange[] batch = new MatterChange[20];
                    for (int i = 0; i < 20; i++) {
                        batch[i] = matter(matters + i);
                    }
                    store.commit(Samples.commit(batch));
                }
                System.out.printf("%d open obligations (written in %d ms)%n", size, (System.nanoTime() - start) / 1_000_000);
                ObligationQuery first = ObligationQuery.owedBy("speed", "urban", Optional.empty(), 50);
                ObligationQuery middle = ObligationQuery.owedBy("speed", "urban",
                        Optional.of(new ObligationQuery.After(Optional.of(START), "m" + (matters / 2) + "-9")), 50);
                MatterQuery list = new MatterQuery("speed", Optional.of("urban"), Optional.empty(), Optional.of("transfer"), Optional.empty(), Optional.empty(),
                        Optional.of(true), Optional.empty(), Optional.empty(), 50);
                measure("desk, first page", () -> store.obligations(first).size());
                measure("desk, among equal instants", () -> store.obligations(middle).size());
                measure("counts", () -> store.counts("speed", DeskPart.owedBy("urban"), START, START.plusSeconds(86_400)).overdue());
                ObligationQuery others = new ObligationQuery("speed", new DeskPart("fenghuang", false, Optional.of("transfer"), Optional.empty()), Optional.empty(), Optional.empty(), false,
                        Optional.empty(), 50);
                measure("what others owe", () -> store.obligations(others).size());
                measure("counts of what others owe", () -> store.counts("speed", others.part(), START, START.plusSeconds(86_400)).overdue());
                measure("tallies of 20 procedures", () -> store.tallies("speed", "urban", PROCEDURES).size());
                measure("25 matters by id", () -> store.find("speed", IDS).size());
                measure("moved lately", () -> lately.moved("speed", START.plusSeconds(3600), 1000).size());
                measure("list", () -> store.list(list).size());
                measure("find", () -> store.find("speed", "m7").orElseThrow().obligations().size());
            }
        }
        System.exit(0);
    }

    /** Two thirds due at one of ten days' ends, as in life; one organ owes it all. */
    private static MatterChange matter(int n) {
        List<Obligation> obligations = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String id = "m" + n + "-" + i;
            obligations.add(i % 3 == 0 ? Samples.withoutNumber(id, "urban") : Samples.obligation(id, "urban", START.plusSeconds(86_400L * ((n + i) % 10 - 3))));
        }
        return Samples.change(Samples.owing(Samples.openedAt(Samples.matter("speed", "m" + n), START.plusMillis(n / 3)), obligations.toArray(Obligation[]::new)), 1);
    }

    private interface Question {
        int ask();
    }

    private static void measure(String what, Question question) {
        long[] times = new long[200];
        int answer = 0;
        for (int i = -100; i < times.length; i++) {
            long start = System.nanoTime();
            answer = question.ask();
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.printf("  %-28s median %.2f ms, p99 %.2f ms (%d)%n", what, times[100] / 1e6, times[197] / 1e6, answer);
    }
}
