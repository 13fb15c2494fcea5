package cn.xiezhi.procedure;

import static cn.xiezhi.registry.Organ.Kind.DEPARTMENT;
import static cn.xiezhi.registry.Organ.Kind.INTERNAL_UNIT;
import static cn.xiezhi.registry.Organ.Kind.JUSTICE_BUREAU;
import static cn.xiezhi.registry.Organ.Kind.POLICE;
import static cn.xiezhi.registry.Organ.Kind.TOWNSHIP;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked when a case or a clue is to be transferred, and the rules that stand against it. */
final class TransferForm {
    static final Field RECEIVER = Field.organ("receiver", "接收单位", TOWNSHIP, DEPARTMENT, JUSTICE_BUREAU, POLICE).must();
    static final Field ITEM = Field.item("item", "执法事项").help("从执法事项清单中选择，可查到应移送的单位；清单中没有的不选");
    static final Field CASES = Field.lines("cases", "案件（违法行为）").must().help("每行一件");
    static final Field FACTS = Field.longText("facts", "基本违法事实").must();
    static final Field DISCOVERED = Field.dateTime("discoveredAt", "发现属对方管辖的时间").must();
    static final Field URGENCY = Field.choice("urgency", "紧急程度", List.of()).must();
    static final Field IN_NAME_OF = Field.choice("inNameOf", "以谁的名义移送", List.of(new Option("organ", "本机关"), new Option("unit", "内设、直属或派出机构"))).must().preset("organ");
    static final Field LAW = Field.text("lawCited", "准许该机构以自己名义移送的法律、法规、规章条款");
    static final Field ONGOING = Field.yesNo("ongoing", "违法行为正在进行");
    static final Field STOPPED = Field.longText("stopped", "已采取的制止措施").must().when("ongoing", "true");
    static final Field TOLD = Field.text("told", "何时、以何方式告知了有管辖权的一方").must().when("ongoing", "true");
    static final Field STAGE = Field.choice("stage", "是否属于职权划转前的案件", List.of()).must().preset("none");
    static final Field NEGOTIATED = Field.longText("negotiated", "与对方协商的结果").must().when("stage", "legacy");
    static final Field GOODS = Field.yesNo("goods", "有涉案物品");
    static final Field DISPOSED = Field.yesNo("disposed", "涉案物品已依法先行处置");
    static final Field PROCEEDS = Field.longText("proceeds", "留取的证据和先行处置所得款项").must().when("disposed", "true");

    static final List<Field> ALL = List.of(ITEM, RECEIVER, CASES, FACTS, DISCOVERED, URGENCY, IN_NAME_OF, LAW, ONGOING, STOPPED, TOLD, STAGE, NEGOTIATED, GOODS, DISPOSED, PROCEEDS);

    private TransferForm() {}

    static List<Field> caseFields(Case c) {
        TransferRules rules = c.policy().transfer();
        List<Field> fields = new ArrayList<>(List.of(ITEM, RECEIVER, rules.oneCase().map(r -> CASES.cited(r.citation()).help(r.value())).orElse(CASES), FACTS));
        fields.addAll(timeFields(c));
        fields.add(IN_NAME_OF.cited(rules.ownName().citation()).help(rules.ownName().value()));
        if (rules.unlessLawCited()) {
            fields.add(LAW.when("inNameOf", "unit").cited(rules.ownName().citation()));
        }
        stages(rules).ifPresent(fields::addAll);
        if (hasGoods(rules)) {
            fields.add(GOODS);
            rules.disposedGoods().ifPresent(r -> fields.addAll(List.of(DISPOSED.when("goods", "true").cited(r.citation()), PROCEEDS.cited(r.citation()))));
        }
        return fields;
    }

    static List<Field> clueFields(Case c) {
        List<Field> fields = new ArrayList<>(List.of(ITEM, RECEIVER, CASES.labelled("线索").help("每行一条"), FACTS));
        fields.addAll(timeFields(c));
        return fields;
    }

