package cn.xiezhi.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The nine rules by which the five documents' limits are counted. Holidays: 2025-10-01…08, 2026-02-15…23, 2026-10-01…07. */
class DeadlineRulesTest {
    private static final String TUE_2025_09_30 = "2025-09-30T10:00";
    private static final String FRI_2026_02_13 = "2026-02-13T17:40";
    private static final String WED_2026_12_30 = "2026-12-30T10:00";

    // 1 Working days

    @Test
    void receivedOnLastWorkingDayBeforeNationalDay_isDueAfterTheHoliday() {
        assertEquals(day("2025-10-11"), lastDay(Limit.workingDays(3), TUE_2025_09_30));
    }

    @Test
    void makeUpSaturdayCountsAsAWorkingDay() {
        assertEquals(day("2026-02-14"), lastDay(Limit.workingDays(1), FRI_2026_02_13));
    }

    @Test
    void foundInTheMiddleOfAHoliday_firstWorkingDayAfterItIsTheFirstDay() {
        assertEquals(day("2025-10-09"), lastDay(Limit.workingDays(1), "2025-10-03T09:00"));
    }

    @Test
    void triggersOfOneDayEndTogether_whateverTheHour() {
        assertEquals(due(Limit.workingDays(3), "2025-09-30T00:00"), due(Limit.workingDays(3), "2025-09-30T23:59:59"));
    }

    // 2 Calendar days

    @Test
    void calendarDaysThatEndWithinAHoliday_moveToTheNextWorkingDay() {
        assertEquals(day("2025-10-09"), lastDay(Limit.calendarDays(3), TUE_2025_09_30));
    }

    @Test
    void calendarDaysThatEndOnAMakeUpSaturday_stay() {
        assertEquals(day("2026-02-14"), lastDay(Limit.calendarDays(3), "2026-02-11T10:00"));
    }

    @Test
    void calendarDaysThatEndOnAPlainSaturday_moveToMonday() {
        assertEquals(day("2025-11-17"), lastDay(Limit.calendarDays(3), "2025-11-12T10:00"));
    }

    @Test
    void sameDayEndsWithTheDay_andOnADayOffWithTheNextWorkingDay() {
        assertEquals(day("2025-09-30"), lastDay(Limit.calendarDays(0), TUE_2025_09_30));
        assertEquals(day("2025-10-09"), lastDay(Limit.calendarDays(0), "2025-10-01T10:00"));
    }

    // 3 Hours

    @Test
    void hoursRunThroughTheNightAndTheHoliday() {
        Deadline deadline = Deadlines.of(Limit.hours(24), at("2025-09-30T22:30"), Notices.calendar());
        assertEquals(Optional.of(at("2025-10-01T22:30")), deadline.dueAtExclusive());
        assertEquals(Optional.of(day("2025-10-01")), deadline.lastDay());
    }

    @Test
    void hoursThatEndAtMidnight_lastUntilTheDayBefore() {
        assertEquals(day("2025-09-30"), lastDay(Limit.hours(24), "2025-09-30T00:00"));
    }

    // 4 Immediately, 5 promptly

    @Test
    void immediatelyIsDueAtTheInstantOfTheTrigger() {
        assertEquals(at("2025-10-03T02:20"), due(Limit.immediately(), "2025-10-03T02:20"));
    }

    @Test
    void promptlyIsNeverDue() {
        Deadline deadline = Deadlines.of(Limit.promptly(), at(TUE_2025_09_30), Notices.calendar());
        assertEquals(Optional.empty(), deadline.lastDay());
        assertEquals(Optional.empty(), deadline.dueAtExclusive());
        assertFalse(deadline.provisional());
    }

    // 6 Half-open ends

    @Test
    void aLimitEndsWithTheFirstInstantAfterItsLastDay_inShanghai() {
        Instant due = due(Limit.workingDays(3), TUE_2025_09_30);
        assertEquals("2025-10-12T00:00+08:00", Zone.local(due).toString());
        assertEquals("America/New_York", ZoneId.systemDefault().getId(), "the build runs in a zone that would give another day");
    }

