package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Duration;
import java.time.Instant;

/** Figures in the making. */
final class Tally {
    private final int[] stands = new int[Stand.values().length];
    private final Spread minutes = new Spread();
    private final Spread workingDays = new Spread();
    private int extended;

    void add(Obligation o, Stand stand, WorkCalendar calendar) {
        stands[stand.ordinal()]++;
        if (o.extended() && !stand.apart()) {
            extended++;
        }
        // What is counted back from a meeting is mostly done before its trigger, and took no time from there.
        o.closedAt().filter(end -> stand.answered() && !end.isBefore(o.trigger())).ifPresent(end -> took(o.trigger(), end, calendar));
    }

    private void took(Instant trigger, Instant end, WorkCalendar calendar) {
        minutes.add(Duration.between(trigger, end).toMinutes());
        workingDays.add(calendar.workingDaysBetween(Zone.day(trigger), Zone.day(end)));
    }

    void add(Tally other) {
        for (int i = 0; i < stands.length; i++) {
            stands[i] += other.stands[i];
        }
        minutes.add(other.minutes);
        workingDays.add(other.workingDays);
        extended += other.extended;
    }

    Figures figures() {
        int arose = 0;
        for (int n : stands) {
            arose += n;
        }
        return new Figures(arose, of(Stand.ON_TIME), of(Stand.LATE), extended, of(Stand.REFUSED), of(Stand.UNANSWERED), of(Stand.RUNNING),
                of(Stand.MET_WITHOUT_NUMBER), of(Stand.OPEN_WITHOUT_NUMBER), of(Stand.CANCELLED), of(Stand.PASSED_ON),
                minutes.median().map(m -> Math.round(m / 6) / 10.0), workingDays.median());
    }

    private int of(Stand stand) {
        return stands[stand.ordinal()];
    }
}
