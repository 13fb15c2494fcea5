package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A field of a procedure that is a day or a time in people's calendars.
 *
 * @param timed whether the field is a time; else it is a day
 * @param name what is on then, e.g. 召开会议
 */
public record Appointment(String field, boolean timed, Kind kind, String name) {
    /** What people filter their calendars by. */
    public enum Kind {
        MEETING("meeting"), HEARING("hearing"),
        /** Something else that happens, begins or ends then. */
        EVENT("event");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** When a matter has it; of a day its first instant; empty while it is not recorded. */
    public Optional<Instant> at(Matter matter) {
        return matter.field(field).map(value -> timed ? Case.instant(value) : Zone.startOf(LocalDate.parse(value)));
    }

    /** Whether it was called off: the matter was over before. */
    public boolean calledOff(Matter matter, Instant at) {
        return !matter.open() && matter.updatedAt().isBefore(at);
    }
}
