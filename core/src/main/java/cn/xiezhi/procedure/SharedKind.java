package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of shared records that have fields of their own, and are exported with them. All but the last are catalogue entries of the same id. */
public enum SharedKind {
    PENALTY("penalty", "行政处罚信息", Field.text("penaltySubject", "被处罚人姓名（名称）"), Field.date("penaltyFiledOn", "立案时间").in(Field.Span.PAST),
            Field.date("penaltyDecidedOn", "作出处罚时间").in(Field.Span.PAST), Field.longText("penaltyContent", "处罚内容"), Field.text("penaltyNumber", "处罚决定书编号")),
    COERCION("coercion", "行政强制信息", Field.text("coercionSubject", "当事人姓名（名称）"), Field.date("coercionOn", "实施强制时间").in(Field.Span.PAST),
            Field.longText("coercionContent", "强制内容"), Field.text("coercionNumber", "强制决定书编号")),
    INSPECTION("inspection", "行政检查信息", Field.longText("inspectionContent", "检查内容"), Field.dateTime("inspectedAt", "检查时间"),
            Field.text("inspectionPlace", "检查地点")),
    /** What the supervision system does not list: any record of the ledger kept outside it. */
    OFFLINE("offline", "线下工作台账", Field.text("offlineItem", "监管事项"), Field.text("offlineSubject", "监管对象"), Field.text("offlineBasis", "监管依据"),
            Field.dateTime("offlineAt", "监管时间"), Field.longText("offlineContent", "监管内容和结果"), Field.organ("competent", "监管行为主管单位"));

    private final String id;
    private final String text;
    private final List<Field> fields;

    SharedKind(String id, String text, Field... fields) {
        this.id = id;
        this.text = text;
        this.fields = List.of(fields);
    }

    public static Optional<SharedKind> of(String id) {
        return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether a shared record is of this kind. */
    public boolean is(Matter record) {
        return this == OFFLINE ? record.field(Sharing.OFFLINE).filter("true"::equals).isPresent() : record.field(Sharing.CATEGORY).filter(id::equals).isPresent();
    }

    /** Which of its fields a policy asks for. */
    Rule rule() {
        return Rule.list(id + "Record", text + "的要素");
    }

    /** Its fields as a form asks for them: required, with its citation, what the policy names. */
    List<Field> asked(Case c) {
        List<Entry> named = c.rules().list(rule());
        return fields.stream().map(f -> named.stream().filter(e -> e.id().equals(f.id())).findFirst()
                .map(e -> f.labelled(e.name()).must().cited(e.citation())).orElse(f)).toList();
    }
}
