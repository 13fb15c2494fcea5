package cn.xiezhi.loader;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.TransferRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code transfer}: form, materials and guards of a case transfer. */
final class Transfers {
    static final int MOST_OFFICERS = 20;

    private Transfers() {}

    static Optional<TransferRules> read(Section s, Citations citations) {
        Optional<Section> name = s.section("ownName");
        boolean unlessLawCited = name.map(n -> n.flag("unlessLawCited", false)).orElse(false);
        Optional<Cited<String>> ownName = name.flatMap(n -> citations.cited(n, r -> r.text("text")));
        Optional<Cited<String>> oneCase = citations.textIfAny(s, "oneCase");
        List<Material> materials = materials(s, citations);
        Optional<Cited<Integer>> officers = s.sectionIfAny("officers").flatMap(o -> citations.cited(o, Transfers::officers));
        Optional<Cited<String>> leaderApproval = citations.textIfAny(s, "leaderApproval");
        Optional<Cited<String>> contact = citations.textIfAny(s, "contact");
        Optional<Cited<String>> handOverList = citations.textIfAny(s, "handOverList");
        Optional<Cited<String>> receipt = citations.textIfAny(s, "receipt");
        Optional<Cited<String>> disposedGoods = citations.textIfAny(s, "disposedGoods");
        Optional<Cited<String>> ongoing = s.section("ongoing").flatMap(o -> citations.cited(o, r -> r.text("text")));
        Optional<Cited<String>> reasonedRefusal = citations.textIfAny(s, "reasonedRefusal");
        Optional<Cited<String>> evidence = citations.textIfAny(s, "evidence");
        Optional<Cited<String>> closedBefore = citations.textIfAny(s, "closedBefore");
        Optional<Cited<String>> filedBefore = citations.textIfAny(s, "filedBefore");
        Optional<Cited<String>> legacy = citations.textIfAny(s, "legacy");
        Optional<Cited<String>> noOnward = citations.textIfAny(s, "noOnward");
        s.finish();
        if (ownName.isEmpty() || ongoing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TransferRules(ownName.get(), unlessLawCited, oneCase, materials, officers, leaderApproval, contact, handOverList,
                receipt, disposedGoods, ongoing.get(), reasonedRefusal, evidence, closedBefore, filedBefore, legacy, noOnward));
    }

    private static List<Material> materials(Section s, Citations citations) {
        List<Material> materials = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section m : s.sections("materials")) {
            Optional<String> id = Names.id(m, "id");
            Optional<String> name = m.text("name");
            boolean required = m.flag("required", true);
            boolean pages = m.flag("pages", false);
            boolean seizedGoodsOnly = m.flag("seizedGoodsOnly", false);
            Optional<String> cite = citations.read(m);
            m.finish();
            if (id.isPresent() && !ids.add(id.get())) {
                m.problem("id", "材料 id “" + id.get() + "”重复");
            } else if (id.isPresent() && name.isPresent() && cite.isPresent()) {
                materials.add(new Material(id.get(), name.get(), required, pages, seizedGoodsOnly, cite.get()));
            }
        }
        return materials;
    }

    private static Optional<Integer> officers(Section s) {
        return s.integer("least").filter(n -> {
            boolean possible = n >= 1 && n <= MOST_OFFICERS;
            if (!possible) {
                s.problem("least", "人数 " + n + " 不可能；应为 1 至 " + MOST_OFFICERS);
            }
            return possible;
        });
    }
}
