package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 信息共享: composed → secrecy gate → (right-holder asked in writing) → published to its receivers; corrected by a new version,
 * taken down without being deleted. Every read is logged.
 */
public final class Sharing {
    public static final String PROVIDER = "provider";
    static final String RECEIVER = "receiver";
    static final String CATEGORY = "category";
    static final String OFFLINE = "offline";
    /** Since when the receivers see it, and which version they see. */
    public static final String PUBLISHED_AT = "publishedAt";
    public static final String EDITION = "edition";

    private static final Field REVIEWED_BY = Field.text("reviewedBy", "审查人");
    private static final Field HOLDER = Field.text("holder", "权利人").must();
    private static final Field ASKED_ON = Field.date("askedOn", "书面征求意见的日期").in(Field.Span.PAST).must();
    private static final Field ANSWER = Field.choice("consent", "权利人的意见", List.of(new Option("agreed", "同意共享"), new Option("refused", "不同意共享"))).must();
    private static final Field PROOF = Field.text("consentProof", "权利人书面意见（文号、日期或附件名）").must();
    private static final Field WHY_CORRECTED = Field.longText("correction", "更正理由").must();
    private static final Field WHY_TAKEN_DOWN = Field.longText("takeDownReason", "撤下理由").must();
    private static final Field WITHHELD = Field.choice("withheld", "不予共享的原因",
            List.of(new Option("secret", "审查发现涉及国家秘密"), new Option("noConsent", "未取得权利人同意"), new Option("other", "法律、法规规定不得共享"))).must();
    private static final Field WITHHELD_WHY = Field.longText("withheldReason", "说明").must();

    public static final Procedure PROCEDURE = Procedure.named("sharing", "信息共享")
            .state("composed", "待共享").state("asking", "征求权利人意见中").state("published", "已共享").end("takenDown", "已撤下（留档）")
            .end("withheld", "不予共享").end("withdrawn", "已撤回").way("composed", "published")
            .part(PROVIDER, "提供单位").part(RECEIVER, "接收单位")
            .rules(SharingForm.RULES).logsReads(PROVIDER).materials(c -> List.of(new Material("files", "共享的文件", false, false, false, c.rules().citation())))
            .opening(compose()).actions(publish(), ask(), consent(), Extensions.of(Duty.SHARE_PUBLISH, PROVIDER, "composed", "asking"), correct(), takeDown(), withhold(),
                    CommonActions.withdraw(PROVIDER, "composed", "asking"))
            .records(SharingForm.ALL)
            .records(REVIEWED_BY, HOLDER, ASKED_ON, ANSWER, PROOF, WHY_CORRECTED, WHY_TAKEN_DOWN, WITHHELD, WITHHELD_WHY, Field.text(EDITION, "版本"),
                    Field.dateTime(PUBLISHED_AT, "共享时间"))
            .records(Extensions.FIELDS).overPermits().made();

    private Sharing() {}

    /** What a policy's catalogue calls a record's kind of information; its id where that policy has it no more. */
    public static String categoryOf(Matter record, Policy policy) {
        String category = record.field(CATEGORY).orElse("");
        return policy.rules(record.procedure()).stream().flatMap(SharingForm::entries).filter(e -> e.id().equals(category)).map(Entry::name).findFirst().orElse(category);
    }

    private static Action compose() {
        return Action.named("open", "编制共享信息").asks(SharingForm::opening).checks(Request::ownName).checks(SharingForm::check).checks(SharingForm::notSecret)
                .then((c, d) -> {
                    String category = c.in(CATEGORY).orElseThrow();
                    d.recordInput(c);
                    d.to("composed");
                    d.title(c.in("title").orElseThrow());
                    d.party(PROVIDER, c.actor().organ().id());
                    d.owe(SharingForm.duty(c, category), c.actor().organ().id(), Variant.of(c.in("urgency").orElse("")).orElse(Variant.NORMAL), c.time("formedAt"));
                });
    }

    private static Action publish() {
        return Action.named("publish", "共享").from("composed").by(PROVIDER)
                .asks(c -> List.of(c.rules().text(SharingForm.REVIEW).map(r -> REVIEWED_BY.must().help(r.value()).cited(r.citation())).orElse(REVIEWED_BY)))
                .checks(c -> SharingForm.isProtected(c.matter().field("secrecy")) && c.matter().field(ANSWER.id()).filter("agreed"::equals).isEmpty()
                        ? Optional.of(Refusal.rule("consent-missing", "涉及商业秘密或个人隐私的，应先书面征求权利人意见并取得同意", SharingForm.consentRule(c).citation())) : Optional.empty())
                .then((c, d) -> {
                    Set<String> receivers = new LinkedHashSet<>(c.matter().field("receivers").map(r -> r.lines().toList()).orElse(List.of()));
                    c.matter().field("competent").ifPresent(receivers::add);
                    receivers.remove(c.actor().organ().id());
                    d.recordInput(c);
                    d.record(EDITION, "1");
                    d.record(PUBLISHED_AT, c.now().toString());
                    d.parties(RECEIVER, receivers);
                    d.to("published");
                    d.closeAll(Status.MET);
                });
    }

    private static Action ask() {
        return Action.named("ask", "书面征求权利人意见").from("composed").by(PROVIDER).aside().asks(HOLDER, ASKED_ON)
                .barredBy(c -> SharingForm.isProtected(c.matter().field("secrecy")) ? Optional.empty()
                        : Optional.of(Refusal.conflict("nobody-to-ask", "此信息不涉及商业秘密或个人隐私，无须征求意见")))
                .citing(c -> Optional.of(SharingForm.consentRule(c)))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("asking");
                });
    }

    private static Action consent() {
        return Action.named("consent", "登记权利人意见").from("asking").by(PROVIDER).asks(ANSWER, PROOF).citing(c -> Optional.of(SharingForm.consentRule(c)))
                .then((c, d) -> {
                    d.recordInput(c);
                    boolean agreed = c.in(ANSWER.id()).filter("agreed"::equals).isPresent();
                    d.to(agreed ? "composed" : "withheld");
                    if (!agreed) {
                        d.closeAll(Status.CANCELLED);
                    }
                });
    }

    private static Action withhold() {
        return Action.named("withhold", "不予共享").from("composed", "asking").by(PROVIDER).aside().asks(WITHHELD, WITHHELD_WHY)
                .citing(c -> Optional.of(c.in(WITHHELD.id()).filter("noConsent"::equals).isPresent() ? SharingForm.consentRule(c) : SharingForm.secretRule(c)))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("withheld");
                    d.closeAll(Status.CANCELLED);
                });
    }

    /** A new version; the ones before stand in the ledger. */
    private static Action correct() {
        return Action.named("correct", "更正（发布新版本）").from("published").by(PROVIDER).aside()
                .asks(c -> SharingForm.correction(c, WHY_CORRECTED, HOLDER, ASKED_ON, PROOF))
                .checks(SharingForm::check).checks(SharingForm::notSecret).citing(c -> c.rules().text(SharingForm.UNALTERED))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.record(EDITION, Integer.toString(c.matter().field(EDITION).map(Integer::parseInt).orElse(1) + 1));
                });
    }

    private static Action takeDown() {
        return Action.named("takeDown", "撤下（留档）").from("published").by(PROVIDER).aside().asks(WHY_TAKEN_DOWN).citing(c -> c.rules().text(SharingForm.UNALTERED))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("takenDown");
                });
    }
}
