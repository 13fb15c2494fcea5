package cn.xiezhi.matter;

import java.util.List;

/**
 * What one action does to one matter: the matter after it, and the ledger entries it appends.
 *
 * @param findable what the entries add to the words that the matter is found by, besides title and number
 */
public record MatterChange(Matter after, List<LedgerEntry> entries, Findable findable) {
    public MatterChange {
        entries = List.copyOf(entries);
    }

    public MatterChange(Matter after, List<LedgerEntry> entries) {
        this(after, entries, Findable.NOTHING);
    }

    /** The version that the store must still hold; 0 for a matter that is new. */
    public long expectedVersion() {
        return after.version() - 1;
    }
}
