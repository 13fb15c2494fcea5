package cn.xiezhi.revision;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.DayKind;
import cn.xiezhi.time.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What differs between two versions of a jurisdiction's rules, rule by rule. Pure. */
public final class Comparison {
    private Comparison() {}

    /**
     * A rule of which the two versions say something else.
     *
     * @param key where it stands in the file, in short: {@code duties.transfer.send.normal}
     * @param title what it is about, in Chinese
     * @param before empty where the rule is new
     * @param after empty where it is gone
     * @param citationBefore empty for what is no rule of a document
     */
    public record Change(String key, String title, Optional<String> before, Optional<String> after, Optional<String> citationBefore, Optional<String> citationAfter) {}

    /** A day that is of another kind. */
    public record Day(LocalDate date, DayKind before, DayKind after) {}

    /** @param known for the words of procedures and duties; a rule of one that is not known is named by its key */
    public static List<Change> of(Policy before, Policy after, Procedures known) {
        return of(Lines.of(before, known), Lines.of(after, known));
    }

    /** Which notices came, went or have another number. */
    public static List<Change> of(WorkCalendar before, WorkCalendar after) {
        return of(notices(before), notices(after));
    }

    private static Map<String, Lines.Line> notices(WorkCalendar calendar) {
        Lines lines = new Lines();
        calendar.years().forEach((year, notice) -> lines.add("years." + year, year + " 年放假安排", notice.source(), Optional.empty()));
        return lines.byKey();
    }

    /** The days that are of another kind, by date; a year without a notice counts by its plain weekends. */
    public static List<Day> days(WorkCalendar before, WorkCalendar after) {
        // A notice may also name days of the year before and the year after its own.
        int[] years = Stream.of(before, after).flatMapToInt(c -> c.years().keySet().stream().mapToInt(Integer::intValue)).flatMap(y -> IntStream.rangeClosed(y - 1, y + 1))
                .sorted().distinct().toArray();
        return IntStream.of(years).boxed().flatMap(y -> LocalDate.of(y, 1, 1).datesUntil(LocalDate.of(y + 1, 1, 1))).filter(d -> before.kind(d) != after.kind(d))
                .map(d -> new Day(d, before.kind(d), after.kind(d))).toList();
    }

    private static List<Change> of(Map<String, Lines.Line> before, Map<String, Lines.Line> after) {
        return inOrder(before, after).stream().filter(key -> !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(after.get(key))))
                .map(key -> change(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)))).toList();
    }

    /** As the new version has them; what is gone stands where it stood. */
    private static List<String> inOrder(Map<String, Lines.Line> before, Map<String, Lines.Line> after) {
        Map<String, List<String>> goneAfter = new HashMap<>();
        String last = "";
        for (String key : before.keySet()) {
            if (after.containsKey(key)) {
                last = key;
            } else {
                goneAfter.computeIfAbsent(last, k -> new ArrayList<>()).add(key);
            }
        }
        List<String> keys = new ArrayList<>(goneAfter.getOrDefault("", List.of()));
        after.keySet().forEach(key -> {
            keys.add(key);
            keys.addAll(goneAfter.getOrDefault(key, List.of()));
        });
        return keys;
    }

    private static Change change(String key, Optional<Lines.Line> before, Optional<Lines.Line> after) {
        return new Change(key, after.or(() -> before).orElseThrow().title(), before.map(Lines.Line::text), after.map(Lines.Line::text),
                before.flatMap(Lines.Line::citation), after.flatMap(Lines.Line::citation));
    }
}
