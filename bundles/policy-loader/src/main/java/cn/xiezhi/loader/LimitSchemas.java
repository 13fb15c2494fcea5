package cn.xiezhi.loader;

import cn.xiezhi.loader.Limits.Word;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.time.Count;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The parts that schemas share: limits in all their forms, citations, names. */
final class LimitSchemas {
    private static final List<Word> WORDS = List.of(Word.values());
    private static final Predicate<Word> BACKWARD = w -> w.count == Count.WORKING_DAYS_BEFORE || w.count == Count.CALENDAR_DAYS_BEFORE;
    private static final List<String> VARIANTS = List.of("normal", "urgent", "grave");

    private LimitSchemas() {}

    static Schema contract() {
        return Schema.of("const", PolicyFile.CONTRACT).with("description", "规则文件约定的版本");
    }

    static Schema version() {
        return Schema.matching(whole(Names.VERSION.pattern()), "本规则的版本号，如 \"1.0\"；内容一改就加大").with("examples", List.of("1.0"));
    }

    static Schema inForceFrom() {
        return Schema.matching("^2[01]\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$", "从哪一刻起施行，北京时间，如 2027-01-01T00:00；不写或已过则到达即施行");
    }

    static Schema id(String description) {
        return Schema.of("type", "string").with("pattern", whole(Names.ID.pattern())).with("description", description);
    }

    static Schema division(int digits, String description) {
        return Schema.matching("^[1-9]\\d{" + (digits - 1) + "}$", description);
    }

    static Schema cite() {
        return Schema.of("$ref", "#/definitions/cite");
    }

    static Schema organKind(String description) {
        Map<String, String> kinds = new LinkedHashMap<>();
        OrgansFile.KINDS.forEach((word, kind) -> kinds.put(word, kind.text()));
        return Schema.oneOf(kinds, description);
    }

    static String dutyOf(Duty duty) {
        return Duties.PERIODIC.contains(duty) ? "periodicDuty" : duty == Duty.MEETING_AGENDA_CALL ? "backwardDuty" : "duty";
    }

    /** With the definitions to which the parts refer. */
    static Schema define(Schema schema) {
        return schema
                .define("cite", citation())
                .define("rule", Schema.object("一条文字规则").must("text", Schema.text("自己的短语，不抄整句")).must("cite", cite()))
                .define("entry", Schema.object("一项").must("id", id("这一项的短名")).must("name", Schema.text("名称")).may("by", organKind("只涉及哪类机关"))
                        .may("required", Schema.flag(true, "是否必须")).must("cite", cite()))
                .define("target", counting(WORDS, "本地目标：不是文件的规定，界面会注明").must("cite", cite()).and(counted(WORDS)))
                .define("limit", limit(words(w -> !BACKWARD.test(w))))
                .define("backwardLimit", limit(words(w -> BACKWARD.test(w) || w == Word.promptly)))
                .define("extension", extension())
                .define("duty", duty("limit"))
                .define("backwardDuty", duty("backwardLimit"))
                .define("periodicDuty", duty("limit").may("cadence", Schema.object("周期；有了就不写期限").must("every", Schema.oneOf(cadences(), "多久一次")).must("cite", cite())));
    }

    static Schema citation() {
        return Schema.of("type", "string").with("pattern", "^\\S.* \\S").with("description", "出处：documents 里的 id + 空格 + 条款，如 某县办法 二（一）");
    }

    private static Schema duty(String limit) {
        List<Schema> any = new ArrayList<>();
        VARIANTS.forEach(key -> any.add(Schema.required(key)));
        any.add(Schema.required("setBy"));
        return Schema.object("一项职责").may("normal", Schema.ref(limit, "一般期限")).may("urgent", Schema.ref(limit, "情况紧急的期限")).may("grave", Schema.ref(limit, "重大违法的期限"))
                .may("extension", Schema.ref("extension", "延长；须有一般期限"))
                .may("setBy", Schema.ref("rule", "期限由某份文书逐次写明；text 写是什么文书"))
                .with("dependencies", Map.of("extension", List.of("normal")))
                .and(Schema.when(Schema.required("cadence"), Schema.without(VARIANTS)).with("else", Schema.of("anyOf", any)));
    }

    private static Schema limit(List<Word> words) {
        return counting(words, "一个期限").must("cite", cite()).may("target", Schema.ref("target", "本地目标；只用于 count: promptly"))
                .and(counted(words)).and(Schema.when(Schema.required("target"), Schema.where("count", List.of(Word.promptly.name()))));
    }

    private static Schema extension() {
        Map<String, String> kinds = new TreeMap<>();
        Duties.EXTENSIONS.forEach((word, kind) -> kinds.put(word, switch (kind) {
            case IN_ALL -> "连同原期限在内的总长";
            case FURTHER -> "在原期限届满日之上另加";
            case UNBOUNDED -> "文件准许延长而未限长短；不写 count";
        }));
        return counting(WORDS, "延长").must("kind", Schema.oneOf(kinds, "怎样延长")).may("notice", Schema.flag(false, "须事先告知")).must("cite", cite())
                .and(Schema.when(Schema.where("kind", List.of("unbounded")), Schema.without(List.of("count", "amount", "reading"))).with("else", counted(WORDS)));
    }

    /** The keys of a count; how they go together is {@link #counted}. */
    private static Schema counting(List<Word> words, String description) {
        Map<String, String> meanings = new LinkedHashMap<>();
        words.forEach(w -> meanings.put(w.name(), meaning(w)));
        return Schema.object(description).may("count", Schema.oneOf(meanings, "按什么数")).may("amount", Schema.integer(1, Word.days.most, "数字"))
                .may("reading", Schema.oneOf(new TreeMap<>(Map.of("calendar", "自然日", "working", "工作日")), "文件只写“日”时怎么理解；只用于 days、daysBefore，必须写明"));
    }

    private static Schema counted(List<Word> words) {
        Schema counted = Schema.required("count")
                .and(Schema.when(Schema.where("count", names(words, w -> w.most == 0)), Schema.without(List.of("amount"))).with("else", Schema.required("amount")))
                .and(Schema.when(Schema.where("count", names(WORDS, Word::open)), Schema.required("reading")).with("else", Schema.without(List.of("reading"))));
        words.stream().filter(w -> w.most > 0 && w.most < Word.days.most).forEach(w -> counted.and(
                Schema.when(Schema.where("count", List.of(w.name())), Schema.of("properties", Map.of("amount", Schema.of("maximum", w.most))))));
        return counted;
    }

    private static String meaning(Word word) {
        return switch (word) {
            case workingDays -> "工作日；触发当日不算";
            case days -> "文件只写“日、天”；须写 reading";
            case calendarDays -> "文件明写自然日；末日遇休息日顺延";
            case sameDay -> "当日24时；不写 amount";
            case hours -> "小时；从触发时刻连续算";
            case immediately -> "立即、即时；不写 amount";
            case promptly -> "及时；没有到期日，不写 amount";
            case workingDaysBefore -> "会前几个工作日";
            case daysBefore -> "会前几日；须写 reading";
            case calendarDaysBefore -> "会前几个自然日";
        };
    }

    private static Map<String, String> cadences() {
        Map<String, String> words = new TreeMap<>();
        Duties.CADENCES.forEach((word, cadence) -> words.put(word, cadence.text()));
        return words;
    }

    private static List<Word> words(Predicate<Word> which) {
        return WORDS.stream().filter(which).toList();
    }

    private static List<String> names(List<Word> words, Predicate<Word> which) {
        return words.stream().filter(which).map(Word::name).toList();
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }
}
