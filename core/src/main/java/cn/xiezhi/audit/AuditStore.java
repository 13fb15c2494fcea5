package cn.xiezhi.audit;

import cn.xiezhi.audit.AuditEntry.Head;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the record is kept: only added to. Implemented by the store, which itself writes the acts on matters and the logged reads, in their own transactions. */
public interface AuditStore {
    void add(AuditEntry entry);

    List<AuditEntry> find(AuditQuery query);

    /** Jurisdictions with entries that have no place in their chain yet. */
    Set<String> unsealed();

    /**
     * Gives the eldest entries without a place their places; whoever else does so meanwhile waits or finds nothing left, and nobody who writes entries waits.
     *
     * @return how many
     */
    int seal(String jurisdiction, int most);

    Head head(String jurisdiction);

    /** Entries with their places, in order. */
    List<AuditEntry> chain(String jurisdiction, long after, int limit);

    /** Ids of matters, in order. */
    List<String> matters(String jurisdiction, String after, int limit);

    long countMatters(String jurisdiction);

    void keep(AuditCheck check);

    /** The latest first. */
    List<AuditCheck> checks(String jurisdiction, int limit);

    default Optional<AuditCheck> lastCheck(String jurisdiction) {
        return checks(jurisdiction, 1).stream().findFirst();
    }
}
