package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import java.time.Instant;

/**
 * How an obligation stood at the end of a period. What happens after the end changes nothing of it, so that the figures of a
 * year that is over stay as they were reported.
 */
enum Stand {
    ON_TIME, LATE, REFUSED,
    /** Open, and its time has run out. */
    UNANSWERED,
    /** Open, and its time has not run out: only while the period still runs. */
    RUNNING,
    MET_WITHOUT_NUMBER, OPEN_WITHOUT_NUMBER,
    /** Shown apart, not counted in the rate. */
    CANCELLED, PASSED_ON;

    static Stand of(Obligation o, Period period, Instant now) {
        boolean numbered = o.dueAtExclusive().isPresent();
        if (o.open() || !closedWithin(o, period)) {
            return !numbered ? OPEN_WITHOUT_NUMBER : o.ranOut(period.judgedAt(now)) ? UNANSWERED : RUNNING;
        }
        return switch (o.status()) {
            case MET -> !numbered ? MET_WITHOUT_NUMBER : o.ranOut(o.closedAt().orElseThrow()) ? LATE : ON_TIME;
            case REFUSED -> REFUSED;
            case CANCELLED -> CANCELLED;
            case PASSED_ON -> PASSED_ON;
            case OPEN -> throw new IllegalArgumentException("open and closed: " + o.id());
        };
    }

    private static boolean closedWithin(Obligation o, Period period) {
        return o.closedAt().filter(at -> at.isBefore(period.to())).isPresent();
    }

    /** Whether the organ itself brought it to its end. */
    boolean answered() {
        return this == ON_TIME || this == LATE || this == REFUSED || this == MET_WITHOUT_NUMBER;
    }

    boolean apart() {
        return this == CANCELLED || this == PASSED_ON;
    }
}
