package cn.xiezhi.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final LocalDate THU_2025_10_09 = LocalDate.of(2025, 10, 9);

    @Test
    void lookUpAgreesWithCountingDayByDay_forEveryDayFrom2015To2028() {
        for (WorkCalendar calendar : List.of(Notices.calendar(), WorkCalendar.empty())) {
            LocalDate end = LocalDate.of(2029, 1, 1);
            for (LocalDate day = LocalDate.of(2015, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
                assertCountsLikeALoop(calendar, day);
            }
        }
    }

    private static void assertCountsLikeALoop(WorkCalendar calendar, LocalDate start) {
        for (int step : new int[] {-1, 1}) {
            LocalDate day = start;
            int most = step > 0 ? 70 : 30;
            for (int n = 0; n <= most; n++) {
                LocalDate expected = day;
                int workingDays = n * step;
                if (!expected.equals(calendar.plusWorkingDays(start, workingDays))) {
                    assertEquals(expected, calendar.plusWorkingDays(start, workingDays), start + " plus " + workingDays);
                }
                do {
                    day = day.plusDays(step);
                } while (!calendar.kind(day).working());
            }
        }
    }

    @Test
    void workingDaysBetween_isWhatPlusWorkingDaysAdded_alsoBeyondTheTable() {
        for (LocalDate start : List.of(LocalDate.of(2025, 9, 27), LocalDate.of(2025, 10, 3), THU_2025_10_09, LocalDate.of(2027, 12, 20), LocalDate.of(2001, 5, 1))) {
            for (int n = 0; n <= 300; n++) {
                assertEquals(n, Notices.calendar().workingDaysBetween(start, Notices.calendar().plusWorkingDays(start, n)), start + " plus " + n);
            }
        }
        // 1 to 8 October 2025 are days off.
        assertEquals(0, Notices.calendar().workingDaysBetween(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 8)));
        assertThrows(IllegalArgumentException.class, () -> Notices.calendar().workingDaysBetween(THU_2025_10_09, LocalDate.of(2025, 10, 8)));
    }

    @Test
    void zeroWorkingDaysGiveTheDayItself_evenADayOff() {
        assertEquals(LocalDate.of(2025, 10, 3), Notices.calendar().plusWorkingDays(LocalDate.of(2025, 10, 3), 0));
    }

    @Test
    void fromAHolidayForwardAndBack_theNeighbouringWorkingDaysAreTheFirst() {
        LocalDate inHoliday = LocalDate.of(2025, 10, 3);
        assertEquals(THU_2025_10_09, Notices.calendar().plusWorkingDays(inHoliday, 1));
        assertEquals(LocalDate.of(2025, 9, 30), Notices.calendar().plusWorkingDays(inHoliday, -1));
    }

    @Test
    void sameOrNextAndSameOrPrevious_leaveAWorkingDayAlone() {
        assertEquals(THU_2025_10_09, Notices.calendar().sameOrNextWorkingDay(THU_2025_10_09));
        assertEquals(THU_2025_10_09, Notices.calendar().sameOrPreviousWorkingDay(THU_2025_10_09));
        assertEquals(THU_2025_10_09, Notices.calendar().sameOrNextWorkingDay(LocalDate.of(2025, 10, 1)));
        assertEquals(LocalDate.of(2025, 9, 30), Notices.calendar().sameOrPreviousWorkingDay(LocalDate.of(2025, 10, 8)));
    }

    @Test
    void kindsOfDays() {
        WorkCalendar calendar = Notices.calendar();
        assertEquals(DayKind.HOLIDAY, calendar.kind(LocalDate.of(2025, 10, 1)));
        assertEquals(DayKind.MAKE_UP, calendar.kind(LocalDate.of(2025, 10, 11)));
        assertEquals(DayKind.WEEKEND, calendar.kind(LocalDate.of(2025, 10, 12)));
        assertEquals(DayKind.WORKDAY, calendar.kind(LocalDate.of(2025, 10, 13)));
    }

    @Test
    void aYearWithoutNotice_isNotKnown_andAnswersByWeekends() {
        LocalDate nationalDay2027 = LocalDate.of(2027, 10, 1);
        assertFalse(Notices.calendar().knows(nationalDay2027));
        assertEquals(DayKind.WORKDAY, Notices.calendar().kind(nationalDay2027));
        assertTrue(Notices.calendar().knows(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void twoNoticesForOneYear_areRefused() {
        CalendarYear year = new CalendarYear(2026, Set.of(), Set.of(), "a");
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.of(List.of(year, year)));
    }

    @Test
    void aDayThatIsBothHolidayAndWorkingDay_isRefused() {
        Set<LocalDate> day = Set.of(THU_2025_10_09);
        assertThrows(IllegalArgumentException.class, () -> new CalendarYear(2025, day, day, "a"));
    }
}
