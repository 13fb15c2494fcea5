package cn.xiezhi.loader;

import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organ.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code xiezhi/organs.yaml}, contract 1: the organs that a jurisdiction's bundle proposes as sample data. */
final class OrgansFile {
    static final Map<String, Kind> KINDS = kinds();

    private OrgansFile() {}

    static List<Organ> read(String text, String jurisdiction, Optional<String> division, Problems problems) {
        return YamlTree.read(text, problems).filter(PolicyFile::known).map(s -> organs(s, jurisdiction, division)).orElse(List.of());
    }

    private static List<Organ> organs(Section s, String jurisdiction, Optional<String> division) {
        Map<String, Organ> organs = new LinkedHashMap<>();
        Map<String, Section> places = new HashMap<>();
        for (Section o : s.sections("organs")) {
            Optional<String> id = Names.id(o, "id");
            Optional<String> name = o.text("name");
            Optional<Kind> kind = o.oneOf("kind", KINDS);
            Optional<String> parent = o.textIfAny("parent");
            Optional<String> code = Names.divisionIfAny(o, "code", 9);
            Optional<NumberTemplate> numbering = o.textIfAny("numbering").flatMap(t -> template(t, o));
            o.finish();
            code.filter(c -> division.filter(c::startsWith).isEmpty()).ifPresent(c -> o.problem("code", "代码 " + c + " 不属于本辖区"));
            if (id.isPresent() && organs.containsKey(id.get())) {
                o.problem("id", "机关 id “" + id.get() + "”重复");
            } else if (id.isPresent() && name.isPresent() && kind.isPresent()) {
                organs.put(id.get(), new Organ(id.get(), jurisdiction, name.get(), kind.get(), parent, code, numbering));
                places.put(id.get(), o);
            }
        }
        s.finish();
        organs.values().forEach(organ -> parent(organ, organs, places.get(organ.id())));
        return new ArrayList<>(organs.values());
    }

    private static Optional<NumberTemplate> template(String text, Section at) {
        try {
            return Optional.of(new NumberTemplate(text));
        } catch (IllegalArgumentException e) {
            at.problem("numbering", e.getMessage());
            return Optional.empty();
        }
    }

    private static void parent(Organ organ, Map<String, Organ> organs, Section at) {
        boolean internal = organ.kind() == Kind.INTERNAL_UNIT;
        if (internal != organ.parent().isPresent()) {
            at.problem("parent", internal ? "内设机构须写明所属机关" : "只有内设机构（internalUnit）才写 parent");
        }
        organ.parent().filter(p -> !organs.containsKey(p) || organs.get(p).kind() == Kind.INTERNAL_UNIT)
                .ifPresent(p -> at.problem("parent", "本文件中没有机关“" + p + "”"));
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.code(), kind);
        }
        return kinds;
    }
}
