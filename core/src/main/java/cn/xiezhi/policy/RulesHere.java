package cn.xiezhi.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules as one node has them: for operators.
 *
 * @param live what is in force here
 * @param suspended jurisdictions whose bundle is gone from this node: their matters are finished, none is opened
 * @param troubles what was refused or does not run, and why
 * @param bundles every bundle that carries rules or procedures
 * @param signed whether only signed jars are accepted
 */
public record RulesHere(List<Live> live, List<Suspended> suspended, List<Trouble> troubles, List<Carrier> bundles, boolean signed) {
    public static final RulesHere NOTHING = new RulesHere(List.of(), List.of(), List.of(), List.of(), false);

    /** @param edition what is known of the version; @param since when it came into force */
    public record Live(Edition edition, Instant since) {}

    /** @param since when this node noticed, which after a restart is the start */
    public record Suspended(String jurisdiction, Instant since) {}

    /**
     * @param jurisdiction whose rules it would have been; empty where that can't be told or it is everybody's
     * @param text Chinese, one line: which bundle or file, where, what is wrong, what to do
     * @param since when it was first noticed
     */
    public record Trouble(Optional<String> jurisdiction, String text, Instant since) {}

    /** @param state as OSGi calls it, e.g. {@code ACTIVE}; @param modified when it was installed or last updated */
    public record Carrier(String name, String version, String state, Instant modified) {}
}
