package cn.xiezhi.policy;

import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** How often a regular meeting sits or a regular review is held. */
public enum Cadence {
    MONTHLY("每月一次"),
    HALF_YEARLY("每半年一次"),
    YEARLY("每年一次"),
    /** 定期, without a number. */
    REGULAR("定期");

    private final String text;

    Cadence(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The last day of the period that an instant falls in; empty where the document gives no number. */
    public Optional<LocalDate> lastDayOfPeriod(Instant instant) {
        YearMonth month = YearMonth.from(Zone.day(instant));
        return switch (this) {
            case MONTHLY -> Optional.of(month.atEndOfMonth());
            case HALF_YEARLY -> Optional.of(month.withMonth(month.getMonthValue() <= 6 ? 6 : 12).atEndOfMonth());
            case YEARLY -> Optional.of(month.withMonth(12).atEndOfMonth());
            case REGULAR -> Optional.empty();
        };
    }
}
