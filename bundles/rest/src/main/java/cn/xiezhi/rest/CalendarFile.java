package cn.xiezhi.rest;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import cn.xiezhi.agenda.Entry;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An officer's calendar as iCalendar (RFC 5545). Nothing stands in it but what the officer's desk shows: duty, title, number, rule. */
final class CalendarFile {
    private static final int LONGEST_LINE = 75;
    private static final String END = "\r\n";
    private static final String SHANGHAI = Zone.SHANGHAI.getId();
    /** Nine o'clock of the day before a day begins. */
    private static final Duration MORNING_BEFORE = Duration.builder().prior(true).hours(15).build();

    private CalendarFile() {}

    static String of(Officer officer, String jurisdiction, List<Entry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Xiezhi//" + jurisdiction + "//ZH");
        calendar.setMethod(Method.publish());
        calendar.setName(officer.organ().name() + "·时限和会议");
        calendar.addExperimentalProperty("X-WR-CALNAME", officer.organ().name() + "·时限和会议");
        calendar.addExperimentalProperty("X-WR-TIMEZONE", SHANGHAI);
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(Zone.SHANGHAI), shanghai()));
        entries.forEach(e -> calendar.addEvent(event(officer.jurisdiction(), e)));
        return text(calendar);
    }

    private static String text(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // The library folds by characters, the standard wants bytes.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().lines().map(CalendarFile::folded).collect(Collectors.joining(END, "", END));
    }

    /** A content line in pieces of at most 75 bytes, the following ones behind a blank; no character is split. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int bytes = 0;
        for (int c : line.codePoints().toArray()) {
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes + size > LONGEST_LINE) {
                folded.append(END).append(' ');
                bytes = 1;
            }
            folded.appendCodePoint(c);
            bytes += size;
        }
        return folded.toString();
    }

    private static VEvent event(String jurisdiction, Entry e) {
        VEvent event = new VEvent();
        event.setUid(e.id() + "@" + jurisdiction + ".xiezhi");
        event.setDateTimeStamp(Date.from(e.updatedAt()));
        event.setLastModified(Date.from(e.updatedAt()));
        event.setSequence((int) e.version());
        boolean limit = e.limit().isPresent();
        event.setSummary((e.over() ? limit ? "（已了结）" : "（已取消）" : "") + (limit ? "期限：" : "") + e.name() + "　" + e.title());
        event.setDescription(Stream.concat(Stream.of("事项：" + e.procedure() + "，编号 " + e.matter()), e.limit().map(Obligation::citation).map(c -> "依据：" + c).stream())
                .collect(Collectors.joining("\n")));
        event.setStatus(e.over() ? Status.cancelled() : Status.confirmed());
        if (e.allDay()) {
            event.setDateStart(new DateStart(day(e.day())));
            event.setDateEnd(new DateEnd(day(e.day().plusDays(1))));
            event.setTransparency(true);
        } else {
            event.setDateStart(new DateStart(Date.from(e.at()), true));
        }
        if (!e.over()) {
            event.addAlarm(VAlarm.display(new Trigger(e.allDay() ? MORNING_BEFORE : Duration.builder().prior(true).days(1).build(), Related.START), e.name() + "　" + e.title()));
        }
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Without summer time: what is before 1992 is in no calendar of ours. */
    private static VTimezone shanghai() {
        StandardTime standard = new StandardTime();
        standard.setDateStart(new ICalDate(new DateTimeComponents(1992, 1, 1, 0, 0, 0, false), true));
        UtcOffset east = new UtcOffset(true, 8, 0);
        standard.setTimezoneOffsetFrom(east);
        standard.setTimezoneOffsetTo(east);
        VTimezone zone = new VTimezone(SHANGHAI);
        zone.addStandardTime(standard);
        return zone;
    }
}
