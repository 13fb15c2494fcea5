package cn.xiezhi.benchmark;

import cn.xiezhi.benchmark.Clients.Transfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs the ways in turn, A B C A B C, so that what else goes on in the machine hits them alike; ratios are taken within a round.
 */
final class Race {
    private static final int WARM_UP = 3;

    /** @param perSecond actions a second of each round; {@code nanos}: how long each action took, sorted */
    record Figures(double[] perSecond, long[] nanos) {
        double median() {
            return Numbers.median(perSecond);
        }

        /** How many times as fast as another way, round by round. */
        double[] ratios(Figures other) {
            return IntStream.range(0, perSecond.length).mapToDouble(i -> perSecond[i] / other.perSecond[i]).toArray();
        }
    }

    private final int rounds;
    private final int transfers;

    /** @param transfers how many a way carries out in a round, by all its clients together */
    Race(int rounds, int transfers) {
        this.rounds = rounds;
        this.transfers = transfers;
    }

    Map<String, Figures> run(Map<String, Supplier<Transfer>> ways, int clients) throws Exception {
        Map<String, double[]> rates = new LinkedHashMap<>();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            for (int round = -WARM_UP; round < rounds; round++) {
                StringBuilder shown = new StringBuilder();
                List<String> order = new ArrayList<>(ways.keySet());
                java.util.Collections.rotate(order, Math.floorMod(round, order.size()));
                for (String way : order) {
                    List<Long> nanos = new ArrayList<>();
                    double rate = round(pool, ways.get(way), clients, nanos);
                    shown.append(String.format("  %s %.0f/s", way, rate));
                    if (round >= 0) {
                        rates.computeIfAbsent(way, w -> new double[rounds])[round] = rate;
                        times.computeIfAbsent(way, w -> new ArrayList<>()).addAll(nanos);
                    }
                }
                System.out.printf("  %d clients, %s %d:%s%n", clients, round < 0 ? "warming up" : "round", round < 0 ? round + WARM_UP + 1 : round + 1, shown);
            }
        } finally {
            pool.shutdownNow();
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        ways.keySet().forEach(way -> figures.put(way, new Figures(rates.get(way), times.get(way).stream().mapToLong(n -> n).sorted().toArray())));
        return figures;
    }

    /** @return actions per second, over the time in which actions were taken */
    private double round(ExecutorService pool, Supplier<Transfer> way, int clients, List<Long> nanos) throws Exception {
        List<List<Transfer>> own = IntStream.range(0, clients).mapToObj(c -> IntStream.range(0, transfers / clients).mapToObj(i -> way.get()).toList()).toList();
        long elapsed = together(pool, own, nanos, (transfer, timed) -> timed.take(transfer::open));
        together(pool, own, new ArrayList<>(), (transfer, timed) -> transfer.prepare());
        elapsed += together(pool, own, nanos, (transfer, timed) -> {
            for (int step = 1; step < Play.STEPS.size(); step++) {
                int next = step;
                timed.take(() -> transfer.act(next));
            }
        });
        return nanos.size() * 1e9 / elapsed;
    }

    private interface Part {
        void run(Transfer transfer, Timed timed) throws Exception;
    }

    private interface Act {
        void run() throws Exception;
    }

    private record Timed(long[] nanos, int[] count) {
        void take(Act act) throws Exception {
            long start = System.nanoTime();
            act.run();
            nanos[count[0]++] = System.nanoTime() - start;
        }
    }

    private static long together(ExecutorService pool, List<List<Transfer>> own, List<Long> nanos, Part part) throws Exception {
        List<Callable<Timed>> tasks = own.stream().<Callable<Timed>>map(mine -> () -> {
            Timed timed = new Timed(new long[mine.size() * Play.STEPS.size()], new int[1]);
            for (Transfer transfer : mine) {
                part.run(transfer, timed);
            }
            return timed;
        }).toList();
        long start = System.nanoTime();
        List<Future<Timed>> done = pool.invokeAll(tasks);
        long elapsed = System.nanoTime() - start;
        for (Future<Timed> f : done) {
            Arrays.stream(f.get().nanos(), 0, f.get().count()[0]).forEach(nanos::add);
        }
        return elapsed;
    }
}
