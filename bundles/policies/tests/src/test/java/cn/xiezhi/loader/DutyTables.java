package cn.xiezhi.loader;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Variant;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables jurisdiction × duty × citation × test, one for each procedure, made from the bundles' rules and from what the tests say they show. */
final class DutyTables {
    /** That a duty of a procedure is shown for a county by some tests. */
    record Shown(String procedure, String county, Duty duty) {}

    private final Map<Shown, Set<String>> tests = new TreeMap<>(java.util.Comparator.comparing(Shown::procedure).thenComparing(Shown::county).thenComparing(Shown::duty));

    DutyTables(List<Class<?>> classes) {
        for (Class<?> test : classes) {
            for (Method method : test.getDeclaredMethods()) {
                Arrays.stream(method.getAnnotationsByType(Shows.class)).forEach(shows -> add(shows, test.getSimpleName() + "." + method.getName()));
            }
        }
    }

    /** The tests of this module. */
    static List<Class<?>> classes() throws IOException {
        Path folder = Path.of("target", "test-classes", "cn", "xiezhi", "loader");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith("Test.class")).sorted().<Class<?>>map(n -> {
                try {
                    return Class.forName("cn.xiezhi.loader." + n.substring(0, n.length() - ".class".length()));
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        }
    }

    private void add(Shows shows, String test) {
        for (String county : shows.counties()) {
            for (String duty : shows.duties()) {
                Duty known = Duty.of(duty).orElseThrow(() -> new IllegalStateException(test + " shows " + duty + ", which is no duty"));
                tests.computeIfAbsent(new Shown(shows.procedure(), county, known), s -> new LinkedHashSet<>()).add(test);
            }
        }
    }

    /** What is shown although the county's documents do not have it; a mistake in a test's claim. */
    List<String> unfounded() {
        return tests.keySet().stream().filter(s -> !County.named(s.county()).policy().duties().containsKey(s.duty())).map(Shown::toString).toList();
    }

    /** Duties of a county's documents that no test shows. */
    List<String> unshown() {
        Set<String> shown = tests.keySet().stream().map(s -> s.county() + " " + s.duty().id()).collect(Collectors.toSet());
        return County.ALL.stream().flatMap(c -> c.policy().duties().keySet().stream().sorted().map(d -> c.id() + " " + d.id())).filter(d -> !shown.contains(d)).toList();
    }

    Set<String> procedures() {
        return tests.keySet().stream().map(Shown::procedure).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String of(String procedure) {
        return "| 辖区 | 职责 | 期限与出处 | 测试 |\n| --- | --- | --- | --- |\n" + tests.entrySet().stream().filter(e -> e.getKey().procedure().equals(procedure))
                .map(e -> row(e.getKey(), e.getValue())).collect(Collectors.joining());
    }

    private static String row(Shown s, Set<String> tests) {
        Policy policy = County.named(s.county()).policy();
        return "| " + policy.jurisdiction().name() + " | " + s.duty().text() + " `" + s.duty().id() + "` | " + rules(policy.duties().get(s.duty())) + " | "
                + tests.stream().map(t -> "`" + t + "`").collect(Collectors.joining("<br>")) + " |\n";
    }

    private static String rules(DutyRule rule) {
        Stream<String> limits = Stream.of(Variant.values()).map(rule.limits()::get).filter(l -> l != null).map(DutyTables::limit);
        Stream<String> others = Stream.of(rule.cadence().map(c -> c.value().text() + "：" + c.citation()), rule.setBy().map(b -> b.value() + "：" + b.citation()),
                rule.extension().map(e -> "延长" + e.limit().map(l -> " " + l.text()).orElse("") + "：" + e.citation())).flatMap(Optional::stream);
        return Stream.concat(limits, others).collect(Collectors.joining("<br>"));
    }

    private static String limit(LimitRule rule) {
        return rule.limit().text() + "：" + rule.citation();
    }
}
