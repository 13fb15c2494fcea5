package cn.xiezhi.store;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Certificate.Kind;
import cn.xiezhi.registry.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Entity
@Table(name = "account")
class AccountRow {
    /** For many at once: what an import takes over is written, all else keeps its value. */
    static final RowTable<AccountRow> TABLE = new RowTable<AccountRow>("account")
            .key("jurisdiction", Types.VARCHAR, a -> a.jurisdiction).key("user_name", Types.VARCHAR, a -> a.user)
            .column("organ", Types.VARCHAR, a -> a.organ).column("name", Types.VARCHAR, a -> a.name).column("roles", Types.VARCHAR, a -> a.roles)
            .column("enforcement_number", Types.VARCHAR, a -> a.enforcementNumber).column("enforcement_until", Types.VARCHAR, a -> a.enforcementUntil)
            .column("supervision_number", Types.VARCHAR, a -> a.supervisionNumber).column("supervision_until", Types.VARCHAR, a -> a.supervisionUntil)
            .column("review_number", Types.VARCHAR, a -> a.reviewNumber).column("review_until", Types.VARCHAR, a -> a.reviewUntil)
            .fixed("password_hash", Types.VARCHAR, a -> a.passwordHash).fixed("must_change", Types.BOOLEAN, a -> a.mustChange)
            .fixed("enabled", Types.BOOLEAN, a -> a.enabled).fixed("failures", Types.INTEGER, a -> a.failures).fixed("locked_until", Types.BIGINT, a -> a.lockedUntil);

    @Id String jurisdiction;
    @Id @Column(name = "user_name") String user;
    String organ;
    String name;
    String roles;
    @Column(name = "enforcement_number") String enforcementNumber;
    @Column(name = "enforcement_until") String enforcementUntil;
    @Column(name = "supervision_number") String supervisionNumber;
    @Column(name = "supervision_until") String supervisionUntil;
    @Column(name = "review_number") String reviewNumber;
    @Column(name = "review_until") String reviewUntil;
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
        enforcementNumber = number(a, Kind.ENFORCEMENT);
        enforcementUntil = until(a, Kind.ENFORCEMENT);
        supervisionNumber = number(a, Kind.SUPERVISION);
        supervisionUntil = until(a, Kind.SUPERVISION);
        reviewNumber = number(a, Kind.REVIEW);
        reviewUntil = until(a, Kind.REVIEW);
        passwordHash = a.passwordHash();
        mustChange = a.mustChangePassword();
        enabled = a.enabled();
        failures = a.failures();
        lockedUntil = Times.millis(a.lockedUntil());
    }

    Account value() {
        return new Account(user, jurisdiction, organ, name,
                Arrays.stream(roles.split(",")).filter(r -> !r.isEmpty()).map(r -> Role.of(r).orElseThrow()).collect(Collectors.toSet()),
                certificates(), passwordHash, mustChange, enabled, failures, Times.instant(lockedUntil));
    }

    private List<Certificate> certificates() {
        return Stream.of(certificate(Kind.ENFORCEMENT, enforcementNumber, enforcementUntil), certificate(Kind.SUPERVISION, supervisionNumber, supervisionUntil),
                certificate(Kind.REVIEW, reviewNumber, reviewUntil)).flatMap(Optional::stream).toList();
    }

    private static Optional<Certificate> certificate(Kind kind, String number, String until) {
        return Optional.ofNullable(number).map(n -> new Certificate(kind, n, Optional.ofNullable(until).map(LocalDate::parse)));
    }

    private static String number(Account a, Kind kind) {
        return a.certificate(kind).map(Certificate::number).orElse(null);
    }

    private static String until(Account a, Kind kind) {
        return a.certificate(kind).flatMap(Certificate::until).map(LocalDate::toString).orElse(null);
    }
}
