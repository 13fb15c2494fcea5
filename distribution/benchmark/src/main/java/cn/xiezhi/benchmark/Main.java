package cn.xiezhi.benchmark;

import cn.xiezhi.benchmark.Clients.Transfer;
import cn.xiezhi.benchmark.Race.Figures;
import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.loader.RuleFiles;
import cn.xiezhi.loader.YamlPolicyReader;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.store.OpenStore;
import cn.xiezhi.store.OpenStore.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Measures everything in one run. Arguments: install folder, folder for results, then any of --postgres and the parts: transfer, desk, pages, days, start. */
public final class Main {
    private static final List<String> PARTS = List.of("transfer", "desk", "pages", "days", "start");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final PolicyReader READER = new YamlPolicyReader();

    private Main() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.US);
        Path install = Path.of(args[0]).toAbsolutePath();
        Path results = Path.of(args[1]).toAbsolutePath();
        List<String> given = List.of(args).subList(2, args.length);
        List<String> parts = given.stream().anyMatch(PARTS::contains) ? given : PARTS;
        Path work = Files.createTempDirectory(Files.createDirectories(results.resolve("work")), "run");
        Report report = new Report();
        report.add("machine", Machine.text());
        try (Server server = Server.of(given.contains("--postgres"), work)) {
            report.add("database", server.name());
            if (parts.contains("transfer") || parts.contains("desk")) {
                try (OpenStore store = new OpenStore(server.url("bench"), server.user(), server.user())) {
                    measure(report, store, server, install, work, parts);
                }
            }
            if (parts.contains("pages")) {
                System.out.println("pages");
                Rules rules = Rules.of(RuleFiles.read().book());
                Pages.run(report, server, install, work, (ports, clock) -> desk(ports, rules, clock));
            }
        }
        if (parts.contains("days")) {
            System.out.println("adding working days");
            Days.run(report);
        }
        if (parts.contains("start")) {
            System.out.println("start");
            StartUp.run(report, install, work);
        }
        report.add("load of the machine at the end", Machine.load());
        report.write(results.resolve("result.md"));
        System.exit(0);
    }

    private static void measure(Report report, OpenStore store, Server server, Path install, Path work, List<String> parts) throws Exception {
        RuleFiles files = RuleFiles.read();
        Rules rules = Rules.of(files.book());
        Ports ports = store.ports();
        files.organs().forEach(ports.organs()::add);
        Recorder recorder = new Recorder();
        Desk watched = desk(store.ports(recorder::watch), rules);
        Play play = new Play(files, watched);
        List<Statements> recorded = Clients.recorded(play, watched, recorder);
        Desk desk = desk(ports, rules);
        if (parts.contains("transfer")) {
            System.out.println("five-step transfer");
            try (Product product = new Product(install, work.resolve("home"), server.environment("product"))) {
                HttpWay http = new HttpWay(play, product.port, work.resolve("home"));
                Map<String, Supplier<Transfer>> ways = new LinkedHashMap<>();
                ways.put("JDBC", Clients.jdbc(recorded, store.pool(), false));
                ways.put("service", Clients.service(play, desk));
                ways.put("JDBC with reads", Clients.jdbc(recorded, store.pool(), true));
                ways.put("HTTP", http);
                for (int clients : new int[] {1, 4}) {
                    race(report, new Race(Integer.getInteger("rounds", 11), 120).run(ways, clients), clients);
                }
                report.add("resident memory after the transfers over HTTP", String.format("%.0f MiB", product.residentMiB()));
            }
        }
        if (parts.contains("desk")) {
            recorder.taken();
            String id = play.open(watched);
            Statements opening = recorder.taken();
            new DeskQuery(store.pool(), new Reading(ports.matters(), ports.archive(), rules, READER, ports.accounts(), CLOCK), opening, play.town,
                    desk.matter(play.town, id).orElseThrow().matter().obligations().get(0)).run(report);
        }
    }

    private static void race(Report report, Map<String, Figures> figures, int clients) {
        figures.forEach((way, f) -> report.add(String.format("transfer, %d client%s, %s", clients, clients == 1 ? "" : "s", way),
                String.format("%s actions/s, p50 %s ms, p99 %s ms", Numbers.spread(f.perSecond(), "%.0f"), Numbers.millis(f.nanos(), 0.5), Numbers.millis(f.nanos(), 0.99))));
        for (String baseline : List.of("JDBC", "JDBC with reads")) {
            for (String way : List.of("service", "HTTP")) {
                report.add(String.format("ratio, %d client%s, %s / %s", clients, clients == 1 ? "" : "s", way, baseline), Numbers.spread(figures.get(way).ratios(figures.get(baseline)), "%.2f"));
            }
        }
    }

    private static Desk desk(Ports ports, Rules rules) {
        return desk(ports, rules, CLOCK);
    }

    private static Desk desk(Ports ports, Rules rules, Clock clock) {
        return new Desk(ports.matters(), ports.archive(), rules, READER, ports.organs(), ports.accounts(), ports.items(), clock);
    }
}
