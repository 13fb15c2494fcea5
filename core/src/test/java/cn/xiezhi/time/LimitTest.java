package cn.xiezhi.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void aLimitReadsAsPeopleSayIt() {
        assertEquals("3个工作日", Limit.workingDays(3).text());
        assertEquals("5日", Limit.calendarDays(5).text());
        assertEquals("当日", Limit.calendarDays(0).text());
        assertEquals("24小时", Limit.hours(24).text());
        assertEquals("立即", Limit.immediately().text());
        assertEquals("及时", Limit.promptly().text());
        assertEquals("提前5个工作日", new Limit(Count.WORKING_DAYS_BEFORE, 5).text());
        assertEquals("提前10日", new Limit(Count.CALENDAR_DAYS_BEFORE, 10).text());
    }

    @Test
    void impossibleAmountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Limit.workingDays(0));
        assertThrows(IllegalArgumentException.class, () -> Limit.hours(-1));
        assertThrows(IllegalArgumentException.class, () -> Limit.workingDays(Limit.MOST + 1));
        assertThrows(IllegalArgumentException.class, () -> new Limit(Count.PROMPTLY, 1));
    }

    @Test
    void nothingCanBeAddedToALimitWithoutALastDay() {
        Deadline promptly = Deadlines.of(Limit.promptly(), Zone.startOf(LocalDate.of(2026, 1, 5)), Notices.calendar());
        assertThrows(IllegalArgumentException.class, () -> Deadlines.further(promptly, Limit.calendarDays(10), Notices.calendar()));
    }
}
