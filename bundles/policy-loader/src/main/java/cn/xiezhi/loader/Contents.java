package cn.xiezhi.loader;

import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Procedures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contents of the versions that the archive speaks of: a bundle's own where it brings the version, else the archive's copy, read once. */
final class Contents {
    private final Map<String, Reading> read = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private Procedures known = Procedures.own();

    void knows(Procedures procedures) {
        known = procedures;
        read.keySet().removeIf(key -> key.contains(" " + Subject.POLICY + " "));
    }

    Reading of(Decisions decisions, String version, Optional<Offers.Entry> entry) {
        Optional<Content> offered = entry.filter(e -> !e.offer().origin().expired()).flatMap(e -> e.offer().content().filter(c -> c.version().equals(version))
                .or(() -> e.good().filter(c -> c.version().equals(version))));
        if (offered.isPresent()) {
            return new Reading(offered, List.of());
        }
        String key = decisions.jurisdiction() + " " + decisions.subject() + " " + version;
        used.add(key);
        return read.computeIfAbsent(key, k -> Reading.again(new BundleFiles(decisions.archive().files(decisions.jurisdiction(), decisions.subject(), version).orElse(Map.of())), known));
    }

    /** Lets go of what nothing was asked for since the last time. */
    void forgetUnused() {
        read.keySet().retainAll(used);
        used.clear();
    }
}
