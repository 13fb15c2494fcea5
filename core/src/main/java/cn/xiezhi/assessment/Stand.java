package cn.xiezhi.assessment;

import cn.xiezhi.code.Coded;
import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.Optional;

/**
 * How an obligation stood at the end of a period. What happens after the end changes nothing of it, so that the figures of a
 * year that is over stay as they were reported.
 */
public enum Stand implements Coded {
    ON_TIME("onTime", "按期完成"), LATE("late", "逾期完成"), REFUSED("refused", "拒绝"),
    /** Open, and its time has run out. */
    UNANSWERED("unanswered", "未答复"),
    /** Open, and its time has not run out: only while the period still runs. */
    RUNNING("running", "办理中"),
    MET_WITHOUT_NUMBER("metWithoutNumber", "及时类已办"), OPEN_WITHOUT_NUMBER("openWithoutNumber", "及时类未办"),
    /** Shown apart, not counted in the rate. */
    CANCELLED("cancelled", "已终止"), PASSED_ON("passedOn", "已转出");

    private final String code;
    private final String text;

    Stand(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** As the count of those that stand so is called in {@link Figures}. */
    @Override
    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<Stand> of(String code) {
        return Coded.find(values(), code);
    }

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
