package cn.xiezhi.revision;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.procedure.Procedures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A version of the rules as lines that a person can compare: each rule by its key, with its words and the place it stands at. */
final class Lines {
    /** One rule. */
    record Line(String title, String text, Optional<String> citation) {}

    private final Map<String, Line> byKey = new LinkedHashMap<>();

    static Map<String, Line> of(Policy p, Procedures known) {
        Lines lines = new Lines();
        lines.add("jurisdiction.id", "辖区编号", p.jurisdiction().id(), Optional.empty());
        lines.add("jurisdiction.name", "辖区名称", p.jurisdiction().name(), Optional.empty());
        p.jurisdiction().division().ifPresent(d -> lines.add("jurisdiction.division", "行政区划代码", d, Optional.empty()));
        p.documents().forEach(lines::document);
        DutyLines.add(p.duties(), known, lines);
        lines.transfer(p.transfer());
        p.transfer().materials().forEach(lines::material);
        lines.dispute(p.dispute());
        ProcedureLines.add(p.procedures(), known.all(), lines);
        lines.reminders(p.reminders());
        return lines.byKey();
    }

    Map<String, Line> byKey() {
        return byKey;
    }

    void add(String key, String title, String text, Optional<String> citation) {
        byKey.put(key, new Line(title, text, citation));
    }

    void add(String key, String title, Cited<?> rule) {
        add(key, title, rule.value().toString(), Optional.of(rule.citation()));
    }

    private void document(Document d) {
        add("documents." + d.id(), "依据文件", "《" + d.title() + "》" + d.number().map(n -> " " + n).orElse("") + d.since().map(s -> "，自 " + s + " 起施行").orElse(""), Optional.empty());
    }

    private void transfer(TransferRules t) {
        add("transfer.ownName", "移送的名义", t.ownName());
        add("transfer.unlessLawCited", "法律另有规定时内设机构可以移送", t.unlessLawCited() ? "可以，须写明法律依据" : "不可以", Optional.of(t.ownName().citation()));
        transfer("oneCase", "一案一移送", t.oneCase());
        transfer("officers", "移送时最少的执法人员数", t.officers());
        transfer("leaderApproval", "移送前的审批", t.leaderApproval());
        transfer("contact", "联系人", t.contact());
        transfer("handOverList", "材料交接单", t.handOverList());
        transfer("receipt", "送达回证", t.receipt());
        transfer("disposedGoods", "已先行处置的物品", t.disposedGoods());
        add("transfer.ongoing", "违法行为正在进行时", t.ongoing());
        transfer("reasonedRefusal", "拒收须有理由", t.reasonedRefusal());
        transfer("evidence", "对方证据的使用", t.evidence());
        transfer("closedBefore", "职权划转前已结案的", t.closedBefore());
        transfer("filedBefore", "职权划转前已立案未结的", t.filedBefore());
        transfer("legacy", "职权划转前的遗留问题", t.legacy());
        transfer("noOnward", "不得再行移送", t.noOnward());
    }

    private void transfer(String key, String title, Optional<? extends Cited<?>> rule) {
        rule.ifPresent(r -> add("transfer." + key, title, r));
    }

    private void material(Material m) {
        String text = m.name() + (m.required() ? "，必须提交" : "，可不提交") + (m.pages() ? "，须写页数" : "") + (m.seizedGoodsOnly() ? "，仅限有涉案物品时" : "");
        add("transfer.materials." + m.id(), "移送材料：" + m.name(), text, Optional.of(m.citation()));
    }

    private void dispute(DisputeRules d) {
        path("returned", "退回的移送", d.returned());
        path("competence", "其他管辖争议", d.competence());
        d.principles().ifPresent(p -> add("dispute.principles", "争议处理的原则", p));
    }

    private void path(String key, String title, List<DisputeLevel> path) {
        add("dispute." + key, title + "：处理路径", path.stream().map(DisputeLevel::name).collect(Collectors.joining(" → ")), Optional.empty());
        path.forEach(l -> add("dispute." + key + "." + l.id(), title + "：" + l.name(), by(l) + kind(l), Optional.of(l.citation())));
    }

    private static String kind(DisputeLevel level) {
        return switch (level.kind()) {
            case NEGOTIATE -> "协商";
            case COORDINATE -> "协调";
            case DECIDE -> "决定";
        };
    }

    private static String by(DisputeLevel level) {
        return switch (level.by()) {
            case PARTIES -> "双方";
            case JUSTICE_BUREAU -> "司法行政部门";
            case LEGAL_OFFICE -> "政府法制机构";
            case JOINT_MEETING -> "联席会议";
            case GOVERNMENT -> "人民政府";
        };
    }

    /** No rules of a document: without a citation. */
    private void reminders(ReminderRules r) {
        add("reminders.beforeWorkingDays", "届满前提醒（本地安排）", r.beforeWorkingDays() + " 个工作日前", Optional.empty());
        add("reminders.leaderAfterWorkingDays", "逾期报单位负责人（本地安排）", "满 " + r.leaderAfterWorkingDays() + " 个工作日", Optional.empty());
        add("reminders.meetingAfterWorkingDays", "逾期报联席会议办公室（本地安排）", "满 " + r.meetingAfterWorkingDays() + " 个工作日", Optional.empty());
        add("reminders.expiryDays", "证件、委托到期前提醒（本地安排）",
                r.expiryDays().isEmpty() ? "不提醒" : r.expiryDays().stream().map(d -> d + " 日").collect(Collectors.joining("、")), Optional.empty());
    }
}
