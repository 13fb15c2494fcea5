package cn.xiezhi.matter;

import java.util.List;

/** What one action does to one matter: the matter after it, and the ledger entries it appends. */
public record MatterChange(Matter after, List<LedgerEntry> entries) {
    public MatterChange {
        entries = List.copyOf(entries);
    }

    /** The version that the store must still hold; 0 for a matter that is new. */
    public long expectedVersion() {
        return after.version() - 1;
    }
}
