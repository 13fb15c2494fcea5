package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.ReferralForm.remedy;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ.Kind;
import cn.xiezhi.registry.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * 行刑衔接: reported → legal review → decided by the head → delivered to the police with its papers → filed, or not filed →
 * reconsideration → supervision by the procuratorate → back to an administrative penalty. What is flagrant goes straight to delivery.
 * There is no way that ends with a fine instead, and none to take a reported suspicion back but the head's decision with its reason.
 */
public final class Referral {
    static final String ORGAN = "organ";
    private static final String POLICE = "police";
    private static final String PROCURATORATE = "procuratorate";
    private static final String[] UNDER_WAY = {"prepared", "reviewed", "toDeliver", "delivered", "received", "filed", "notFiled", "reconsidering", "upheld", "supervised", "returned"};

    private static final Field MEETS = Field.choice("meets", "审核结论", List.of(new Option("yes", "符合移送条件"), new Option("no", "不符合移送条件"))).must();
    private static final Field OPINION = Field.longText("reviewOpinion", "处理意见").must();
    private static final Field REFER = Field.choice("decision", "决定", List.of(new Option("refer", "移送公安机关"), new Option("not", "不予移送"))).must();
    private static final Field DECIDED_BY = Field.choice("decidedBy", "由谁决定", List.of(new Option("head", "主要负责人"), new Option("collective", "集体讨论"))).must();
    private static final Field DECIDED = Field.dateTime("decidedAt", "决定的时间").must();
    private static final Field REASONS = Field.longText("reasons", "理由").help("不予移送的必填，记录在案");
    private static final Field SIGNED = Field.text("receivedBy", "签收人").must();
    private static final Field CASE_NUMBER = Field.text("caseNumber", "立案决定书文号").must();
    private static final Field NOTICE_NUMBER = Field.text("noticeNumber", "不予立案通知书文号").must();
    private static final Field DECLINED = Field.longText("declined", "不予立案的理由").must();
    private static final Field GROUNDS = Field.longText("grounds", "异议和理由").must();
    private static final Field RECONSIDERED = Field.choice("reconsidered", "复议决定", List.of(new Option("file", "决定立案"), new Option("uphold", "维持不予立案"))).must();
    private static final Field RECONSIDERED_WHY = Field.longText("reconsideredWhy", "复议的理由（立案的写明文号）").must();
    private static final Field SUPERVISED = Field.choice("supervised", "立案监督结论", List.of(new Option("file", "通知公安机关立案"), new Option("uphold", "不予立案理由成立"))).must();
    private static final Field SUPERVISED_WHY = Field.longText("supervisedWhy", "立案监督的理由").must();
    private static final Field AFTER = Field.choice("after", "行政处理", List.of(new Option("penalty", "给予行政处罚"), new Option("noPenalty", "不予行政处罚"), new Option("other", "其他处理"))).must();
    private static final Field AFTER_WHY = Field.longText("afterWhy", "处理的文号和依据").must();
    private static final Field EARLY_WHY = Field.longText("earlyWhy", "可能逃匿、毁灭证据等情况").must();
    private static final Field EARLY_BY = Field.lines("earlyBy", "介入的人民警察").must().help("每行一人");
    private static final Field ASKED = Field.organs("consulted", "咨询的机关", Kind.POLICE, Kind.PROCURATORATE).must();
    private static final Field QUESTION = Field.longText("question", "咨询的问题").must();
    private static final Field REPLY = Field.longText("reply", "答复");
    private static final Field KEPT = Field.lines("goodsKept", "涉案物品").must().help("每行一件：名称、数量、保管处");
    private static final Field PERISHABLE = Field.yesNo("perishable", "易腐烂、变质、灭失等不易保管");
    private static final Field MEASURES = Field.longText("goodsMeasures", "固定证据的措施（清单、照片等）").must().when("perishable", "true");
    private static final Field APPRAISER = Field.text("appraiser", "委托检验、鉴定的机构");

