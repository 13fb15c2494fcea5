package cn.xiezhi.time;

import java.time.LocalDate;
import java.util.Set;

/**
 * The yearly holiday notice: the days off, and the weekend days that it makes working days (调休).
 * A notice may also name days of the year's last or the next year's first week.
 *
 * @param source the notice's number, e.g. 国办发明电〔2025〕7号, and that of the one that changed it
 * @param amended whether the notice was changed after it was published
 */
public record CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workdays, String source, boolean amended) {
    /** By a notice that was not changed. */
    public CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workdays, String source) {
        this(year, holidays, workdays, source, false);
    }

    public CalendarYear {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
        for (LocalDate day : workdays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(day + " is both a holiday and a working day in " + source);
            }
        }
    }
}