    static List<Field> timeFields(Case c) {
        Cited<String> ongoing = c.policy().transfer().ongoing();
        List<Option> urgencies = List.of(Variant.NORMAL, Variant.URGENT, Variant.GRAVE).stream()
                .filter(v -> c.policy().limit(Duty.TRANSFER_SEND, v).isPresent())
                .map(v -> new Option(v.code(), v.text() + "（" + c.policy().limit(Duty.TRANSFER_SEND, v).map(LimitRule::limit).orElseThrow().text() + "）")).toList();
        return List.of(DISCOVERED, URGENCY.options(urgencies).preset(Variant.NORMAL.code()), ONGOING.help(ongoing.value()).cited(ongoing.citation()),
                STOPPED.cited(ongoing.citation()), TOLD.cited(ongoing.citation()));
    }

    private static Optional<List<Field>> stages(TransferRules rules) {
        List<Option> options = new ArrayList<>(List.of(new Option("none", "不是")));
        rules.closedBefore().ifPresent(r -> options.add(new Option("closed", "划转前已结案")));
        rules.filedBefore().ifPresent(r -> options.add(new Option("filed", "划转前已立案未结案")));
        rules.legacy().ifPresent(r -> options.add(new Option("legacy", "划转前的历史遗留问题")));
        if (options.size() == 1) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>(List.of(STAGE.options(options)));
        rules.legacy().ifPresent(r -> fields.add(NEGOTIATED.cited(r.citation())));
        return Optional.of(fields);
    }

    private static boolean hasGoods(TransferRules rules) {
        return rules.disposedGoods().isPresent() || rules.materials().stream().anyMatch(Material::seizedGoodsOnly);
    }

    /** The policy's papers for this matter: those for seized goods are required exactly where there are some. One that is being opened may have all. */
    static List<Material> materials(Case c) {
        boolean goods = c.matter().field("goods").filter("true"::equals).isPresent();
        return c.policy().transfer().materials().stream()
                .filter(m -> goods || c.matter().version() == 0 || !m.seizedGoodsOnly())
                .map(m -> m.seizedGoodsOnly() ? new Material(m.id(), m.name(), true, m.pages(), true, m.citation()) : m).toList();
    }

    /** Rules against opening: whose name, which organ, which stage, one case only, and no passing on by another door. */
    static Optional<Refusal> check(Case c) {
        TransferRules rules = c.policy().transfer();
        String own = rules.ownName().citation();
        boolean unit = c.actor().organ().kind() == INTERNAL_UNIT || c.in("inNameOf").filter("unit"::equals).isPresent();
        if (unit && !rules.unlessLawCited()) {
            return Optional.of(Refusal.rule("own-name-only", "移送只能以本机关的名义进行，不能以内设、直属或派出机构的名义", own));
        }
        if (unit && c.in("lawCited").isEmpty()) {
            return Optional.of(Refusal.rule("own-name-only", "不能以内设、直属或派出机构的名义移送；法律、法规、规章另有规定的，请写明条款", own));
        }
        if (c.in("receiver").filter(c.actor().organ().id()::equals).isPresent()) {
            return Optional.of(Refusal.input(List.of(new Outcome.FieldError("receiver", "不能移送给本单位自己", Optional.empty()))));
        }
        if (rules.oneCase().isPresent() && c.lines("cases").size() > 1) {
            return Optional.of(Refusal.rule("one-case-one-transfer", "一案一移送：每次只能移送一件案件，请分别移送", rules.oneCase().get().citation()));
        }
        return stage(c, rules).or(() -> onwards(c));
    }

    private static Optional<Refusal> stage(Case c, TransferRules rules) {
        return switch (c.in("stage").orElse("none")) {
            case "closed" -> rules.closedBefore().map(r -> Refusal.rule("closed-before-handover", "划转前已结案的，由原办理部门归档，不移送", r.citation()));
            case "filed" -> rules.filedBefore().map(r -> Refusal.rule("filed-before-handover", "划转前已立案未结案的，由原办理部门作出决定，不移送", r.citation()));
            default -> Optional.empty();
        };
    }

    /** A case that one received can't be sent on as a new transfer either, where passing on is forbidden. */
    private static Optional<Refusal> onwards(Case c) {
        return c.origin().filter(o -> o.party("receiver").filter(c.actor().organ().id()::equals).isPresent()).flatMap(o -> noOnward(c));
    }

    static Optional<Refusal> noOnward(Case c) {
        return c.policy().transfer().noOnward()
                .map(r -> Refusal.rule("no-onward-transfer", "接收的案件不得再行移送；认为不属本单位管辖的，请用“退回”报请决定", r.citation()));
    }
}
