package cn.xiezhi.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps every version that ever came, and every decision on what is in force. All nodes of the product share it: what it says counts,
 * not what lies on one machine. Implemented by the store.
 */
public interface RuleArchive {
    /**
     * Keeps a version; one that is kept already stays as it is.
     *
     * @param files by their names, e.g. {@code policy.yaml}
     */
    void keep(Edition edition, Map<String, byte[]> files);

    /** Everything of a jurisdiction, the latest first. */
    List<Edition> editions(String jurisdiction, Subject subject);

    /** The files of a version. */
    Optional<Map<String, byte[]>> files(String jurisdiction, Subject subject, String version);

    /** The source text of a policy version: what a matter is finished by after the version's time. */
    Optional<String> text(String jurisdiction, String version);

    /** All decisions, in the order in which they were taken, withdrawn ones included. */
    List<Term> terms(String jurisdiction, Subject subject);

    /**
     * Adds a decision, for a version that is kept.
     *
     * @return false if one with its {@link Term#seq} is there already: another node or person was quicker, nothing was written
     */
    boolean decide(String jurisdiction, Subject subject, Term term);

    /** Withdraws what has not begun yet. Whoever calls this knows that; what was withdrawn before stays so. */
    void withdraw(String jurisdiction, Subject subject, int seq, Instant at);

    /** The jurisdictions that ever had rules. */
    Set<String> jurisdictions();

    /** Another number whenever something was decided or withdrawn, by whichever node; cheap to ask. */
    long stamp();
}
