package cn.xiezhi.sample;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Passwords;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Zone;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The sample accounts of a jurisdiction: every role, and somebody at each organ that a case passes through. */
final class People {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param password in the clear, for the list that is handed to whoever tries the sample */
    record Person(Officer officer, String password) {}

    private final List<Person> all = new ArrayList<>();
    private final Accounts accounts;
    private final Passwords passwords;
    private final String jurisdiction;
    private final LocalDate today = LocalDate.now(Zone.SHANGHAI);

    People(String jurisdiction, List<Organ> organs, Accounts accounts, Passwords passwords) {
        this.jurisdiction = jurisdiction;
        this.accounts = accounts;
        this.passwords = passwords;
        first(organs, Organ.Kind.TOWNSHIP).ifPresent(o -> {
            add(o, "town-officer", "王镇执", Role.OFFICER);
            add(o, "town-liaison", "李镇联", Role.LIAISON);
            add(o, "town-leader", "赵镇长", Role.LEADER);
            addExpired(o);
        });
        // A department that enforces makes the livelier sample.
        organs.stream().filter(o -> o.kind() == Organ.Kind.DEPARTMENT && o.name().contains("执法")).findFirst()
                .or(() -> organs.stream().filter(o -> o.kind() == Organ.Kind.DEPARTMENT && o.name().contains("城市管理")).findFirst())
                .or(() -> first(organs, Organ.Kind.DEPARTMENT)).ifPresent(o -> {
            add(o, "dept-officer", "陈局执", Role.OFFICER);
            add(o, "dept-leader", "周局长", Role.LEADER);
            add(o, "dept-reviewer", "吴法审", Role.OFFICER, Certificate.Kind.REVIEW);
            // Where the approval bureau opens department administrators, a department has one of its own.
            first(organs, Organ.Kind.APPROVAL).ifPresent(a -> {
                add(a, "approval-admin", "审批管理", Role.ADMINISTRATOR);
                add(o, "dept-admin", "部门管理", Role.ADMINISTRATOR);
            });
        });
        first(organs, Organ.Kind.JUSTICE_BUREAU).ifPresent(o -> {
            add(o, "justice", "司法协调", Role.JUSTICE_BUREAU);
            add(o, "justice-2", "监督二员", Role.JUSTICE_BUREAU);
            add(o, "admin", "系统管理", Role.ADMINISTRATOR);
            add(o, "auditor", "审计监督", Role.AUDITOR);
        });
        first(organs, Organ.Kind.GOVERNMENT).ifPresent(o -> add(o, "government", "政府办", Role.GOVERNMENT_OFFICE));
        first(organs, Organ.Kind.POLICE).ifPresent(o -> add(o, "police", "公安民警", Role.OFFICER));
        first(organs, Organ.Kind.PROCURATORATE).ifPresent(o -> add(o, "procuratorate", "检察人员", Role.OFFICER));
        first(organs, Organ.Kind.LEGAL_OFFICE).ifPresent(o -> add(o, "legal-office", "法制协调", Role.JUSTICE_BUREAU));
        first(organs, Organ.Kind.JOINT_MEETING).ifPresent(o -> add(o, "joint-meeting", "联席会议办", Role.JUSTICE_BUREAU));
    }

    private static Optional<Organ> first(List<Organ> organs, Organ.Kind kind) {
        return organs.stream().filter(o -> o.kind() == kind).findFirst();
    }

    private void add(Organ organ, String suffix, String name, Role role, Certificate.Kind... more) {
        String user = jurisdiction + "-" + suffix;
        String password = password();
        List<Certificate> certificates = Stream.concat(certificates(user, role).stream(),
                Stream.of(more).map(kind -> new Certificate(kind, "样例-" + user, Optional.of(LocalDate.of(today.getYear() + 1, 12, 31))))).toList();
        accounts.add(new Account(user, jurisdiction, organ.id(), name, Set.of(role), certificates, passwords.hash(password), false, true, 0, Optional.empty()));
        all.add(new Person(new Officer(user, name, organ, Set.of(role), certificates), password));
    }

    /** Somebody whose certificate has ended and whose account was never handed out: what an import leaves behind. */
    private void addExpired(Organ organ) {
        Certificate expired = new Certificate(Certificate.Kind.ENFORCEMENT, "样例-" + jurisdiction + "-0", Optional.of(today.minusDays(1)));
        accounts.add(new Account(jurisdiction + "-expired", jurisdiction, organ.id(), "郑到期", Set.of(Role.OFFICER), List.of(expired), "", true, false, 0, Optional.empty()));
    }

    private List<Certificate> certificates(String user, Role role) {
        Optional<LocalDate> end = Optional.of(LocalDate.of(today.getYear() + 1, 12, 31));
        return switch (role) {
            case OFFICER -> List.of(new Certificate(Certificate.Kind.ENFORCEMENT, "样例-" + user, end));
            case JUSTICE_BUREAU -> List.of(new Certificate(Certificate.Kind.SUPERVISION, "样例-" + user, end));
            default -> List.of();
        };
    }

    /** Twelve letters and digits with a sign: strong enough not to be guessed while the sample is up. */
    private static String password() {
        StringBuilder text = new StringBuilder("Xz-2");
        for (int i = 0; i < 12; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    List<Person> all() {
        return all;
    }

    Officer of(Organ.Kind kind, Role role) {
        return all.stream().map(Person::officer).filter(o -> o.organ().kind() == kind && o.is(role)).findFirst().orElseThrow();
    }
}
