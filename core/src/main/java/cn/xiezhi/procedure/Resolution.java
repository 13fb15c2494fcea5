package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 议定事项: what a meeting resolved, as an obligation of one organ, from the day the minutes are issued until the office confirms
 * that it is done. Its end is the day that the minutes name; without one it is owed promptly.
 */
public final class Resolution {
    static final String OFFICE = "office";
    static final String CHAIR = "chair";
    static final String RESPONSIBLE = "responsible";
    static final String ISSUED = "issued";
    /** What the meeting is told. */
    static final String DONE = "resolution.done";
    static final String LIFTED = "resolution.lifted";

    static final Field TEXT = Field.text("resolution", "议定事项").must();
    static final Field RESPONSIBLE_FIELD = Field.organ("responsible", "责任单位").must();
    static final Field BY = Field.date("by", "完成日期").in(Span.FUTURE).help("纪要没有写日期的不填，按“及时”落实");
    private static final Field PROGRESS = Field.longText("progress", "进展情况").must();
    private static final Field RESULT = Field.longText("result", "落实结果").must();
    private static final Field BACK = Field.longText("returnedBecause", "退回理由").must();
    private static final Field WHY = Field.longText("liftedBecause", "不再办理的理由").must();

    public static final Procedure PROCEDURE = Procedure.named("resolution", "议定事项")
            .state("drafted", "待纪要印发").state("running", "落实中").state("reported", "已报落实，待确认")
            .end("done", "已落实").end("lifted", "不再办理").end("withdrawn", "已撤回")
            .part(RESPONSIBLE, "责任单位").part(OFFICE, "会议办公室").part(CHAIR, "组长（召集人）")
            // Comes from a meeting only.
            .opening(Action.named("open", "登记议定事项").only())
            .actions(
                    CommonActions.withdraw(OFFICE, "drafted"),
                    Action.named("progress", "报告进展").from("running").by(RESPONSIBLE).aside().asks(PROGRESS).then((c, d) -> d.recordInput(c)),
                    Action.named("complete", "报告落实").from("running").by(RESPONSIBLE).asks(RESULT).then((c, d) -> {
                        d.recordInput(c);
                        d.to("reported");
                        d.close(Duty.MEETING_RESOLUTION, Status.MET);
                    }),
                    Action.named("confirm", "确认落实").from("reported").by(OFFICE).then((c, d) -> {
                        d.to("done");
                        d.tell(DONE);
                    }),
                    Action.named("sendBack", "退回继续落实").from("reported").by(OFFICE).aside().asks(BACK).then((c, d) -> {
                        d.to("running");
                        owe(d, begunAt(c.matter()));
                    }),
                    Action.named("lift", "经会议决定不再办理").from("running", "reported").by(OFFICE).aside().asks(WHY).then((c, d) -> {
                        d.recordInput(c);
                        d.to("lifted");
                        d.closeAll(Status.CANCELLED);
                        d.tell(LIFTED);
                    }),
                    Action.named(ISSUED, "纪要已印发").only().aside())
            .records(TEXT, RESPONSIBLE_FIELD, BY, PROGRESS, RESULT, BACK, WHY).made();

    private Resolution() {}

    /** Registered in a meeting; the responsible organ sees it when the minutes are issued. */
    static void draft(Case meeting, Draft d) {
        d.to("drafted");
        d.title(meeting.in("resolution").orElseThrow());
        List.of("resolution", "responsible", "by").forEach(f -> meeting.in(f).ifPresent(v -> d.record(f, v)));
        d.party(OFFICE, meeting.actor().organ().id());
        meeting.matter().party(Meeting.CHAIR).ifPresent(chair -> d.party(CHAIR, chair));
    }

    /** The minutes are out. */
    static void begin(Draft d) {
        d.to("running");
        d.party(RESPONSIBLE, d.field("responsible").orElseThrow());
        owe(d, d.situation().now());
    }

    private static void owe(Draft d, Instant trigger) {
        String organ = d.field("responsible").orElseThrow();
        Optional<LocalDate> by = d.field("by").map(LocalDate::parse);
        by.ifPresentOrElse(day -> d.oweOn(Duty.MEETING_RESOLUTION, organ, trigger, day), () -> d.owe(Duty.MEETING_RESOLUTION, organ, Variant.NORMAL, trigger));
    }

    /** The time to do it runs from the minutes, also after a report that was not good enough. */
    private static Instant begunAt(Matter m) {
        return m.obligations().stream().filter(o -> o.duty().equals(Duty.MEETING_RESOLUTION)).map(Obligation::trigger).findFirst().orElse(m.openedAt());
    }

    /** As it stands in the minutes. */
    static String line(Situation s, Matter m) {
        return m.title() + "（" + s.nameOf(m.field("responsible").orElseThrow()) + m.field("by").map(day -> "，" + PaperText.day(LocalDate.parse(day)) + "前").orElse("，及时") + "）";
    }
}
