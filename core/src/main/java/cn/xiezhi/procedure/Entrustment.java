package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Entrusted;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 委托: a department's letter drafted → signed by both leaders → in force from its first day → expired with its term, or
 * revoked. No power before both have signed, none after the term; who handles cases under it is told when it ends.
 */
public final class Entrustment {
    static final String DEPARTMENT = "department";
    static final String TOWNSHIP = "township";

    private static final Rule LETTER = Rule.text("letter", "以什么文书委托").must();
    private static final Rule SCOPE = Rule.text("scope", "委托书须写明委托范围");
    private static final Rule POWERS = Rule.text("powers", "委托书须写明委托权限");
    private static final Rule BASIS = Rule.text("basis", "委托书须写明委托依据");
    private static final Rule RESPONSIBILITY = Rule.text("responsibility", "委托书须写明委托责任");
    private static final Rule TERM = Rule.text("term", "委托书须写明委托期限").must();

    private static final Field NUMBER = Field.text("number", "委托书文号").help(Paper.NUMBERED);
    private static final Field TO = Field.organ("township", "受托乡镇街道", Organ.Kind.TOWNSHIP).must();
    private static final Field ITEMS = Field.lines("items", "委托的执法事项").must().help("每行一个事项编码");
    private static final Field SCOPE_TEXT = Field.longText("scope", "委托范围");
    private static final Field POWERS_TEXT = Field.longText("powers", "委托权限");
    private static final Field BASIS_TEXT = Field.longText("basis", "委托依据");
    private static final Field RESPONSIBILITY_TEXT = Field.longText("responsibility", "委托责任");
    private static final Field FROM = Field.date("from", "委托开始日").must();
    private static final Field UNTIL = Field.date("until", "委托截止日").in(Span.FUTURE).must().help("当日24时终止");
    private static final Field OBJECTION = Field.longText("objection", "修改意见").must();
    private static final Field REVOKED = Field.longText("revokeReason", "解除委托的理由").must();

    public static final Procedure PROCEDURE = build();

    private Entrustment() {}

    private static Procedure build() {
        return Procedure.named("entrustment", "行政执法委托")
                .state("drafted", "委托书待签署").state("signed", "已签署，待生效").state("inForce", "委托有效")
                .end("expired", "期满终止").end("revoked", "已解除").end("withdrawn", "已撤回")
                .part(DEPARTMENT, "委托部门").part(TOWNSHIP, "受托乡镇街道")
                .rules(LETTER, SCOPE, POWERS, BASIS, RESPONSIBILITY, TERM)
                .materials(c -> c.rules().text(LETTER).map(r -> new Material("letter", r.value(), true, false, false, r.citation())).stream().toList())
                .opening(Action.named("open", "拟订委托书").barredBy(Entrustment::onlyDepartments).asks(Entrustment::letter).checks(Entrustment::faults)
                        .then(Entrustment::write))
                .actions(sign(),
                        Action.named("object", "提出修改意见").from("drafted").by(TOWNSHIP).aside().asks(OBJECTION).then((c, d) -> {
                            d.recordInput(c);
                            unsign(d);
                        }),
                        Action.named("revise", "修改委托书").from("drafted").by(DEPARTMENT).aside().asks(c -> c.again(letter(c))).checks(Entrustment::faults)
                                .then(Entrustment::write),
                        Action.named("begin", "委托生效").from("signed").automatic(m -> m.field("from").map(LocalDate::parse).map(Zone::startOf))
                                .then((c, d) -> d.to("inForce")),
                        Action.named("expire", "委托期满").from("signed", "inForce").automatic(m -> m.field("until").map(LocalDate::parse).map(Zone::endOf))
                                .citing(c -> c.rules().text(TERM)).then((c, d) -> end(c, d, "expired")),
                        Action.named("revoke", "解除委托").from("signed", "inForce").by(DEPARTMENT).only(Role.LEADER).aside()
                                .asks(c -> List.of(REVOKED.help("受托方正在按本委托办理的事项：" + running(c).size() + " 件，解除后由委托部门接办"))).then((c, d) -> {
                                    d.recordInput(c);
                                    end(c, d, "revoked");
                                }),
                        CommonActions.withdraw(DEPARTMENT, "drafted"))
                .records(NUMBER, TO, ITEMS, SCOPE_TEXT, POWERS_TEXT, BASIS_TEXT, RESPONSIBILITY_TEXT, FROM, UNTIL, OBJECTION, REVOKED,
                        Field.text("signedDepartment", "委托部门签署人"), Field.text("signedTownship", "受托方签署人"),
                        Field.date("effective", "生效日"), Field.date("endedOn", "终止日"),
                        Field.lines("running", "终止时未办结、由委托部门接办的事项")).papers(EntrustmentPapers.letter(LETTER))
                .appointment(UNTIL, Appointment.Kind.EVENT, "委托期满").made();
    }

