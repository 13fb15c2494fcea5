package cn.xiezhi.revision;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would have been late if other rules had held: counts past obligations, one by one and in any order, and keeps a few of them to be
 * looked at. Late is what the organ brought to its end after its time, and what is open and out of time; what was withdrawn, passed on or
 * refused is neither. Duties that only the other rules have did not arise, so nothing can be said of them.
 */
public final class Replay {
    private static final int MOST_ROWS = 100;

    private final Policy rules;
    private final WorkCalendar calendar;
    private final Instant now;
    private final Map<Duty, Count> counts = new LinkedHashMap<>();
    private final List<Row> newlyLate = new ArrayList<>();
    private final List<Row> noLongerLate = new ArrayList<>();

    public Replay(Policy rules, WorkCalendar calendar, Instant now) {
        this.rules = rules;
        this.calendar = calendar;
        this.now = now;
    }

    /**
     * Figures of a duty or of all; {@code lateBefore + newlyLate - noLongerLate} is {@code lateAfter}.
     *
     * @param gone of a duty that the other rules do not have; none of them is late under these
     */
    public record Figures(int obligations, int lateBefore, int lateAfter, int newlyLate, int noLongerLate, int gone) {
        private Figures plus(Figures more) {
            return new Figures(obligations + more.obligations, lateBefore + more.lateBefore, lateAfter + more.lateAfter, newlyLate + more.newlyLate,
                    noLongerLate + more.noLongerLate, gone + more.gone);
        }
    }

    /** An obligation that is judged otherwise. */
    public record Row(String matter, Obligation obligation, Optional<Instant> dueAfter, boolean lateBefore, boolean lateAfter) {}

    /** @param rows at most {@value #MOST_ROWS}, of both kinds */
    public record Outcome(Figures all, Map<Duty, Figures> byDuty, List<Row> rows) {}

    private static final class Count {
        private Figures sum = new Figures(0, 0, 0, 0, 0, 0);
    }

    public void add(String matter, Obligation o) {
        Optional<DueDate> due = Anew.replayed(o, rules, calendar);
        boolean before = late(o);
        boolean after = due.filter(d -> late(o.due(d))).isPresent();
        Count count = counts.computeIfAbsent(o.duty(), d -> new Count());
        count.sum = count.sum.plus(new Figures(1, one(before), one(after), one(after && !before), one(before && !after), one(due.isEmpty())));
        List<Row> rows = after ? newlyLate : noLongerLate;
        if (before != after && rows.size() < MOST_ROWS) {
            rows.add(new Row(matter, o, due.flatMap(d -> d.deadline().dueAtExclusive()), before, after));
        }
    }

    private boolean late(Obligation o) {
        return (o.status() == Status.OPEN || o.status() == Status.MET) && o.overdue(now);
    }

    private static int one(boolean yes) {
        return yes ? 1 : 0;
    }

    /** What came of all that was added so far. */
    public Outcome outcome() {
        Map<Duty, Figures> byDuty = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Comparator.comparing(e -> e.getKey().id())).forEach(e -> byDuty.put(e.getKey(), e.getValue().sum));
        Figures all = byDuty.values().stream().reduce(new Figures(0, 0, 0, 0, 0, 0), Figures::plus);
        return new Outcome(all, byDuty, rows());
    }

    /** Half of each kind, or more of one where the other has fewer. */
    private List<Row> rows() {
        int half = MOST_ROWS / 2;
        int worse = Math.min(newlyLate.size(), Math.max(half, MOST_ROWS - noLongerLate.size()));
        return Stream.concat(newlyLate.stream().limit(worse), noLongerLate.stream().limit(MOST_ROWS - worse)).toList();
    }
}
