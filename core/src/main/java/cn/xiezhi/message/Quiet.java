package cn.xiezhi.message;

import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/**
 * When a person wants to hear nothing; in Asia/Shanghai.
 *
 * @param from when it begins, in whole minutes; the same as {@code until}: at no hour
 * @param until when it ends, exclusive; before {@code from}, it lasts over midnight
 * @param daysOff whether days that are no working days are quiet as a whole
 * @param urgentBreaks whether what would come too late when held back comes all the same
 */
public record Quiet(LocalTime from, LocalTime until, boolean daysOff, boolean urgentBreaks) {
    public static final Quiet DEFAULT = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), true, false);
    /** The longest stretch of days off is shorter. */
    private static final int DAYS_AHEAD = 60;

    /** The first instant, at the given one or later, at which the person may be disturbed. */
    Instant next(WorkCalendar calendar, Instant from) {
        LocalDate today = Zone.day(from);
        Stream<Instant> later = today.datesUntil(today.plusDays(DAYS_AHEAD)).flatMap(day -> Stream.of(Zone.startOf(day), day.atTime(until).atZone(Zone.SHANGHAI).toInstant()));
        return Stream.concat(Stream.of(from), later.filter(at -> at.isAfter(from))).filter(at -> allows(calendar, at)).findFirst().orElse(from);
    }

    private boolean allows(WorkCalendar calendar, Instant at) {
        ZonedDateTime local = at.atZone(Zone.SHANGHAI);
        return !(daysOff && !calendar.isWorkingDay(local.toLocalDate())) && !covers(local.toLocalTime());
    }

    private boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(until);
        return from.isAfter(until) ? begun || notOver : begun && notOver;
    }
}
