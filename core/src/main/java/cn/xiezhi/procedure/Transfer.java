package cn.xiezhi.procedure;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 案件移送, and 线索告知 as its lighter form: discovered → sent → accepted → filed → decided → notified → closed; or returned,
 * which goes the policy's way for returned cases.
 */
public final class Transfer {
    static final String SENDER = "sender";
    static final String RECEIVER = "receiver";
    /** What the matter that it came from is told: it was handed on in writing; it was decided; it is over with nobody handed anything; the sender was told the result. */
    static final String SENT = "transfer.sent";
    static final String DECIDED_ON = "transfer.decided";
    static final String KEPT = "transfer.kept";
    static final String NOTIFIED = "transfer.notified";

    /** Who answers for the case at this moment; there always is one. */
    static final String ANSWERABLE = "answerable";

    private static final Field OFFICERS = Field.lines("officers", "经办执法人员").help("每行一人");
    private static final Field CONTACT = Field.text("contact", "案件联系人及电话");
    private static final Field CONTACT_UNIT = Field.text("contactUnit", "负责联系的内设机构");
    private static final Field SIGNED_OUT = Field.text("handOverSender", "交接单移交人签名（已盖章）");
    private static final Field SIGNED_IN = Field.text("handOverReceiver", "交接单接收人签名（已盖章）");
    private static final Field RECEIPT = Field.text("receipt", "送达回证签收人");
    private static final Field OPINION = Field.longText("opinion", "受理意见");
    private static final Field REASON = Field.longText("reason", "退回理由").must();
    private static final Field ONWARD_TO = Field.organ("onwardTo", "转送单位").must();
    private static final Field ONWARD_REASON = Field.longText("onwardReason", "转送理由").must();
    private static final Field FILE_NUMBER = Field.text("caseNumber", "立案号").must();
    private static final Field OUTCOME = Field.choice("outcome", "处理结果", List.of()).must();
    private static final Field DECISION = Field.longText("decision", "处理决定摘要").must();
    private static final Field DECIDED = Field.dateTime("decidedAt", "作出决定的时间").must();
    private static final Field RESULT = Field.longText("result", "通报内容").must();
    private static final Field EVIDENCE = Field.choice("evidence", "对移送证据的审查结论",
            List.of(new Option("usable", "符合要求，可作处罚证据"), new Option("unusable", "不符合要求"))).must();
    static final Field COMPETENT = Field.organ("competent", "有管辖权的单位").must();
    private static final Field APPROVED = Field.text("approvedBy", "批准人");

    private static final List<Option> FILED = List.of(new Option("penalty", "给予行政处罚"), new Option("noPenalty", "不予行政处罚"), new Option("other", "其他处理"));
    private static final List<Option> UNFILED = List.of(new Option("notFiled", "不予立案"));
    private static final List<Option> EITHER = List.of(FILED.get(0), FILED.get(1), FILED.get(2), UNFILED.get(0));

    public static final Procedure CASE = build("transfer", "案件移送", false);
    public static final Procedure CLUE = build("clue", "线索告知", true);

    private Transfer() {}

    /** Under which answer of the form a paper is needed at all. */
    public static Optional<Field.When> when(Material material) {
        return material.seizedGoodsOnly() ? Optional.of(new Field.When(TransferForm.GOODS.id(), "true")) : Optional.empty();
    }

    private static Procedure build(String id, String name, boolean clue) {
        return Procedure.named(id, name)
                .state("discovered", clue ? "待告知" : "待移送").state("sent", clue ? "已告知，待受理" : "已移送，待受理").state("accepted", "已受理").state("filed", "已立案")
                .state("decided", "已作出处理").state("notified", "结果已通报").end("closed", "已办结").state("returned", "已退回，待确定管辖")
                .end("keptBySender", "由移送方自行处理").end("passedOn", "已转送").end("withdrawn", "已撤回")
                .way("discovered", "sent", "accepted", "filed", "decided", "notified", "closed")
                .part(SENDER, clue ? "告知方" : "移送方").part(RECEIVER, "接收方").part(ANSWERABLE, "现责任单位")
                .opening(opening(clue)).actions(clue ? clueActions() : caseActions())
                .records(TransferForm.ALL).records(OFFICERS, CONTACT, CONTACT_UNIT, SIGNED_OUT, SIGNED_IN, RECEIPT, OPINION, REASON, ONWARD_TO, ONWARD_REASON, FILE_NUMBER,
                        OUTCOME.options(EITHER), DECISION, DECIDED, RESULT, EVIDENCE, COMPETENT, APPROVED).records(Extensions.FIELDS)
                .materials(clue ? c -> List.of() : TransferForm::materials).papers(clue ? TransferPapers.clue() : TransferPapers.cases()).overPermits().made();
    }

