package cn.xiezhi.rest;

import cn.xiezhi.desk.MatterView;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.procedure.Decisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A matter's ledger as it is hashed, for whoever wants to verify it with something else.
 *
 * @param head the hash that the matter knows its last entry by
 */
record LedgerJson(String jurisdiction, String matter, int length, String head, boolean intact, List<Entry> entries) {
    /**
     * @param at in milliseconds since 1970, UTC
     * @param withheld details that this person may not see; without them the hash can't be computed
     */
    record Entry(int seq, long at, String user, String userName, String organ, String action, String from, String to, Map<String, String> details, List<String> withheld,
            String citation, String policyVersion, String previousHash, String hash) {}

    static LedgerJson of(MatterView view, List<LedgerEntry> ledger, boolean intact) {
        return new LedgerJson(view.matter().jurisdiction(), view.matter().id(), view.matter().ledgerLength(), view.matter().ledgerHead(), intact,
                ledger.stream().map(e -> entry(view, e)).toList());
    }

    private static Entry entry(MatterView view, LedgerEntry e) {
        Map<String, String> details = new TreeMap<>(e.details());
        List<String> withheld = withheld(view, e);
        details.keySet().removeAll(withheld);
        return new Entry(e.seq(), e.at().toEpochMilli(), e.user(), e.userName(), e.organ(), e.action(), e.from(), e.to(), details, withheld, e.citation().orElse(""),
                e.policyVersion(), e.previousHash(), e.hash());
    }

    static List<String> withheld(MatterView view, LedgerEntry e) {
        return e.details().keySet().stream().filter(key -> !Decisions.maySee(view.seen(), view.procedure(), key)).sorted().toList();
    }

    /** The values of the first entry that this person sees whole, as they are hashed. */
    static Optional<List<String>> example(MatterView view, List<LedgerEntry> ledger) {
        return ledger.stream().filter(e -> withheld(view, e).isEmpty()).findFirst().map(e -> Ledger.values(view.matter().jurisdiction(), view.matter().id(), e));
    }
}