    private static List<Field> letter(Case c) {
        return List.of(NUMBER, TO, ITEMS, stated(c, SCOPE, SCOPE_TEXT), stated(c, POWERS, POWERS_TEXT), stated(c, BASIS, BASIS_TEXT),
                stated(c, RESPONSIBILITY, RESPONSIBILITY_TEXT), stated(c, TERM, FROM), stated(c, TERM, UNTIL));
    }

    private static Field stated(Case c, Rule rule, Field field) {
        return c.rules().text(rule).map(r -> field.must().cited(r.citation())).orElse(field);
    }

    private static Optional<Refusal> onlyDepartments(Case c) {
        return c.actor().organ().isDepartment() ? Optional.empty()
                : Optional.of(Refusal.forbidden("not-yours-to-entrust", "只有职能部门可以委托乡镇街道执法"));
    }

    private static Optional<Refusal> faults(Case c) {
        List<FieldError> errors = new ArrayList<>();
        c.lines("items").stream().filter(code -> c.situation().lookup().item(code).isEmpty()).findFirst()
                .ifPresent(code -> errors.add(new FieldError("items", "执法事项清单里没有“" + code + "”", Optional.empty())));
        LocalDate from = c.day("from").orElse(LocalDate.MAX);
        LocalDate until = c.day("until").orElse(LocalDate.MAX);
        if (until.isBefore(from) && c.in("from").isPresent()) {
            errors.add(new FieldError("until", "截止日不能早于开始日", Optional.empty()));
        }
        return errors.isEmpty() ? alreadyEntrusted(c, c.in("township").orElse(""), c.lines("items"), from, until) : Optional.of(Refusal.input(errors));
    }

    /** One item, one township, one letter at a time: two would leave open in whose name it acts. */
    private static Optional<Refusal> alreadyEntrusted(Case c, String township, List<String> items, LocalDate from, LocalDate until) {
        return of(c.situation().lookup().matters("entrustment", township, Instant.EPOCH)).stream()
                .filter(e -> !e.matter().equals(c.matter().id()) && e.township().equals(township) && items.contains(e.item()))
                .filter(e -> !e.untilInclusive().isBefore(from) && !until.isBefore(e.fromInclusive())).findFirst()
                .map(e -> Refusal.conflict("already-entrusted", "事项“" + e.item() + "”已由" + c.situation().nameOf(e.department()) + "委托给该单位至 " + e.untilInclusive()
                        + "（" + e.matter() + "），请先解除或改期"));
    }

    private static void write(Case c, Draft d) {
        d.to("drafted");
        List.of("number", "scope", "powers", "basis", "responsibility").forEach(d::forget);
        d.recordInput(c);
        unsign(d);
        String township = c.in("township").orElseThrow();
        List<String> items = c.lines("items");
        String named = items.stream().limit(3).map(code -> c.situation().lookup().item(code).orElse(code)).collect(Collectors.joining("、"));
        d.title("委托" + c.situation().nameOf(township) + "：" + named + (items.size() > 3 ? "等 " + items.size() + " 项" : ""));
        d.party(DEPARTMENT, c.actor().organ().id());
        d.party(TOWNSHIP, township);
    }

    /** What was changed has to be signed again by both. */
    private static void unsign(Draft d) {
        List.of("signedDepartment", "signedTownship").forEach(d::forget);
    }

