package cn.xiezhi.matter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.procedure.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final House house = new House();
    private final String id = house.sent();

    private boolean intactAfter(UnaryOperator<LedgerEntry> change) {
        List<LedgerEntry> entries = new ArrayList<>(house.ledger(id));
        entries.set(1, change.apply(entries.get(1)));
        return Ledger.intact(house.matter(id), entries);
    }

    private static LedgerEntry with(LedgerEntry e, String userName, Map<String, String> details, String hash) {
        return new LedgerEntry(e.seq(), e.at(), e.user(), userName, e.organ(), e.action(), e.from(), e.to(), details, e.citation(), e.policyVersion(), e.previousHash(), hash);
    }

    @Test
    void untouchedChain_isIntact() {
        assertTrue(intactAfter(e -> e));
    }

    @Test
    void changedValue_isSeen() {
        assertFalse(intactAfter(e -> with(e, "别人", e.details(), e.hash())));
        assertFalse(intactAfter(e -> with(e, e.userName(), Map.of("file", "另一份.pdf"), e.hash())));
    }

    @Test
    void changedValueWithAFreshHash_isSeenByItsSuccessor() {
        assertFalse(intactAfter(e -> Ledger.sealed("test", id, with(e, "别人", e.details(), ""))));
    }

    @Test
    void missingLastEntry_isSeenByTheMattersHead() {
        List<LedgerEntry> entries = house.ledger(id);
        assertFalse(Ledger.intact(house.matter(id), entries.subList(0, entries.size() - 1)));
    }

    @Test
    void missingFirstEntry_isSeen() {
        List<LedgerEntry> entries = house.ledger(id);
        assertFalse(Ledger.intact(house.matter(id), entries.subList(1, entries.size())));
    }

    @Test
    void valuesThatWouldReadAlikeInARow_haveDifferentHashes() {
        LedgerEntry e = house.ledger(id).get(0);
        LedgerEntry one = Ledger.sealed("test", id, with(e, e.userName(), Map.of("a", "bc"), ""));
        LedgerEntry other = Ledger.sealed("test", id, with(e, e.userName(), Map.of("ab", "c"), ""));
        assertFalse(one.hash().equals(other.hash()));
        assertTrue(Optional.of(one.hash()).filter(h -> h.length() == 64).isPresent());
    }
}
