package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Identity.Administration;
import cn.xiezhi.registry.Identity.Administration.Done;
import cn.xiezhi.registry.Identity.Administration.Reason;
import cn.xiezhi.registry.Identity.Administration.Refused;
import cn.xiezhi.registry.Identity.NewAccount;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import cn.xiezhi.registry.Sessions;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What an administrator does to accounts, in the own jurisdiction only; another one's accounts don't exist for it. */
record AccountOffice(Organs organs, Accounts accounts, Sessions sessions, Secrets secrets, Argon2 argon2) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,49}");
    private static final int LONGEST = 100;

    Administration create(Officer by, NewAccount a) {
        if (!by.is(Role.ADMINISTRATOR)) {
            return notAdministrator();
        }
        if (!USER.matcher(a.user()).matches()) {
            return new Refused(Reason.BAD_VALUE, "用户名应为2至50个字母、数字、点、横线或下划线，以字母或数字开头");
        }
        if (a.name().isBlank() || a.name().length() > LONGEST || a.roles().isEmpty() || a.certificate().filter(c -> c.length() > LONGEST).isPresent()) {
            return new Refused(Reason.BAD_VALUE, "请填写姓名并至少选择一个角色；姓名、证件号各不超过" + LONGEST + "个字符");
        }
        if (organs.find(by.jurisdiction(), a.organ()).isEmpty()) {
            return new Refused(Reason.NO_SUCH_ORGAN, "本辖区没有机关 " + a.organ());
        }
        String password = secrets.oneTimePassword();
        Account account = new Account(a.user(), by.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificate(), argon2.hash(password), true, true, 0, Optional.empty());
        return accounts.add(account) ? new Done(account, Optional.of(password)) : new Refused(Reason.USER_TAKEN, "用户名 " + a.user() + " 已被使用");
    }

    Administration resetPassword(Officer by, String user) {
        if (!by.is(Role.ADMINISTRATOR)) {
            return notAdministrator();
        }
        if (of(by, user).isEmpty()) {
            return noSuchAccount(user);
        }
        String password = secrets.oneTimePassword();
        String hash = argon2.hash(password);
        return changed(user, a -> Change.failures(Change.password(a, hash, true), 0, Optional.empty()), true, Optional.of(password));
    }

    Administration setEnabled(Officer by, String user, boolean enabled) {
        if (!by.is(Role.ADMINISTRATOR)) {
            return notAdministrator();
        }
        if (of(by, user).isEmpty()) {
            return noSuchAccount(user);
        }
        if (!enabled && user.equals(by.user())) {
            return new Refused(Reason.BAD_VALUE, "不能停用自己的账户");
        }
        return changed(user, a -> Change.enabled(a, enabled), !enabled, Optional.empty());
    }

    private Optional<Account> of(Officer by, String user) {
        return accounts.find(user).filter(a -> a.jurisdiction().equals(by.jurisdiction()));
    }

    private Administration changed(String user, UnaryOperator<Account> change, boolean endSessions, Optional<String> password) {
        Optional<Account> changed = accounts.change(user, change);
        if (endSessions) {
            sessions.removeOthers(user, "");
        }
        return changed.<Administration>map(a -> new Done(a, password)).orElseGet(() -> noSuchAccount(user));
    }

    private static Refused notAdministrator() {
        return new Refused(Reason.NOT_ADMINISTRATOR, "只有管理员可以管理账户");
    }

    private static Refused noSuchAccount(String user) {
        return new Refused(Reason.NO_SUCH_ACCOUNT, "本辖区没有账户 " + user);
    }
}
