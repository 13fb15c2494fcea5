package cn.xiezhi.time;

import cn.xiezhi.code.Coded;

/** In what a limit is counted. */
public enum Count implements Coded {
    WORKING_DAYS("workingDays", "个工作日"),
    CALENDAR_DAYS("calendarDays", "日"),
    HOURS("hours", "小时"),
    IMMEDIATELY("immediately", "立即"),
    PROMPTLY("promptly", "及时"),
    WORKING_DAYS_BEFORE("workingDaysBefore", "个工作日前"),
    CALENDAR_DAYS_BEFORE("calendarDaysBefore", "日前");

    private final String code;
    private final String unit;

    Count(String code, String unit) {
        this.code = code;
        this.unit = unit;
    }

    /** The name used in policy files and the API. */
    @Override
    public String code() {
        return code;
    }

    /** The word that follows the number in Chinese; the whole text where there is no number. */
    public String unit() {
        return unit;
    }

    /** Whether the limit has a number at all. */
    public boolean hasAmount() {
        return this != IMMEDIATELY && this != PROMPTLY;
    }
}
