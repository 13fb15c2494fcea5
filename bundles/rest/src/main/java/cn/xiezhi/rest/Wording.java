package cn.xiezhi.rest;

import static java.util.Map.entry;

import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.DisputePath;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How what was recorded of a matter reads to people: labels for ids, names for organs and officers, Shanghai time. */
final class Wording {
    /** Entries that the platform writes without an action of the procedure. */
    private static final Map<String, String> OWN_ACTIONS = Map.ofEntries(entry("attach", "添加材料"), entry("giveCode", "给出查询码"), entry("recount", "按放假通知重新计算期限"), entry("recompute", "按现行规则重新计算期限"),
            entry("bound", "依争议结果确定管辖"), entry("takenOver", "职责由集中审批部门接办"),
            // documents
            entry("issueDocument", "制发文书"), entry("voidDocument", "作废文书"),
            entry("transfer.sent", "移送已发出"), entry("transfer.decided", "接收方已作出处理"), entry("transfer.notified", "接收方已通报结果"), entry("transfer.kept", "移送已终止"));

    private final Procedure procedure;
    private final Case seen;
    private final Reading reading;

    Wording(Procedure procedure, Case seen, Reading reading) {
        this.procedure = procedure;
        this.seen = seen;
        this.reading = reading;
    }

    String organ(String id) {
        return seen.situation().nameOf(id);
    }

    String person(String user) {
        return user.equals(seen.actor().user()) ? seen.actor().name() : reading.nameOf(seen.matter().jurisdiction(), user).or(() -> Officer.outsider(user).map(Officer::name)).orElse(user);
    }

    String duty(Duty duty) {
        return seen.situation().procedures().text(duty);
    }

    String action(String id) {
        Optional<Action> action = procedure.opening().id().equals(id) ? Optional.of(procedure.opening()) : procedure.action(id);
        return action.map(Action::label).orElse(OWN_ACTIONS.getOrDefault(id, id));
    }

    Optional<Field.Type> type(String field) {
        return Optional.ofNullable(procedure.vocabulary().get(field)).map(Field::type);
    }

    String label(String field) {
        return Optional.ofNullable(procedure.vocabulary().get(field)).map(Field::label).orElse(field);
    }

    String slot(String id) {
        return id.equals(Attachment.OTHER) ? "其他材料"
                : procedure.materials().apply(seen).stream().filter(m -> m.id().equals(id)).map(Material::name).findFirst().orElse(id);
    }

    String text(String field, String value) {
        return switch (field) {
            case "path" -> levels().stream().map(DisputeLevel::name).collect(Collectors.joining(" → "));
            case "level" -> level(value);
            case "slot" -> slot(value);
            case "colleague" -> person(value);
            case "size" -> value + " 字节";
            // Recorded by the platform, so no form has them as organs.
            case "agreed.applicant", "agreed.respondent" -> organ(value);
            default -> typed(field, value);
        };
    }

    /** What became of an obligation: 凤凰镇，10月11日 24:00 前; 已完成. */
    String trail(Trail t) {
        Obligation o = t.obligation();
        String end = o.limit().equals(Limit.immediately()) ? o.limit().text() : Texts.due(o.dueAtExclusive(), seen.now());
        String doubt = o.provisional() ? "（暂按周末推算）" : "";
        return switch (t.event()) {
            case AROSE -> organ(o.owedBy()) + "，" + end + (o.limit().count().hasAmount() ? " 前" : "") + doubt;
            case EXTENDED -> "延长至 " + end + doubt;
            case RECOUNTED -> "重新计算为 " + end + doubt;
            case MET -> o.overdue(seen.now()) ? "已完成（逾期）" : "已完成";
            case REFUSED -> "已拒绝";
            case CANCELLED -> "已终止";
            case PASSED_ON -> "已转出";
        };
    }

    private String typed(String field, String value) {
        return switch (type(field).orElse(Field.Type.TEXT)) {
            case BOOLEAN -> value.equals("true") ? "是" : "否";
            case CHOICE -> option(field, value);
            case CHOICES -> each(value, v -> option(field, v));
            case ORGAN -> organ(value);
            case ORGANS -> each(value, this::organ);
            case PEOPLE -> each(value, this::person);
            case ITEM -> seen.situation().lookup().item(value).map(name -> value + " " + name).orElse(value);
            case DATE_TIME -> Texts.time(value);
            default -> value;
        };
    }

    private static String each(String lines, UnaryOperator<String> word) {
        return lines.lines().map(word).collect(Collectors.joining("、"));
    }

    /** Options that depend on the policy stand in the forms only. */
    private String option(String field, String value) {
        return Stream.concat(Stream.of(procedure.vocabulary().get(field)),
                        Stream.concat(Stream.of(procedure.opening()), procedure.actions().stream()).flatMap(a -> a.fields(seen).stream()))
                .filter(f -> f.id().equals(field)).flatMap(f -> f.options().stream())
                .filter(o -> o.value().equals(value)).map(Field.Option::label).findFirst()
                .orElseGet(() -> Variant.of(value).map(Variant::text).orElse(value));
    }

    private String level(String value) {
        List<DisputeLevel> levels = levels();
        return IntStream.range(0, levels.size()).filter(i -> Integer.toString(i + 1).equals(value)).mapToObj(i -> value + "/" + levels.size() + " " + levels.get(i).name())
                .findFirst().orElse(value);
    }

    private List<DisputeLevel> levels() {
        return seen.matter().field("path").isPresent() ? DisputePath.of(seen.matter()) : List.of();
    }
}
