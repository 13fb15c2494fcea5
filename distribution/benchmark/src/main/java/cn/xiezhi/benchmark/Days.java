package cn.xiezhi.benchmark;

import cn.xiezhi.loader.RuleFiles;
import cn.xiezhi.time.WorkCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Adding working days: by table, by a plain loop over the same calendar, and by Strata's calendar of the same holidays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Days {
    private static final int STARTS = 4096;

    @Param({"3", "5", "10", "60"})
    public int days;

    private final LocalDate[] starts = new LocalDate[STARTS];
    private WorkCalendar calendar;
    private ImmutableHolidayCalendar strata;
    private int next;

    @Setup
    public void read() throws Exception {
        calendar = RuleFiles.read().book().calendar();
        strata = ImmutableHolidayCalendar.of(HolidayCalendarId.of("CN-WORK"), calendar.years().values().stream().flatMap(y -> y.holidays().stream()).toList(),
                List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), calendar.years().values().stream().flatMap(y -> y.workdays().stream()).toList());
        LocalDate first = LocalDate.of(calendar.years().firstKey(), 1, 1);
        LocalDate last = LocalDate.of(calendar.years().lastKey(), 8, 31);
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            if (!calendar.plusWorkingDays(day, days).equals(strata.shift(day, days)) || !looped(day).equals(strata.shift(day, days))) {
                throw new IllegalStateException("the calendars disagree on " + day + " and " + days + " days");
            }
        }
        Random random = new Random(140925);
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay())));
        }
    }

    @Benchmark
    public LocalDate table() {
        return calendar.plusWorkingDays(start(), days);
    }

    @Benchmark
    public LocalDate loop() {
        return looped(start());
    }

    @Benchmark
    public LocalDate strata() {
        return strata.shift(start(), days);
    }

    private LocalDate start() {
        return starts[next++ & STARTS - 1];
    }

    private LocalDate looped(LocalDate start) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    static void run(Report report) throws RunnerException {
        run(report, "both compilers", "-XX:TieredStopAtLevel=4");
        run(report, "first compiler only, as shipped", "-XX:TieredStopAtLevel=1");
    }

    private static void run(Report report, String how, String flag) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(Days.class.getName()).forks(1).jvmArgs("-XX:+UseSerialGC", "-Xmx256m", flag)
                .warmupIterations(3).warmupTime(TimeValue.milliseconds(150)).measurementIterations(5).measurementTime(TimeValue.milliseconds(150)).build()).run();
        for (String days : List.of("3", "5", "10", "60")) {
            double table = score(results, "table", days);
            double loop = score(results, "loop", days);
            double strata = score(results, "strata", days);
            report.add("adding " + days + " working days, " + how,
                    String.format("table %.1f ns, loop %.1f ns, Strata %.1f ns; loop/table %.1f, Strata/table %.1f", table, loop, strata, loop / table, strata / table));
        }
    }

    private static double score(Collection<RunResult> results, String way, String days) {
        return results.stream().filter(r -> r.getParams().getBenchmark().endsWith("." + way) && r.getParams().getParam("days").equals(days)).findFirst().orElseThrow()
                .getPrimaryResult().getScore();
    }
}
