package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.DisputeLevel;
import java.util.List;
import java.util.stream.Collectors;

/** A dispute's path as it is written into the matter when it is opened, so that a later policy can't move its levels. */
public final class DisputePath {
    private static final String PART = " | ";

    private DisputePath() {}

    static String text(List<DisputeLevel> path) {
        return path.stream().map(l -> String.join(PART, l.id(), l.kind().name(), l.by().name(), l.name(), l.citation())).collect(Collectors.joining("\n"));
    }

    /** The levels that a dispute goes through. */
    public static List<DisputeLevel> of(Matter dispute) {
        return dispute.field("path").orElseThrow().lines().map(line -> {
            String[] p = line.split(" \\| ", 5);
            return new DisputeLevel(p[0], p[3], DisputeLevel.Kind.valueOf(p[1]), DisputeLevel.By.valueOf(p[2]), p[4]);
        }).toList();
    }
}
