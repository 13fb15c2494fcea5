package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import java.util.Optional;

/** Figures in the making. */
final class Tally {
    private final int[] stands = new int[Stand.values().length];
    private final Spread minutes = new Spread();
    private final Spread workingDays = new Spread();
    private int extended;

    void add(Obligation o, Stand stand, Optional<Took> took) {
        stands[stand.ordinal()]++;
        if (o.extended() && !stand.apart()) {
            extended++;
        }
        if (stand.answered()) {
            took.ifPresent(t -> {
                minutes.add(t.minutes());
                workingDays.add(t.workingDays());
            });
        }
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
