package cn.xiezhi.store;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

@Entity
@Table(name = "account")
class AccountRow {
    @Id String jurisdiction;
    @Id @Column(name = "user_name") String user;
    String organ;
    String name;
    String roles;
    String certificate;
    @Column(name = "password_hash") String passwordHash;
    @Column(name = "must_change") boolean mustChange;
    boolean enabled;
    int failures;
    @Column(name = "locked_until") Long lockedUntil;

    static AccountRow of(Account a) {
        AccountRow row = new AccountRow();
        row.jurisdiction = a.jurisdiction();
        row.user = a.user();
        row.take(a);
        return row;
    }

    /** Takes over all but user and jurisdiction, which an account keeps for life. */
    void take(Account a) {
        organ = a.organ();
        name = a.name();
        roles = a.roles().stream().map(Role::code).sorted().collect(Collectors.joining(","));
        certificate = a.certificate().orElse(null);
        passwordHash = a.passwordHash();
        mustChange = a.mustChangePassword();
        enabled = a.enabled();
        failures = a.failures();
        lockedUntil = Times.millis(a.lockedUntil());
    }

    Account value() {
        return new Account(user, jurisdiction, organ, name,
                Arrays.stream(roles.split(",")).filter(r -> !r.isEmpty()).map(r -> Role.of(r).orElseThrow()).collect(Collectors.toSet()),
                Optional.ofNullable(certificate), passwordHash, mustChange, enabled, failures, Times.instant(lockedUntil));
    }
}
