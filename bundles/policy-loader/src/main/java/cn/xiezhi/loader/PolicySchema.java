package cn.xiezhi.loader;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Organ;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schema of {@code policy.yaml}, contract 1: its shape. What must agree with each other (documents, ids, examples) only the reading tells. */
final class PolicySchema {
    private static final Map<String, String> TRANSFER = new LinkedHashMap<>();

    static {
        TRANSFER.put("oneCase", "一案一移送");
        TRANSFER.put("leaderApproval", "移送前经单位领导批准");
        TRANSFER.put("contact", "写明联系人");
        TRANSFER.put("handOverList", "案件移送材料交接单，双方签字盖章");
        TRANSFER.put("receipt", "送达回证");
        TRANSFER.put("disposedGoods", "物品已先行处置的，证据和所得款项随案移送");
        TRANSFER.put("reasonedRefusal", "没有正当理由不得拒收");
        TRANSFER.put("evidence", "移送方的证据经审查可以使用");
        TRANSFER.put("closedBefore", "划转前已结案的怎么办");
        TRANSFER.put("filedBefore", "划转前已立案未结的怎么办");
        TRANSFER.put("legacy", "划转前的历史遗留问题怎么办");
        TRANSFER.put("noOnward", "受移送方不得再移送第三方");
    }

    private PolicySchema() {}

    static Schema schema(Procedures known) {
        Schema schema = Schema.object("辖区规则（policy.yaml）")
                .with("$schema", "http://json-schema.org/draft-07/schema#").with("title", "獬豸辖区规则")
                .must("contract", LimitSchemas.contract())
                .must("version", LimitSchemas.version())
                .may("inForceFrom", LimitSchemas.inForceFrom())
                .must("jurisdiction", Schema.object("辖区").must("id", LimitSchemas.id("辖区的短名，小写字母开头，定后不可改")).must("name", Schema.text("辖区名称，如 某县"))
                        .may("division", LimitSchemas.division(6, "国家行政区划代码（GB/T 2260），6位")))
                .must("documents", Schema.list(Schema.object("一份文件").must("id", Schema.text("出处里用的简称")).must("title", Schema.text("全称"))
                        .may("number", Schema.text("文号")).may("since", Schema.day("施行日期")), "规则依据的文件"))
                .must("duties", duties(known))
                .must("transfer", transfer())
                .must("dispute", Schema.object("争议处理").must("returned", path("受移送方认为不归自己管的"))
                        .must("competence", path("其他管辖争议")).may("principles", rule("处理的原则")))
                .may("procedures", procedures(known))
                .may("reminders", reminders());
        return LimitSchemas.define(schema);
    }

    private static Schema duties(Procedures known) {
        Schema duties = Schema.object("期限：文件规定了哪些职责、多长时间；文件没有的职责不写");
        for (Duty duty : known.duties().values()) {
            duties.may(duty.id(), Schema.ref(LimitSchemas.dutyOf(duty), duty.text() + "；从“" + duty.trigger() + "”起算"));
        }
        return duties;
    }

    private static Schema transfer() {
        Schema transfer = Schema.object("案件移送")
                .must("ownName", Schema.object("以谁的名义移送").must("text", Schema.text("自己的短语"))
                        .may("unlessLawCited", Schema.flag(false, "法律另有规定并写明的除外")).must("cite", LimitSchemas.cite()))
                .must("materials", Schema.list(Schema.object("一项材料").must("id", LimitSchemas.id("材料的短名")).must("name", Schema.text("材料名称"))
                        .may("required", Schema.flag(true, "是否必须")).may("pages", Schema.flag(false, "页数记入交接单"))
                        .may("seizedGoodsOnly", Schema.flag(false, "有涉案物品时才要")).must("cite", LimitSchemas.cite()), "移送的材料"))
                .may("officers", Schema.object("办理移送的执法人员").must("least", Schema.integer(1, Transfers.MOST_OFFICERS, "至少几人")).must("cite", LimitSchemas.cite()))
                .must("ongoing", rule("违法行为正在进行时先做什么"));
        TRANSFER.forEach((key, meaning) -> transfer.may(key, rule(meaning)));
        return transfer;
    }

    private static Schema path(String description) {
        Schema parties = Schema.where("by", List.of("parties"));
        Schema level = Schema.object("一级").must("id", LimitSchemas.id("这一级的短名")).must("name", Schema.text("这一级的名称"))
                .must("kind", Schema.oneOf(kinds(), "这一级做什么"))
                .must("by", Schema.oneOf(by(), "由谁")).must("cite", LimitSchemas.cite())
                .and(Schema.when(Schema.where("kind", List.of("negotiate")), parties).with("else", Schema.of("not", parties)));
        return Schema.list(level, description + "：一列层级，最后一级是 decide");
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        Disputes.KINDS.forEach((word, kind) -> kinds.put(word, switch (kind) {
            case NEGOTIATE -> "双方协商";
            case COORDINATE -> "第三方协调";
            case DECIDE -> "决定；只能是最后一级";
        }));
        return kinds;
    }

    private static Map<String, String> by() {
        Map<String, String> by = new TreeMap<>();
        Disputes.BY.keySet().forEach(word -> by.put(word, Organ.Kind.of(word).map(Organ.Kind::text).orElse("双方")));
        return by;
    }

    private static Schema procedures(Procedures known) {
        Schema procedures = Schema.object("其他规程：文件有的才写，不写该辖区就没有");
        for (Procedure procedure : known.all().values()) {
            procedure.rules().ifPresent(rules -> procedures.may(procedure.id(), procedure(procedure.name(), rules)));
        }
        return procedures;
    }

    private static Schema procedure(String name, List<Rule> rules) {
        Schema schema = Schema.object(name).must("cite", LimitSchemas.cite());
        for (Rule rule : rules) {
            Schema value = switch (rule.kind()) {
                case TEXT -> rule(rule.meaning());
                case NUMBER -> Schema.object(rule.meaning()).must("number", Schema.integer(rule.least(), rule.most(), rule.meaning())).must("cite", LimitSchemas.cite());
                case LIST -> Schema.list(Schema.of("$ref", "#/definitions/entry"), rule.meaning());
            };
            if (rule.required()) {
                schema.must(rule.key(), value);
            } else {
                schema.may(rule.key(), value);
            }
        }
        return schema;
    }

    private static Schema reminders() {
        Schema days = Schema.of("type", "integer").with("minimum", 1).with("maximum", Reminders.MOST_DAYS);
        return Schema.object("提醒的本地安排；不是文件的规定，不改变期限")
                .may("beforeWorkingDays", Schema.integer(1, Reminders.MOST_WORKING_DAYS, "届满前几个工作日提醒承办单位"))
                .may("leaderAfterWorkingDays", Schema.integer(1, Reminders.MOST_WORKING_DAYS, "逾期满几个工作日报单位负责人"))
                .may("meetingAfterWorkingDays", Schema.integer(1, Reminders.MOST_WORKING_DAYS, "逾期满几个工作日报联席会议办公室"))
                .may("expiryDays", Schema.of("type", "array").with("items", days).with("maxItems", Reminders.MOST_TIMES).with("uniqueItems", true)
                        .with("description", "证件、委托到期前几日提醒；[] 不提醒"));
    }

    private static Schema rule(String description) {
        return Schema.ref("rule", description);
    }
}