    private static Action opening(boolean clue) {
        return Action.named("open", clue ? "登记线索" : "登记移送").showing(Duty.TRANSFER_SEND, "urgency", "discoveredAt")
                .asks(clue ? TransferForm::clueFields : TransferForm::caseFields).checks(TransferForm::check)
                .then((c, d) -> {
                    String self = c.actor().organ().id();
                    d.to("discovered");
                    c.input().forEach((k, v) -> c.in(k).ifPresent(value -> d.record(k, value)));
                    d.title(title(c));
                    d.party(SENDER, self);
                    d.party(RECEIVER, c.in("receiver").orElseThrow());
                    d.party(ANSWERABLE, self);
                    d.owe(Duty.TRANSFER_SEND, self, Variant.of(c.in("urgency").orElse("")).orElse(Variant.NORMAL), c.time("discoveredAt"));
                });
    }

    private static String title(Case c) {
        List<String> cases = c.lines("cases");
        return cases.get(0) + (cases.size() > 1 ? "等 " + cases.size() + " 件" : "");
    }

    private static List<Action> caseActions() {
        return List.of(
                Action.named("approve", "批准移送").from("discovered").by(SENDER).only(Role.LEADER).barredBy(Transfer::noApprovalNeeded)
                        .citing(c -> c.policy().transfer().leaderApproval())
                        .then((c, d) -> d.record("approvedBy", c.actor().name())),
                send(false), Extensions.of(Duty.TRANSFER_SEND, SENDER, "discovered"), accept(false), giveBack(), passOn(),
                Action.named("file", "立案").from("accepted").by(RECEIVER).asks(FILE_NUMBER)
                        .then((c, d) -> {
                            d.to("filed");
                            d.record("caseNumber", c.in("caseNumber").orElseThrow());
                        }),
                decide("decideFiled", "作出处理决定", FILED, "filed"), decide("declineFiling", "不予立案", UNFILED, "accepted").aside(),
                reviewEvidence(), notifyResult(), archive(), withdraw());
    }

    private static List<Action> clueActions() {
        return List.of(send(true), Extensions.of(Duty.TRANSFER_SEND, SENDER, "discovered"), accept(true), giveBack(), passOn(),
                decide("decide", "登记处理结果", EITHER, "accepted"), notifyResult(), archive(), withdraw());
    }

    /** Not once it was settled or decided whose case it is: the sender can't take that back. */
    private static Action withdraw() {
        return CommonActions.withdraw(SENDER, "discovered", "sent", "accepted").barredBy(c -> c.matter().field("competent")
                        .map(o -> Refusal.conflict("competence-settled", "已确定由" + c.situation().nameOf(o) + "管辖，不能撤回")))
                .then((c, d) -> d.tell(KEPT));
    }

    private static Optional<Refusal> noApprovalNeeded(Case c) {
        if (c.policy().transfer().leaderApproval().isEmpty()) {
            return Optional.of(Refusal.forbidden("no-approval-needed", "本辖区的文件没有要求移送经单位领导批准"));
        }
        return c.matter().field("approvedBy").map(by -> Refusal.conflict("already-approved", "已由" + by + "批准"));
    }

    private static Action send(boolean clue) {
        Action send = Action.named("send", clue ? "告知" : "移送").from("discovered").by(SENDER);
        if (!clue) {
            send = send.withMaterials().asks(Transfer::sendFields).checks(c -> c.policy().transfer().leaderApproval()
                    .filter(r -> c.matter().field("approvedBy").isEmpty())
                    .map(r -> Refusal.rule("leader-approval-missing", "移送前须经单位领导批准", r.citation())));
        }
        return send.then((c, d) -> {
            d.recordInput(c);
            d.to("sent");
            d.party(ANSWERABLE, c.matter().party(RECEIVER).orElseThrow());
            d.close(Duty.TRANSFER_SEND, Status.MET);
            d.owe(Duty.TRANSFER_ACKNOWLEDGE, c.matter().party(RECEIVER).orElseThrow(), Variant.NORMAL, c.now());
            d.tell(SENT);
        });
    }

    private static List<Field> sendFields(Case c) {
        TransferRules rules = c.policy().transfer();
        List<Field> fields = new ArrayList<>();
        fields.add(rules.officers().map(r -> OFFICERS.atLeast(r.value()).cited(r.citation())).orElse(OFFICERS));
        rules.contact().ifPresent(r -> {
            fields.add(CONTACT.must().cited(r.citation()));
            if (c.actor().organ().isDepartment()) {
                fields.add(CONTACT_UNIT.must().cited(r.citation()));
            }
        });
        rules.handOverList().ifPresent(r -> fields.add(SIGNED_OUT.must().cited(r.citation())));
        return fields;
    }

