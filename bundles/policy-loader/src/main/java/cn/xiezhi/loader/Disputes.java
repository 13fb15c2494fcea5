package cn.xiezhi.loader;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeLevel.By;
import cn.xiezhi.policy.DisputeLevel.Kind;
import cn.xiezhi.policy.DisputeRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code dispute}: the levels by which a dispute is settled, the last of which decides. */
final class Disputes {
    static final Map<String, Kind> KINDS = Map.of("negotiate", Kind.NEGOTIATE, "coordinate", Kind.COORDINATE, "decide", Kind.DECIDE);
    static final Map<String, By> BY = Map.of("parties", By.PARTIES, "justiceBureau", By.JUSTICE_BUREAU, "legalOffice", By.LEGAL_OFFICE,
            "jointMeeting", By.JOINT_MEETING, "government", By.GOVERNMENT);

    private Disputes() {}

    static Optional<DisputeRules> read(Section s, Citations citations) {
        Optional<List<DisputeLevel>> returned = path(s, "returned", citations);
        Optional<List<DisputeLevel>> competence = path(s, "competence", citations);
        Optional<Cited<String>> principles = citations.textIfAny(s, "principles");
        s.finish();
        return returned.flatMap(r -> competence.map(c -> new DisputeRules(r, c, principles)));
    }

    private static Optional<List<DisputeLevel>> path(Section s, String key, Citations citations) {
        List<Section> sections = s.sections(key);
        List<DisputeLevel> path = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            level(sections.get(i), ids, i == sections.size() - 1, citations).ifPresent(path::add);
        }
        boolean whole = !path.isEmpty() && path.size() == sections.size();
        return whole ? Optional.of(path) : Optional.empty();
    }

    private static Optional<DisputeLevel> level(Section s, Set<String> ids, boolean last, Citations citations) {
        Optional<String> id = Names.id(s, "id");
        Optional<String> name = s.text("name");
        Optional<Kind> kind = s.oneOf("kind", KINDS);
        Optional<By> by = s.oneOf("by", BY);
        Optional<String> cite = citations.read(s);
        s.finish();
        if (id.isPresent() && !ids.add(id.get())) {
            s.problem("id", "层级 id “" + id.get() + "”重复");
            return Optional.empty();
        }
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty() || by.isEmpty() || cite.isEmpty()) {
            return Optional.empty();
        }
        if ((kind.get() == Kind.DECIDE) != last) {
            s.problem("kind", last ? "最后一级必须是 decide（决定），否则争议没有结果" : "decide（决定）只能在最后一级，之后的层级永远到不了");
            return Optional.empty();
        }
        if ((kind.get() == Kind.NEGOTIATE) != (by.get() == By.PARTIES)) {
            s.problem("by", "negotiate（协商）由 parties（双方）进行，其他层级由机关处理");
            return Optional.empty();
        }
        return Optional.of(new DisputeLevel(id.get(), name.get(), kind.get(), by.get(), cite.get()));
    }
}