    public static final Procedure PROCEDURE = Procedure.named("referral", "涉嫌犯罪案件移送")
            .state("prepared", "待法制审核").state("reviewed", "待决定").state("toDeliver", "待移送公安机关").state("delivered", "已移送，待公安机关签收")
            .state("received", "公安机关审查中").state("filed", "公安机关已立案").state("notFiled", "公安机关不予立案").state("reconsidering", "复议中")
            .state("upheld", "复议维持不予立案").state("supervised", "立案监督中").state("returned", "未追究刑事责任，待行政处理")
            .end("notReferred", "决定不予移送").end("concluded", "已作行政处理").end("closed", "已办结")
            .way("prepared", "reviewed", "toDeliver", "delivered", "received", "filed", "closed")
            .part(ORGAN, "移送机关").part(POLICE, "公安机关").part(PROCURATORATE, "检察机关")
            .rules(ReferralForm.NO_FINE, ReferralForm.LEGAL_REVIEW, ReferralForm.DECISION, ReferralForm.OFFICERS, ReferralForm.PAPERS, ReferralForm.COPY, ReferralForm.REMEDIES,
                    ReferralForm.AFTERWARDS, ReferralForm.IMPOSED, ReferralForm.SET_OFF, ReferralForm.GOODS_KEPT, ReferralForm.CONSULT, ReferralForm.EARLY, ReferralForm.PROPOSED)
            .materials(ReferralForm::papers)
            .opening(opening())
            .actions(review(), decide(), deliver(),
                    Action.named("receive", "签收").from("delivered").by(POLICE).asks(SIGNED).then(to("received")),
                    file(), decline(), reconsider(), reconsidered(), propose(), supervise(),
                    Action.named("accept", "不再提出异议").from("notFiled", "upheld").by(ORGAN).aside().then(Referral::giveBack),
                    lapse(), result(),
                    Action.named("conclude", "登记行政处理").from("returned").by(ORGAN).asks(AFTER, AFTER_WHY).citing(c -> c.rules().text(ReferralForm.AFTERWARDS)).then(to("concluded")),
                    where(ReferralForm.EARLY, Action.named("askEarly", "商请提前介入").from("prepared", "reviewed", "toDeliver").by(ORGAN).aside().asks(EARLY_WHY)
                            .checks(Guards.registered(Kind.POLICE))
                            .then((c, d) -> {
                                d.recordInput(c);
                                d.party(POLICE, c.situation().organOf(Kind.POLICE).orElseThrow().id());
                            })),
                    Action.named("joinEarly", "派员介入").from("prepared", "reviewed", "toDeliver").by(POLICE).asks(EARLY_BY).then(Referral::recorded),
                    where(ReferralForm.CONSULT, Action.named("consult", "咨询公安、检察机关").from("prepared", "reviewed", "toDeliver").by(ORGAN).aside().asks(ASKED, QUESTION, REPLY)
                            .then(Referral::recorded)),
                    where(ReferralForm.GOODS_KEPT, Action.named("keepGoods", "登记涉案物品").from(UNDER_WAY).by(ORGAN).aside().asks(KEPT, PERISHABLE, MEASURES, APPRAISER)
                            .then((c, d) -> {
                                d.recordInput(c);
                                d.record("goods", "true");
                            })))
            .records(ReferralForm.ALL).records(MEETS, OPINION, REFER, DECIDED_BY, DECIDED, REASONS, SIGNED, CASE_NUMBER, NOTICE_NUMBER, DECLINED, GROUNDS, RECONSIDERED,
                    RECONSIDERED_WHY, SUPERVISED, SUPERVISED_WHY, AFTER, AFTER_WHY, EARLY_WHY, EARLY_BY, ASKED, QUESTION, REPLY, KEPT, PERISHABLE, MEASURES, APPRAISER,
                    Field.text("reviewedBy", "法制审核人")).papers(ReferralPapers.all()).made();

    private Referral() {}

    /** Offered only where the document has it. */
    private static Action where(Rule rule, Action action) {
        return action.citing(c -> c.rules().text(rule))
                .barredBy(c -> c.rules().has(rule) ? Optional.empty() : Optional.of(Refusal.forbidden("not-in-the-document", "本辖区的文件没有规定“" + rule.meaning() + "”")));
    }

    private static void recorded(Case c, Draft d) {
        d.recordInput(c);
    }

    private static BiConsumer<Case, Draft> to(String state) {
        return (c, d) -> {
            d.recordInput(c);
            d.to(state);
        };
    }

    private static String holder(Case c, String part) {
        return c.matter().party(part).orElseThrow();
    }

