package cn.xiezhi.policy;

import java.util.List;
import java.util.Optional;

/**
 * Who settles a dispute, level by level; the last level decides.
 *
 * @param returned the path of a transfer that the receiver says is not its own
 * @param competence the path of every other dispute over competence
 * @param principles what the handling goes by, where the document says so
 */
public record DisputeRules(List<DisputeLevel> returned, List<DisputeLevel> competence, Optional<Cited<String>> principles) {
    public DisputeRules {
        returned = checked(returned);
        competence = checked(competence);
    }

    private static List<DisputeLevel> checked(List<DisputeLevel> path) {
        if (path.isEmpty() || path.get(path.size() - 1).kind() != DisputeLevel.Kind.DECIDE) {
            throw new IllegalArgumentException("a dispute path ends with the level that decides");
        }
        return List.copyOf(path);
    }
}
