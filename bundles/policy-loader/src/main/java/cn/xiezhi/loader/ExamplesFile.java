package cn.xiezhi.loader;

import cn.xiezhi.loader.Example.Expected;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code xiezhi/examples.yaml}, contract 1: the golden examples, all times in Asia/Shanghai. */
final class ExamplesFile {
    /** More than anybody counts by hand. */
    static final int MOST = 1000;
    static final Map<String, Expected> EXPECTED = Map.of("none", Expected.NONE, "promptly", Expected.PROMPTLY);
    private static final Map<String, Variant> VARIANTS = new LinkedHashMap<>();

    static {
        for (Variant variant : Variant.values()) {
            VARIANTS.put(variant.code(), variant);
        }
    }

    private ExamplesFile() {}

    static List<Example> read(String text, Procedures known, Problems problems) {
        return YamlTree.read(text, problems).filter(PolicyFile::known).map(s -> examples(s, known)).orElse(List.of());
    }

    private static List<Example> examples(Section s, Procedures known) {
        List<Example> examples = new ArrayList<>();
        List<Section> all = s.sections("examples");
        if (all.size() > MOST) {
            s.problem("examples", "有 " + all.size() + " 条，超过 " + MOST + " 条上限；请删去重复的算例");
            all = List.of();
        }
        all.forEach(e -> example(e, known).ifPresent(examples::add));
        s.finish();
        return examples;
    }

    private static Optional<Example> example(Section s, Procedures known) {
        Optional<Duty> duty = s.oneOf("duty", known.duties());
        Variant variant = s.has("variant") ? s.oneOf("variant", VARIANTS).orElse(Variant.NORMAL) : Variant.NORMAL;
        Optional<Instant> trigger = timeIfAny(s, "trigger");
        Expected expected = s.has("expect") ? s.oneOf("expect", EXPECTED).orElse(Expected.NONE) : Expected.DATE;
        Optional<LocalDate> lastDay = s.dateIfAny("lastDay");
        Optional<Instant> dueAt = timeIfAny(s, "dueAt");
        boolean provisional = s.flag("provisional", false);
        s.textIfAny("note");
        s.finish();
        boolean dated = s.has("lastDay") || s.has("dueAt");
        if (dated == (expected != Expected.DATE)) {
            s.problem(dated ? "expect" : "lastDay", dated ? "写了 expect 就不能再写 lastDay、dueAt" : "要有 lastDay、dueAt 或 expect（none、promptly）");
            return Optional.empty();
        }
        if (expected != Expected.NONE && !s.has("trigger")) {
            s.problem("trigger", "缺少此键");
            return Optional.empty();
        }
        return duty.map(d -> new Example(d, variant, trigger, expected, lastDay, dueAt, provisional, s.line()));
    }

    /** A local time, or a day for its first instant. */
    private static Optional<Instant> timeIfAny(Section s, String key) {
        return s.textIfAny(key).flatMap(text -> {
            try {
                Instant at = text.contains("T") ? LocalDateTime.parse(text).atZone(Zone.SHANGHAI).toInstant() : Zone.startOf(LocalDate.parse(text));
                if (Zone.day(at).getYear() >= 1950 && Zone.day(at).getYear() < 2200) {
                    return Optional.of(at);
                }
                s.problem(key, "年份不在 1950 至 2199 之间");
                return Optional.empty();
            } catch (DateTimeParseException e) {
                s.problem(key, "应是北京时间，如 2025-09-30T10:00，不是“" + text + "”");
                return Optional.empty();
            }
        });
    }
}
