package cn.xiezhi.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The one zone in which days begin and end: Asia/Shanghai, whatever zone the server runs in. */
public final class Zone {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

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
}
