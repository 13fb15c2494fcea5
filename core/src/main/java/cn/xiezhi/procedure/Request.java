package cn.xiezhi.procedure;

import static cn.xiezhi.registry.Organ.Kind.DEPARTMENT;
import static cn.xiezhi.registry.Organ.Kind.JUSTICE_BUREAU;
import static cn.xiezhi.registry.Organ.Kind.POLICE;
import static cn.xiezhi.registry.Organ.Kind.TOWNSHIP;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the procedures share in which one organ asks another in writing: requested → accepted → answered → received, or
 * refused. What is handed over is listed paper by paper, so that it can be used as evidence.
 */
final class Request {
    static final String REQUESTER = "requester";
    static final String ASKED = "asked";
    /** The slot of what goes along with the request. */
    static final String LETTER = "letter";

    /** The papers of the answer. */
    static final Rule PAPERS = Rule.list("papers", "答复须移交的材料");
    /** That nobody may decline without a reason of law; the procedure's own citation where the document says no more. */
    static final Rule REFUSAL = Rule.text("refusal", "拒绝的条件");
    static final Rule EVIDENCE = Rule.text("evidence", "移交材料的证据效力");

    static final Field TO = Field.organ("askedOrgan", "被请求单位", TOWNSHIP, DEPARTMENT, JUSTICE_BUREAU, POLICE).must();
    static final Field SUBJECT = Field.text("subject", "请求事项").must();
    static final Field OPINION = Field.longText("opinion", "书面意见").must();
    private static final Field URGENCY = Field.choice("urgency", "紧急程度", List.of()).must();
    private static final Field LAW = Field.text("refusalLaw", "拒绝所依据的法律、法规、规章条款").must().help("例如：行政处罚法 第二十六条");
    private static final Field REASON = Field.longText("refusalReason", "拒绝理由").must();
    private static final Field REFUSED_HOW = Field.longText("refusedHow", "对方何时、以何方式、如何拒绝").must();
    private static final Field INCOMPLETE = Field.longText("incomplete", "需要补充的内容").must();
    private static final Field CHECKED = Field.longText("checked", "核对情况").must().help("与移交清单逐件核对的结果");

    private static final List<Field> RECORDED = List.of(TO, SUBJECT, OPINION, URGENCY, LAW, REASON, REFUSED_HOW, INCOMPLETE, CHECKED,
            Custody.GIVEN, Custody.LIST, Custody.BY, Custody.AT, Custody.CHAIN);

    private Request() {}

    static Procedure.Making named(String id, String name, Field... more) {
        return Procedure.named(id, name)
                .state("requested", "已函告，待接收").state("accepted", "办理中").state("onScene", "已派员现场处置").state("answered", "已答复，待签收")
                .end("closed", "已签收办结").end("refused", "已依法拒绝").end("declined", "无法定事由被拒绝").end("withdrawn", "已撤回")
                .way("requested", "accepted", "answered", "closed")
                .part(REQUESTER, "请求单位").part(ASKED, "被请求单位").records(RECORDED).records(more).materials(Request::papers);
    }

    /** The request's own letter, and the policy's papers of an answer; one slot for whatever is handed over where it names none. */
    private static List<Material> papers(Case c) {
        String citation = c.rules().citation();
        List<Material> papers = new ArrayList<>(List.of(new Material(LETTER, "书面函告及附件", false, false, false, citation)));
        c.rules().list(PAPERS).forEach(e -> papers.add(new Material(e.id(), e.name(), e.required(), true, false, e.citation())));
        if (papers.size() == 1) {
            papers.add(new Material("evidence", "移交的材料", false, true, false, citation));
        }
        return papers;
    }

    static Action opening(Duty duty) {
        return Action.named("open", "发出书面请求").checks(Request::ownName).checks(Request::notOneself)
                .then((c, d) -> {
                    String asked = c.in(TO.id()).orElseThrow();
                    d.recordInput(c);
                    d.to("requested");
                    d.title(c.in(SUBJECT.id()).orElseThrow());
                    d.party(REQUESTER, c.actor().organ().id());
                    d.party(ASKED, asked);
                    d.owe(duty, asked, Variant.of(c.in(URGENCY.id()).orElse("")).orElse(Variant.NORMAL), c.now());
                });
    }

