package cn.xiezhi.rest;

import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as people in China write them. */
final class Texts {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private Texts() {}

    /** 2025年9月30日 10:00. */
    static String time(Instant instant) {
        LocalDateTime at = Zone.local(instant).toLocalDateTime();
        return at.getYear() + "年" + day(at.toLocalDate()) + " " + MINUTES.format(at);
    }

    /** A recorded time; as it stands if it is none. */
    static String time(String recorded) {
        try {
            return time(OffsetDateTime.parse(recorded).toInstant());
        } catch (DateTimeParseException e) {
            return recorded;
        }
    }

    /** The end of a limit: 10月11日 24:00 for a midnight, 10月11日 10:00 else; with the year unless it is this one. */
    static String due(Optional<Instant> dueAtExclusive, Instant now) {
        return dueAtExclusive.map(end -> {
            LocalDateTime at = Zone.local(end).toLocalDateTime();
            boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
            LocalDate day = midnight ? at.toLocalDate().minusDays(1) : at.toLocalDate();
            String year = day.getYear() == Zone.day(now).getYear() ? "" : day.getYear() + "年";
            return year + day(day) + " " + (midnight ? "24:00" : MINUTES.format(at));
        }).orElse("及时");
    }

    private static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
