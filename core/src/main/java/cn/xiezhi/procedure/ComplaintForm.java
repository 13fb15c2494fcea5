package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Complaint.HANDLER;
import static cn.xiezhi.procedure.Complaint.RECEIVER;
import static cn.xiezhi.registry.Organ.Kind.DEPARTMENT;
import static cn.xiezhi.registry.Organ.Kind.JUSTICE_BUREAU;
import static cn.xiezhi.registry.Organ.Kind.POLICE;
import static cn.xiezhi.registry.Organ.Kind.TOWNSHIP;

import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is asked of a complaint, and what keeps the complainant's identity with those who need it. */
final class ComplaintForm {
    static final Rule PETITIONS = Rule.text("petitions", "信访同样办理");
    /** The kinds of organ that a complaint can be given to: those that a case can be transferred to. */
    private static final Organ.Kind[] TAKERS = {TOWNSHIP, DEPARTMENT, JUSTICE_BUREAU, POLICE};
    private static final String NOT_HERE = "单位之间可见，不写投诉举报人的姓名和联系方式";

    static final Field TO = Field.organ("receiver", "向哪个单位投诉举报", TAKERS).must();
    static final Field KIND = Field.choice("kind", "类型", List.of()).must();
    static final Field CHANNEL = Field.choice("channel", "接到的方式", List.of(new Option("phone", "电话"), new Option("visit", "来访"), new Option("letter", "来信"),
            new Option("online", "网络"), new Option("assigned", "交办、转办"))).must();
    static final Field COMPLAINANT = Field.text("complainant", "投诉举报人姓名").help("匿名的不填").onlyFor(RECEIVER, HANDLER);
    static final Field CONTACT = Field.text("contact", "联系方式").help("用来告知和答复，没有的不填").onlyFor(RECEIVER, HANDLER);
    static final Field CONTENT = Field.longText("content", "投诉举报内容").must().onlyFor(RECEIVER, HANDLER);
    static final Field SUBJECT = Field.text("subject", "事由").must().help(NOT_HERE);
    static final Field AGAINST = Field.text("against", "被反映的单位或者个人").help(NOT_HERE);
    static final Field PLACE = Field.text("place", "发生地点").help(NOT_HERE);
    static final Field REPORTED = Field.organ("reportedOrgan", "反映机关的，选择该机关").help("该机关不能受理，也看不到投诉举报人");
    static final Field RECEIVED = Field.dateTime("receivedAt", "接到的时间").must();
    static final Field FACTS = Field.longText("facts", "基本违法事实").must().help(NOT_HERE);
    static final Field PASS_TO = Field.organ("passTo", "移交给哪个单位", TAKERS).must();
    static final Field FORM = Field.choice("form", "移交方式", List.of(new Option("transfer", "案件移送"), new Option("clue", "线索告知"))).must().preset("transfer");

    /** Whoever is told a file's name or reads a note may learn who complained. */
    static final List<Field> SEALED = List.of(Field.text("file", "文件").onlyFor(RECEIVER, HANDLER), Field.longText("note", "备注").onlyFor(RECEIVER, HANDLER));

    private static final List<Option> KINDS = List.of(new Option("complaint", "投诉"), new Option("report", "举报"), new Option("petition", "信访"));
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{5,}");

    private ComplaintForm() {}

    static List<Field> all() {
        return List.of(TO, KIND.options(KINDS), CHANNEL, COMPLAINANT, CONTACT, CONTENT, SUBJECT, AGAINST, PLACE, REPORTED, RECEIVED, FACTS, PASS_TO, FORM);
    }

    static List<Field> opening(Case c) {
        List<Option> kinds = c.rules().has(PETITIONS) ? KINDS : KINDS.subList(0, 2);
        Field contact = c.rules().text(Complaint.NO_CONTACT).map(r -> CONTACT.help(r.value()).cited(r.citation())).orElse(CONTACT);
        List<Field> fields = new ArrayList<>(c.actor().isPublic() ? List.of(TO) : List.of(CHANNEL, RECEIVED, SUBJECT));
        fields.addAll(List.of(KIND.options(kinds), CONTENT, AGAINST, PLACE, COMPLAINANT, contact, REPORTED));
        return fields;
    }

    /** What was written before it is officially named is nobody's to read in lists. */
    static String title(Case c) {
        return c.in("subject").orElseGet(() -> "网上" + KINDS.stream().filter(o -> c.in("kind").filter(o.value()::equals).isPresent()).findFirst().orElseThrow().label());
    }

    static List<Material> materials(Case c) {
        return List.of(new Material("identity", "投诉举报人身份材料", false, false, false, c.rules().citation()),
                new Material("complaint", "投诉举报材料", false, false, false, c.rules().citation()),
                new Material("check", "核实、处理材料（不含投诉举报人信息）", false, false, false, c.rules().citation()));
    }

    static Optional<Refusal> notByTheReported(Case c, String field, String organ) {
        boolean reported = c.in("reportedOrgan").or(() -> c.matter().field("reportedOrgan")).filter(organ::equals).isPresent();
        return reported ? wrong(field, "不能由被反映的单位办理，请选择其他单位") : Optional.empty();
    }

    /** A text that more than the handling organs read can't carry the complainant's name or number. */
    static Optional<Refusal> tellsNobody(Case c, String... fields) {
        List<String> secrets = Stream.concat(known(c, "complainant").filter(n -> n.codePointCount(0, n.length()) > 1).stream(),
                known(c, "contact").stream().flatMap(contact -> NUMBER.matcher(contact).results().map(MatchResult::group))).toList();
        List<FieldError> errors = Stream.of(fields).filter(f -> c.in(f).filter(text -> secrets.stream().anyMatch(text::contains)).isPresent())
                .map(f -> new FieldError(f, "这里不能出现投诉举报人的姓名或者联系方式", Optional.empty())).toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(Refusal.input(errors));
    }

    private static Optional<String> known(Case c, String field) {
        return c.in(field).or(() -> c.matter().field(field)).map(String::strip);
    }

    static Optional<Refusal> wrong(String field, String message) {
        return Optional.of(Refusal.input(List.of(new FieldError(field, message, Optional.empty()))));
    }
}
