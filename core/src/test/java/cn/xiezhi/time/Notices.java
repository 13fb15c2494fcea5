package cn.xiezhi.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The holiday notices of 2016 to 2026, as test data. */
public final class Notices {
    private static final WorkCalendar CALENDAR = read();

    private Notices() {}

    public static WorkCalendar calendar() {
        return CALENDAR;
    }

    private static WorkCalendar read() {
        Map<Integer, Set<LocalDate>> holidays = new TreeMap<>();
        Map<Integer, Set<LocalDate>> workdays = new TreeMap<>();
        text("holidays.csv").lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).forEach(cell ->
                (cell[1].equals("holiday") ? holidays : workdays).computeIfAbsent(Integer.valueOf(cell[0]), y -> new HashSet<>()).add(LocalDate.parse(cell[2])));
        return WorkCalendar.of(holidays.keySet().stream()
                .map(year -> new CalendarYear(year, holidays.get(year), workdays.getOrDefault(year, Set.of()), "notice of " + year))
                .toList());
    }

    static String text(String name) {
        try (InputStream in = Notices.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
