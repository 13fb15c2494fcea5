package cn.xiezhi.agenda;

import cn.xiezhi.agenda.DueLimits.Due;
import cn.xiezhi.agenda.DueLimits.Range;
import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Appointment;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws up an officer's calendar: the limits that end on its days, and the appointments of the matters that the officer sees. */
@Component(service = Agenda.class)
public final class Agenda {
    /** As many limits, and as many appointments, as one answer has. */
    public static final int MOST = 500;
    /** So many matters of a procedure with appointments are looked at, the latest first. */
    private static final int MOST_MATTERS = 1000;
    /** An appointment is made less long ahead; the longest term of a power. */
    private static final Duration AHEAD = Duration.ofDays(10 * 366);
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::day).thenComparing(Entry::at).thenComparing(Entry::id);

    private final DueLimits limits;
    private final MatterStore store;
    private final Rules rules;
    private final Desk desk;

    @Activate
    public Agenda(@Reference DueLimits limits, @Reference MatterStore store, @Reference Rules rules, @Reference Desk desk) {
        this.limits = limits;
        this.store = store;
        this.rules = rules;
        this.desk = desk;
    }

    /** @param whole false if there was more than one answer has */
    public record Days(List<Entry> entries, boolean whole, WorkCalendar calendar, Instant now) {}

    /**
     * What stands on some days and still holds: what the organ owes and what others owe in its matters.
     *
     * @param organ whose calendar; empty for the whole jurisdiction's. Who does not read across it sees the own organ's only.
     */
    public Days days(Officer officer, Optional<String> organ, LocalDate first, LocalDate last) {
        Optional<String> party = Decisions.readsAcross(officer) ? organ : Optional.of(officer.organ().id());
        List<Entry> entries = new ArrayList<>();
        boolean whole = true;
        if (Decisions.readsAcross(officer) || Decisions.seesOwn(officer)) {
            List<Due> due = limits.between(range(officer, party, Optional.empty(), true, first, last));
            due.forEach(d -> entries.add(Entry.of(desk.procedures(), d)));
            List<Entry> on = appointments(officer, party, first, last).stream().filter(e -> !e.over()).toList();
            on.stream().limit(MOST).forEach(entries::add);
            whole = due.size() < MOST && on.size() <= MOST;
        }
        return new Days(entries.stream().sorted(ORDER).toList(), whole, rules.inForce().calendar(officer.jurisdiction()), desk.now());
    }

    /** What a calendar program shows of an organ: what it owes, also what was settled and called off, so that it goes from the program too. */
    public List<Entry> feed(Officer officer, LocalDate first, LocalDate last) {
        if (!Decisions.seesOwn(officer)) {
            return List.of();
        }
        Optional<String> own = Optional.of(officer.organ().id());
        List<Entry> entries = new ArrayList<>();
        for (boolean open : List.of(true, false)) {
            limits.between(range(officer, Optional.empty(), own, open, first, last)).forEach(d -> entries.add(Entry.of(desk.procedures(), d)));
        }
        appointments(officer, own, first, last).stream().limit(MOST).forEach(entries::add);
        return entries.stream().sorted(ORDER).toList();
    }

    /** A limit runs out at the very end of its last day: the bounds lie a moment after the days' own. */
    private static Range range(Officer officer, Optional<String> party, Optional<String> owedBy, boolean open, LocalDate first, LocalDate last) {
        return new Range(officer.jurisdiction(), party, owedBy, open, Zone.startOf(first).plusMillis(1), Zone.endOf(last).plusMillis(1), MOST);
    }

    private List<Entry> appointments(Officer officer, Optional<String> party, LocalDate first, LocalDate last) {
        Procedures known = desk.procedures();
        List<Entry> found = new ArrayList<>();
        for (Procedure procedure : known.all().values()) {
            if (!procedure.appointments().isEmpty()) {
                store.matters(officer.jurisdiction(), procedure.id(), Optional.empty(), Zone.startOf(first).minus(AHEAD), MOST_MATTERS).stream()
                        .filter(m -> Decisions.maySee(known, officer, m) && party.map(m::involves).orElse(true))
                        .forEach(m -> procedure.appointments().forEach(a -> entry(known, a, m, first, last).ifPresent(found::add)));
            }
        }
        return found;
    }

    private static Optional<Entry> entry(Procedures known, Appointment appointment, Matter m, LocalDate first, LocalDate last) {
        return appointment.at(m).map(at -> Entry.of(known, appointment, m, at)).filter(e -> !e.day().isBefore(first) && !e.day().isAfter(last));
    }
}
