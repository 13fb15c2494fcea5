package cn.xiezhi.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Checked.Fault;
import cn.xiezhi.registry.Checked.State;
import cn.xiezhi.registry.Holding.Mode;
import cn.xiezhi.sheet.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Registers as spreadsheets: what each row would do, and every fault with its cell. */
class TablesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final Map<String, Organ> organs = new LinkedHashMap<>();
    private final List<ItemClass> classes = List.of(new ItemClass("forbidden", "禁止类", "主管部门", "镇街", "无", "某规定 二（三）"));

    TablesTest() {
        organ("east", "东镇𠮷", Organ.Kind.TOWNSHIP, null, "140925100");
        organ("west", "同名机关", Organ.Kind.TOWNSHIP, null, null);
        organ("bureau", "城管局", Organ.Kind.DEPARTMENT, null, null);
        organ("double", "同名机关", Organ.Kind.DEPARTMENT, null, null);
        organ("team", "东镇执法队", Organ.Kind.INTERNAL_UNIT, "east", null);
    }

    private final Officer importer = new Officer("admin", "管", new Organ("bureau", "j", "城管局", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()), Set.of(Role.ADMINISTRATOR));
    private AccountRule rule = new AccountRule(false, Map.of());

    @Test
    void whereTheDocumentSaysWhoKeepsWhoseAccounts_aFileIsNoWayRoundIt() {
        Account town = account("town-1", "甲", Set.of(Role.OFFICER));
        Account raised = account("town-1", "甲", Set.of(Role.OFFICER, Role.ADMINISTRATOR));
        assertEquals(List.of(), cells(officers(OfficerTable.sheet(List.of(raised), organs.values()), town)));
        rule = new AccountRule(true, organs);
        assertEquals(List.of(), cells(officers(OfficerTable.sheet(List.of(account("town-1", "乙", Set.of(Role.OFFICER))), organs.values()), town)), "a department keeps a township's");
        assertEquals(List.of("A2"), cells(officers(OfficerTable.sheet(List.of(raised), organs.values()), town)));
        assertEquals(List.of("A2"), cells(officers(OfficerTable.sheet(List.of(town), organs.values()), raised)), "nor is one taken back");
        assertEquals(List.of(), cells(officers(OfficerTable.sheet(List.of(raised), organs.values()), raised)), "what stays is nobody's business");
    }

    @Test
    void whoWritesWithoutAnAccount_canNotBeImported() {
        assertEquals(List.of("A2"), cells(officers(OfficerTable.sheet(List.of(account("public", "甲", Set.of(Role.OFFICER))), organs.values()))));
    }

    private void organ(String id, String name, Organ.Kind kind, String parent, String code) {
        organs.put(id, new Organ(id, "j", name, kind, Optional.ofNullable(parent), Optional.ofNullable(code)));
    }

    private static Account account(String user, String name, Set<Role> roles, Certificate... certificates) {
        return new Account(user, "j", "east", name, roles, Arrays.asList(certificates), "hash", false, true, 3, Optional.empty());
    }

    private static Sheet with(Sheet sheet, String... row) {
        List<List<String>> rows = new ArrayList<>(sheet.rows());
        rows.add(Arrays.asList(row));
        return new Sheet(sheet.name(), rows);
    }

    private static List<String> cells(Checked<?> checked) {
        return checked.rows().stream().flatMap(r -> r.faults().stream()).map(Fault::cell).toList();
    }

    private static String messages(Checked<?> checked) {
        return checked.rows().stream().flatMap(r -> r.faults().stream()).map(f -> f.cell() + " " + f.message()).toList().toString();
    }

    private Checked<Organ> organs(Sheet sheet) {
        return OrganTable.check(sheet, "j", organs);
    }

    private Checked<Account> officers(Sheet sheet, Account... register) {
        return OfficerTable.check(sheet, "j", Arrays.asList(register), Set.of("far-away"), organs.values(), importer, rule);
    }

    private Checked<Item> items(Sheet sheet, Item... register) {
        return ItemTable.check(sheet, "j", Arrays.asList(register), organs.values(), classes);
    }

    private static Item item(Holding... holdings) {
        return new Item("j", "CG-001", "占道经营", List.of("《甲条例》第十四条、第十五条", "《乙办法》第三条"), Optional.of("forbidden"), List.of(holdings));
    }

    private static Holding granted(LocalDate from, LocalDate until, String... towns) {
        return new Holding(Mode.GRANTED, from, Optional.ofNullable(until), "bureau", Arrays.asList(towns), Optional.empty(), "清单 1");
    }

    @Test
    void whatIsExported_importsWithoutAChange() {
        assertEquals(5, organs(OrganTable.sheet(organs.values())).count(State.UNCHANGED));
        Account full = account("wang.1", "王𠮷", Set.of(Role.OFFICER, Role.LIAISON), new Certificate(Certificate.Kind.REVIEW, "R1", Optional.empty()),
                new Certificate(Certificate.Kind.ENFORCEMENT, "E1", Optional.of(DAY)));
        assertEquals(1, officers(OfficerTable.sheet(List.of(full), organs.values()), full).count(State.UNCHANGED));
        Item item = item(granted(DAY.minusYears(2), DAY.minusYears(1), "west", "east"), new Holding(Mode.ENTRUSTED, DAY, Optional.of(DAY), "double", List.of(), Optional.of("委〔2026〕1号"), "清单 2"));
        Checked<Item> items = items(ItemTable.sheet(List.of(item), organs.values(), classes), item);
        assertEquals(2, items.count(State.UNCHANGED), messages(items));
        assertTrue(items.right() && items.added().isEmpty() && items.changed().isEmpty());
    }

    @Test
    void newAndChangedRows_areToldApartFromTheRest() {
        Sheet sheet = with(with(OrganTable.sheet(organs.values()), "north", "北镇", "乡镇街道", "", "140925102"), "north-team", "北镇执法队", "内设机构", "北镇");
        List<List<String>> rows = new ArrayList<>(sheet.rows());
        rows.set(3, List.of("bureau", "综合执法局", "职能部门", "", ""));
        Checked<Organ> checked = organs(new Sheet("机关", rows));
        assertEquals(List.of("north", "north-team"), checked.added().stream().map(Organ::id).toList());
        assertEquals(Optional.of("north"), checked.added().get(1).parent(), "a parent may stand in the same file");
        assertEquals(List.of("综合执法局"), checked.changed().stream().map(Organ::name).toList());
        assertEquals(4, checked.count(State.UNCHANGED));
    }

    @Test
    void wrongOrgans_areNamedCellByCell() {
        Sheet head = OrganTable.sheet(List.of());
        Sheet sheet = with(with(with(with(with(with(with(head, "UPPER", "甲", "乡镇街道"), "north", "", "乡镇"), "unit", "执法队", "内设机构"), "unit2", "执法队", "内设机构", "没有"),
                "twice", "甲\u202E乙", "乡镇街道"), "bureau", "城管局", "乡镇街道"), "east", "东镇", "乡镇街道", "", "12");
        Checked<Organ> checked = organs(with(with(with(sheet, "same", "甲", "乡镇街道"), "same", "乙", "乡镇街道"), "public", "公众", "政府", "", "", "备注"));
        assertEquals(List.of("A2", "B3", "C3", "D4", "D5", "B6", "C7", "E8", "A10", "F11", "A11", "C11"), cells(checked), messages(checked));
        assertFalse(checked.right());
        assertEquals(List.of("same"), checked.added().stream().map(Organ::id).toList());
    }

    @Test
    void aHeadingThatIsNotTheTemplates_isAllThatIsSaid() {
        Checked<Organ> checked = organs(new Sheet("机关", List.of(List.of("编号", "类型", "名称", "所属机关", "区划代码", "备注"), List.of("x", "y"))));
        assertEquals(List.of("B1", "C1", "F1"), checked.heading().stream().map(Fault::cell).toList());
        assertFalse(checked.right() || organs(new Sheet("", List.of())).right());
    }

    @Test
    void aNewOfficer_getsAnAccountWithoutAPassword_andAKnownOneKeepsWhatTheFileDoesNotHave() {
        Account known = account("wang", "王", Set.of(Role.OFFICER), new Certificate(Certificate.Kind.ENFORCEMENT, "E1", Optional.empty()));
        Sheet sheet = with(with(OfficerTable.sheet(List.of(), organs.values()), "li.si", "李𠮷四", "东镇𠮷", "执法人员、单位负责人", "E2", "2027年1月31日"), "wang", "王", "城管局", "执法人员");
        Checked<Account> checked = officers(sheet, known);
        assertTrue(checked.right(), messages(checked));
        Account added = checked.added().get(0);
        assertEquals("", added.passwordHash());
        assertFalse(added.enabled());
        assertEquals(List.of(new Certificate(Certificate.Kind.ENFORCEMENT, "E2", Optional.of(LocalDate.of(2027, 1, 31)))), added.certificates());
        Account moved = checked.changed().get(0);
        assertEquals("bureau", moved.organ());
        assertEquals(List.of(), moved.certificates());
        assertEquals(List.of("hash", true, 3), List.of(moved.passwordHash(), moved.enabled(), moved.failures()));
    }

    @Test
    void wrongOfficers_areNamedCellByCell() {
        Account other = account("other", "旧", Set.of(Role.OFFICER), new Certificate(Certificate.Kind.ENFORCEMENT, "E9", Optional.empty()));
        Account admin = account("admin", "管", Set.of(Role.ADMINISTRATOR));
        Sheet sheet = OfficerTable.sheet(List.of(), organs.values());
        for (String[] row : List.of(new String[] {"a b", "张", "东镇𠮷", "执法人员"}, new String[] {"far-away", "张", "东镇𠮷", "执法人员"}, new String[] {"u-1", "长".repeat(51), "同名机关", "厨师"},
                new String[] {"u-2", "张", "west", ""}, new String[] {"u-3", "张", "west", "执法人员", "E9", "2027-02-30"}, new String[] {"u-4", "张", "west", "执法人员", "", "1999-12-31"},
                new String[] {"u-5", "张", "west", "执法人员", "E5"}, new String[] {"u-5", "张", "west", "执法人员", "E6"}, new String[] {"u-6", "张", "west", "执法人员", "E5"},
                new String[] {"admin", "管", "west", "执法人员"}, new String[] {"u-7", "张", "west", "执法人员", "", "2027-01-01"}, new String[] {"u-8", "张", "west", "执法人员", "E9"})) {
            sheet = with(sheet, row);
        }
        Checked<Account> checked = officers(sheet, other, admin);
        assertEquals(List.of("A2", "A3", "B4", "C4", "D4", "D5", "F6", "F7", "A9", "E10", "D11", "E12", "E13"), cells(checked), messages(checked));
    }

    @Test
    void rowsOfOneCode_areOneItem() {
        Sheet sheet = with(with(ItemTable.sheet(List.of(), organs.values(), classes), "Q-1", "占道经营", "《甲条例》第十四条\n《乙办法》第三条", "禁止类", "赋权", "2021/9/28", "2023.12.31", "城管局", "", "", "清单 1"),
                "Q-1", "占道经营", "《甲条例》第十四条；《乙办法》第三条", "禁止类", "部门保留", "2024-01-01", "", "bureau", "", "", "清单 2");
        Checked<Item> checked = items(sheet);
        assertTrue(checked.right(), messages(checked));
        assertEquals(List.of("《甲条例》第十四条", "《乙办法》第三条"), checked.added().get(0).basis());
        assertEquals(List.of(Mode.GRANTED, Mode.KEPT), checked.added().get(0).holdings().stream().map(Holding::mode).toList());
        assertEquals(2, checked.count(State.NEW));
    }

    @Test
    void wrongItems_areNamedCellByCell() {
        Sheet sheet = ItemTable.sheet(List.of(), organs.values(), classes);
        for (String[] row : List.of(
                new String[] {"Q-1", "甲", "《甲法》第一条", "没有", "赋权", "2021-09-28", "2021-09-27", "东镇𠮷", "城管局", "委1", "清单"},
                new String[] {"Q-2", "甲", "", "", "下放", "昨天", "", "没有", "", "", ""},
                new String[] {"Q-3", "甲", "《甲法》第一条", "", "委托", "2021-09-28", "", "城管局", "", "", "清单"},
                new String[] {"Q-4", "甲", "《甲法》第一条", "", "赋权", "2021-09-28", "2022-09-28", "城管局", "", "", "清单"},
                new String[] {"Q-4", "甲", "《甲法》第一条", "", "部门保留", "2022-09-28", "", "城管局", "", "", "清单"},
                new String[] {"Q-4", "乙", "《乙法》第一条", "禁止类", "部门保留", "2030-09-28", "", "城管局", "", "", "清单"})) {
            sheet = with(sheet, row);
        }
        Checked<Item> checked = items(sheet);
        assertEquals(List.of("D2", "I2", "G2", "H2", "J2", "C3", "E3", "F3", "H3", "K3", "J4", "G4", "F6", "B7", "C7", "D7"), cells(checked), messages(checked));
        assertEquals(State.WRONG, checked.rows().get(3).state(), "a row of an item that is wrong elsewhere is not taken over by itself");
        assertEquals(List.of(), checked.added());
    }

    @Test
    void twentyThousandRows_areCheckedInNoTime() {
        List<List<String>> rows = new ArrayList<>(ItemTable.sheet(List.of(), organs.values(), classes).rows());
        for (int i = 0; i < 20_000; i++) {
            rows.add(List.of("Q-" + i, "占道经营", "《甲条例》第十四条", "禁止类", "赋权", "2021-09-28", "", "城管局", "", "", "清单 1"));
        }
        assertEquals(20_000, items(new Sheet("执法事项", rows)).added().size());
    }
}
