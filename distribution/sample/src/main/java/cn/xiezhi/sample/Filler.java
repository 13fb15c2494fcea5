package cn.xiezhi.sample;

import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills a form with made-up values wherever something is asked for and nothing was chosen, under whatever rules the county has. */
final class Filler {
    private static final Map<String, String> TEXTS = Map.of("facts", "日常巡查中发现，当事人现场未能出示相关许可，已拍照取证。",
            "opinion", "材料齐全，予以受理。", "decision", "责令改正，并处罚款二千元。", "result", "已作出行政处罚决定，当事人已履行。",
            "caseNumber", "〔" + Year.now(Zone.SHANGHAI) + "〕示例1号", "reason", "该事项未列入本单位执法事项清单。");

    private Filler() {}

    /** @param chosen what the story wants; everything else that is required is made up */
    static Map<String, String> fill(List<Field> fields, Map<String, String> chosen, Instant now, Case c) {
        Map<String, String> input = new LinkedHashMap<>();
        for (Field f : fields) {
            boolean asked = f.when().map(w -> input.getOrDefault(w.field(), "").equals(w.equals())).orElse(true);
            if (chosen.containsKey(f.id())) {
                input.put(f.id(), chosen.get(f.id()));
            } else if (asked && f.required()) {
                input.put(f.id(), madeUp(f, now, c));
            }
        }
        return input;
    }

    private static String madeUp(Field f, Instant now, Case c) {
        return switch (f.type()) {
            case TEXT, LONG_TEXT -> Optional.ofNullable(TEXTS.get(f.id())).orElse(f.label() + "（示例）");
            case DATE_TIME -> now.toString();
            case BOOLEAN -> "false";
            case DATE -> Zone.day(now).plusDays(f.span() == Field.Span.FUTURE ? 10 : 0).toString();
            case NUMBER -> "1";
            case CHOICE, CHOICES -> f.preset().orElseGet(() -> f.options().get(0).value());
            case LINES -> "示例人员甲\n示例人员乙";
            case ORGAN, ORGANS -> c.situation().organs().values().stream().filter(o -> !o.id().equals(c.actor().organ().id()))
                    .filter(o -> f.organKinds().isEmpty() || f.organKinds().contains(o.kind())).findFirst().orElseThrow().id();
            case PEOPLE -> String.join("\n", c.situation().lookup().people(c.actor().organ().id()).keySet());
            case ITEM -> throw new IllegalArgumentException("no item was chosen for " + f.id());
        };
    }
}
