package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The time that is assessed; half-open. Every obligation belongs to exactly one of two periods that follow each other: the one
 * in which its last moment lies (a limit that ends 31 December 24:00 belongs to December), or, where the document has
 * no number, the one in which it was set off.
 */
public record Period(Instant from, Instant to) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_YEARS = 10;

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
        }
    }

    /**
     * From the beginning of the first day to the end of the last, in Shanghai.
     *
     * @throws IllegalArgumentException if {@link #problem} has an objection
     */
    public static Period days(LocalDate first, LocalDate last) {
        problem(first, last).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return new Period(Zone.startOf(first), Zone.endOf(last));
    }

    /** What is wrong with two days as a period, for people; empty if nothing is. */
    public static Optional<String> problem(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Optional.of("截止日 " + last + " 早于起始日 " + first + "，请核对");
        }
        if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
            return Optional.of("考核期应在 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间");
        }
        return last.isBefore(first.plusYears(MOST_YEARS)) ? Optional.empty() : Optional.of("考核期最长 " + MOST_YEARS + " 年，请缩短");
    }

    /** The moment by which an obligation belongs to a period. */
    static Instant moment(Obligation o) {
        return o.dueAtExclusive().map(due -> o.limit().equals(Limit.immediately()) ? due : due.minusMillis(1)).orElse(o.trigger());
    }

    public boolean has(Obligation o) {
        return has(moment(o));
    }

    boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** The moment as of which the period is judged: its end, or now while it runs. */
    public Instant judgedAt(Instant now) {
        return now.isBefore(to) ? now : to;
    }
}
