package cn.xiezhi.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which days are working days. Immutable; a new notice makes a new calendar.
 *
 * <p>A year without a notice is answered by its plain weekends, and {@link #knows} says no: whoever counts through it
 * marks the result provisional.
 *
 * <p>Days of the known years stand in two arrays, so that adding working days is two look-ups, however many are added:
 * {@code ordinal[d]} is the number of working days up to and including day d, {@code workingDay[n]} the nth of them. A day is
 * found by its year and day of the year, and the nth is there as a date: counting epoch days both ways would cost more than the look-ups.
 */
public final class WorkCalendar {
    /** Plain years kept in the arrays beyond the known ones, so that a limit over the turn of the year stays on the fast path. */
    private static final int MARGIN_YEARS = 1;

    private final SortedMap<Integer, CalendarYear> years;
    private final int firstYear;
    /** Where a year begins in the arrays, by its distance from the first. */
    private final int[] yearStart;
    private final DayKind[] kinds;
    private final int[] ordinal;
    private final LocalDate[] workingDay;

    private WorkCalendar(SortedMap<Integer, CalendarYear> years) {
        this.years = Collections.unmodifiableSortedMap(years);
        firstYear = years.isEmpty() ? 2000 : years.firstKey() - MARGIN_YEARS;
        int last = years.isEmpty() ? 2000 : years.lastKey() + MARGIN_YEARS;
        List<LocalDate> days = LocalDate.of(firstYear, 1, 1).datesUntil(LocalDate.of(last + 1, 1, 1)).toList();
        yearStart = IntStream.rangeClosed(firstYear, last).map(year -> days.indexOf(LocalDate.of(year, 1, 1))).toArray();
        kinds = days.stream().map(WorkCalendar::plain).toArray(DayKind[]::new);
        for (CalendarYear year : years.values()) {
            year.holidays().forEach(day -> mark(day, DayKind.HOLIDAY));
            year.workdays().forEach(day -> mark(day, isWeekend(day) ? DayKind.MAKE_UP : DayKind.WORKDAY));
        }
        ordinal = new int[kinds.length];
        LocalDate[] nth = new LocalDate[kinds.length + 1];
        int count = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].working()) {
                nth[++count] = days.get(i);
            }
            ordinal[i] = count;
        }
        workingDay = Arrays.copyOf(nth, count + 1);
    }

    /** The day's place in the arrays; negative if it is in none of their years. */
    private int index(LocalDate day) {
        int year = day.getYear() - firstYear;
        return year >= 0 && year < yearStart.length ? yearStart[year] + day.getDayOfYear() - 1 : -1;
    }

    private void mark(LocalDate day, DayKind kind) {
        int i = index(day);
        if (i >= 0) {
            kinds[i] = kind;
        }
    }

    public static WorkCalendar of(Collection<CalendarYear> notices) {
        SortedMap<Integer, CalendarYear> byYear = new TreeMap<>();
        for (CalendarYear notice : notices) {
            if (byYear.put(notice.year(), notice) != null) {
                throw new IllegalArgumentException("two notices for " + notice.year());
            }
        }
        return new WorkCalendar(byYear);
    }

    /** A calendar with no notice at all: every answer is provisional. */
    public static WorkCalendar empty() {
        return new WorkCalendar(new TreeMap<>());
    }

    /** The notices by year. */
    public SortedMap<Integer, CalendarYear> years() {
        return years;
    }

    /** The numbers of the notices by which a stretch of days is counted, in the order of the years; a year without one says so. */
    public List<String> sources(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(Math.min(first.getYear(), last.getYear()), Math.max(first.getYear(), last.getYear()))
                .mapToObj(year -> Optional.ofNullable(years.get(year)).map(CalendarYear::source).orElse(year + "年放假通知未发布")).toList();
    }

    /** Whether the notice of the day's year is loaded. */
    public boolean knows(LocalDate day) {
        return years.containsKey(day.getYear());
    }

    /** What the day is; by plain weekends in a year without a notice. */
    public DayKind kind(LocalDate day) {
        int i = index(day);
        return i >= 0 ? kinds[i] : plain(day);
    }

    public boolean isWorkingDay(LocalDate day) {
        return kind(day).working();
    }

    /**
     * The nth working day after a day, which itself is not counted; with a negative number, before it.
     * Zero gives the day itself, working or not.
     */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        if (workingDays == 0) {
            return day;
        }
        int i = index(day);
        if (i >= 0) {
            // Counting back from a day off, the working day before it is already the first.
            int n = ordinal[i] + workingDays + (workingDays < 0 && !kinds[i].working() ? 1 : 0);
            if (n >= 1 && n < workingDay.length) {
                return workingDay[n];
            }
        }
        return walk(day, workingDays);
    }

    /** The day itself if it is a working day, else the next one. */
    public LocalDate sameOrNextWorkingDay(LocalDate day) {
        return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
    }

    /** The day itself if it is a working day, else the one before. */
    public LocalDate sameOrPreviousWorkingDay(LocalDate day) {
        return isWorkingDay(day) ? day : plusWorkingDays(day, -1);
    }

    /**
     * How many working days lie after a day, up to and including another: 0 for the same day, n for the day that
     * {@link #plusWorkingDays} gives for n.
     *
     * @throws IllegalArgumentException if the end is before the start
     */
    public int workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        if (endInclusive.isBefore(startExclusive)) {
            throw new IllegalArgumentException(endInclusive + " is before " + startExclusive);
        }
        int from = index(startExclusive);
        int to = index(endInclusive);
        return from >= 0 && to >= 0 ? ordinal[to] - ordinal[from]
                : (int) startExclusive.plusDays(1).datesUntil(endInclusive.plusDays(1)).filter(this::isWorkingDay).count();
    }

    private LocalDate walk(LocalDate start, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = start;
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static DayKind plain(LocalDate day) {
        return isWeekend(day) ? DayKind.WEEKEND : DayKind.WORKDAY;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** By their notices: the same ones read again make the same calendar. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof WorkCalendar calendar && years.equals(calendar.years);
    }

    @Override
    public int hashCode() {
        return years.hashCode();
    }

    @Override
    public String toString() {
        return "work calendar " + years.keySet();
    }
}
