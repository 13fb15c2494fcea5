package cn.xiezhi.store;

import cn.xiezhi.assessment.PastObligations;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.assessment.Reckoning;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How long the figures of a year and the look ahead before a change of rules take, from the store, at 100,000 matters over three years. Not a test; argument: derby or postgres. */
final class PeriodSpeed {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int MATTERS = 100_000;
    private static final int EACH = 3;
    private static final int ORGANS = 30;

    private PeriodSpeed() {}

    public static void main(String[] args) throws Exception {
        Settings settings = args[0].equals("derby") ? Databases.derby() : Databases.postgres();
        try (Database database = Database.open(settings)) {
            MatterStore store = new Matters(database.work());
            long start = System.nanoTime();
            for (int n = 0; n < MATTERS; n += 50) {
                List<MatterChange> batch = new ArrayList<>();
                for (int i = n; i < n + 50; i++) {
                    batch.add(matter(i));
                }
                store.commit(Samples.commit(batch.toArray(MatterChange[]::new)));
            }
            System.out.printf("%d matters written in %d ms%n", MATTERS, (System.nanoTime() - start) / 1_000_000);
            PastObligations past = new PeriodReader(database.work());
            Period year = Period.days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
            Period all = Period.days(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31));
            for (int round = 0; round < 5; round++) {
                measure("one year, one organ", past, year, Optional.of("organ7"));
                measure("one year", past, year, Optional.empty());
                measure("all three years", past, all, Optional.empty());
                ahead(new HistoryReader(database.work()), year);
            }
        }
        System.exit(0);
    }

    private static void measure(String what, PastObligations past, Period period, Optional<String> organ) {
        long start = System.nanoTime();
        Reckoning reckoning = new Reckoning(period, Instant.parse("2027-01-01T00:00:00Z"), WorkCalendar.empty());
        past.each("speed", period, organ, Optional.empty(), (matter, o) -> reckoning.add(o));
        int arose = reckoning.assessment().total().arose();
        System.out.printf("  %-20s %d ms (%d obligations)%n", what, (System.nanoTime() - start) / 1_000_000, arose);
    }

    /** What a change of rules is previewed and replayed by. */
    private static void ahead(HistoryReader history, Period year) {
        timed("arisen in the year", () -> {
            AtomicInteger arisen = new AtomicInteger();
            history.arisen("speed", year.from(), year.to(), (matter, o) -> arisen.incrementAndGet() > 0);
            return arisen.get();
        });
        timed("how many arose", () -> history.countArisen("speed", year.from(), year.to()));
        timed("open obligations", () -> history.openObligations("speed").values().stream().mapToInt(n -> n).sum());
        timed("open matters", () -> history.openMatters("speed", Set.of("transfer")).values().stream().mapToInt(n -> n).sum());
    }

    private static void timed(String what, IntSupplier count) {
        long start = System.nanoTime();
        int n = count.getAsInt();
        System.out.printf("  %-20s %d ms (%d)%n", what, (System.nanoTime() - start) / 1_000_000, n);
    }

    /** Spread evenly over three years; one in three without a number, one in ten open. */
    private static MatterChange matter(int n) {
        Instant at = START.plus(Duration.ofMinutes(n * 3L * 365 * 24 * 60 / MATTERS));
        List<Obligation> obligations = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String id = "m" + n + "-" + i;
            String organ = "organ" + (n + i) % ORGANS;
            Obligation o = i == 2 ? Samples.withoutNumber(id, organ) : Samples.obligation(id, organ, at.plus(Duration.ofDays(5)));
            o = new Obligation(o.id(), o.duty(), o.variant(), o.owedBy(), at, o.limit(), o.lastDay(), o.dueAtExclusive(), false, o.status(), o.closedAt(), o.policyVersion(), o.citation());
            obligations.add(n % 10 == 0 ? o : o.closed(Status.MET, at.plus(Duration.ofMinutes(n % 9_000))));
        }
        return Samples.change(Samples.owing(Samples.openedAt(Samples.matter("speed", "m" + n), at), obligations.toArray(Obligation[]::new)), 1);
    }
}
