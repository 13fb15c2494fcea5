package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The second half of a meeting: held, minutes drafted, signed by whom the policy names, issued; then its resolutions are tracked. */
final class MeetingMinutes {
    private static final int MOST_RESOLUTIONS = 100;
    private static final Field HELD_ON = Field.date("heldOn", "召开日期").must().in(Span.PAST);
    private static final Field ATTENDED = Field.organs("attended", "到会单位").must();
    private static final Field ABSENT = Field.organs("absent", "缺席单位");
    private static final Field REASONS = Field.longText("absence", "缺席情况说明");
    private static final Field NUMBER = Field.text("minutesNumber", "纪要编号").help(Paper.NUMBERED);
    private static final Field MINUTES = Field.longText("minutes", "会议纪要").must();
    private static final Field RESOLUTIONS = Field.lines("resolutions", "议定事项");
    private static final Field SIGNED_BY = Field.text("signedBy", "签发人");
    private static final Field BACK = Field.longText("returnedBecause", "修改意见").must();
    static final List<Field> FIELDS = List.of(HELD_ON, ATTENDED, ABSENT, REASONS, NUMBER, MINUTES, RESOLUTIONS, SIGNED_BY, BACK,
            Resolution.TEXT, Resolution.RESPONSIBLE_FIELD, Resolution.BY);

    private MeetingMinutes() {}

    static List<Action> actions() {
        return List.of(hold(), resolve(),
                Action.named("draftMinutes", "起草纪要").from("held").by(Meeting.OFFICE).asks(NUMBER, MINUTES).then((c, d) -> {
                    d.recordInput(c);
                    d.to("minutes");
                }),
                sign(),
                signing("returnMinutes", "退回修改纪要").aside().asks(BACK).then((c, d) -> d.to("held")),
                issue(), heard(Resolution.DONE, "议定事项已落实"), heard(Resolution.LIFTED, "议定事项不再办理"));
    }

    private static Action hold() {
        return Action.named("hold", "登记召开").from("called", "dated", "collecting", "approving", "ready").by(Meeting.OFFICE)
                .asks(c -> List.of(c.proposed(HELD_ON, MeetingAgenda.DAY.id()), ATTENDED, REASONS))
                .barredBy(c -> c.matter().field("agenda").isPresent() ? Optional.empty() : Meeting.chairs(c, Meeting.CHAIR_APPROVES)
                        .map(r -> Refusal.rule("topics-not-approved", "会议的议题还没有审定：" + r.value(), r.citation())))
                .checks(MeetingMinutes::attendance)
                .then((c, d) -> {
                    d.recordInput(c);
                    Set<String> absent = new LinkedHashSet<>(c.matter().organs(Meeting.MEMBER));
                    absent.removeAll(c.lines("attended"));
                    if (!absent.isEmpty()) {
                        d.record("absent", String.join("\n", absent));
                    }
                    d.to("held");
                    d.close(Duty.MEETING_CONVENE, Status.MET);
                    d.close(Duty.MEETING_AGENDA_CALL, Status.CANCELLED);
                    d.owe(Duty.MEETING_MINUTES, c.actor().organ().id(), Variant.NORMAL, c.now());
                });
    }

    private static Optional<Refusal> attendance(Case c) {
        Optional<String> stranger = c.lines("attended").stream().filter(o -> !c.matter().involves(o)).findFirst();
        if (stranger.isPresent()) {
            return Meeting.wrong("attended", c.situation().nameOf(stranger.get()) + "不是本次会议的成员或受邀单位");
        }
        Optional<String> convener = Stream.of(Meeting.CHAIR, Meeting.OFFICE).flatMap(part -> c.matter().organs(part).stream())
                .filter(o -> c.matter().organs(Meeting.MEMBER).contains(o) && !c.lines("attended").contains(o)).findFirst();
        if (convener.isPresent()) {
            return Meeting.wrong("attended", c.situation().nameOf(convener.get()) + "召集（承办）本次会议，不能列为缺席；请勾选");
        }
        Optional<LocalDate> begins = c.matter().field("begins").map(LocalDate::parse);
        return begins.filter(b -> c.day("heldOn").filter(day -> day.isBefore(b)).isPresent()).isPresent()
                ? Meeting.wrong("heldOn", "不能早于本期的第一天 " + begins.get()) : Optional.empty();
    }

    private static Action resolve() {
        return Action.named("resolve", "登记议定事项").from("held").by(Meeting.OFFICE).aside().asks(Resolution.TEXT, Resolution.RESPONSIBLE_FIELD, Resolution.BY)
                .checks(c -> drafted(c).size() < MOST_RESOLUTIONS ? Optional.empty() : Meeting.wrong("resolution", "议定事项最多 " + MOST_RESOLUTIONS + " 项"))
                .then((c, d) -> Resolution.draft(c, d.spawn(Resolution.PROCEDURE)));
    }

    private static Action signing(String id, String label) {
        return Action.named(id, label).from("minutes").by(Meeting.CHAIR).only(Role.LEADER, Role.GOVERNMENT_OFFICE)
                .barredBy(c -> Meeting.chairs(c, Meeting.CHAIR_SIGNS).isPresent() ? Optional.empty()
                        : Optional.of(Refusal.forbidden("no-signing-needed", "本辖区的文件没有要求纪要由组长签发，由会议办公室印发")))
                .citing(c -> Meeting.chairs(c, Meeting.CHAIR_SIGNS));
    }

    private static Action sign() {
        return signing("sign", "签发纪要").then((c, d) -> {
            d.to("signed");
            d.record("signedBy", c.actor().name());
        });
    }

    private static Action issue() {
        return Action.named("issue", "印发纪要").from("minutes", "signed").by(Meeting.OFFICE)
                .barredBy(c -> c.matter().state().equals("signed") ? Optional.empty() : Meeting.chairs(c, Meeting.CHAIR_SIGNS)
                        .map(r -> Refusal.rule("minutes-not-signed", "纪要还没有签发：" + r.value(), r.citation())))
                .then((c, d) -> {
                    d.close(Duty.MEETING_MINUTES, Status.MET);
                    List<Matter> resolutions = drafted(c);
                    resolutions.forEach(r -> Resolution.begin(d.also(Resolution.PROCEDURE, r, Resolution.ISSUED)));
                    if (!resolutions.isEmpty()) {
                        d.record("resolutions", String.join("\n", resolutions.stream().map(r -> Resolution.line(c.situation(), r)).toList()));
                    }
                    d.to(resolutions.isEmpty() ? "done" : "tracking");
                });
    }

    private static List<Matter> drafted(Case c) {
        return c.situation().lookup().linked(c.matter().id()).stream().filter(r -> r.procedure().equals(Resolution.PROCEDURE.id()) && r.state().equals("drafted")).toList();
    }

    /** What the meeting hears of and nobody can take; here for its label. */
    private static Action heard(String event, String label) {
        return Action.named(event, label).only().aside();
    }

    /** The last resolution that is over closes the meeting. */
    static void resolutionOver(Draft report, Matter self, Draft draft) {
        report.field("resolution").ifPresent(text -> draft.detail("resolution", text));
        boolean others = draft.situation().lookup().linked(self.id()).stream()
                .anyMatch(r -> r.procedure().equals(Resolution.PROCEDURE.id()) && r.open() && !r.id().equals(report.id()));
        if (self.state().equals("tracking") && !others) {
            draft.to("done");
        }
    }
}
