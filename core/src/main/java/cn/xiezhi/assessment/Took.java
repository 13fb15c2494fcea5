package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Duration;
import java.util.Optional;

/** How long it was from an obligation's trigger to its end. */
record Took(long minutes, int workingDays) {
    /** @return empty while it is open, and for what is counted back from a meeting: that is mostly done before its trigger, and took no time from there */
    static Optional<Took> of(Obligation o, WorkCalendar calendar) {
        return o.closedAt().filter(end -> !end.isBefore(o.trigger()))
                .map(end -> new Took(Duration.between(o.trigger(), end).toMinutes(), calendar.workingDaysBetween(Zone.day(o.trigger()), Zone.day(end))));
    }
}
