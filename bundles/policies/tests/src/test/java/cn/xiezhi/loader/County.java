package cn.xiezhi.loader;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.WorkCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the five counties with its own rules, and what its officers fill in on the way. */
record County(String id, List<String> opening, List<String> sending, List<String> accepting, boolean approval) {
    private static final Map<String, Policy> POLICIES = policies();
    private static final WorkCalendar CALENDAR = calendar();

    static final List<County> ALL = List.of(
            new County("shanxi-district", List.of("stage", "none"), List.of(), List.of(), false),
            new County("ningwu", List.of("stage", "none"), List.of("officers", "甲\n乙", "handOverSender", "甲"), List.of("handOverReceiver", "丙", "receipt", "丙"), false),
            new County("shanting", List.of(), List.of(), List.of(), false),
            new County("jinjiang", List.of("stage", "none"), List.of("contact", "甲 0595"), List.of(), true),
            new County("hualong", List.of(), List.of(), List.of(), false));

    static County named(String id) {
        return ALL.stream().filter(c -> c.id.equals(id)).findFirst().orElseThrow();
    }

    Policy policy() {
        return Optional.ofNullable(POLICIES.get(id)).orElseThrow();
    }

    House house() {
        return new House(policy(), CALENDAR);
    }

    /** A transfer from the town to the bureau, complete with its papers and sent. */
    String sent(House house) {
        Officer town = house.officer("town");
        String id = house.opened(opening.toArray(String[]::new));
        policy().transfer().materials().stream().filter(m -> !m.seizedGoodsOnly())
                .forEach(m -> house.attach(town, id, m.id(), Optional.of(1)));
        if (approval) {
            house.act(house.officer("town", Role.LEADER), id, "approve");
        }
        house.act(town, id, "send", sending.toArray(String[]::new));
        return id;
    }

    @Override
    public String toString() {
        return id;
    }

    private static Map<String, Policy> policies() {
        Map<String, Policy> byId = new HashMap<>();
        for (byte[] text : resources(BundleFiles.POLICY)) {
            Policy policy = new YamlPolicyReader().read(new String(text, StandardCharsets.UTF_8));
            byId.put(policy.jurisdiction().id(), policy);
        }
        return Collections.unmodifiableMap(byId);
    }

    private static WorkCalendar calendar() {
        Problems problems = new Problems(BundleFiles.CALENDAR);
        return YamlText.decode(resources(BundleFiles.CALENDAR).get(0), problems).flatMap(t -> CalendarFile.read(t, problems)).map(Content.OfCalendar::calendar)
                .orElseThrow(() -> new IllegalStateException(problems.texts().toString()));
    }

    private static List<byte[]> resources(String name) {
        try {
            List<byte[]> all = new ArrayList<>();
            for (URL url : Collections.list(County.class.getClassLoader().getResources(BundleFiles.FOLDER + name))) {
                try (var in = url.openStream()) {
                    all.add(in.readAllBytes());
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
