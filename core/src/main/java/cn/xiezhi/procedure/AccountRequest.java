package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * 账号申请和变更: an organ reports a person → the administrator who keeps such accounts begins → done, not done, or refused.
 * What an administrator does without a request is begun and ended in a matter of its own. This is the record; the account
 * itself is changed between beginning and end, so that no change stays unrecorded.
 */
public final class AccountRequest {
    static final String APPLICANT = "applicant";
    static final String KEEPER = "keeper";
    /** Laid down where the document says who keeps whose accounts. */
    static final Rule APPROVER = Rule.text("approver", "部门管理员的账号由谁办理").must();

    private static final List<Option> CHANGES = List.of(new Option("open", "开设"), new Option("change", "变更"), new Option("disable", "停用"), new Option("enable", "启用"), new Option("reset", "重置密码"));
    private static final Field CHANGE = Field.choice("change", "办理什么", CHANGES).must().preset("open");
    private static final Field PERSON = Field.text("person", "姓名").must();
    private static final Field CERTIFICATE = Field.text("certificate", "执法证号");
    private static final Field ROLES = Field.choices("roles", "岗位", Arrays.stream(Role.values()).map(r -> new Option(r.code(), r.text())).toList()).must();
    private static final Field UNIT = Field.text("unit", "内设机构");
    private static final Field KEPT_BY = Field.organ("keeper", "报哪个主管部门", Organ.Kind.DEPARTMENT).must();
    private static final Field USER = Field.text("user", "账号").must();
    private static final Field OF = Field.organ("of", "所属单位").must();
    private static final Field REASON = Field.longText("reason", "说明").must();

    public static final Procedure PROCEDURE = build();

    private AccountRequest() {}

    private static Procedure build() {
        return Procedure.named("accounts", "账号申请").rules(APPROVER)
                .state("requested", "待办理").state("begun", "办理中").end("done", "已办理").end("failed", "未办成").end("refused", "已退回").end("withdrawn", "已撤回")
                .part(APPLICANT, "申请单位").part(KEEPER, "办理单位")
                .opening(opening())
                .actions(begin(), end("done", "办理完成"), end("failed", "未能办成").asks(REASON), refuse(), CommonActions.withdraw(APPLICANT, "requested"))
                .records(CHANGE, PERSON, CERTIFICATE, ROLES, UNIT, KEPT_BY, USER, OF, REASON).made();
    }

    private static Action opening() {
        return Action.named("open", "申请账号").only(Role.LIAISON, Role.LEADER, Role.ADMINISTRATOR).asks(AccountRequest::fields)
                .checks(c -> keeper(c).isPresent() ? Optional.empty()
                        : Optional.of(Refusal.rule("no-approval-bureau", "机关名录里没有行政审批部门，请先登记", c.rules().citation())))
                .checks(c -> trusted(c) && !c.actor().is(Role.ADMINISTRATOR) && c.actor().organ().kind() == Organ.Kind.TOWNSHIP
                        ? Optional.of(Refusal.input(List.of(new FieldError("roles", "管理员、审计员只在县级部门设置", Optional.of(c.rules().citation()))))) : Optional.empty())
                .then((c, d) -> {
                    boolean own = c.actor().is(Role.ADMINISTRATOR);
                    d.recordInput(c);
                    d.title(CHANGES.stream().filter(o -> c.in("change").orElseThrow().equals(o.value())).findFirst().orElseThrow().label() + "账号：" + c.in("person").orElseThrow());
                    d.to(own ? "begun" : "requested");
                    d.party(APPLICANT, own ? c.in("of").orElseThrow() : c.actor().organ().id());
                    d.party(KEEPER, keeper(c).orElseThrow());
                    if (!own && c.actor().organ().kind() == Organ.Kind.TOWNSHIP) {
                        d.owe(Duty.ACCOUNTS_KEEP, keeper(c).orElseThrow(), Variant.NORMAL, c.now());
                    }
                });
    }

    private static List<Field> fields(Case c) {
        List<Field> fields = new ArrayList<>(List.of(CHANGE, PERSON, CERTIFICATE, ROLES, UNIT));
        if (c.actor().is(Role.ADMINISTRATOR)) {
            fields.addAll(List.of(USER, OF));
        } else if (c.actor().organ().kind() == Organ.Kind.TOWNSHIP) {
            fields.add(KEPT_BY.cited(c.rules().citation()));
        }
        return fields;
    }

    private static boolean trusted(Case c) {
        return c.lines("roles").contains(Role.ADMINISTRATOR.code()) || c.lines("roles").contains(Role.AUDITOR.code());
    }

    private static Optional<String> keeper(Case c) {
        if (c.actor().is(Role.ADMINISTRATOR)) {
            return Optional.of(c.actor().organ().id());
        }
        if (c.actor().organ().kind() == Organ.Kind.TOWNSHIP) {
            return c.in("keeper").or(() -> Optional.of(""));
        }
        return trusted(c) ? c.situation().organOf(Organ.Kind.APPROVAL).map(Organ::id) : Optional.of(c.actor().organ().id());
    }

    private static Action begin() {
        return Action.named("begin", "开始办理").from("requested").by(KEEPER).only(Role.ADMINISTRATOR).asks(USER).then((c, d) -> {
            d.recordInput(c);
            d.to("begun");
        });
    }

    private static Action end(String state, String label) {
        return Action.named(state, label).from("begun").by(KEEPER).only(Role.ADMINISTRATOR).then((c, d) -> {
            d.recordInput(c);
            d.to(state);
            d.closeAll(state.equals("done") ? Status.MET : Status.CANCELLED);
        });
    }

    private static Action refuse() {
        return Action.named("refuse", "退回").from("requested").by(KEEPER).only(Role.ADMINISTRATOR).aside().asks(REASON).then((c, d) -> {
            d.recordInput(c);
            d.to("refused");
            d.closeAll(Status.MET);
        });
    }
}
