package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the assembled product does by itself, and does once. */
class ClockTest {
    private static final String MEETINGS = "/matters?procedure=meeting";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void meetingOfThePeriod_isOpenedWithoutAnybody_andRemindersAreSent_onceOverARestart(@TempDir Path folder) throws Exception {
        try (Product product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start()) {
            County county = new County(product, "shanting");
            List<String> meetings = Poll.until("the month's meeting", () -> titles(county), found -> !found.isEmpty());
            YearMonth month = YearMonth.now(SHANGHAI);
            assertEquals(1, meetings.size(), meetings.toString());
            assertTrue(meetings.get(0).contains(month.getYear() + "年" + month.getMonthValue() + "月"), meetings.toString());
            int told = Poll.until("a reminder of the sample's overdue transfer", () -> notices(county), n -> n > 0);
            product.stop();

            product.start();
            County again = new County(product, "shanting");
            // Its reminder shows that the clock has come round once more.
            String longAgo = OffsetDateTime.now(SHANGHAI).minusDays(40).truncatedTo(ChronoUnit.SECONDS).toString();
            new Play(again).open(again.town(), "transfer", Map.of("receiver", again.organ("dept-officer"), "cases", List.of("早已逾期"), "discoveredAt", longAgo)).expect(201);
            assertEquals(told + 1, Poll.until("the new reminder", () -> notices(again), n -> n > told));
            assertEquals(meetings, titles(again));
        }
    }

    private static List<String> titles(County county) throws Exception {
        return county.person("government").get(MEETINGS).expect(200).get("items").findValuesAsText("title");
    }

    private static int notices(County county) throws Exception {
        return county.town().get("/notices?limit=100").expect(200).get("items").size();
    }
}
