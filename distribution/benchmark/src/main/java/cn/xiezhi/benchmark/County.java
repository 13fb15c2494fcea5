package cn.xiezhi.benchmark;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.loader.RuleFiles;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.store.OpenStore;
import cn.xiezhi.store.OpenStore.Ports;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A county of fifty organs with as many matters as wanted: some thousands are played, the others are copies of them. */
final class County {
    private static final int ORGANS = 50;
    private static final int WORKERS = 4;
    private static final int TIMES = 25;
    private static final int RARE = 5;

    private County() {}

    /** @return the matter with the long ledger */
    static String fill(RuleFiles files, OpenStore store, BiFunction<Ports, Clock, Desk> desks, int matters) throws Exception {
        Ports ports = store.ports();
        Function<Clock, Desk> desk = clock -> desks.apply(ports, clock);
        Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Play play = new Play(files, desk.apply(Clock.systemUTC()));
        List<Organ> more = IntStream.range(files.organs().size(), ORGANS)
                .mapToObj(i -> new Organ("bench-town-" + i, play.town.jurisdiction(), "第" + i + "街道办事处", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty())).toList();
        more.forEach(ports.organs()::add);
        List<Organ> towns = Stream.concat(of(files, Organ.Kind.TOWNSHIP), more.stream()).toList();
        List<Organ> departments = of(files, Organ.Kind.DEPARTMENT).toList();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            AtomicInteger next = new AtomicInteger();
            for (Future<?> worker : IntStream.range(0, WORKERS).<Future<?>>mapToObj(w -> workers.submit(() -> {
                Filling filling = new Filling(play, towns, departments, desk, today);
                for (int number; (number = next.getAndIncrement()) < matters / TIMES; ) {
                    filling.play(number, false);
                    if (number % 1_000 == 0) {
                        System.out.printf("  pages: played %,d of %,d matters%n", number, matters / TIMES);
                    }
                }
            })).toList()) {
                worker.get();
            }
            Copies.make(store.pool(), play.town.jurisdiction(), TIMES);
            Filling filling = new Filling(play, towns, departments, desk, today);
            for (int number = 0; number < RARE; number++) {
                filling.play(number, true);
            }
            return filling.longest(60);
        } finally {
            workers.shutdown();
        }
    }

    private static Stream<Organ> of(RuleFiles files, Organ.Kind kind) {
        return files.organs().stream().filter(o -> o.kind() == kind);
    }
}
