package cn.xiezhi.agenda;

import cn.xiezhi.agenda.DueLimits.Due;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Appointment;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What stands on a day.
 *
 * @param id stays the same as long as it is the same thing, whatever becomes of its day
 * @param at when; of a whole day its first instant, of a limit its end
 * @param allDay whether only the day counts
 * @param name the duty, or what is on
 * @param limit empty for an appointment
 * @param assignee the officer who has the matter in hand
 * @param over called off, or no longer owed
 * @param version of the matter; one more with each change
 */
public record Entry(String id, LocalDate day, Instant at, boolean allDay, String kind, String name, Optional<Obligation> limit, String matter, String title, String procedure,
        Optional<String> assignee, boolean over, long version, Instant updatedAt) {
    public static final String LIMIT = "limit";

    /** On its last day; of a limit that ends within a day, at its hour. */
    static Entry of(Procedures procedures, Due due) {
        Obligation o = due.obligation();
        Instant end = o.dueAtExclusive().orElseThrow();
        LocalDate day = o.lastDay().orElseGet(() -> Zone.day(end.minusMillis(1)));
        return new Entry(o.id(), day, end, midnight(end), LIMIT, procedures.text(o.duty()), Optional.of(o), due.matter(), due.title(), procedures.name(due.procedure()),
                due.assignee(), !o.open(), due.version(), due.updatedAt());
    }

    static Entry of(Procedures procedures, Appointment appointment, Matter m, Instant at) {
        return new Entry(m.id() + "-" + appointment.field(), Zone.day(at), at, !appointment.timed(), appointment.kind().code(), appointment.name(), Optional.empty(), m.id(),
                m.title(), procedures.name(m.procedure()), m.assignee(), appointment.calledOff(m, at), m.version(), m.updatedAt());
    }

    private static boolean midnight(Instant at) {
        return at.atZone(Zone.SHANGHAI).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