    @Test
    void lateEveningInShanghaiBelongsToThatDay_thoughTheServerIsADayBehind() {
        assertEquals(day("2025-09-30"), Zone.day(Instant.parse("2025-09-29T16:00:00Z")));
        assertEquals(day("2025-09-29"), Zone.day(Instant.parse("2025-09-29T15:59:59.999999999Z")));
    }

    // 7 Provisional

    @Test
    void aCountThatReachesAYearWithoutNotice_isProvisional() {
        assertTrue(Deadlines.of(Limit.workingDays(5), at(WED_2026_12_30), Notices.calendar()).provisional());
        assertTrue(Deadlines.of(Limit.calendarDays(3), at(WED_2026_12_30), Notices.calendar()).provisional());
        assertFalse(Deadlines.of(Limit.workingDays(1), at(WED_2026_12_30), Notices.calendar()).provisional());
    }

    @Test
    void rollingIntoAYearWithoutNotice_isProvisionalToo() {
        // Thursday 31 December 2026 is a working day; Friday 1 January 2027 isn't known.
        assertFalse(Deadlines.of(Limit.calendarDays(1), at(WED_2026_12_30), Notices.calendar()).provisional());
        assertTrue(Deadlines.of(Limit.calendarDays(2), at(WED_2026_12_30), Notices.calendar()).provisional());
    }

    @Test
    void hoursNeedNoCalendar_andAreNeverProvisional() {
        assertFalse(Deadlines.of(Limit.hours(48), at(WED_2026_12_30), WorkCalendar.empty()).provisional());
    }

    // 8 Readings: the same three days

    @Test
    void threeDaysReadAsWorkingDays_endLaterThanReadAsCalendarDays() {
        assertEquals(day("2026-02-24"), lastDay(Limit.calendarDays(3), FRI_2026_02_13));
        assertEquals(day("2026-02-25"), lastDay(Limit.workingDays(3), FRI_2026_02_13));
    }

    // 9 Backwards

    @Test
    void fiveWorkingDaysBeforeAMeetingAfterTheHoliday_endBeforeTheHoliday() {
        assertEquals(day("2026-09-24"), lastDay(new Limit(Count.WORKING_DAYS_BEFORE, 5), "2026-10-09T09:00"));
    }

    @Test
    void tenDaysBeforeAMeeting_thatFallOnADayOff_moveToTheWorkingDayBefore() {
        // 15 October − 10 days = 5 October, within the holiday of 1 to 7 October.
        assertEquals(day("2026-09-30"), lastDay(new Limit(Count.CALENDAR_DAYS_BEFORE, 10), "2026-10-15T09:00"));
    }

    @Test
    void aBackwardsLimitIsDueAtTheEndOfItsDay() {
        assertEquals(at("2026-10-01T00:00"), due(new Limit(Count.CALENDAR_DAYS_BEFORE, 10), "2026-10-15"));
    }

    // How it was computed

    @Test
    void stepsShowEveryDayLookedAt_andWhy() {
        List<Deadline.Step> steps = Deadlines.of(Limit.workingDays(3), at(TUE_2025_09_30), Notices.calendar()).steps();
        assertEquals(12, steps.size());
        assertEquals(new Deadline.Step(day("2025-09-30"), false, "起算当日不计入"), steps.get(0));
        assertEquals(new Deadline.Step(day("2025-10-11"), true, "调休上班日，第3日，期限届满"), steps.get(11));
        assertEquals(3, steps.stream().filter(Deadline.Step::counted).count());
    }

    private static LocalDate lastDay(Limit limit, String trigger) {
        return Deadlines.of(limit, at(trigger), Notices.calendar()).lastDay().orElseThrow();
    }

    private static Instant due(Limit limit, String trigger) {
        return Deadlines.of(limit, at(trigger), Notices.calendar()).dueAtExclusive().orElseThrow();
    }

    private static Instant at(String local) {
        return local.contains("T") ? LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant() : Zone.startOf(day(local));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
