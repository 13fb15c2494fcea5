package cn.xiezhi.procedure;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 投诉举报: registered by an officer or filed by anybody → accepted → nothing found and answered, filed and decided, or passed
 * on by a transfer → result to the complainant and back to who passed it on. Who received it first answers for it until it
 * has been handed on in writing. Only who received it and who handles it learn who complained.
 */
public final class Complaint {
    static final String RECEIVER = "receiver";
    /** Who answers for it now. */
    static final String HANDLER = "handler";

    static final Rule NO_CONTACT = Rule.text("noContact", "没有联系方式的不必答复");
    /** An entry each for what the document has somebody told: nothing, result, handover (to the complainant), feedback (to who passed it on); {@code by}: only by townships, or only by the others. */
    static final Rule TELLS = Rule.list("tells", "谁把什么告知谁").must();
    private static final Rule TURN_AWAY = Rule.text("turnAway", "明确不属本单位职能的，告知向有权机关提出");

    private static final Field REFERRED = Field.text("referredTo", "有权机关").must();
    private static final Field TOLD = Field.longText("toldComplainant", "告知情况（时间、方式、内容）").must();
    private static final Field FOUND = Field.choice("found", "核实结论", List.of(new Option("nothing", "未发现违法行为"), new Option("penalty", "需要给予行政处罚"))).must();
    private static final Field CHECK = Field.longText("checkNote", "核实情况").must();
    private static final Field NUMBER = Field.text("caseNumber", "立案号").must();
    private static final Field OUTCOME = Field.choice("outcome", "处理结果", List.of(new Option("penalty", "给予行政处罚"), new Option("noPenalty", "不予行政处罚"), new Option("other", "其他处理"))).must();
    private static final Field DECISION = Field.longText("decision", "处理决定摘要").must();
    private static final Field DECIDED = Field.dateTime("decidedAt", "作出决定的时间").must();
    private static final Field HOW = Field.choice("replyHow", "答复方式", List.of(new Option("written", "书面"), new Option("phone", "电话"), new Option("visit", "当面"), new Option("online", "网上公开"))).must();
    private static final Field REPLY = Field.longText("reply", "答复内容").must().help("凭查询码可见；不写投诉举报人的姓名和联系方式");
    private static final Field FEEDBACK = Field.longText("feedback", "反馈内容").must();

    public static final Procedure PROCEDURE = build();

    private Complaint() {}

    private static Procedure build() {
        return Procedure.named("complaint", "投诉举报").rules(ComplaintForm.PETITIONS, NO_CONTACT, TELLS, TURN_AWAY)
                .state("registered", "已登记，待受理").state("accepted", "已受理，核实中").state("nothingFound", "未发现违法行为，待答复").state("toFile", "待立案").state("filed", "已立案")
                .state("passing", "移交办理中").state("passedOn", "已移交，待处理结果").state("decided", "已作出处理，待答复")
                .end("closed", "已办结").end("turnedAway", "已告知向有权机关提出").end("withdrawn", "已撤回")
                .way("registered", "accepted", "toFile", "filed", "decided", "closed")
                .part(RECEIVER, "首接单位").part(HANDLER, "现承办单位")
                .opening(opening()).actions(accept(), turnAway(), check(), file(), decide(), passOn(), tell(), reply(), feedback(), close(), withdraw())
                .records(ComplaintForm.all()).records(TransferForm.DISCOVERED, TransferForm.URGENCY, TransferForm.ONGOING, TransferForm.STOPPED, TransferForm.TOLD).records(ComplaintForm.SEALED)
                .records(REFERRED, TOLD, FOUND, CHECK, NUMBER, OUTCOME, DECISION, DECIDED, HOW, REPLY, FEEDBACK)
                .materials(ComplaintForm::materials)
                .seals("identity", RECEIVER, HANDLER).seals("complaint", RECEIVER, HANDLER).seals(Attachment.OTHER, RECEIVER, HANDLER)
                .hears(Transfer.SENT, Complaint::handedOn).hears(Transfer.DECIDED_ON, Complaint::decidedElsewhere)
                .hears(Transfer.NOTIFIED, (report, self, d) -> {
                    d.close(Duty.COMPLAINT_FEEDBACK, Status.MET);
                    settle(d);
                })
                .hears(Transfer.KEPT, Complaint::givenBack).papers(ComplaintPapers.reply()).overPermits().made();
    }