    private static Action accept(boolean clue) {
        return Action.named("accept", "受理").from("sent").by(RECEIVER)
                .asks(c -> clue ? List.of(OPINION) : acceptFields(c))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("accepted");
                    d.close(Duty.TRANSFER_ACKNOWLEDGE, Status.MET);
                });
    }

    private static List<Field> acceptFields(Case c) {
        TransferRules rules = c.policy().transfer();
        List<Field> fields = new ArrayList<>();
        rules.handOverList().ifPresent(r -> fields.add(SIGNED_IN.must().cited(r.citation())));
        rules.receipt().ifPresent(r -> fields.add(RECEIPT.must().labelled(r.value() + "签收人").cited(r.citation())));
        fields.add(OPINION);
        return fields;
    }

    /** "Not ours": answers the sender and sets off the policy's path for returned cases, in the same act. */
    private static Action giveBack() {
        return Action.named("return", "退回（不属本单位管辖）").from("sent").by(RECEIVER).aside()
                .asks(c -> List.of(c.policy().transfer().reasonedRefusal().map(r -> REASON.cited(r.citation())).orElse(REASON)))
                .checks(c -> Dispute.unready(c, c.policy().dispute().returned()))
                .citing(c -> Optional.of(new Cited<>("", c.policy().dispute().returned().get(0).citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("returned");
                    d.close(Duty.TRANSFER_ACKNOWLEDGE, Status.MET);
                    Dispute.overReturned(c, d.spawn(Dispute.PROCEDURE));
                });
    }

    private static Action passOn() {
        return Action.named("passOn", "转送有管辖权的第三方").from("sent").by(RECEIVER).aside().barredBy(TransferForm::noOnward)
                .asks(ONWARD_TO, ONWARD_REASON)
                .checks(c -> c.matter().involves(c.in("onwardTo").orElse(""))
                        ? Optional.of(Refusal.input(List.of(new FieldError("onwardTo", "请选择移送双方以外的单位；退给移送方请用“退回”", Optional.empty())))) : Optional.empty())
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("passedOn");
                    d.close(Duty.TRANSFER_ACKNOWLEDGE, Status.PASSED_ON);
                    onward(c, d.spawn(c.matter().procedure().equals(CLUE.id()) ? CLUE : CASE));
                });
    }

    /** The receiver has now found that a third is competent, so its own time to send begins. */
    private static void onward(Case c, Draft next) {
        String self = c.actor().organ().id();
        next.to("discovered");
        next.title(c.matter().title());
        List.of("cases", "facts", "urgency", "goods").forEach(f -> c.matter().field(f).ifPresent(v -> next.record(f, v)));
        next.record("discoveredAt", c.now().toString());
        next.party(SENDER, self);
        next.party(RECEIVER, c.in("onwardTo").orElseThrow());
        next.party(ANSWERABLE, self);
        c.matter().attachments().forEach(a -> next.attach(new Attachment(c.situation().newId().get(), a.name(), a.type(), a.size(), a.sha256(), a.slot(), a.pages(), a.addedAt(), a.addedBy())));
        next.owe(Duty.TRANSFER_SEND, self, Variant.of(c.matter().field("urgency").orElse("")).orElse(Variant.NORMAL), c.now());
    }

    private static Action reviewEvidence() {
        return Action.named("reviewEvidence", "审查移送证据").from("accepted", "filed").by(RECEIVER).aside()
                .barredBy(c -> c.policy().transfer().evidence().isPresent() ? Optional.empty()
                        : Optional.of(Refusal.forbidden("no-evidence-review", "本辖区的文件没有规定对移送证据的审查")))
                .asks(EVIDENCE).citing(c -> c.policy().transfer().evidence()).then((c, d) -> d.recordInput(c));
    }

    private static Action decide(String id, String label, List<Option> outcomes, String... from) {
        return Action.named(id, label).from(from).by(RECEIVER).asks(OUTCOME.options(outcomes), DECISION, DECIDED).barredBy(ReferralForm::suspectedCrime)
                .checks(c -> notBefore(c, "decidedAt", c.matter().field("discoveredAt").map(Case::instant).orElse(Instant.MIN), "发现时间"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("decided");
                    d.owe(Duty.TRANSFER_RESULT, c.actor().organ().id(), Variant.NORMAL, c.time("decidedAt"));
                    d.tell(DECIDED_ON);
                });
    }

    private static Optional<Refusal> notBefore(Case c, String field, Instant earliest, String what) {
        return c.time(field).isBefore(earliest)
                ? Optional.of(Refusal.input(List.of(new FieldError(field, "不能早于" + what, Optional.empty())))) : Optional.empty();
    }

    private static Action notifyResult() {
        return Action.named("notify", "通报结果").from("decided").by(RECEIVER).asks(c -> List.of(c.proposed(RESULT, DECISION.id())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("notified");
                    d.close(Duty.TRANSFER_RESULT, Status.MET);
                    d.tell(NOTIFIED);
                });
    }

    private static Action archive() {
        return Action.named("close", "办结归档").from("notified").by(SENDER).then((c, d) -> {
            d.to("closed");
            d.closeAll(Status.CANCELLED);
        });
    }
}
