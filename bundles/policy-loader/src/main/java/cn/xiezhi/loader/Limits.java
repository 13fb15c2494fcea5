package cn.xiezhi.loader;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.LimitRule.Reading;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads limits: {@code {count: workingDays, amount: 3, cite: …}}, and with {@code days} or {@code daysBefore}, which a document
 * uses without the word 工作日, also {@code reading: calendar} or {@code working}.
 */
final class Limits {
    /** What stands behind {@code count:}, with the largest amount that is no slip of the pen. */
    enum Word {
        workingDays(Count.WORKING_DAYS, 1250),
        calendarDays(Count.CALENDAR_DAYS, 1830),
        days(Count.CALENDAR_DAYS, 1830),
        sameDay(Count.CALENDAR_DAYS, 0),
        hours(Count.HOURS, 720),
        immediately(Count.IMMEDIATELY, 0),
        promptly(Count.PROMPTLY, 0),
        workingDaysBefore(Count.WORKING_DAYS_BEFORE, 250),
        calendarDaysBefore(Count.CALENDAR_DAYS_BEFORE, 365),
        daysBefore(Count.CALENDAR_DAYS_BEFORE, 365);

        final Count count;
        final int most;

        Word(Count count, int most) {
            this.count = count;
            this.most = most;
        }

        boolean open() {
            return this == days || this == daysBefore;
        }

        Count count(Reading reading) {
            if (reading != Reading.WORKING) {
                return count;
            }
            return this == days ? Count.WORKING_DAYS : Count.WORKING_DAYS_BEFORE;
        }
    }

    private static final Map<String, Word> WORDS = words();
    private static final Map<String, Reading> READINGS = Map.of("calendar", Reading.CALENDAR, "working", Reading.WORKING);

    private Limits() {}

    /** A limit and how its days are read, without its citation. */
    record Counted(Limit limit, Optional<Reading> reading) {}

    /** A whole rule; the section is finished. */
    static Optional<LimitRule> rule(Section s, Citations citations) {
        Optional<Counted> counted = counted(s);
        Optional<String> cite = citations.read(s);
        Optional<Section> aim = s.sectionIfAny("target");
        Optional<Cited<Limit>> target = aim.flatMap(t -> citations.cited(t, a -> counted(a).map(Counted::limit)));
        s.finish();
        if (counted.isEmpty() || cite.isEmpty() || aim.isPresent() && target.isEmpty()) {
            return Optional.empty();
        }
        if (target.isPresent() && counted.get().limit().count() != Count.PROMPTLY) {
            s.problem("target", "本地目标只用于 count: promptly；文件已有期限的，以文件为准");
            return Optional.empty();
        }
        return Optional.of(new LimitRule(counted.get().limit(), counted.get().reading(), cite.get(), target));
    }

    /** The keys count, amount and reading; other keys of the section are left to the caller. */
    static Optional<Counted> counted(Section s) {
        Optional<Word> word = s.oneOf("count", WORDS);
        if (word.isEmpty()) {
            s.has("amount");
            s.has("reading");
            return Optional.empty();
        }
        Optional<Integer> amount = amount(s, word.get());
        Optional<Reading> reading = reading(s, word.get());
        if (amount.isEmpty() || word.get().open() != reading.isPresent()) {
            return Optional.empty();
        }
        Count count = word.get().count(reading.orElse(Reading.CALENDAR));
        return Optional.of(new Counted(new Limit(count, amount.get()), reading));
    }

    private static Optional<Integer> amount(Section s, Word word) {
        if (word.most == 0) {
            if (s.has("amount")) {
                s.problem("amount", "count: " + word + " 没有数字，请删去 amount");
                return Optional.empty();
            }
            return Optional.of(0);
        }
        return s.integer("amount").filter(n -> {
            boolean possible = n >= 1 && n <= word.most;
            if (!possible) {
                s.problem("amount", "数字 " + n + " 不可能；count: " + word + " 应为 1 至 " + word.most);
            }
            return possible;
        });
    }

    private static Optional<Reading> reading(Section s, Word word) {
        if (word.open()) {
            if (!s.has("reading")) {
                s.problem("reading", "缺少此键；文件写“日”而未写“工作日”的，须写明 reading: calendar（自然日）或 reading: working（工作日）");
                return Optional.empty();
            }
            return s.oneOf("reading", READINGS);
        }
        if (s.has("reading")) {
            s.problem("reading", "只有 count: days 和 daysBefore 才写 reading；请删去");
        }
        return Optional.empty();
    }

    private static Map<String, Word> words() {
        Map<String, Word> words = new LinkedHashMap<>();
        for (Word word : Word.values()) {
            words.put(word.name(), word);
        }
        return words;
    }
}
