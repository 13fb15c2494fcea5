package cn.xiezhi.loader;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of the files beside {@code policy.yaml}, and of {@code calendar.yaml}; contract 1. */
final class CompanionSchemas {
    private static final String TIME = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?$";

    private CompanionSchemas() {}

    static Schema examples(Procedures known) {
        Map<String, String> duties = new LinkedHashMap<>();
        for (Duty duty : known.duties().values()) {
            duties.put(duty.id(), duty.text());
        }
        Map<String, String> variants = new LinkedHashMap<>();
        for (Variant variant : Variant.values()) {
            variants.put(variant.code(), variant.text());
        }
        List<String> dates = List.of("lastDay", "dueAt");
        Schema dated = Schema.of("anyOf", dates.stream().map(Schema::required).toList()).and(Schema.required("trigger"));
        Schema example = Schema.object("一条算例").must("duty", Schema.oneOf(duties, "职责")).may("variant", Schema.oneOf(variants, "哪一种期限；不写为 normal"))
                .may("trigger", Schema.matching(TIME, "何时触发，北京时间，如 2025-09-30T10:00；倒计期限写会议日"))
                .may("expect", Schema.oneOf(new TreeMap<>(Map.of("none", "文件没有此职责或期限", "promptly", "及时，没有到期日")), "没有日期时写"))
                .may("lastDay", Schema.day("最后一日")).may("dueAt", Schema.matching(TIME, "过期的那一刻（不含），北京时间"))
                .may("provisional", Schema.flag(false, "数到尚无放假通知的年份")).may("note", Schema.text("说明"))
                .and(Schema.when(Schema.required("expect"), Schema.without(dates)).with("else", dated))
                .and(Schema.when(Schema.where("expect", List.of("promptly")), Schema.required("trigger")));
        return file("獬豸算例", "算例（examples.yaml）：手工数出的日期，规则生效前逐条核对").must("examples", Schema.list(example, "算例").with("maxItems", ExamplesFile.MOST));
    }

    static Schema organs() {
        Schema unit = Schema.where("kind", List.of("internalUnit"));
        Schema organ = Schema.object("一个机关").must("id", LimitSchemas.id("短名")).must("name", Schema.text("名称")).must("kind", LimitSchemas.organKind("哪类机关"))
                .may("parent", Schema.text("内设机构所属机关的 id")).may("code", LimitSchemas.division(9, "乡镇街道的9位代码"))
                .may("numbering", Schema.text("文号格式，含{文种}、{年}、{号}"))
                .and(Schema.when(unit, Schema.required("parent")).with("else", Schema.without(List.of("parent"))));
        return file("獬豸样例机关", "样例机关（organs.yaml）：只用于演示和初始化").must("organs", Schema.list(organ, "机关"));
    }

    static Schema items() {
        Map<String, String> modes = new LinkedHashMap<>();
        ItemsFile.MODES.forEach((word, mode) -> modes.put(word, mode.text()));
        Schema holding = Schema.object("归属").must("mode", Schema.oneOf(modes, "怎样行使")).must("from", Schema.day("从哪一天起（含）")).may("until", Schema.day("到哪一天止（含）"))
                .must("department", Schema.text("主管部门的 id")).may("townships", Schema.list(Schema.text("乡镇街道的 id"), "哪些乡镇街道；不写为全部"))
                .may("letter", Schema.text("委托书；只有委托才写")).must("basis", Schema.text("下放依据"))
                .and(Schema.when(Schema.where("mode", List.of("entrusted")), Schema.required("letter", "until")).with("else", Schema.without(List.of("letter"))));
        Schema item = Schema.object("一个执法事项").must("code", Schema.matching("^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$", "编码")).must("name", Schema.text("名称"))
                .must("basis", Schema.list(Schema.text("法律名称和条"), "法律依据")).may("class", Schema.text("类别的 id")).must("holdings", Schema.list(holding, "归属"));
        Schema itemClass = Schema.object("一个类别").must("id", LimitSchemas.id("短名")).must("name", Schema.text("名称")).must("supervises", Schema.text("谁监管"))
                .must("punishes", Schema.text("谁处罚")).must("tells", Schema.text("谁通报谁")).must("cite", LimitSchemas.cite());
        return file("獬豸执法事项", "事项类别和样例执法事项（items.yaml）").may("classes", Schema.list(itemClass, "文件划分的类别"))
                .may("items", Schema.list(item, "样例执法事项")).define("cite", LimitSchemas.citation());
    }

    static Schema calendar() {
        Schema days = Schema.of("type", "array").with("items", Schema.day("日期")).with("uniqueItems", true);
        Schema year = Schema.object("一年的放假通知").must("source", Schema.text("通知的文号")).may("amended", Schema.text("中途调整的通知的文号"))
                .must("holidays", days).may("workdays", days);
        return file("獬豸工作日历", "工作日历（calendar.yaml）：每年的放假调休通知").must("version", LimitSchemas.version())
                .may("inForceFrom", LimitSchemas.inForceFrom())
                .must("years", Schema.object("按年").with("patternProperties", Map.of("^(19|20|21)\\d\\d$", year)).with("minProperties", 1));
    }

    private static Schema file(String title, String description) {
        return Schema.object(description).with("$schema", "http://json-schema.org/draft-07/schema#").with("title", title).must("contract", LimitSchemas.contract());
    }
}
