package cn.xiezhi.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @Test
    void daysAreWhole_inShanghai() {
        Period year = Period.days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertEquals(Instant.parse("2025-12-31T16:00:00Z"), year.from());
        assertEquals(Instant.parse("2026-12-31T16:00:00Z"), year.to());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, 2026-01-01, 早于", "1999-12-31, 2000-01-01, 2000", "2099-01-01, 2101-01-01, 2100", "2015-01-01, 2025-01-01, 最长"})
    void reversedAbsurdOrEndlessDays_areNoPeriod(LocalDate first, LocalDate last, String why) {
        assertTrue(Period.problem(first, last).orElseThrow().contains(why), Period.problem(first, last).toString());
        assertThrows(IllegalArgumentException.class, () -> Period.days(first, last));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-01-01", "2015-01-01, 2024-12-31", "2000-01-01, 2000-02-29"})
    void oneDayAndTenYears_areOne(LocalDate first, LocalDate last) {
        assertTrue(Period.days(first, last).from().isBefore(Period.days(first, last).to()));
    }

    @Test
    void nothingBetween_isNoPeriod() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> new Period(at, at));
    }
}
