package cn.xiezhi.registry;

import java.util.Optional;
import java.util.Set;

/**
 * Who keeps whose account where a document lays it down: the approval bureau those of the departments' administrators, each
 * department's administrator those of its own officers and of the townships'. Who reads across the jurisdiction is opened
 * as an administrator is.
 */
public final class AccountRule {
    private AccountRule() {}

    /**
     * @param owner the organ that the account acts for; of an internal unit, the one that it belongs to
     * @param roles that the account has or is to have
     * @return why this administrator may not keep such an account; empty if it is fine
     */
    public static Optional<String> against(Officer administrator, Organ owner, Set<Role> roles) {
        Organ own = administrator.organ();
        if (roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.AUDITOR)) {
            return own.kind() == Organ.Kind.APPROVAL ? Optional.empty() : Optional.of("管理员、审计员的账号由行政审批部门的管理员办理");
        }
        if (owner.kind() == Organ.Kind.TOWNSHIP) {
            return own.isDepartment() ? Optional.empty() : Optional.of("乡镇街道人员的账号由主管部门的管理员办理");
        }
        return own.id().equals(owner.id()) ? Optional.empty() : Optional.of(owner.name() + "人员的账号由该单位的管理员办理");
    }
}
