package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a policy says of a criminal referral, what is asked on its way, and the guard that it puts up around the case it came from. */
final class ReferralForm {
    static final Rule NO_FINE = Rule.text("noFine", "不得以罚代刑").must();
    static final Rule LEGAL_REVIEW = Rule.text("legalReview", "移送前的法制审核");
    static final Rule DECISION = Rule.text("decision", "谁决定是否移送");
    static final Rule OFFICERS = Rule.number("officers", "核实案情的执法人员至少几人", 1, 10);
    static final Rule PAPERS = Rule.list("papers", "移送时附的材料");
    static final Rule COPY = Rule.text("copy", "移送书抄送谁");
    static final Rule REMEDIES = Rule.list("remedies", "对不予立案的救济");
    static final Rule AFTERWARDS = Rule.text("afterwards", "不予立案后的处理");
    static final Rule IMPOSED = Rule.list("imposed", "移送前已作出、不停止执行的处罚");
    static final Rule SET_OFF = Rule.text("setOff", "已缴罚款折抵罚金");
    static final Rule GOODS_KEPT = Rule.text("goods", "涉案物品的保管");
    static final Rule CONSULT = Rule.text("consult", "疑难案件的咨询");
    static final Rule EARLY = Rule.text("early", "商请公安机关提前介入");
    static final Rule PROPOSED = Rule.text("proposals", "公安、检察机关建议移送");

    private static final Field SUSPECT = Field.text("suspect", "涉嫌犯罪的单位或个人").must();
    private static final Field CRIME = Field.text("crime", "涉嫌的犯罪").must();
    private static final Field FACTS = Field.longText("facts", "案情和证据").must();
    private static final Field AMOUNT = Field.number("amount", "涉案金额（元）", Integer.MAX_VALUE);
    private static final Field REPORTED = Field.dateTime("reportedAt", "办案部门提出书面报告的时间").must();
    private static final Field INVESTIGATORS = Field.people("officers", "核实案情的执法人员");
    private static final Field GOODS = Field.yesNo("goods", "有涉案物品");
    private static final Field APPRAISED = Field.yesNo("appraised", "有检验报告或鉴定结论");
    private static final Field GRAVE = Field.yesNo("grave", "现场查获，明显达到刑事追诉标准");
    private static final Field PROPOSED_BY = Field.choice("proposedBy", "由哪个机关建议移送",
            List.of(new Option("none", "没有"), new Option("police", Kind.POLICE.text()), new Option("procuratorate", Kind.PROCURATORATE.text()))).must().preset("none");
    private static final Field POLICE = Field.organ("police", "受移送的公安机关", Kind.POLICE).must();
    private static final Field HAND_OVER = Field.text("handOver", "交接手续（交接人、时间）").must();
    private static final Field PENALTIES = Field.choices("imposed", "移送前已作出的处罚（不停止执行）", List.of());
    private static final Field FINED = Field.yesNo("finePaid", "移送前已罚款并缴纳");
    private static final Field FINE = Field.number("fineAmount", "已缴罚款（元）", Integer.MAX_VALUE).must().when("finePaid", "true");
    private static final Field FINED_ON = Field.date("finePaidOn", "缴纳日期").in(Span.PAST).must().when("finePaid", "true");
    private static final Field RESULT = Field.choice("result", "刑事处理结果", List.of(new Option("convicted", "已判决"), new Option("none", "撤案、不起诉或不追究刑事责任"))).must();
    private static final Field VERDICT = Field.longText("verdict", "处理情况（文书、日期）").must();
    private static final Field CRIMINAL_FINE = Field.number("criminalFine", "判处罚金（元）", Integer.MAX_VALUE);
    private static final Field SET_OFF_AMOUNT = Field.number("setOffAmount", "以已缴罚款折抵罚金（元）", Integer.MAX_VALUE);

    static final List<Field> ALL = List.of(SUSPECT, CRIME, FACTS, AMOUNT, REPORTED, INVESTIGATORS, GOODS, APPRAISED, GRAVE, PROPOSED_BY, POLICE, HAND_OVER, PENALTIES, FINED, FINE, FINED_ON,
            RESULT, VERDICT, CRIMINAL_FINE, SET_OFF_AMOUNT);

    private ReferralForm() {}

