package cn.xiezhi.rest;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Duration;
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

    /** The end of a limit in a file that is read in another year: 2025年10月11日 24:00. */
    static String end(Instant dueAtExclusive) {
        return Zone.endText(dueAtExclusive, Instant.EPOCH);
    }

    /** The end of a limit as people say it, or that it has no number. */
    static String due(Optional<Instant> dueAtExclusive, Instant now) {
        return dueAtExclusive.map(end -> Zone.endText(end, now)).orElse("及时");
    }

    /** How much of an open limit is left: working days, hours on its last day, or by how much it has run out. */
    static String left(Obligation o, Instant now, WorkCalendar calendar) {
        if (o.dueAtExclusive().isEmpty()) {
            return "文件没有规定天数，应及时办理";
        }
        Instant due = o.dueAtExclusive().get();
        if (o.overdue(now)) {
            long days = Duration.between(due, now).toDays();
            return days == 0 ? "已逾期" : "已逾期 " + days + " 天";
        }
        long hours = Duration.between(now, due).toHours();
        int workingDays = calendar.workingDaysBetween(Zone.day(now), Zone.day(due.minusMillis(1)));
        return hours >= 24 && workingDays > 0 ? "还剩 " + workingDays + " 个工作日" : hours > 0 ? "还剩 " + hours + " 小时" : "还剩不到 1 小时";
    }

    private static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
