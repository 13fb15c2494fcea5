package cn.xiezhi.identity;

import cn.xiezhi.agenda.Feeds;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.AccountRule;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Identity.Answer;
import cn.xiezhi.registry.Identity.Denied;
import cn.xiezhi.registry.Identity.NewAccount;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.OfficerTable;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import cn.xiezhi.registry.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Accounts as their administrator keeps them, within the administrator's own jurisdiction. */
final class Administration {
    private static final int NAME_LENGTH = 50;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Feeds feeds;
    private final Organs organs;
    private final Predicate<String> laidDown;

    /** @param laidDown of a jurisdiction: whether its document says who keeps whose accounts */
    Administration(Accounts accounts, Sessions sessions, Feeds feeds, Organs organs, Predicate<String> laidDown) {
        this.laidDown = laidDown;
        this.accounts = accounts;
        this.sessions = sessions;
        this.feeds = feeds;
        this.organs = organs;
    }

    Answer<List<Account>> all(Officer who) {
        return asAdministrator(who, () -> Answer.of(accounts.of(who.jurisdiction())));
    }

    Answer<String> open(Officer who, NewAccount wanted) {
        return asAdministrator(who, () -> fault(who, wanted).or(() -> against(who, wanted.organ(), wanted.roles()).map(why -> Answer.<String>denied(Denied.NOT_ADMINISTRATOR, why))).orElseGet(() -> {
            String password = Secrets.oneTimePassword();
            boolean added = accounts.add(new Account(wanted.user(), who.jurisdiction(), wanted.organ(), wanted.name().strip(), wanted.roles(), wanted.certificates(),
                    Argon2.hash(password), true, true, 0, Optional.empty()));
            return added ? Answer.of(password) : Answer.denied(Denied.USER_TAKEN, "用户名“" + wanted.user() + "”已被使用，请换一个");
        }));
    }

    private Optional<Answer<String>> fault(Officer who, NewAccount wanted) {
        if (!OfficerTable.USER_FORM.matcher(wanted.user()).matches()) {
            return Optional.of(Answer.denied(Denied.BAD_ACCOUNT, "用户名应为 3 至 64 个字母、数字、点或短横线，以字母或数字开头"));
        }
        if (Officer.outsider(wanted.user()).isPresent()) {
            return Optional.of(Answer.denied(Denied.BAD_ACCOUNT, "用户名“" + wanted.user() + "”是系统保留的，请换一个"));
        }
        if (wanted.name().isBlank() || wanted.name().codePointCount(0, wanted.name().length()) > NAME_LENGTH) {
            return Optional.of(Answer.denied(Denied.BAD_ACCOUNT, "请填写姓名，不超过 " + NAME_LENGTH + " 个字"));
        }
        if (wanted.roles().isEmpty()) {
            return Optional.of(Answer.denied(Denied.BAD_ACCOUNT, "请至少选择一个岗位"));
        }
        return organs.find(who.jurisdiction(), wanted.organ()).isPresent() ? Optional.empty()
                : Optional.of(Answer.denied(Denied.UNKNOWN_ORGAN, "本辖区没有登记“" + wanted.organ() + "”这个机关"));
    }

    Answer<String> resetPassword(Officer who, String user) {
        return known(who, user, () -> {
            String password = Secrets.oneTimePassword();
            String hash = Argon2.hash(password);
            accounts.change(user, a -> Changed.handedOut(a, hash));
            sessions.removeOthers(user, "");
            return Answer.of(password);
        });
    }

    Answer<Account> setEnabled(Officer who, String user, boolean enabled) {
        if (user.equals(who.user()) && !enabled) {
            return Answer.denied(Denied.BAD_ACCOUNT, "不能停用自己的账号");
        }
        return known(who, user, () -> {
            if (enabled && accounts.find(user).filter(a -> a.passwordHash().isEmpty()).isPresent()) {
                return Answer.denied(Denied.BAD_ACCOUNT, "此账号还没有密码，请用“重置密码”启用");
            }
            Account after = accounts.change(user, a -> Changed.enabled(a, enabled)).orElseThrow();
            if (!enabled) {
                sessions.removeOthers(user, "");
                // Where it was noted down nobody knows: it must not lead anywhere again when the account is enabled again.
                feeds.remove(after.jurisdiction(), user);
            }
            return Answer.of(after);
        });
    }

    /** Somebody else's account does not exist for an administrator of another jurisdiction. */
    private <T> Answer<T> known(Officer who, String user, Supplier<Answer<T>> then) {
        return asAdministrator(who, () -> {
            Optional<Account> account = accounts.find(user).filter(a -> a.jurisdiction().equals(who.jurisdiction()));
            if (account.isEmpty()) {
                return Answer.denied(Denied.UNKNOWN_USER, "本辖区没有用户“" + user + "”");
            }
            return against(who, account.get().organ(), account.get().roles()).map(why -> Answer.<T>denied(Denied.NOT_ADMINISTRATOR, why)).orElseGet(then);
        });
    }

    private Optional<String> against(Officer who, String organ, Set<Role> roles) {
        String j = who.jurisdiction();
        return AccountRule.of(laidDown.test(j), organs.of(j), accounts.of(j)).against(who, organ, roles);
    }

    private static <T> Answer<T> asAdministrator(Officer who, Supplier<Answer<T>> then) {
        return who.is(Role.ADMINISTRATOR) ? then.get() : Answer.denied(Denied.NOT_ADMINISTRATOR, "只有管理员可以管理账号");
    }
}
