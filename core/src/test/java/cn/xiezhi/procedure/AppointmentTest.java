package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AppointmentTest {
    /** A calendar that a program reads is out of our hands: what only some may see must never get there. */
    @Test
    void whatOnlySomeMaySee_orIsNoTime_isNoAppointment() {
        for (Field field : List.of(Field.date("day", "日期").onlyFor("handler"), Field.text("day", "日期"), Field.number("day", "天数", 9))) {
            assertThrows(IllegalArgumentException.class, () -> Procedure.named("x", "甲").appointment(field, Appointment.Kind.MEETING, "会议"), field.type().name());
        }
    }

    @Test
    void theseStandInCalendars() {
        TreeSet<String> all = new TreeSet<>();
        Procedures.own().all().values().forEach(p -> p.appointments().forEach(a -> all.add(p.id() + " " + a.field() + " " + a.name() + (a.timed() ? "" : "（全天）"))));
        assertEquals(List.of("enforcement hearingAt 听证", "entrustment until 委托期满（全天）", "meeting day 召开会议（全天）", "operation startsAt 联合执法开始", "police operationAt 请公安机关配合的活动开始", "supervision hearingAt 听证", "supervision withheldUntil 暂扣期满（全天）",
                "training plannedAt 培训、演练"), List.copyOf(all));
    }
}
