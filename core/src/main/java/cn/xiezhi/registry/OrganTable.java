package cn.xiezhi.registry;

import cn.xiezhi.registry.Checked.Row;
import cn.xiezhi.registry.Checked.State;
import cn.xiezhi.sheet.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Organs as a spreadsheet. What is not in the file stays as it is, as does how they number documents: an organ is never deleted, since matters refer to it. */
public final class OrganTable {
    private static final String ID = "编号";
    private static final String NAME = "名称";
    private static final String KIND = "类型";
    private static final String PARENT = "所属机关";
    private static final String CODE = "区划代码";
    private static final Table TABLE = new Table("机关", List.of(ID, NAME, KIND, PARENT, CODE));
    /** An organ's id, everywhere; the platform and the public have the two that are left out. */
    public static final Pattern ID_FORM = Pattern.compile("(?!(?:public|system)$)[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern CODE_FORM = Pattern.compile("\\d{9}");
    private static final Map<String, Organ.Kind> KINDS = kinds();

    private OrganTable() {}

    private static Map<String, Organ.Kind> kinds() {
        Map<String, Organ.Kind> kinds = new LinkedHashMap<>();
        for (Organ.Kind kind : Organ.Kind.values()) {
            kinds.put(kind.text(), kind);
        }
        return kinds;
    }

    public static Sheet sheet(Collection<Organ> organs) {
        OrganNames names = new OrganNames(organs);
        return TABLE.sheet(organs.stream().map(o -> List.of(o.id(), o.name(), o.kind().text(), o.parent().map(names::word).orElse(""), o.code().orElse(""))).toList());
    }

    /** @param register the jurisdiction's organs by id */
    public static Checked<Organ> check(Sheet sheet, String jurisdiction, Map<String, Organ> register) {
        if (!TABLE.heading(sheet).isEmpty()) {
            return Checked.wrongHeading(TABLE.heading(sheet));
        }
        Map<String, Organ> after = new LinkedHashMap<>(register);
        Map<String, Cells> places = new LinkedHashMap<>();
        List<Cells> rows = TABLE.rows(sheet);
        Map<String, String> parents = new HashMap<>();
        for (Cells cells : rows) {
            read(cells, jurisdiction, register).ifPresent(o -> {
                if (places.putIfAbsent(o.id(), cells) != null) {
                    cells.fault(ID, "编号“" + o.id() + "”在本文件中重复，第 " + (places.get(o.id()).row() + 1) + " 行已有");
                } else if (register.containsKey(o.id()) && register.get(o.id()).kind() != o.kind()) {
                    cells.fault(KIND, "已登记为" + register.get(o.id()).kind().text() + "，类型不能改；如已改设，请另编号登记");
                } else {
                    after.put(o.id(), o);
                    o.parent().ifPresent(p -> parents.put(o.id(), p));
                }
            });
        }
        // A parent may stand further down in the same file.
        OrganNames names = new OrganNames(after.values());
        parents.forEach((id, word) -> {
            Optional<Organ> parent = names.find(word).filter(p -> p.kind() != Organ.Kind.INTERNAL_UNIT);
            parent.ifPresentOrElse(p -> after.put(id, withParent(after.get(id), p.id())),
                    () -> places.get(id).fault(PARENT, "没有可以作为上级的机关“" + places.get(id).shown(PARENT) + "”，请填名录中或本文件中一个机关的名称或编号"));
        });
        return result(rows, places, register, after);
    }

    private static Checked<Organ> result(List<Cells> rows, Map<String, Cells> places, Map<String, Organ> register, Map<String, Organ> after) {
        Map<Cells, String> ids = new HashMap<>();
        places.forEach((id, cells) -> ids.put(cells, id));
        List<Row> shown = new ArrayList<>();
        List<Organ> added = new ArrayList<>();
        List<Organ> changed = new ArrayList<>();
        for (Cells cells : rows) {
            State state = State.WRONG;
            if (cells.faults().isEmpty()) {
                Organ organ = after.get(ids.get(cells));
                Organ before = register.get(organ.id());
                state = before == null ? State.NEW : before.equals(organ) ? State.UNCHANGED : State.CHANGED;
                (state == State.NEW ? added : state == State.CHANGED ? changed : new ArrayList<Organ>()).add(organ);
            }
            shown.add(new Row(cells.row(), cells.shown(NAME), state, cells.faults()));
        }
        return new Checked<>(List.of(), shown, added, changed);
    }

    private static Optional<Organ> read(Cells cells, String jurisdiction, Map<String, Organ> register) {
        Optional<String> id = cells.matching(ID, ID_FORM, "2 至 40 个小写字母、数字或连字符");
        Optional<String> name = cells.text(NAME, 100);
        Optional<Organ.Kind> kind = cells.oneOf(KIND, KINDS);
        Optional<String> parent = cells.textIfAny(PARENT, 200);
        Optional<String> code = cells.textIfAny(CODE, 20);
        code.filter(c -> !CODE_FORM.matcher(c).matches()).ifPresent(c -> cells.fault(CODE, "区划代码应为 9 位数字"));
        kind.filter(k -> (k == Organ.Kind.INTERNAL_UNIT) != parent.isPresent()).ifPresent(k -> cells.fault(PARENT, "内设机构须写明所属机关，其他机关不写"));
        return id.isPresent() && name.isPresent() && kind.isPresent() && cells.faults().isEmpty()
                ? Optional.of(new Organ(id.get(), jurisdiction, name.get(), kind.get(), parent, code, Optional.ofNullable(register.get(id.get())).flatMap(Organ::numbering))) : Optional.empty();
    }

    private static Organ withParent(Organ o, String parent) {
        return new Organ(o.id(), o.jurisdiction(), o.name(), o.kind(), Optional.of(parent), o.code(), o.numbering());
    }
}
