package cn.xiezhi.assessment;

import cn.xiezhi.code.Coded;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** How long a matter has been open, in calendar days from the day of its opening; a measure of the backlog, no limit of any document. */
public enum Age implements Coded {
    WEEK("week", 0, 7, "7 天以内"), MONTH("month", 8, 30, "8 至 30 天"), QUARTER("quarter", 31, 90, "31 至 90 天"), HALF_YEAR("halfYear", 91, 180, "91 至 180 天"),
    LONGER("longer", 181, Integer.MAX_VALUE, "180 天以上");

    private final String code;
    private final int fewestDays;
    private final int mostDays;
    private final String text;

    Age(String code, int fewestDays, int mostDays, String text) {
        this.code = code;
        this.fewestDays = fewestDays;
        this.mostDays = mostDays;
        this.text = text;
    }

    @Override
    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<Age> of(String code) {
        return Coded.find(values(), code);
    }

    public static Age of(Instant openedAt, Instant now) {
        long days = ChronoUnit.DAYS.between(Zone.day(openedAt), Zone.day(now));
        return Arrays.stream(values()).filter(a -> days <= a.mostDays).findFirst().orElse(LONGER);
    }

    /** What was opened before this instant and not before {@link #from} is of this age. */
    Instant until(Instant now) {
        return this == WEEK ? Instant.MAX : Zone.endOf(Zone.day(now).minusDays(fewestDays));
    }

    Instant from(Instant now) {
        LocalDate first = Zone.day(now);
        return this == LONGER ? Instant.EPOCH : Zone.startOf(first.minusDays(mostDays));
    }
}