    private static Action opening() {
        return Action.named("open", "提出移送报告").barredBy(Guards.onlyFor(Kind.TOWNSHIP, Kind.DEPARTMENT)).asks(ReferralForm::opening)
                .then((c, d) -> {
                    String self = c.actor().organ().id();
                    d.recordInput(c);
                    d.title("涉嫌" + c.in("crime").orElseThrow() + "：" + c.in("suspect").orElseThrow());
                    d.party(ORGAN, self);
                    if (c.yes("grave")) {
                        d.to("toDeliver");
                        d.owe(Duty.CRIMINAL_DELIVER, self, Variant.GRAVE, c.time("reportedAt"));
                    } else if (c.rules().has(ReferralForm.LEGAL_REVIEW)) {
                        d.to("prepared");
                        d.owe(Duty.CRIMINAL_REVIEW, self, Variant.NORMAL, c.time("reportedAt"));
                    } else {
                        d.to("reviewed");
                    }
                });
    }

    private static Action review() {
        return Action.named("review", "法制审核").from("prepared").by(ORGAN).asks(MEETS, OPINION).citing(c -> c.rules().text(ReferralForm.LEGAL_REVIEW))
                .barredBy(c -> c.rules().text(ReferralForm.LEGAL_REVIEW).filter(r -> c.matter().openedBy().equals(c.actor().user()))
                        .map(r -> Refusal.rule("own-report", "法制审核由法制机构办理，提出报告的人不能审核自己的报告", r.citation())))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.record("reviewedBy", c.actor().name());
                    d.close(Duty.CRIMINAL_REVIEW, Status.MET);
                    d.to("reviewed");
                });
    }

    private static Action decide() {
        return Action.named("decide", "决定是否移送").from("reviewed").by(ORGAN).only(Role.LEADER)
                .asks(c -> c.rules().text(ReferralForm.DECISION).map(r -> List.of(REFER.cited(r.citation()), DECIDED_BY.cited(r.citation()), DECIDED, REASONS.cited(r.citation())))
                        .orElse(List.of(REFER, DECIDED, REASONS)))
                .checks(c -> c.in("decision").filter("not"::equals).isPresent() && c.in("reasons").isEmpty()
                        ? Optional.of(Guards.wrong("reasons", "决定不予移送的，请写明理由，记录在案")) : Optional.empty())
                .checks(c -> c.in("decidedAt").isPresent() && c.time("decidedAt").isBefore(c.matter().field("reportedAt").map(Case::instant).orElse(c.now()))
                        ? Optional.of(Guards.wrong("decidedAt", "不能早于提出书面报告的时间")) : Optional.empty())
                .citing(c -> c.rules().text(ReferralForm.DECISION))
                .then((c, d) -> {
                    d.recordInput(c);
                    boolean refer = c.in("decision").filter("refer"::equals).isPresent();
                    d.to(refer ? "toDeliver" : "notReferred");
                    if (refer) {
                        d.owe(Duty.CRIMINAL_DELIVER, holder(c, ORGAN), Variant.NORMAL, c.time("decidedAt"));
                    }
                });
    }

    private static Action deliver() {
        return Action.named("deliver", "移送公安机关").from("toDeliver").by(ORGAN).withMaterials().asks(ReferralForm::delivery)
                .checks(c -> c.rules().has(ReferralForm.COPY) ? Guards.registered(Kind.PROCURATORATE).apply(c) : Optional.empty())
                .citing(c -> c.rules().text(ReferralForm.NO_FINE))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("delivered");
                    d.party(POLICE, c.in("police").orElseThrow());
                    if (c.rules().has(ReferralForm.COPY)) {
                        d.party(PROCURATORATE, c.situation().organOf(Kind.PROCURATORATE).orElseThrow().id());
                    }
                    d.close(Duty.CRIMINAL_DELIVER, Status.MET);
                    d.owe(Duty.CRIMINAL_FILING, c.in("police").orElseThrow(), Variant.NORMAL, c.now());
                });
    }

    private static Action file() {
        return Action.named("file", "立案").from("received").by(POLICE).asks(CASE_NUMBER).then((c, d) -> {
            d.recordInput(c);
            d.to("filed");
            d.close(Duty.CRIMINAL_FILING, Status.MET);
        });
    }

    private static Action decline() {
        return Action.named("decline", "不予立案，退回案卷").from("received").by(POLICE).asks(NOTICE_NUMBER, DECLINED)
                .barredBy(c -> c.matter().field("supervised").map(x -> Refusal.conflict("filing-demanded", "检察机关已通知立案，不能再作不予立案决定")))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.CRIMINAL_FILING, Status.MET);
                    openTo(c, d, "reconsider", "notFiled", Duty.CRIMINAL_RECONSIDER);
                });
    }

    /** A remedy that the document has can be sought now, within its limit; without it the case goes back. */
    private static void openTo(Case c, Draft d, String remedy, String state, Duty limit) {
        d.to(remedy(c, remedy) ? state : "returned");
        if (remedy(c, remedy)) {
            d.owe(limit, holder(c, ORGAN), Variant.NORMAL, c.now());
        }
    }

    private static Optional<Refusal> tooLate(Case c, Duty duty) {
        return c.matter().owed(duty).filter(o -> o.overdue(c.now())).map(o -> Refusal.rule("remedy-too-late", "“" + duty.text() + "”的期限已过", o.citation()));
    }

    private static Optional<Cited<String>> remedyRule(Case c, String id) {
        return c.rules().list(ReferralForm.REMEDIES).stream().filter(r -> r.id().equals(id)).findFirst().map(r -> new Cited<>(r.name(), r.citation()));
    }

    private static Action reconsider() {
        return Action.named("reconsider", "申请复议").from("notFiled").by(ORGAN).asks(GROUNDS).barredBy(c -> tooLate(c, Duty.CRIMINAL_RECONSIDER))
                .citing(c -> remedyRule(c, "reconsider"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("reconsidering");
                    d.close(Duty.CRIMINAL_RECONSIDER, Status.MET);
                    d.owe(Duty.CRIMINAL_RECONSIDER_DECISION, holder(c, POLICE), Variant.NORMAL, c.now());
                });
    }

    private static Action reconsidered() {
        return Action.named("reconsidered", "作出复议决定").from("reconsidering").by(POLICE).asks(RECONSIDERED, RECONSIDERED_WHY).citing(c -> remedyRule(c, "reconsider"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.close(Duty.CRIMINAL_RECONSIDER_DECISION, Status.MET);
                    if (c.in("reconsidered").filter("file"::equals).isPresent()) {
                        d.to("filed");
                    } else {
                        openTo(c, d, "supervise", "upheld", Duty.CRIMINAL_SUPERVISE);
                    }
                });
    }

    private static Action propose() {
        return Action.named("propose", "建议检察机关立案监督").from("upheld").by(ORGAN).asks(GROUNDS).barredBy(c -> tooLate(c, Duty.CRIMINAL_SUPERVISE))
                .checks(Guards.registered(Kind.PROCURATORATE)).citing(c -> remedyRule(c, "supervise"))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("supervised");
                    d.party(PROCURATORATE, c.situation().organOf(Kind.PROCURATORATE).orElseThrow().id());
                    d.close(Duty.CRIMINAL_SUPERVISE, Status.MET);
                });
    }

    private static Action supervise() {
        return Action.named("supervise", "作出立案监督结论").from("supervised").by(PROCURATORATE).asks(SUPERVISED, SUPERVISED_WHY).citing(c -> remedyRule(c, "supervise"))
                .then((c, d) -> {
                    d.recordInput(c);
                    if (c.in("supervised").filter("file"::equals).isPresent()) {
                        d.to("received");
                        d.owe(Duty.CRIMINAL_FILING, holder(c, POLICE), Variant.NORMAL, c.now());
                    } else {
                        d.to("returned");
                    }
                });
    }

    private static void giveBack(Case c, Draft d) {
        d.to("returned");
        d.closeAll(Status.CANCELLED);
    }

    /** A remedy that was not sought in time is gone; the case must not lie there for it. Seeking it is a right: not to is no duty missed. */
    private static Action lapse() {
        return Action.named("lapse", "期满未提出异议").from("notFiled", "upheld").by(ORGAN)
                .automatic(m -> m.owed(m.state().equals("upheld") ? Duty.CRIMINAL_SUPERVISE : Duty.CRIMINAL_RECONSIDER).flatMap(Obligation::dueAtExclusive))
                .citing(c -> c.rules().text(ReferralForm.AFTERWARDS)).then(Referral::giveBack);
    }

    private static Action result() {
        return Action.named("result", "登记刑事处理结果").from("filed").by(ORGAN).asks(ReferralForm::result).checks(ReferralForm::setOff)
                .citing(c -> c.rules().text(ReferralForm.SET_OFF).filter(r -> c.in("setOffAmount").isPresent()))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to(c.in("result").filter("convicted"::equals).isPresent() ? "closed" : "returned");
                });
    }
}
