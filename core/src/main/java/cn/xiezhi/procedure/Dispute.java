package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeLevel.By;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 争议协调: level by level along the path that the policy had when the dispute was opened; each level settles it or passes
 * it up with its opinion, the last one decides. What is settled or decided binds the matter it came from.
 */
public final class Dispute {
    static final String APPLICANT = "applicant";
    static final String RESPONDENT = "respondent";
    static final String HANDLER = "handler";

    private static final Field OTHER = Field.organ("respondent", "争议的另一方").must();
    private static final Field SUBJECT = Field.text("subject", "争议事项").must();
    private static final Field CLAIM = Field.longText("claim", "本方意见和依据").must();
    private static final Field COMPETENT = Transfer.COMPETENT;
    private static final Field OPINION = Field.longText("opinion", "本级意见（协商、协调情况）").must();
    private static final Field RECORD = Field.longText("agreement", "双方达成一致的情况").must();
    private static final Field REASONS = Field.longText("reasons", "决定的理由和依据").must();
    private static final Field WITHDRAWN = Field.longText("withdrawReason", "撤回理由").must();

    private static final String[] NEGOTIATING = {"negotiating"};
    private static final String[] COORDINATING = {"coordinating"};
    private static final String[] DECIDING = {"deciding"};

    public static final Procedure PROCEDURE = build();

    private Dispute() {}

    private static Procedure build() {
        return Procedure.named("dispute", "争议协调")
                .state("negotiating", "双方协商中").state("coordinating", "协调中").state("deciding", "待决定")
                .end("settled", "已协商一致").end("decided", "已决定").end("withdrawn", "已撤回").way(Dispute::way)
                .part(APPLICANT, "提出方").part(RESPONDENT, "另一方").part(HANDLER, "本级办理单位")
                .opening(opening()).actions(agree(), passUp("escalate", "协商不成，提请上一级", NEGOTIATING, APPLICANT, RESPONDENT),
                        settle(), passUp("passUp", "协调不成，提出意见报上一级", COORDINATING, HANDLER), decide(), withdraw())
                .records(OTHER, SUBJECT, CLAIM, COMPETENT, OPINION, RECORD, REASONS, WITHDRAWN, Field.text("level", "层级"),
                Field.organ("agreed.applicant", "提出方认可的管辖单位"), Field.organ("agreed.respondent", "另一方认可的管辖单位"),
                        Field.text("path", "处理路径"), Field.text("principles", "处理原则")).made();
    }

    private static Action opening() {
        return Action.named("open", "提出争议").asks(OTHER, SUBJECT, CLAIM)
                .checks(c -> c.in("respondent").filter(c.actor().organ().id()::equals).map(x ->
                        Refusal.input(List.of(new Outcome.FieldError("respondent", "争议的另一方不能是本单位", Optional.empty())))))
                .checks(c -> c.origin().filter(o -> o.state().equals("returned")).map(o ->
                        Refusal.conflict("already-disputed", "退回的案件已在按规定的路径确定管辖，不能另行提出争议")))
                .checks(c -> unready(c, c.policy().dispute().competence()))
                .then((c, d) -> {
                    d.title(c.in("subject").orElseThrow());
                    d.record("claim", c.in("claim").orElseThrow());
                    c.policy().dispute().principles().ifPresent(p -> d.record("principles", p.value()));
                    begin(c, d, c.policy().dispute().competence(), c.actor().organ().id(), c.in("respondent").orElseThrow());
                });
    }

    /** The dispute that a returned transfer sets off: the receiver against the sender. */
    static void overReturned(Case c, Draft d) {
        d.title("退回案件的管辖：" + c.matter().title());
        d.record("claim", c.in("reason").orElseThrow());
        begin(c, d, c.policy().dispute().returned(), c.actor().organ().id(), c.matter().party(Transfer.SENDER).orElseThrow());
    }

    private static void begin(Case c, Draft d, List<DisputeLevel> path, String applicant, String respondent) {
        d.party(APPLICANT, applicant);
        d.party(RESPONDENT, respondent);
        d.record("path", DisputePath.text(path));
        enter(c, d, path, 0);
    }

    /** The kinds of its levels, each once: how many coordinate is the levels' to say. */
    private static List<String> way(Case c) {
        List<String> kinds = DisputePath.of(c.matter()).stream().map(l -> state(l.kind())).distinct().toList();
        return Stream.concat(kinds.stream(), Stream.of(kinds.contains(DECIDING[0]) ? "decided" : "settled")).toList();
    }

    private static String state(DisputeLevel.Kind kind) {
        return switch (kind) {
            case NEGOTIATE -> NEGOTIATING[0];
            case COORDINATE -> COORDINATING[0];
            case DECIDE -> DECIDING[0];
        };
    }

