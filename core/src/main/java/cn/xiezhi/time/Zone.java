package cn.xiezhi.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The one zone in which days begin and end: Asia/Shanghai, whatever zone the server runs in. */
public final class Zone {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private Zone() {}

    /** The day on which an instant falls. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(SHANGHAI).toLocalDate();
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }

    /** The first instant after a day: the exclusive end of a limit whose last day it is. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The instant with the local offset, as it is shown to people and in the API. */
    public static OffsetDateTime local(Instant instant) {
        return instant.atZone(SHANGHAI).toOffsetDateTime();
    }

    /** The end of a limit as people say it: 10月11日 24:00 for a midnight, 10月11日 10:00 else; with the year unless it is this one. */
    public static String endText(Instant endExclusive, Instant now) {
        LocalDateTime at = endExclusive.atZone(SHANGHAI).toLocalDateTime();
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDate day = midnight ? at.toLocalDate().minusDays(1) : at.toLocalDate();
        String year = day.getYear() == day(now).getYear() ? "" : day.getYear() + "年";
        return year + day.getMonthValue() + "月" + day.getDayOfMonth() + "日 " + (midnight ? "24:00" : MINUTES.format(at));
    }
}
