package cn.xiezhi.registry;

import cn.xiezhi.registry.Certificate.Kind;
import cn.xiezhi.registry.Checked.Row;
import cn.xiezhi.registry.Checked.State;
import cn.xiezhi.sheet.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Officers with their certificates as a spreadsheet. A new officer gets an account that is not enabled yet: it has no password until an
 * administrator hands one out. Passwords, locks and whether an account is enabled are no part of the file.
 */
public final class OfficerTable {
    private static final String USER = "用户名";
    private static final String NAME = "姓名";
    private static final String ORGAN = "机关";
    private static final String ROLES = "岗位";
    private static final String NUMBER = "号";
    private static final String UNTIL = "有效期至";
    private static final Table TABLE = new Table("执法人员", Stream.concat(Stream.of(USER, NAME, ORGAN, ROLES),
            Arrays.stream(Kind.values()).flatMap(k -> Stream.of(k.text() + NUMBER, k.text() + UNTIL))).toList());
    /** A user name, everywhere. */
    public static final Pattern USER_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{2,63}");
    /** Characters of a certificate's number. */
    public static final int LONGEST_NUMBER = 50;
    private static final Map<String, Role> WORDS = Arrays.stream(Role.values()).collect(Collectors.toMap(Role::text, r -> r, (a, b) -> a, LinkedHashMap::new));

    private OfficerTable() {}

    public static Sheet sheet(Collection<Account> accounts, Collection<Organ> organs) {
        OrganNames names = new OrganNames(organs);
        return TABLE.sheet(accounts.stream().map(a -> {
            List<String> row = new ArrayList<>(List.of(a.user(), a.name(), names.word(a.organ()), a.roles().stream().sorted().map(Role::text).collect(Collectors.joining("、"))));
            for (Kind kind : Kind.values()) {
                row.add(a.certificate(kind).map(Certificate::number).orElse(""));
                row.add(a.certificate(kind).flatMap(Certificate::until).map(LocalDate::toString).orElse(""));
            }
            return row;
        }).toList());
    }

    /**
     * @param register the jurisdiction's accounts
     * @param takenElsewhere user names of other jurisdictions
     * @param importer who imports, and can't take the administration away from himself
     * @param rule who keeps whose account
     */
    public static Checked<Account> check(Sheet sheet, String jurisdiction, Collection<Account> register, Set<String> takenElsewhere, Collection<Organ> organs, Officer importer,
            AccountRule rule) {
        if (!TABLE.heading(sheet).isEmpty()) {
            return Checked.wrongHeading(TABLE.heading(sheet));
        }
        OrganNames names = new OrganNames(organs);
        Map<String, Account> before = register.stream().collect(Collectors.toMap(Account::user, a -> a));
        List<Cells> rows = TABLE.rows(sheet);
        Map<Cells, Account> read = new HashMap<>();
        Set<String> inFile = new HashSet<>();
        for (Cells cells : rows) {
            read(cells, jurisdiction, names, before).ifPresent(a -> read.put(cells, a));
            String user = cells.shown(USER);
            if (!user.isEmpty() && !inFile.add(user)) {
                cells.fault(USER, "用户名“" + user + "”在本文件中重复");
            } else if (takenElsewhere.contains(user)) {
                cells.fault(USER, "用户名“" + user + "”已被使用，请换一个");
            }
            if (user.equals(importer.user()) && read.containsKey(cells) && !read.get(cells).roles().contains(Role.ADMINISTRATOR)) {
                cells.fault(ROLES, "不能取消自己的管理员岗位");
            }
        }
        read.forEach((cells, after) -> against(importer, rule, after, Optional.ofNullable(before.get(after.user()))).ifPresent(why -> cells.fault(USER, why)));
        numbers(rows, read, register, inFile);
        List<Row> shown = new ArrayList<>();
        List<Account> added = new ArrayList<>();
        List<Account> changed = new ArrayList<>();
        for (Cells cells : rows) {
            State state = State.WRONG;
            if (cells.faults().isEmpty()) {
                Account after = read.get(cells);
                Account known = before.get(after.user());
                state = known == null ? State.NEW : known.equals(after) ? State.UNCHANGED : State.CHANGED;
                (state == State.NEW ? added : state == State.CHANGED ? changed : new ArrayList<Account>()).add(after);
            }
            shown.add(new Row(cells.row(), cells.shown(NAME), state, cells.faults()));
        }
        return new Checked<>(List.of(), shown, added, changed);
    }

