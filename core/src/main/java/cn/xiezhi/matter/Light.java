package cn.xiezhi.matter;

import cn.xiezhi.code.Coded;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Instant;

/** How pressing an open obligation is. */
public enum Light implements Coded {
    OVERDUE("overdue", "已逾期"),
    /** Due today or within a working day. */
    SOON("soon", "即将到期"),
    IN_TIME("inTime", "期限内"),
    NO_NUMBER("noNumber", "及时办理");

    private final String code;
    private final String text;

    Light(String code, String text) {
        this.code = code;
        this.text = text;
    }

    @Override
    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Light of(Obligation obligation, Instant now, WorkCalendar calendar) {
        if (obligation.dueAtExclusive().isEmpty()) {
            return NO_NUMBER;
        }
        if (obligation.overdue(now)) {
            return OVERDUE;
        }
        return obligation.dueAtExclusive().get().isAfter(soonUntil(now, calendar)) ? IN_TIME : SOON;
    }

    /** The latest due instant that still counts as soon: the end of the next working day. */
    public static Instant soonUntil(Instant now, WorkCalendar calendar) {
        return Zone.endOf(calendar.plusWorkingDays(Zone.day(now), 1));
    }
}