    static Optional<Refusal> ownName(Case c) {
        return c.actor().organ().kind() == Organ.Kind.INTERNAL_UNIT
                ? Optional.of(Refusal.forbidden("own-name-only", "内设、直属或派出机构不能以自己的名义办理，请以所属机关的名义登录")) : Optional.empty();
    }

    private static Optional<Refusal> notOneself(Case c) {
        return c.in(TO.id()).filter(c.actor().organ().id()::equals)
                .map(x -> Refusal.input(List.of(new FieldError(TO.id(), "不能向本单位自己提出请求", Optional.empty()))));
    }

    /** How urgent it is, where the document makes a difference for it. */
    static Optional<Field> urgency(Case c, Duty duty) {
        return c.policy().limit(duty, Variant.URGENT).map(urgent -> URGENCY.preset(Variant.NORMAL.code()).cited(urgent.citation())
                .options(List.of(new Option(Variant.NORMAL.code(), "一般"), new Option(Variant.URGENT.code(), "情况紧急或证据可能灭失"))));
    }

    static Action accept() {
        return Action.named("accept", "接收").from("requested").by(ASKED).then((c, d) -> d.to("accepted"));
    }

    /** The answer meets the duty; its papers are listed as they are handed over. */
    static Action answer(Duty duty, Field... fields) {
        return Action.named("answer", "答复并移交").from("requested", "accepted", "onScene").by(ASKED).withMaterials().asks(fields)
                .citing(c -> c.rules().text(EVIDENCE))
                .then((c, d) -> {
                    d.recordInput(c);
                    Custody.handOver(c, d);
                    d.to("answered");
                    d.close(duty, Status.MET);
                });
    }

    /** Only for a reason of law, with its article; it stands in the record of who refuses. */
    static Action refuse(Duty duty) {
        return Action.named("refuse", "依法拒绝").from("requested", "accepted").by(ASKED).aside().asks(c -> List.of(LAW.cited(refusalRule(c).citation()), REASON))
                .checks(c -> c.in(LAW.id()).filter(law -> !law.matches(".*第.+条.*")).map(law ->
                        Refusal.input(List.of(new FieldError(LAW.id(), "没有法定事由不能拒绝：请写明法律、法规或规章的名称和条款（第几条）", Optional.of(refusalRule(c).citation()))))))
                .citing(c -> Optional.of(refusalRule(c)))
                .then((c, d) -> end(c, d, duty, "refused"));
    }

    /** Refused by word of mouth or without a reason: the requester has it recorded. */
    static Action declined(Duty duty) {
        return Action.named("declined", "登记对方无法定事由拒绝").from("requested", "accepted").by(REQUESTER).aside().asks(REFUSED_HOW)
                .citing(c -> Optional.of(refusalRule(c)))
                .then((c, d) -> end(c, d, duty, "declined"));
    }

    private static void end(Case c, Draft d, Duty duty, String state) {
        d.recordInput(c);
        d.to(state);
        d.close(duty, Status.REFUSED);
    }

    private static Cited<String> refusalRule(Case c) {
        return c.rules().text(REFUSAL).orElseGet(() -> new Cited<>("", c.rules().citation()));
    }

    /** The requester's receipt closes the chain of custody; what is missing is asked for again. */
    static List<Action> receipt() {
        return List.of(
                Action.named("confirm", "签收").from("answered").by(REQUESTER).asks(CHECKED).citing(c -> c.rules().text(EVIDENCE))
                        .then((c, d) -> {
                            d.recordInput(c);
                            Custody.receive(c, d);
                            d.to("closed");
                        }),
                Action.named("sendBack", "退回补充").from("answered").by(REQUESTER).aside().asks(INCOMPLETE)
                        .then((c, d) -> {
                            d.recordInput(c);
                            d.to("accepted");
                        }));
    }

    static Action withdraw() {
        return CommonActions.withdraw(REQUESTER, "requested", "accepted");
    }

    static List<Field> with(List<Field> fields, List<Optional<Field>> maybe) {
        List<Field> all = new ArrayList<>(fields);
        maybe.forEach(f -> f.ifPresent(all::add));
        return all;
    }
}
