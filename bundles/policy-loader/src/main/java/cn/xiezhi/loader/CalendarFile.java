package cn.xiezhi.loader;

import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code xiezhi/calendar.yaml}, contract 1: the yearly holiday notices. */
final class CalendarFile {
    private CalendarFile() {}

    static Optional<Content.OfCalendar> read(String text, Problems problems) {
        return YamlTree.read(text, problems).filter(PolicyFile::known).flatMap(s -> calendar(s, text)).filter(c -> problems.none());
    }

    private static Optional<Content.OfCalendar> calendar(Section s, String text) {
        Optional<String> version = Names.version(s);
        Optional<Instant> inForceFrom = Names.inForceFromIfAny(s);
        List<CalendarYear> years = new ArrayList<>();
        Optional<Section> byYear = s.section("years");
        byYear.ifPresent(all -> {
            for (String key : all.keys()) {
                if (!key.matches("(19|20|21)\\d\\d")) {
                    all.problem(key, "应是四位年份");
                } else {
                    all.section(key).flatMap(y -> year(Integer.parseInt(key), y)).ifPresent(years::add);
                }
            }
            if (all.keys().isEmpty()) {
                s.problem("years", "至少要有一年");
            }
        });
        s.finish();
        return version.filter(v -> byYear.isPresent()).map(v -> new Content.OfCalendar(Names.fingerprinted(v, text), WorkCalendar.of(years), inForceFrom));
    }

    private static Optional<CalendarYear> year(int year, Section s) {
        Optional<String> source = s.text("source");
        Optional<String> amended = s.textIfAny("amended");
        if (!s.has("holidays")) {
            s.problem("holidays", "缺少此键");
        }
        List<LocalDate> holidays = s.dates("holidays");
        List<LocalDate> workdays = s.dates("workdays");
        s.finish();
        boolean right = near(year, holidays, "holidays", s) & near(year, workdays, "workdays", s) & weekends(holidays, workdays, s);
        return source.filter(number -> right).map(number -> new CalendarYear(year, new HashSet<>(holidays), new HashSet<>(workdays),
                number + amended.map(a -> "；修改：" + a).orElse(""), amended.isPresent()));
    }

    private static boolean weekends(List<LocalDate> holidays, List<LocalDate> workdays, Section s) {
        boolean right = true;
        for (LocalDate day : workdays) {
            if (holidays.contains(day)) {
                s.problem("workdays", day + " 同时列为放假和上班");
                right = false;
            } else if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                s.problem("workdays", day + " 不是周末，本来就上班；请核对通知");
                right = false;
            }
        }
        return right;
    }

    /** A notice speaks of its year and of the weeks around the turns of it. */
    private static boolean near(int year, List<LocalDate> days, String key, Section s) {
        LocalDate first = LocalDate.of(year, 1, 1).minusWeeks(1);
        LocalDate last = LocalDate.of(year, 12, 31).plusWeeks(1);
        boolean right = true;
        for (LocalDate day : days) {
            if (day.isBefore(first) || day.isAfter(last)) {
                s.problem(key, day + " 不在 " + year + " 年");
                right = false;
            }
        }
        return right;
    }
}