    private static Optional<String> against(Officer importer, AccountRule rule, Account after, Optional<Account> before) {
        if (before.filter(after::equals).isPresent()) {
            return Optional.empty();
        }
        if (Officer.outsider(after.user()).isPresent()) {
            return Optional.of("用户名“" + after.user() + "”是系统保留的，请换一个");
        }
        return rule.against(importer, after.organ(), after.roles()).or(() -> before.flatMap(b -> rule.against(importer, b.organ(), b.roles())));
    }

    private static Optional<Account> read(Cells cells, String jurisdiction, OrganNames organs, Map<String, Account> register) {
        Optional<String> user = cells.matching(USER, USER_FORM, "3 至 64 个字母、数字、点或短横线，以字母或数字开头");
        Optional<String> name = cells.text(NAME, 50);
        Optional<Organ> organ = organs.read(cells, ORGAN);
        Set<Role> roles = roles(cells);
        List<Certificate> certificates = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            certificate(cells, kind).ifPresent(certificates::add);
        }
        if (!cells.faults().isEmpty()) {
            return Optional.empty();
        }
        Account a = register.get(user.orElseThrow());
        return Optional.of(a == null
                ? new Account(user.get(), jurisdiction, organ.orElseThrow().id(), name.orElseThrow(), roles, certificates, "", true, false, 0, Optional.empty())
                : new Account(a.user(), jurisdiction, organ.orElseThrow().id(), name.orElseThrow(), roles, certificates, a.passwordHash(), a.mustChangePassword(), a.enabled(),
                        a.failures(), a.lockedUntil()));
    }

    private static Set<Role> roles(Cells cells) {
        Set<Role> roles = new HashSet<>();
        List<String> words = cells.list(ROLES, WORDS.size(), 20);
        if (cells.shown(ROLES).isEmpty()) {
            cells.fault(ROLES, "请填写岗位");
        }
        words.stream().filter(w -> !WORDS.containsKey(w)).findFirst().ifPresent(w -> cells.fault(ROLES, "没有“" + w + "”这个岗位，可填：" + String.join("、", WORDS.keySet())));
        words.stream().filter(WORDS::containsKey).map(WORDS::get).forEach(roles::add);
        return roles;
    }

    private static Optional<Certificate> certificate(Cells cells, Kind kind) {
        Optional<String> number = cells.textIfAny(kind.text() + NUMBER, LONGEST_NUMBER);
        Optional<LocalDate> until = cells.dateIfAny(kind.text() + UNTIL);
        if (number.isEmpty() && until.isPresent()) {
            cells.fault(kind.text() + NUMBER, "写了有效期，请填写" + kind.text() + "号");
        }
        return number.map(n -> new Certificate(kind, n, until));
    }

    /** No two persons with one certificate, in the file or with what stays in the register. */
    private static void numbers(List<Cells> rows, Map<Cells, Account> read, Collection<Account> register, Set<String> inFile) {
        for (Kind kind : Kind.values()) {
            Map<String, String> holders = new HashMap<>();
            register.stream().filter(a -> !inFile.contains(a.user())).sorted(Comparator.comparing(Account::user))
                    .forEach(a -> a.certificate(kind).ifPresent(c -> holders.putIfAbsent(c.number(), a.name())));
            rows.stream().filter(read::containsKey).forEach(cells -> read.get(cells).certificate(kind).ifPresent(c -> {
                String holder = holders.putIfAbsent(c.number(), read.get(cells).name());
                if (holder != null) {
                    cells.fault(kind.text() + NUMBER, kind.text() + "号“" + c.number() + "”与" + holder + "的相同，请核对");
                }
            }));
        }
    }
}
