package cn.xiezhi.loader;

import cn.xiezhi.registry.Holding;
import cn.xiezhi.registry.Holding.Mode;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.registry.ItemTable;
import cn.xiezhi.registry.Organ;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code xiezhi/items.yaml}, contract 1: the classes of items that a jurisdiction's document knows, each cited, and items as sample data whose
 * organs stand in {@code organs.yaml}.
 */
final class ItemsFile {
    static final Map<String, Mode> MODES = modes();

    private final String jurisdiction;
    private final Map<String, Organ> organs;
    private final List<ItemClass> classes = new ArrayList<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    private ItemsFile(String jurisdiction, List<Organ> organs) {
        this.jurisdiction = jurisdiction;
        this.organs = organs.stream().collect(Collectors.toMap(Organ::id, Function.identity()));
    }

    static Proposed read(String text, String jurisdiction, List<Organ> organs, Citations citations, Problems problems) {
        ItemsFile file = new ItemsFile(jurisdiction, organs);
        YamlTree.read(text, problems).filter(PolicyFile::known).ifPresent(s -> file.read(s, citations));
        return new Proposed(organs, List.copyOf(file.items.values()), file.classes);
    }

    private void read(Section s, Citations citations) {
        if (s.has("classes")) {
            s.sections("classes").forEach(c -> itemClass(c, citations));
        }
        if (s.has("items")) {
            s.sections("items").forEach(this::item);
        }
        s.finish();
    }

    private void itemClass(Section c, Citations citations) {
        Optional<String> id = Names.id(c, "id");
        Optional<String> name = c.text("name");
        Optional<String> supervises = c.text("supervises");
        Optional<String> punishes = c.text("punishes");
        Optional<String> tells = c.text("tells");
        Optional<String> cite = citations.read(c);
        c.finish();
        if (id.isPresent() && classes.stream().anyMatch(other -> other.id().equals(id.get()))) {
            c.problem("id", "类别 id “" + id.get() + "”重复");
        } else if (id.isPresent() && name.isPresent() && supervises.isPresent() && punishes.isPresent() && tells.isPresent() && cite.isPresent()) {
            classes.add(new ItemClass(id.get(), name.get(), supervises.get(), punishes.get(), tells.get(), cite.get()));
        }
    }

    private void item(Section i) {
        Optional<String> code = i.text("code").filter(c -> {
            boolean right = ItemTable.CODE_FORM.matcher(c).matches();
            if (!right) {
                i.problem("code", "“" + c + "”不合格式；应为 1 至 40 个字母、数字、点或短横线");
            }
            return right;
        });
        Optional<String> name = i.text("name");
        List<String> basis = i.texts("basis");
        Optional<String> itemClass = i.textIfAny("class");
        List<Holding> holdings = new ArrayList<>();
        for (Section h : i.sections("holdings")) {
            holding(h).ifPresent(holding -> {
                holdings.stream().filter(holding::overlaps).findFirst().ifPresent(other -> h.problem("from", "与 " + other.from() + " 起的 " + other.mode().code() + " 在同一时间、同一地方重叠"));
                holdings.add(holding);
            });
        }
        i.finish();
        itemClass.filter(c -> classes.stream().noneMatch(known -> known.id().equals(c))).ifPresent(c -> i.problem("class", "本文件的 classes 中没有“" + c + "”"));
        if (code.isPresent() && name.isPresent() && !holdings.isEmpty()) {
            if (items.put(code.get(), new Item(jurisdiction, code.get(), name.get(), basis, itemClass, holdings)) != null) {
                i.problem("code", "事项编码“" + code.get() + "”重复");
            }
        }
    }

    private Optional<Holding> holding(Section h) {
        Optional<Mode> mode = h.oneOf("mode", MODES);
        Optional<LocalDate> from = h.date("from");
        Optional<LocalDate> until = h.dateIfAny("until");
        Optional<String> department = h.text("department");
        List<String> townships = h.has("townships") ? h.texts("townships") : List.of();
        Optional<String> letter = h.textIfAny("letter");
        Optional<String> basis = h.text("basis");
        h.finish();
        department.filter(d -> !organs.containsKey(d) || organs.get(d).kind() == Organ.Kind.TOWNSHIP || organs.get(d).kind() == Organ.Kind.INTERNAL_UNIT)
                .ifPresent(d -> h.problem("department", "organs.yaml 中没有可作主管部门的机关“" + d + "”"));
        townships.stream().filter(t -> !organs.containsKey(t) || organs.get(t).kind() != Organ.Kind.TOWNSHIP).findFirst()
                .ifPresent(t -> h.problem("townships", "organs.yaml 中没有乡镇街道“" + t + "”"));
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            h.problem("until", "截止日早于起始日");
        }
        if (mode.filter(Mode.ENTRUSTED::equals).isPresent() != letter.isPresent() || letter.isPresent() && until.isEmpty()) {
            h.problem("letter", "委托（entrusted）须写 letter 和 until，其他方式不写 letter");
        }
        return mode.isPresent() && from.isPresent() && department.isPresent() && basis.isPresent()
                ? Optional.of(new Holding(mode.get(), from.get(), until, department.get(), townships, letter, basis.get())) : Optional.empty();
    }

    private static Map<String, Mode> modes() {
        Map<String, Mode> modes = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            modes.put(mode.code(), mode);
        }
        return modes;
    }
}
