package cn.xiezhi.registry;

import cn.xiezhi.registry.Checked.Row;
import cn.xiezhi.registry.Checked.State;
import cn.xiezhi.registry.Holding.Mode;
import cn.xiezhi.sheet.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Enforcement items as a spreadsheet: a row for each holding, so that an item that changed hands has several rows with the same code. The rows of
 * an item are all of it; an item that is not in the file stays as it is.
 */
public final class ItemTable {
    private static final String CODE = "事项编码";
    private static final String NAME = "事项名称";
    private static final String BASIS = "法律依据";
    private static final String CLASS = "类别";
    private static final String MODE = "行使方式";
    private static final String FROM = "起始日";
    private static final String UNTIL = "截止日";
    private static final String DEPARTMENT = "主管部门";
    private static final String TOWNSHIPS = "乡镇街道";
    private static final String LETTER = "委托书";
    private static final String SOURCE = "下放依据";
    private static final Table TABLE = new Table("执法事项", List.of(CODE, NAME, BASIS, CLASS, MODE, FROM, UNTIL, DEPARTMENT, TOWNSHIPS, LETTER, SOURCE));
    /** An item's code, everywhere. */
    public static final Pattern CODE_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final int LONGEST_NAME = 200;
    private static final Map<String, Mode> MODES = Arrays.stream(Mode.values()).collect(Collectors.toMap(Mode::text, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private ItemTable() {}

    public static Sheet sheet(Collection<Item> items, Collection<Organ> organs, List<ItemClass> classes) {
        OrganNames names = new OrganNames(organs);
        Map<String, String> classNames = classes.stream().collect(Collectors.toMap(ItemClass::id, ItemClass::name));
        return TABLE.sheet(items.stream().flatMap(i -> i.holdings().stream().map(h -> List.of(i.code(), i.name(), String.join("\n", i.basis()),
                i.itemClass().map(c -> classNames.getOrDefault(c, c)).orElse(""), h.mode().text(), h.from().toString(), h.until().map(LocalDate::toString).orElse(""),
                names.word(h.department()), h.townships().stream().map(names::word).collect(Collectors.joining("、")), h.letter().orElse(""), h.basis()))).toList());
    }

    /** @param classes the jurisdiction's classes of items; none where its document has none */
    public static Checked<Item> check(Sheet sheet, String jurisdiction, Collection<Item> register, Collection<Organ> organs, List<ItemClass> classes) {
        if (!TABLE.heading(sheet).isEmpty()) {
            return Checked.wrongHeading(TABLE.heading(sheet));
        }
        OrganNames names = new OrganNames(organs);
        List<Cells> rows = TABLE.rows(sheet);
        Map<String, Item> after = new LinkedHashMap<>();
        Map<String, State> states = new LinkedHashMap<>();
        for (Cells cells : rows) {
            read(cells, jurisdiction, names, classes).ifPresent(i -> {
                Item first = after.get(i.code());
                if (first == null) {
                    after.put(i.code(), i);
                } else {
                    joined(first, i, cells).ifPresent(whole -> after.put(i.code(), whole));
                }
            });
            if (!cells.faults().isEmpty()) {
                // One wrong row spoils its item: the rest of it would be another item.
                states.put(cells.shown(CODE), State.WRONG);
            }
        }
        Map<String, Item> before = register.stream().collect(Collectors.toMap(Item::code, Function.identity()));
        List<Item> added = new ArrayList<>();
        List<Item> changed = new ArrayList<>();
        after.values().stream().filter(i -> !states.containsKey(i.code())).forEach(i -> {
            Item known = before.get(i.code());
            State state = known == null ? State.NEW : known.equals(i) ? State.UNCHANGED : State.CHANGED;
            states.put(i.code(), state);
            (state == State.NEW ? added : state == State.CHANGED ? changed : new ArrayList<Item>()).add(i);
        });
        return new Checked<>(List.of(), rows.stream().map(c -> new Row(c.row(), c.shown(NAME), states.get(c.shown(CODE)), c.faults())).toList(), added, changed);
    }

    /** An item with one more holding. */
    private static Optional<Item> joined(Item item, Item more, Cells cells) {
        Holding holding = more.holdings().get(0);
        if (!item.name().equals(more.name())) {
            cells.fault(NAME, "同一编码的各行名称须相同，前面为“" + item.name() + "”");
        }
        if (!item.basis().equals(more.basis())) {
            cells.fault(BASIS, "同一编码的各行法律依据须相同");
        }
        if (!item.itemClass().equals(more.itemClass())) {
            cells.fault(CLASS, "同一编码的各行类别须相同");
        }
        item.holdings().stream().filter(holding::overlaps).findFirst().ifPresent(h -> cells.fault(FROM, "与" + h.from() + "起的“" + h.mode().text() + "”在同一时间、同一地方重叠；一处在一天只能有一种归属"));
        if (!cells.faults().isEmpty()) {
            return Optional.empty();
        }
        List<Holding> holdings = new ArrayList<>(item.holdings());
        holdings.add(holding);
        return Optional.of(new Item(item.jurisdiction(), item.code(), item.name(), item.basis(), item.itemClass(), holdings));
    }

    private static Optional<Item> read(Cells cells, String jurisdiction, OrganNames organs, List<ItemClass> classes) {
        Optional<String> code = cells.matching(CODE, CODE_FORM, "1 至 40 个字母、数字、点或短横线");
        Optional<String> name = cells.text(NAME, LONGEST_NAME);
        List<String> basis = cells.lines(BASIS, 20, 200);
        if (cells.shown(BASIS).isEmpty()) {
            cells.fault(BASIS, "请填写法律依据，写明法律名称和条款");
        }
        Optional<String> itemClass = cells.textIfAny(CLASS, 40).flatMap(word -> {
            Optional<String> id = classes.stream().filter(c -> c.name().equals(word) || c.id().equals(word)).map(ItemClass::id).findFirst();
            if (id.isEmpty()) {
                cells.fault(CLASS, classes.isEmpty() ? "本辖区的规定没有划分事项类别，请留空" : "没有“" + word + "”这一类，应为：" + classes.stream().map(ItemClass::name).collect(Collectors.joining("、")));
            }
            return id;
        });
        Optional<Holding> holding = holding(cells, organs);
        return cells.faults().isEmpty() ? Optional.of(new Item(jurisdiction, code.orElseThrow(), name.orElseThrow(), basis, itemClass, List.of(holding.orElseThrow()))) : Optional.empty();
    }

    private static Optional<Holding> holding(Cells cells, OrganNames organs) {
        Optional<Mode> mode = cells.oneOf(MODE, MODES);
        Optional<LocalDate> from = cells.date(FROM);
        Optional<LocalDate> until = cells.dateIfAny(UNTIL);
        Optional<Organ> department = organs.read(cells, DEPARTMENT);
        Optional<String> letter = cells.textIfAny(LETTER, 100);
        Optional<String> source = cells.text(SOURCE, 200);
        List<String> townships = townships(cells, organs);
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            cells.fault(UNTIL, "截止日不能早于起始日");
        }
        department.filter(d -> d.kind() == Organ.Kind.TOWNSHIP || d.kind() == Organ.Kind.INTERNAL_UNIT).ifPresent(d -> cells.fault(DEPARTMENT, "主管部门不能是" + d.kind().text() + "：" + d.name()));
        if (mode.equals(Optional.of(Mode.ENTRUSTED))) {
            if (letter.isEmpty()) {
                cells.fault(LETTER, "委托须有委托书，请填写其编号");
            }
            if (cells.shown(UNTIL).isEmpty()) {
                cells.fault(UNTIL, "委托须有期限，请填写截止日");
            }
        } else if (letter.isPresent()) {
            cells.fault(LETTER, "只有委托才填委托书");
        }
        return cells.faults().isEmpty() ? Optional.of(new Holding(mode.orElseThrow(), from.orElseThrow(), until, department.orElseThrow().id(), townships, letter, source.orElseThrow()))
                : Optional.empty();
    }

    private static List<String> townships(Cells cells, OrganNames organs) {
        List<String> ids = new ArrayList<>();
        for (String word : cells.list(TOWNSHIPS, 500, 200)) {
            Optional<Organ> organ = organs.find(word).filter(o -> o.kind() == Organ.Kind.TOWNSHIP);
            if (organ.isEmpty()) {
                cells.fault(TOWNSHIPS, "名录中没有乡镇街道“" + (word.length() > 60 ? word.substring(0, 60) : word) + "”；全部乡镇街道的，请留空");
                return List.of();
            }
            ids.add(organ.get().id());
        }
        return ids;
    }
}