    private static Action sign() {
        return Action.named("sign", "签署委托书").from("drafted").by(DEPARTMENT, TOWNSHIP).only(Role.LEADER).withMaterials()
                .barredBy(c -> c.matter().field(signature(c)).map(x -> Refusal.conflict("already-signed", "本单位已经签署，等待对方签署")))
                .barredBy(c -> until(c.matter()).filter(Zone.day(c.now())::isAfter).map(x -> Refusal.conflict("term-over", "委托书的截止日已过，请先修改期限")))
                .checks(c -> alreadyEntrusted(c, c.matter().party(TOWNSHIP).orElseThrow(), items(c.matter()), from(c.matter()), until(c.matter()).orElseThrow()))
                .citing(c -> c.rules().text(LETTER))
                .then((c, d) -> {
                    d.record(signature(c), c.actor().name());
                    if (d.field("signedDepartment").isPresent() && d.field("signedTownship").isPresent()) {
                        LocalDate from = from(c.matter());
                        LocalDate today = Zone.day(c.now());
                        d.record("effective", (from.isAfter(today) ? from : today).toString());
                        d.to(from.isAfter(today) ? "signed" : "inForce");
                    }
                });
    }

    private static String signature(Case c) {
        return c.holds(DEPARTMENT) ? "signedDepartment" : "signedTownship";
    }

    private static LocalDate from(Matter letter) {
        return LocalDate.parse(letter.field("from").orElseThrow());
    }

    private static Optional<LocalDate> until(Matter letter) {
        return letter.field("until").map(LocalDate::parse);
    }

    private static List<String> items(Matter letter) {
        return letter.field("items").map(v -> v.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()).orElse(List.of());
    }

    private static void end(Case c, Draft d, String state) {
        d.to(state);
        d.record("endedOn", Zone.day(c.now()).toString());
        List<Matter> running = running(c);
        if (!running.isEmpty()) {
            d.record("running", running.stream().map(m -> m.id() + " " + m.title()).collect(Collectors.joining("\n")));
        }
        String department = c.situation().nameOf(c.matter().party(DEPARTMENT).orElseThrow());
        running.forEach(m -> d.also(c.situation().procedures().of(m), m, "note")
                .detail("note", "委托（" + c.matter().id() + "）已终止，受托方对本事项不再有权限；请向" + department + "移交，由其接办"));
    }

    /** The open cases that the township handles under the letter. */
    private static List<Matter> running(Case c) {
        String township = c.matter().party(TOWNSHIP).orElseThrow();
        List<String> items = items(c.matter());
        return Stream.of("transfer", "clue", "enforcement").flatMap(p -> c.situation().lookup().matters(p, township, Instant.EPOCH).stream()).filter(Matter::open)
                .filter(m -> m.party(Transfer.ANSWERABLE).or(() -> m.party(Enforcement.ORGAN)).filter(township::equals).isPresent())
                .filter(m -> m.field("item").filter(items::contains).isPresent()).toList();
    }

    /** The letter that gives a township power over an item on a day, among letters of any state. */
    public static Optional<Entrusted> inForce(List<Matter> letters, String item, String township, LocalDate day) {
        return of(letters).stream().filter(e -> e.item().equals(item) && e.township().equals(township) && e.inForce(day)).findFirst();
    }

    /**
     * What letters give or gave, item by item; those never signed give nothing. It is read off their days, so a term ends on
     * time whether or not the platform has noticed. A revoked letter gives no power on the day of its revocation any more.
     */
    public static List<Entrusted> of(List<Matter> letters) {
        return letters.stream().filter(m -> m.procedure().equals("entrustment") && m.field("effective").isPresent()).flatMap(m -> {
            LocalDate term = until(m).orElseThrow();
            LocalDate last = m.state().equals("revoked") ? m.field("endedOn").map(LocalDate::parse).orElseThrow().minusDays(1) : term;
            return items(m).stream().map(item -> new Entrusted(item, m.party(DEPARTMENT).orElseThrow(), m.party(TOWNSHIP).orElseThrow(),
                    LocalDate.parse(m.field("effective").orElseThrow()), last.isBefore(term) ? last : term, m.id()));
        }).toList();
    }
}
