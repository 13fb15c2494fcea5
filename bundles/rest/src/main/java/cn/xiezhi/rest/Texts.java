package cn.xiezhi.rest;

import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    /** The end of a limit as people say it, or that it has no number. */
    static String due(Optional<Instant> dueAtExclusive, Instant now) {
        return dueAtExclusive.map(end -> Zone.endText(end, now)).orElse("及时");
    }

    private static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
