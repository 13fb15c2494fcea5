package cn.xiezhi.time;

import cn.xiezhi.time.Deadline.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of limits, the only place where it stands. All functions are pure.
 *
 * <p>Days: the trigger's day is not counted; first add, then adjust. Working days end on a working day by themselves.
 * Calendar days (also the zero of 当日) whose last day is a day off move to the next working day; counted backwards, to
 * the one before. Hours run on the clock through nights and holidays. Sources: 民法典 第200至204条; the five documents.
 */
public final class Deadlines {
    private Deadlines() {}

    /** When a limit that is set off by a trigger ends. For a backwards limit the trigger is an instant of the meeting's day. */
    public static Deadline of(Limit limit, Instant trigger, WorkCalendar calendar) {
        LocalDate start = Zone.day(trigger);
        int amount = limit.amount();
        return switch (limit.count()) {
            case PROMPTLY -> new Deadline(trigger, Optional.empty(), Optional.empty(), false,
                    List.of(new Step(start, false, "规定为“及时”，没有数字期限，不产生到期日")));
            case IMMEDIATELY -> new Deadline(trigger, Optional.of(start), Optional.of(trigger), false,
                    List.of(new Step(start, true, "立即：触发之时即到期")));
            case HOURS -> hours(amount, trigger);
            case WORKING_DAYS -> days(trigger, calendar, start, calendar.plusWorkingDays(start, amount), true);
            case WORKING_DAYS_BEFORE -> days(trigger, calendar, start, calendar.plusWorkingDays(start, -amount), true);
            case CALENDAR_DAYS -> days(trigger, calendar, start, start.plusDays(amount), false);
            case CALENDAR_DAYS_BEFORE -> days(trigger, calendar, start, start.minusDays(amount), false);
        };
    }

    /**
     * A further limit on top of one that ran: counted from the first one's last day as it stands after rolling, and
     * rolled again at its own end.
     *
     * @throws IllegalArgumentException if the first limit has no last day to count from
     */
    public static Deadline further(Deadline first, Limit more, WorkCalendar calendar) {
        LocalDate from = first.lastDay().orElseThrow(() -> new IllegalArgumentException("a limit without a last day cannot be continued"));
        Deadline second = of(more, Zone.startOf(from), calendar);
        List<Step> steps = new ArrayList<>(first.steps());
        steps.addAll(second.steps().subList(1, second.steps().size()));
        return new Deadline(first.trigger(), second.lastDay(), second.dueAtExclusive(), first.provisional() || second.provisional(), steps);
    }

    private static Deadline hours(int hours, Instant trigger) {
        Instant due = trigger.plus(Duration.ofHours(hours));
        LocalDate last = Zone.day(due.minusNanos(1));
        List<Step> steps = new ArrayList<>();
        for (LocalDate day = Zone.day(trigger); !day.isAfter(last); day = day.plusDays(1)) {
            steps.add(new Step(day, true, "按小时连续计算，夜间和节假日不扣除"));
        }
        return new Deadline(trigger, Optional.of(last), Optional.of(due), false, steps);
    }

    private static Deadline days(Instant trigger, WorkCalendar calendar, LocalDate start, LocalDate end, boolean workingDays) {
        int step = end.isBefore(start) ? -1 : 1;
        LocalDate last = step > 0 ? calendar.sameOrNextWorkingDay(end) : calendar.sameOrPreviousWorkingDay(end);
        List<Step> steps = new ArrayList<>();
        boolean sameDay = start.equals(end);
        steps.add(new Step(start, false, sameDay ? "当日届满" : step > 0 ? "起算当日不计入" : "会议当日不计入"));
        boolean provisional = sameDay && !calendar.knows(start);
        int counted = 0;
        for (LocalDate day = start; !day.equals(last); ) {
            day = day.plusDays(step);
            boolean past = step > 0 ? day.isAfter(end) : day.isBefore(end);
            DayKind kind = calendar.kind(day);
            boolean counts = !past && (!workingDays || kind.working());
            provisional |= !calendar.knows(day);
            counted += counts ? 1 : 0;
            steps.add(new Step(day, counts, why(calendar, day, counts, past, counted, day.equals(last), step)));
        }
        return new Deadline(trigger, Optional.of(last), Optional.of(Zone.endOf(last)), provisional, steps);
    }

    private static String why(WorkCalendar calendar, LocalDate day, boolean counts, boolean past, int nth, boolean last, int step) {
        DayKind kind = calendar.kind(day);
        String what = kind.text() + (calendar.knows(day) ? "" : "（当年放假通知未载入，暂按周末推算）");
        if (counts) {
            return what + "，第" + nth + "日" + (last ? "，期限届满" : "");
        }
        if (!past) {
            return what + "，不计入";
        }
        return what + (step > 0 ? "，期末遇休息日顺延" : "，期末遇休息日提前") + (last ? "至此日届满" : "");
    }
}