    private static Action opening() {
        return Action.named("open", "登记投诉举报").byAnybody().asks(ComplaintForm::opening)
                .barredBy(c -> c.actor().organ().kind() == Organ.Kind.INTERNAL_UNIT && !c.actor().isPublic()
                        ? Optional.of(Refusal.forbidden("own-name-only", "内设机构不能以自己的名义受理投诉举报，请由所属机关登记")) : Optional.empty())
                .checks(c -> ComplaintForm.tellsNobody(c, "subject", "against", "place"))
                .checks(c -> ComplaintForm.notByTheReported(c, c.actor().isPublic() ? "receiver" : "reportedOrgan", receiver(c)))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("registered");
                    d.title(ComplaintForm.title(c));
                    d.party(RECEIVER, receiver(c));
                    d.party(HANDLER, receiver(c));
                    d.owe(Duty.COMPLAINT_ACCEPT, receiver(c), Variant.NORMAL, c.time("receivedAt"));
                });
    }

    private static String receiver(Case c) {
        return c.actor().isPublic() ? c.in("receiver").orElse("") : c.actor().organ().id();
    }

    private static Action accept() {
        return Action.named("accept", "受理").from("registered").by(RECEIVER)
                .asks(c -> c.matter().field("subject").isPresent() ? List.of() : List.of(ComplaintForm.SUBJECT))
                .checks(c -> ComplaintForm.tellsNobody(c, "subject"))
                .then((c, d) -> {
                    d.recordInput(c);
                    c.in("subject").ifPresent(d::title);
                    d.to("accepted");
                    d.close(Duty.COMPLAINT_ACCEPT, Status.MET);
                });
    }

    private static Action turnAway() {
        return Action.named("turnAway", "告知向有权机关提出").from("registered", "accepted").by(RECEIVER).aside().asks(REFERRED, TOLD)
                .barredBy(c -> c.rules().has(TURN_AWAY) ? Optional.empty()
                        : Optional.of(Refusal.forbidden("must-be-passed-on", "本辖区的文件要求受理后移交有权机关，不能只告知另行提出")))
                .checks(c -> ComplaintForm.tellsNobody(c, "referredTo", "toldComplainant")).citing(c -> c.rules().text(TURN_AWAY))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("turnedAway");
                    d.closeAll(Status.CANCELLED);
                });
    }

    private static Action check() {
        return Action.named("check", "登记核实结论").from("accepted").by(HANDLER).asks(FOUND, CHECK)
                .checks(c -> ComplaintForm.tellsNobody(c, "checkNote"))
                .then((c, d) -> {
                    d.recordInput(c);
                    boolean nothing = c.in("found").filter("nothing"::equals).isPresent();
                    d.to(nothing ? "nothingFound" : "toFile");
                    if (nothing) {
                        oweResult(c.matter(), d, "nothing", c.now());
                    } else {
                        d.owe(Duty.COMPLAINT_FILE, c.actor().organ().id(), Variant.NORMAL, c.now());
                    }
                });
    }

    private static Action file() {
        return Action.named("file", "立案").from("toFile").by(HANDLER).asks(NUMBER)
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("filed");
                    d.close(Duty.COMPLAINT_FILE, Status.MET);
                });
    }

    private static Action decide() {
        return Action.named("decide", "作出处理决定").from("filed").by(HANDLER).asks(OUTCOME, DECISION, DECIDED)
                .checks(c -> ComplaintForm.tellsNobody(c, "decision"))
                .checks(c -> c.time("decidedAt").isBefore(received(c.matter())) ? ComplaintForm.wrong("decidedAt", "不能早于接到投诉举报的时间") : Optional.empty())
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("decided");
                    oweResult(c.matter(), d, "result", c.time("decidedAt"));
                });
    }

    /** To the minute, as forms ask for times. */
    private static Instant received(Matter m) {
        return m.field("receivedAt").map(Case::instant).orElse(m.openedAt()).truncatedTo(ChronoUnit.MINUTES);
    }

    /** Prepares the transfer; until that has been sent, nothing changes in who answers for the complaint. */
    private static Action passOn() {
        return Action.named("passOn", "不属本单位管辖，移交").from("accepted").by(HANDLER)
                .asks(c -> Stream.concat(Stream.of(ComplaintForm.PASS_TO, ComplaintForm.FORM, ComplaintForm.FACTS), TransferForm.timeFields(c).stream()).toList())
                .barredBy(c -> c.holds(RECEIVER) ? Optional.empty() : TransferForm.noOnward(c))
                .checks(c -> ComplaintForm.tellsNobody(c, "facts", "stopped", "told"))
                .checks(c -> c.in("passTo").filter(c.actor().organ().id()::equals).flatMap(x -> ComplaintForm.wrong("passTo", "不能移交给本单位自己")))
                .checks(c -> ComplaintForm.notByTheReported(c, "passTo", c.in("passTo").orElse("")))
                .checks(c -> c.time("discoveredAt").isBefore(received(c.matter())) ? ComplaintForm.wrong("discoveredAt", "不能早于接到投诉举报的时间") : Optional.empty())
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("passing");
                    Draft transfer = d.spawn(c.in("form").filter("clue"::equals).isPresent() ? Transfer.CLUE : Transfer.CASE);
                    String self = c.actor().organ().id();
                    transfer.to("discovered");
                    transfer.title(c.matter().title());
                    transfer.record("cases", c.matter().title());
                    Stream.concat(Stream.of(ComplaintForm.FACTS), TransferForm.timeFields(c).stream()).forEach(f -> c.in(f.id()).ifPresent(v -> transfer.record(f.id(), v)));
                    transfer.party(Transfer.SENDER, self);
                    transfer.party(Transfer.RECEIVER, c.in("passTo").orElseThrow());
                    transfer.party(Transfer.ANSWERABLE, self);
                    transfer.owe(Duty.TRANSFER_SEND, self, Variant.of(c.in("urgency").orElseThrow()).orElseThrow(), c.time("discoveredAt"));
                });
    }

    /** Handed on in writing: from now on the receiver of the transfer answers for it. The organ that was complained about never does. */
    private static void handedOn(Draft transfer, Matter self, Draft d) {
        boolean ours = transfer.party(Transfer.SENDER).filter(self::involves).isPresent();
        if (!ours || !List.of("accepted", "passing", "passedOn").contains(self.state())) {
            return;
        }
        d.to("passedOn");
        transfer.party(Transfer.RECEIVER).filter(to -> self.field("reportedOrgan").filter(to::equals).isEmpty()).ifPresent(to -> d.party(HANDLER, to));
        String first = self.party(RECEIVER).orElseThrow();
        if (self.owed(Duty.COMPLAINT_TELL_HANDOVER).isEmpty() && told(d, first, "handover") && reachable(d)) {
            d.owe(Duty.COMPLAINT_TELL_HANDOVER, first, Variant.NORMAL, d.situation().now());
        }
    }

    private static void decidedElsewhere(Draft transfer, Matter self, Draft d) {
        if (self.state().equals("passedOn")) {
            d.to("decided");
            oweResult(self, d, "result", transfer.field("decidedAt").map(Case::instant).orElse(d.situation().now()));
        }
    }

    /** The transfer came to nothing: who wanted to hand the complaint on, or was ruled to be competent, has it to answer for. */
    private static void givenBack(Draft transfer, Matter self, Draft d) {
        if (List.of("passing", "passedOn").contains(self.state())) {
            d.to("accepted");
            d.party(HANDLER, transfer.party(Transfer.SENDER).filter(o -> self.field("reportedOrgan").filter(o::equals).isEmpty()).orElse(self.party(RECEIVER).orElseThrow()));
            d.close(Duty.COMPLAINT_TELL_HANDOVER, Status.CANCELLED);
        }
    }

    /** The handler owes the complainant an answer, and who passed the complaint on the result, as far as the document has it so. */
    private static void oweResult(Matter self, Draft d, String what, Instant trigger) {
        String handler = d.party(HANDLER).orElseThrow();
        if (told(d, handler, what) && reachable(d)) {
            d.owe(Duty.COMPLAINT_REPLY, handler, Variant.NORMAL, trigger);
        }
        if (!self.organs(RECEIVER).contains(handler) && told(d, handler, "feedback")) {
            d.owe(Duty.COMPLAINT_FEEDBACK, handler, Variant.NORMAL, trigger);
        }
    }

    private static boolean told(Draft d, String organ, String what) {
        Policy policy = d.situation().policy();
        boolean township = d.situation().organs().get(organ).kind() == Organ.Kind.TOWNSHIP;
        return policy.rules("complaint").stream().flatMap(r -> r.list(TELLS).stream())
                .anyMatch(e -> e.id().equals(what) && e.by().map(by -> by.equals(Organ.Kind.TOWNSHIP.code()) == township).orElse(true));
    }

    private static boolean reachable(Draft d) {
        return d.field("contact").isPresent() || d.situation().policy().rules("complaint").flatMap(r -> r.text(NO_CONTACT)).isEmpty();
    }

    private static Action tell() {
        return Action.named("tell", "告知投诉举报人移交情况").from("passedOn", "decided").by(RECEIVER).aside().asks(TOLD)
                .barredBy(c -> notOwed(c, Duty.COMPLAINT_TELL_HANDOVER)).checks(c -> ComplaintForm.tellsNobody(c, "toldComplainant"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.COMPLAINT_TELL_HANDOVER, Status.MET);
                    settle(d);
                });
    }

    private static Action reply() {
        return Action.named("reply", "答复投诉举报人").from("nothingFound", "decided").by(HANDLER).asks(HOW, REPLY)
                .barredBy(c -> c.matter().field("reply").map(r -> Refusal.conflict("already-replied", "已经答复")))
                .checks(c -> ComplaintForm.tellsNobody(c, "reply"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.COMPLAINT_REPLY, Status.MET);
                    settle(d);
                });
    }

    /** Where the transfer's own notice of the result has not already told it. */
    private static Action feedback() {
        return Action.named("feedback", "向移交单位反馈结果").from("nothingFound", "decided").by(HANDLER).aside().asks(c -> List.of(c.proposed(FEEDBACK, DECISION.id())))
                .barredBy(c -> notOwed(c, Duty.COMPLAINT_FEEDBACK)).checks(c -> ComplaintForm.tellsNobody(c, "feedback"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.COMPLAINT_FEEDBACK, Status.MET);
                    settle(d);
                });
    }

    private static Optional<Refusal> notOwed(Case c, Duty duty) {
        return c.matter().owed(duty).isPresent() ? Optional.empty() : Optional.of(Refusal.conflict("nothing-owed", "没有待履行的“" + duty.text() + "”"));
    }

    private static void settle(Draft d) {
        if (d.field("reply").isPresent() && !d.owing()) {
            d.to("closed");
        }
    }

    private static Action close() {
        return Action.named("close", "办结归档").from("nothingFound", "decided").by(HANDLER).aside()
                .barredBy(c -> {
                    List<String> owed = c.matter().obligations().stream().filter(o -> o.open()).map(o -> o.duty().text()).distinct().toList();
                    return owed.isEmpty() ? Optional.empty() : Optional.of(Refusal.conflict("still-owed", "还有职责没有履行：" + String.join("、", owed)));
                })
                .then((c, d) -> d.to("closed"));
    }

    /** What the public filed can't be made to disappear. */
    private static Action withdraw() {
        return CommonActions.withdraw(RECEIVER, "registered").checks(c -> ComplaintForm.tellsNobody(c, "withdrawReason"))
                .barredBy(c -> c.matter().openedBy().equals(Officer.ofPublic(c.matter().jurisdiction()).user())
                        ? Optional.of(Refusal.conflict("filed-by-the-public", "公众提交的投诉举报不能撤回")) : Optional.empty());
    }
}
