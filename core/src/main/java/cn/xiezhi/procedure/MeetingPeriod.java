package cn.xiezhi.procedure;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A calendar month, half-year or year in which a regular meeting is owed.
 *
 * @param first its first day
 */
record MeetingPeriod(LocalDate first, int months) {
    /** The period that an instant falls in; empty where the cadence has no number. */
    static Optional<MeetingPeriod> of(Cadence cadence, Instant instant) {
        LocalDate month = Zone.day(instant).withDayOfMonth(1);
        return switch (cadence) {
            case MONTHLY -> Optional.of(new MeetingPeriod(month, 1));
            case HALF_YEARLY -> Optional.of(new MeetingPeriod(month.withMonth(month.getMonthValue() <= 6 ? 1 : 7), 6));
            case YEARLY -> Optional.of(new MeetingPeriod(month.withMonth(1), 12));
            case REGULAR -> Optional.empty();
        };
    }

    Instant start() {
        return Zone.startOf(first);
    }

    MeetingPeriod next() {
        return new MeetingPeriod(first.plusMonths(months), months);
    }

    /** {@code 2026-11}, {@code 2026-H2} or {@code 2026}; never changes. */
    String key() {
        if (months == 12) {
            return Integer.toString(first.getYear());
        }
        return months == 1 ? first.toString().substring(0, 7) : first.getYear() + (first.getMonthValue() == 1 ? "-H1" : "-H2");
    }

    /** A key as people say it. */
    static String text(String key) {
        String year = key.substring(0, 4) + "年";
        if (key.length() == 4) {
            return year;
        }
        return switch (key.substring(5)) {
            case "H1" -> year + "上半年";
            case "H2" -> year + "下半年";
            default -> year + Integer.parseInt(key.substring(5)) + "月";
        };
    }
}
