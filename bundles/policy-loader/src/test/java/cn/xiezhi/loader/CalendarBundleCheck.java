package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.time.DayKind;
import cn.xiezhi.time.WorkCalendar;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a calendar bundle has to fulfil; run by its build. */
class CalendarBundleCheck {
    @Test
    void everyYearFromTheFirstToTheLastIsThere() throws IOException {
        WorkCalendar calendar = BundleCheckFiles.calendar().calendar();
        var years = IntStream.rangeClosed(calendar.years().firstKey(), calendar.years().lastKey()).boxed().collect(Collectors.toSet());
        assertEquals(years, calendar.years().keySet());
        assertTrue(years.contains(2016) && years.contains(2026));
    }

    @Test
    void newYearsDayIsAlwaysADayOff_andNationalDaysFirstThree() throws IOException {
        WorkCalendar calendar = BundleCheckFiles.calendar().calendar();
        for (int year : calendar.years().keySet()) {
            assertEquals(DayKind.HOLIDAY, calendar.kind(LocalDate.of(year, 1, 1)));
            for (int day = 1; day <= 3; day++) {
                assertEquals(DayKind.HOLIDAY, calendar.kind(LocalDate.of(year, 10, day)));
            }
        }
    }

    @Test
    void bundleHoldsResourcesOnly() throws IOException {
        for (String header : BundleCheckFiles.packageHeaders()) {
            assertNull(BundleCheckFiles.manifest().getValue(header), header);
        }
        assertTrue(BundleCheckFiles.manifest().getValue("Provide-Capability").contains("contract:Version="));
    }
}
