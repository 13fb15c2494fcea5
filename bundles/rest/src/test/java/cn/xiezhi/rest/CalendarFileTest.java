package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.registry.Account;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;

/** The personal address: what a calendar program reads there, and when it no longer leads anywhere. Read by another library than writes it. */
class CalendarFileTest {
    private final Api api = new Api();

    private String address(String user) {
        Answer made = api.post(user, "/calendar/feed", "{}");
        assertEquals(201, made.status(), made.toString());
        return made.json().get("path").asText().replaceFirst("^/api/v1", "");
    }

    private Answer read(String address) {
        return api.get("", address);
    }

    private static Calendar parsed(Answer answer) throws Exception {
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("text/calendar;charset=utf-8", answer.headers().get("Content-Type").replace(" ", ""));
        return new CalendarBuilder().build(new ByteArrayInputStream(answer.bytes()));
    }

    private static VEvent only(Calendar calendar) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertEquals(1, events.size());
        return events.get(0);
    }

    private void withdraw(JsonNode matter) {
        assertEquals(200, api.post("a-zhang", "/matters/" + matter.get("id").asText() + "/actions/withdraw",
                "{\"version\":" + matter.get("version") + ",\"fields\":{\"withdrawReason\":\"重复登记\"}}").status());
    }

    @Test
    void aLimitIsAnAllDayEventOnItsLastDay_withAnAlarmTheMorningBefore() throws Exception {
        String id = api.opened("a").get("id").asText();
        VEvent event = only(parsed(read(address("a-zhang"))));
        assertEquals(LocalDate.of(2025, 10, 11), event.<Temporal>getDateTimeStart().orElseThrow().getDate());
        assertEquals(LocalDate.of(2025, 10, 12), event.<Temporal>getDateTimeEnd().orElseThrow().getDate());
        assertTrue(event.getSummary().orElseThrow().getValue().startsWith("期限："));
        assertTrue(event.getDescription().orElseThrow().getValue().contains(id) && event.getDescription().orElseThrow().getValue().contains("依据：规定 第五条"));
        VAlarm alarm = event.getAlarms().get(0);
        assertEquals(Duration.ofHours(-15), Duration.from(alarm.getTrigger().orElseThrow().getDuration()));
    }

    @Test
    void whatIsSettled_isTheSameEventLater_andCancelled() throws Exception {
        JsonNode matter = api.opened("a");
        String address = address("a-zhang");
        VEvent before = only(parsed(read(address)));
        api.passes(Duration.ofHours(1));
        withdraw(matter);
        VEvent after = only(parsed(read(address)));
        assertEquals(before.getUid().orElseThrow(), after.getUid().orElseThrow());
        assertEquals("CONFIRMED CANCELLED", before.getStatus().orElseThrow().getValue() + " " + after.getStatus().orElseThrow().getValue());
        assertTrue(after.getSequence().orElseThrow().getSequenceNo() > before.getSequence().orElseThrow().getSequenceNo());
        assertTrue(after.getLastModified().orElseThrow().getDate().isAfter(before.getLastModified().orElseThrow().getDate()));
        assertEquals(List.of(), after.getAlarms());
    }

    @Test
    void aMeetingHasItsHourInShanghai_whereverTheServerIs() throws Exception {
        api.store.matters.put("a/t", new Matter("a", "t", "training", "演练", "planned", true, 3, Map.of("host", Set.of("a-town")), Set.of(),
                Map.of("plannedAt", "2025-10-09T14:30:00+08:00"), List.of(), List.of(), Optional.empty(), Optional.empty(), "a-zhang", Api.TUE_2025_09_30_10H,
                Api.TUE_2025_09_30_10H, "a-1", 0, Ledger.BEGINNING, Optional.empty()));
        Calendar calendar = parsed(read(address("a-zhang")));
        ZonedDateTime start = (ZonedDateTime) only(calendar).<Temporal>getDateTimeStart().orElseThrow().getDate();
        assertEquals(Instant.parse("2025-10-09T06:30:00Z"), start.toInstant());
        assertEquals("Asia/Shanghai", ((VTimeZone) calendar.getComponents(Component.VTIMEZONE).get(0)).getTimeZoneId().orElseThrow().getValue());
        assertTrue(new String(read(address("a-zhang")).bytes(), StandardCharsets.UTF_8).contains("DTSTART;TZID=Asia/Shanghai:20251009T143000"));
    }

    @Test
    void linesAreFoldedAt75Bytes_andNoCharacterIsLost() throws Exception {
        String title = "𠮷村𬱖某非法取水并堵塞河道，".repeat(6) + "; , \\ 结束";
        assertEquals(201, api.post("a-zhang", "/matters", Api.opening("a", title.replace("\\", "\\\\"))).status());
        Answer answer = read(address("a-zhang"));
        for (String line : new String(answer.bytes(), StandardCharsets.ISO_8859_1).split("\r\n")) {
            assertTrue(line.length() <= 75, line.length() + " bytes");
        }
        assertTrue(only(parsed(answer)).getSummary().orElseThrow().getValue().endsWith(title), only(parsed(answer)).getSummary().orElseThrow().getValue());
    }

    @Test
    void whatOthersOweIsOnlyOnThePage_andTheReporterIsNowhere() {
        api.opened("a");
        String other = new String(read(address("a-li")).bytes(), StandardCharsets.UTF_8);
        assertFalse(other.contains("BEGIN:VEVENT"), other);
    }

    @Test
    void theAddressIsToldOnce_andANewOneEndsTheOld() {
        String first = address("a-zhang");
        assertTrue(first.matches("/calendar/[A-Za-z0-9_-]{43}\\.ics"), first);
        String second = address("a-zhang");
        assertNotEquals(first, second);
        assertEquals("unknown-calendar", read(first).code());
        assertEquals(200, read(second).status());
        JsonNode mine = api.get("a-zhang", "/calendar/feed").json();
        assertFalse(mine.get("lastUsedAt").isNull());
        assertFalse(mine.toString().contains(second.substring(10, 30)));
        assertTrue(api.get("a-li", "/calendar/feed").json().get("madeAt").isNull(), "another person's");
    }

    @Test
    void revoked_disabledAndMovedAccountsAre404AtOnce() {
        String address = address("a-zhang");
        assertEquals(204, api.send("DELETE", "/calendar/feed", "a-zhang", Map.of(), new byte[0]).status());
        assertEquals(404, read(address).status());
        for (UnaryOperator<Account> change : List.<UnaryOperator<Account>>of(
                a -> new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificates(), a.passwordHash(), false, false, 0, Optional.empty()),
                a -> new Account(a.user(), a.jurisdiction(), "a-roads", a.name(), a.roles(), a.certificates(), a.passwordHash(), false, true, 0, Optional.empty()))) {
            Account before = api.register.people.find("a-zhang").orElseThrow();
            String fresh = address("a-zhang");
            assertEquals(200, read(fresh).status());
            api.register.people.change("a-zhang", change);
            assertEquals("unknown-calendar", read(fresh).code());
            api.register.people.change("a-zhang", a -> before);
        }
    }

    @Test
    void whoHandlesNothingHasNone_andNobodyGuesses() {
        assertEquals("not-yours-to-do", api.post("a-admin", "/calendar/feed", "{}").code());
        assertFalse(api.get("a-audit", "/calendar/feed").json().get("possible").asBoolean());
        assertEquals(401, api.post("", "/calendar/feed", "{}").status());
        Answer last = read("/calendar/guess.ics");
        assertEquals(404, last.status());
        for (int i = 0; i < 100 && last.status() == 404; i++) {
            last = read("/calendar/guess" + i + ".ics");
        }
        assertEquals("too-many-requests", last.code());
        assertFalse(last.headers().get("Retry-After").isEmpty());
    }
}
