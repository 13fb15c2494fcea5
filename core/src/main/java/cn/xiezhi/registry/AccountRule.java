package cn.xiezhi.registry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who keeps whose account where a document lays it down: the approval bureau those of the departments' administrators, each
 * department's administrator those of its own officers and of the townships'. Who reads across the jurisdiction is opened
 * as an administrator is. Elsewhere an administrator keeps all accounts of the jurisdiction.
 *
 * @param organs the jurisdiction's register by id
 */
public record AccountRule(boolean inEffect, Map<String, Organ> organs) {
    /**
     * @param laidDown whether the jurisdiction's document has the rule; it takes effect once the approval bureau has an
     *     administrator, whom nobody could open otherwise
     */
    public static AccountRule of(boolean laidDown, Collection<Organ> register, Collection<Account> accounts) {
        Map<String, Organ> organs = register.stream().collect(Collectors.toMap(Organ::id, o -> o));
        return new AccountRule(laidDown && accounts.stream().anyMatch(a -> a.enabled() && a.roles().contains(Role.ADMINISTRATOR)
                && Optional.ofNullable(organs.get(a.organ())).filter(o -> o.kind() == Organ.Kind.APPROVAL).isPresent()), organs);
    }

    /**
     * @param organ that the account acts for
     * @param roles that it has or is to have
     * @return why this administrator may not keep such an account; empty if it is fine
     */
    public Optional<String> against(Officer administrator, String organ, Set<Role> roles) {
        return inEffect ? Optional.ofNullable(organs.get(organ)).map(this::owner).flatMap(owner -> against(administrator.organ(), owner, roles)) : Optional.empty();
    }

    /** Whether an administrator is the jurisdiction's, and not only one of a department or township whose people's accounts it keeps. */
    public boolean jurisdictionWide(Officer administrator) {
        Organ organ = owner(administrator.organ());
        return !inEffect || organ.kind() != Organ.Kind.DEPARTMENT && organ.kind() != Organ.Kind.TOWNSHIP;
    }

    /** An internal unit's people are its organ's. */
    private Organ owner(Organ organ) {
        return organ.parent().map(organs::get).orElse(organ);
    }

    private static Optional<String> against(Organ own, Organ owner, Set<Role> roles) {
        if (roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.AUDITOR)) {
            return own.kind() == Organ.Kind.APPROVAL ? Optional.empty() : Optional.of("管理员、审计员的账号由行政审批部门的管理员办理");
        }
        if (owner.kind() == Organ.Kind.TOWNSHIP) {
            return own.isDepartment() ? Optional.empty() : Optional.of("乡镇街道人员的账号由主管部门的管理员办理");
        }
        return own.id().equals(owner.id()) ? Optional.empty() : Optional.of(owner.name() + "人员的账号由该单位的管理员办理");
    }
}