    static List<Field> opening(Case c) {
        List<Field> fields = new ArrayList<>(List.of(SUSPECT, CRIME, FACTS, AMOUNT, REPORTED));
        fields.add(c.rules().number(OFFICERS).map(n -> INVESTIGATORS.atLeast(n.value()).cited(n.citation())).orElse(INVESTIGATORS));
        if (!c.rules().list(PAPERS).isEmpty()) {
            fields.addAll(List.of(GOODS, APPRAISED));
        }
        c.policy().limit(Duty.CRIMINAL_DELIVER, Variant.GRAVE).ifPresent(l -> fields.add(GRAVE.cited(l.citation())));
        c.rules().text(PROPOSED).ifPresent(r -> fields.add(PROPOSED_BY.cited(r.citation())));
        return fields;
    }

    static List<Field> delivery(Case c) {
        List<Field> fields = new ArrayList<>(List.of(c.situation().organOf(Kind.POLICE).map(p -> POLICE.preset(p.id())).orElse(POLICE)));
        Optional<Entry> papers = c.rules().list(PAPERS).stream().findFirst();
        fields.add(papers.map(p -> HAND_OVER.cited(p.citation())).orElse(HAND_OVER));
        List<Entry> imposed = c.rules().list(IMPOSED);
        imposed.stream().findFirst().ifPresent(i -> fields.add(PENALTIES.options(Guards.options(imposed)).cited(i.citation())));
        c.rules().text(SET_OFF).ifPresent(r -> fields.addAll(List.of(FINED.cited(r.citation()), FINE.cited(r.citation()), FINED_ON.cited(r.citation()))));
        return fields;
    }

    static List<Field> result(Case c) {
        List<Field> fields = new ArrayList<>(List.of(RESULT, VERDICT, CRIMINAL_FINE.when("result", "convicted")));
        c.rules().text(SET_OFF).filter(r -> c.matter().field("fineAmount").isPresent())
                .ifPresent(r -> fields.add(SET_OFF_AMOUNT.must().when("result", "convicted").cited(r.citation())));
        return fields;
    }

    /** A fine that was paid counts against the criminal fine: all of it, up to the criminal fine's amount. */
    static Optional<Refusal> setOff(Case c) {
        Optional<Cited<String>> rule = c.rules().text(SET_OFF);
        if (rule.isEmpty() || c.in("setOffAmount").isEmpty()) {
            return Optional.empty();
        }
        BigDecimal paid = c.matter().field("fineAmount").map(BigDecimal::new).orElse(BigDecimal.ZERO);
        BigDecimal owed = c.in("criminalFine").map(BigDecimal::new).orElse(BigDecimal.ZERO).min(paid);
        return new BigDecimal(c.in("setOffAmount").get()).compareTo(owed) == 0 ? Optional.empty()
                : Optional.of(Refusal.rule("set-off-wrong", "已缴罚款应当折抵罚金，折抵额应为 " + owed.toPlainString() + " 元", rule.get().citation()));
    }

    /** The policy's papers; the list of goods and the appraisal where there are any. */
    static List<Material> papers(Case c) {
        return c.rules().list(PAPERS).stream().map(p -> new Material(p.id(), p.name(), p.required() && switch (p.id()) {
            case "goodsList" -> yes(c, "goods");
            case "appraisal" -> yes(c, "appraised");
            default -> true;
        }, false, false, p.citation())).toList();
    }

    private static boolean yes(Case c, String field) {
        return c.matter().field(field).filter("true"::equals).isPresent();
    }

    static boolean remedy(Case c, String id) {
        return c.rules().list(REMEDIES).stream().anyMatch(r -> r.id().equals(id));
    }

    /** 不得以罚代刑: while a referral of a case, or of the one that it came from, is under way, the case is not decided by a penalty, or at all. */
    static Optional<Refusal> suspectedCrime(Case c) {
        Stream<Matter> cases = Stream.concat(Stream.of(c.matter()), c.origin().stream());
        return c.policy().rules("referral").flatMap(r -> r.text(NO_FINE)).flatMap(rule -> cases.flatMap(m -> referrals(c, m)).findFirst()
                .map(r -> Refusal.rule("suspected-crime", "本案涉嫌犯罪，正在办理移送（" + r.id() + "），不得以行政处罚代替移送；移送有结果后才能作出处理", rule.citation())));
    }

    private static Stream<Matter> referrals(Case c, Matter of) {
        return c.situation().lookup().linked(of.id()).stream().filter(m -> m.procedure().equals("referral") && m.open() && !m.state().equals("returned"));
    }
}
