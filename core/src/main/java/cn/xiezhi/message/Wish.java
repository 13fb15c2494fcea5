package cn.xiezhi.message;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a person wants to be reminded outside the product. Who never said so is reminded inside it only.
 *
 * @param mail the address that the person has shown to be the own one
 * @param kinds of which notices
 * @param daily once on each working day, all together, instead of one by one
 */
public record Wish(String jurisdiction, String user, Way way, Optional<String> mail, Set<Notice.Kind> kinds, Quiet quiet, boolean daily) {
    /** When the day's reminders come together. */
    public static final LocalTime DAILY_AT = LocalTime.of(8, 0);

    public Wish {
        kinds = Set.copyOf(kinds);
    }

    public static Wish none(String jurisdiction, String user) {
        return new Wish(jurisdiction, user, Way.NONE, Optional.empty(), EnumSet.allOf(Notice.Kind.class), Quiet.DEFAULT, false);
    }

    /** With another address; without one, nothing goes there. */
    Wish reachedAt(Optional<String> address) {
        return new Wish(jurisdiction, user, address.isEmpty() && way == Way.MAIL ? Way.NONE : way, address, kinds, quiet, daily);
    }

    /** When a notice that was written now goes out. */
    Instant sendAt(Notice notice, WorkCalendar calendar, Instant now) {
        Instant held = quiet.next(calendar, daily ? nextDaily(calendar, now) : now);
        return urgent(notice, held) ? now : held;
    }

    /** When a notice whose hour has come may go out. */
    Instant allowedAt(Notice notice, WorkCalendar calendar, Instant now) {
        Instant held = quiet.next(calendar, now);
        return urgent(notice, held) ? now : held;
    }

    private boolean urgent(Notice notice, Instant held) {
        return quiet.urgentBreaks() && !notice.due().isAfter(held);
    }

    private static Instant nextDaily(WorkCalendar calendar, Instant now) {
        LocalDate today = Zone.day(now);
        Instant first = at(calendar.sameOrNextWorkingDay(today));
        return first.isBefore(now) ? at(calendar.plusWorkingDays(today, 1)) : first;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(DAILY_AT).atZone(Zone.SHANGHAI).toInstant();
    }
}
