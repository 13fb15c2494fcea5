package cn.xiezhi.store;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Deadlines;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up what may happen to the obligations of a matter, step by step: they arise, are extended, counted anew, and end in every way and at every time. */
final class History {
    private static final List<Limit> LIMITS = List.of(Limit.workingDays(3), Limit.calendarDays(5), Limit.hours(24), Limit.immediately(), Limit.promptly(),
            new Limit(Count.CALENDAR_DAYS_BEFORE, 1));
    private static final List<String> ORGANS = List.of("town", "urban", "water");
    private static final List<Duty> DUTIES = List.of(Duty.TRANSFER_SEND, Duty.ASSIST_REPLY, Duty.MEETING_AGENDA_CALL);
    private static final List<Status> ENDS = List.of(Status.MET, Status.MET, Status.MET, Status.REFUSED, Status.CANCELLED, Status.PASSED_ON);
    private static final WorkCalendar CALENDAR = WorkCalendar.empty();

    private final Random random;
    private final List<MatterChange> changes = new ArrayList<>();
    private Matter matter;

    private History(Matter matter, Random random) {
        this.matter = matter;
        this.random = random;
    }

    /** The changes of a matter that begins somewhere in two years from a day. */
    static List<MatterChange> of(Matter blank, Instant from, Random random) {
        History history = new History(blank, random);
        history.play(from.plus(Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60))));
        return history.changes;
    }

    private void play(Instant start) {
        // Some begin at midnight, so that ends fall onto the edges of days.
        Instant at = random.nextInt(4) == 0 ? start.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(16)) : start;
        List<Obligation> owed = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            owed.add(arising(matter.id() + "-" + (i + 1), at));
        }
        step(owed, at);
        for (int i = 0; i < owed.size(); i++) {
            List<Obligation> next = new ArrayList<>(matter.obligations());
            Obligation o = next.get(i);
            if (o.dueAtExclusive().isPresent() && random.nextInt(3) == 0) {
                at = at.plus(Duration.ofMinutes(10));
                boolean extended = random.nextBoolean();
                next.set(i, o.due(due(o, extended ? Variant.EXTENDED : o.variant(), Limit.workingDays(extended ? 10 : 4))));
                step(next, at);
            }
            if (random.nextInt(5) > 0) {
                at = latest(at, end(next.get(i)));
                next = new ArrayList<>(next);
                next.set(i, next.get(i).closed(pick(ENDS), at));
                step(next, at);
            }
        }
    }

    private Obligation arising(String id, Instant at) {
        Limit limit = pick(LIMITS);
        DueDate due = new DueDate(pick(DUTIES), Variant.NORMAL, limit, Deadlines.of(limit, at, CALENDAR), "办法 第" + random.nextInt(9) + "条 甲");
        return Obligation.arising(id, due, pick(ORGANS), "v1");
    }

    private static DueDate due(Obligation o, Variant variant, Limit limit) {
        return new DueDate(o.duty(), variant, limit, Deadlines.of(limit, o.trigger(), CALENDAR), "办法 延长");
    }

    /** Around the due time, a few of them to the millisecond. */
    private Instant end(Obligation o) {
        Instant due = o.dueAtExclusive().orElse(o.trigger());
        return random.nextInt(4) == 0 ? due.plusMillis(random.nextInt(3) - 1) : due.plus(Duration.ofMinutes(random.nextInt(9 * 24 * 60) - 5 * 24 * 60));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void step(List<Obligation> after, Instant at) {
        LedgerEntry entry = Ledger.sealed(matter.jurisdiction(), matter.id(), new LedgerEntry(matter.ledgerLength() + 1, at, "zhang", "张", "town", "act", "", "sent",
                Trail.details(matter.obligations(), after), Optional.empty(), "v1", matter.ledgerHead(), ""));
        Matter m = Samples.owing(matter, after.toArray(Obligation[]::new));
        matter = new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version() + 1, m.parties(), m.awaiting(), m.fields(), m.attachments(),
                m.obligations(), m.origin(), m.assignee(), m.openedBy(), m.openedAt(), at, m.policyVersion(), entry.seq(), entry.hash(), m.wakesAt());
        changes.add(new MatterChange(matter, List.of(entry)));
    }
}