    private static void enter(Case c, Draft d, List<DisputeLevel> path, int index) {
        DisputeLevel level = path.get(index);
        d.record("level", Integer.toString(index + 1));
        d.cite(level.citation());
        d.to(state(level.kind()));
        if (level.by() != By.PARTIES) {
            d.party(HANDLER, c.situation().organOf(organKind(level.by())).orElseThrow().id());
        }
    }

    /** A path can only be entered if every organ it leads to is registered. */
    static Optional<Refusal> unready(Case c, List<DisputeLevel> path) {
        return path.stream().filter(l -> l.by() != By.PARTIES && c.situation().organOf(organKind(l.by())).isEmpty()).findFirst()
                .map(l -> Refusal.rule("no-organ-for-level", "机关名录里没有“" + organKind(l.by()).text() + "”，无法进入“" + l.name() + "”，请管理员先登记", l.citation()));
    }

    private static Organ.Kind organKind(By by) {
        return switch (by) {
            case JUSTICE_BUREAU -> Organ.Kind.JUSTICE_BUREAU;
            case LEGAL_OFFICE -> Organ.Kind.LEGAL_OFFICE;
            case JOINT_MEETING -> Organ.Kind.JOINT_MEETING;
            case GOVERNMENT -> Organ.Kind.GOVERNMENT;
            case PARTIES -> throw new IllegalArgumentException("the parties are no organ of their own");
        };
    }

    static Optional<Cited<String>> levelOf(Case c) {
        DisputeLevel level = DisputePath.of(c.matter()).get(index(c.matter()));
        return Optional.of(new Cited<>(level.name(), level.citation()));
    }

    private static int index(Matter matter) {
        return Integer.parseInt(matter.field("level").orElse("1")) - 1;
    }

    /** Agreed once both have named the same organ. */
    private static Action agree() {
        return Action.named("agree", "认可管辖单位").from(NEGOTIATING).by(APPLICANT, RESPONDENT).asks(Dispute::oneOfThem).citing(Dispute::levelOf)
                // Two organs can agree between themselves; they can't agree a case onto a third.
                .checks(c -> c.matter().involves(c.in("competent").orElse("")) ? Optional.empty()
                        : Optional.of(Refusal.input(List.of(new Outcome.FieldError("competent", "协商只能在争议双方之间确定管辖单位", Optional.empty())))))
                .then((c, d) -> {
                    String mine = c.holds(APPLICANT) ? "agreed.applicant" : "agreed.respondent";
                    String theirs = c.holds(APPLICANT) ? "agreed.respondent" : "agreed.applicant";
                    String competent = c.in("competent").orElseThrow();
                    d.record(mine, competent);
                    if (c.matter().field(theirs).filter(competent::equals).isPresent()) {
                        end(c, d, "settled", competent);
                    }
                });
    }

    /** What the other one has named already is proposed. */
    private static List<Field> oneOfThem(Case c) {
        List<Field.Option> parties = Stream.of(APPLICANT, RESPONDENT).flatMap(p -> c.matter().party(p).stream()).map(o -> new Field.Option(o, c.situation().nameOf(o))).toList();
        return List.of(c.proposed(COMPETENT.options(parties), c.holds(APPLICANT) ? "agreed.respondent" : "agreed.applicant"));
    }

    private static Action settle() {
        return Action.named("settle", "协调一致").from(COORDINATING).by(HANDLER).asks(COMPETENT, RECORD).citing(Dispute::levelOf)
                .then((c, d) -> {
                    d.record("agreement", c.in("agreement").orElseThrow());
                    end(c, d, "settled", c.in("competent").orElseThrow());
                });
    }

    private static Action passUp(String id, String label, String[] from, String... parts) {
        return Action.named(id, label).from(from).by(parts).asks(OPINION)
                .then((c, d) -> enter(c, d, DisputePath.of(c.matter()), index(c.matter()) + 1));
    }

    private static Action decide() {
        return Action.named("decide", "作出决定").from(DECIDING).by(HANDLER).only(Role.LEADER, Role.GOVERNMENT_OFFICE, Role.JUSTICE_BUREAU)
                .asks(COMPETENT, REASONS).citing(Dispute::levelOf)
                .then((c, d) -> {
                    d.record("reasons", c.in("reasons").orElseThrow());
                    end(c, d, "decided", c.in("competent").orElseThrow());
                });
    }

    private static void end(Case c, Draft d, String state, String competent) {
        d.to(state);
        d.record("competent", competent);
        c.origin().filter(Matter::open).ifPresent(o -> Binding.on(o, c, d, competent));
    }

    /** A dispute over a returned case can't be withdrawn: the case would be left without anybody who decides on it. */
    private static Action withdraw() {
        return Action.named("withdraw", "撤回争议").from("negotiating", "coordinating", "deciding").by(APPLICANT).aside().asks(WITHDRAWN)
                .barredBy(c -> c.origin().filter(o -> o.state().equals("returned")).map(o ->
                        Refusal.conflict("case-waits-for-this", "退回的案件正等待确定管辖，争议不能撤回")))
                .then((c, d) -> d.to("withdrawn"));
    }
}
