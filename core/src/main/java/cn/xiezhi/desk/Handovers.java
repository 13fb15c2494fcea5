package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.procedure.AccountRequest;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.AccountRule;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Somebody leaves: all open matters that were assigned to that person go to a colleague of the same organ, in one act, with a
 * ledger entry in each; all of them or none. The organ's leader may do that, or the administrator who keeps the person's
 * account, who learns how many they were and nothing else of them.
 */
@Component(service = Handovers.class)
public final class Handovers {
    private static final int PAGE = 100;
    private static final int TRIES = 3;

    private final Desk desk;
    private final MatterStore store;
    private final Accounts accounts;

    @Activate
    public Handovers(@Reference Desk desk, @Reference MatterStore store, @Reference Accounts accounts) {
        this.desk = desk;
        this.store = store;
        this.accounts = accounts;
    }

    /**
     * What came of it.
     *
     * @param matters how many were handed over
     */
    public record Answer(int matters, Optional<Refusal> refusal) {
        private static Answer refused(Refusal why) {
            return new Answer(0, Optional.of(why));
        }
    }

    /** @param from whose work it is; {@code to} who takes it over: user names */
    public Answer handOver(Officer who, String from, String to, String reason) {
        Optional<Account> leaving = account(who, from).filter(a -> mayHandOver(who, a));
        if (leaving.isEmpty()) {
            return Answer.refused(Refusal.forbidden("not-yours-to-hand-over", "没有“" + from + "”这个人，或者其工作不由您移交；请由该单位负责人或管理其账号的管理员办理"));
        }
        boolean able = account(who, to).filter(a -> !to.equals(from) && a.enabled() && a.organ().equals(leaving.get().organ()) && a.roles().stream().anyMatch(Action.ACTING::contains)).isPresent();
        if (!able) {
            return Answer.refused(Refusal.input(List.of(new FieldError("to", "接手的应是同一单位的另一位在岗办案人员", Optional.empty()))));
        }
        for (int tries = 1; ; tries++) {
            try {
                return new Answer(committed(who, leaving.get(), to, reason), Optional.empty());
            } catch (StaleMatterException e) {
                if (tries == TRIES) {
                    return Answer.refused(Refusal.conflict("matters-changing", "有事项正在被办理，本次一件也没有移交；请稍后再试"));
                }
            }
        }
    }

    private Optional<Account> account(Officer who, String user) {
        return accounts.find(user).filter(a -> a.jurisdiction().equals(who.jurisdiction()));
    }

    private boolean mayHandOver(Officer who, Account leaving) {
        if (who.is(Role.LEADER) && leaving.organ().equals(who.organ().id())) {
            return true;
        }
        boolean laidDown = desk.openable(who).containsKey(AccountRequest.PROCEDURE);
        return who.is(Role.ADMINISTRATOR)
                && AccountRule.of(laidDown, desk.organs(who).values(), accounts.of(who.jurisdiction())).against(who, leaving.organ(), leaving.roles()).isEmpty();
    }

    private int committed(Officer who, Account leaving, String to, String reason) {
        List<MatterChange> changes = new ArrayList<>();
        assigned(leaving).forEach(m -> changes.addAll(Decisions.handOver(desk.situation(m), who, m, to, reason).changes()));
        if (!changes.isEmpty()) {
            store.commit(new Commit(who.jurisdiction(), changes, Map.of(), who.user(), Optional.empty()));
        }
        return changes.size();
    }

    private List<Matter> assigned(Account leaving) {
        List<Matter> found = new ArrayList<>();
        Optional<MatterQuery.After> after = Optional.empty();
        while (true) {
            List<Matter> page = store.list(new MatterQuery(leaving.jurisdiction(), Optional.of(leaving.organ()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.of(true), Optional.empty(), after, PAGE));
            page.stream().filter(m -> m.assignee().filter(leaving.user()::equals).isPresent()).forEach(found::add);
            if (page.size() < PAGE) {
                return found;
            }
            after = Optional.of(new MatterQuery.After(page.get(PAGE - 1).openedAt(), page.get(PAGE - 1).id()));
        }
    }
}
