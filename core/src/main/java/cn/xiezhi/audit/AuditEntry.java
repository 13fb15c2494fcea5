package cn.xiezhi.audit;

import cn.xiezhi.matter.Hashes;
import cn.xiezhi.matter.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One act of a person (GB/T 22239, 8.1.4.3: time, user, kind, outcome). Holds neither secrets nor contents; of an act on a matter it says which ledger entry it is.
 *
 * @param id sorts by time
 * @param ok whether it was done; else {@code detail} says why not
 * @param subject what it was done to: a matter, an account, an address of the API
 * @param detail a stable word, or the action and the number of the ledger entry
 * @param address where the request came from; empty for acts on matters
 * @param seq 1 for the first of the jurisdiction; 0 until it has its place in the chain
 * @param hash over everything before and {@code previousHash}
 */
public record AuditEntry(String jurisdiction, String id, Instant at, String user, String userName, String organ, AuditKind kind, boolean ok, String subject, String detail, String address,
        long seq, String previousHash, String hash) {

    /** An id of this moment. */
    public static String idAt(Instant at) {
        return at.toEpochMilli() + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** The same at its place in the chain. */
    public AuditEntry sealed(Head before) {
        AuditEntry placed = new AuditEntry(jurisdiction, id, at, user, userName, organ, kind, ok, subject, detail, address, before.seq + 1, before.hash, "");
        return new AuditEntry(jurisdiction, id, at, user, userName, organ, kind, ok, subject, detail, address, placed.seq, before.hash, placed.digest());
    }

    /** Whether it stands in the chain right after what came before, as it was written. */
    public boolean follows(Head before) {
        return equals(sealed(before));
    }

    public Head head() {
        return new Head(seq, hash);
    }

    private String digest() {
        return Hashes.sha256(Ledger.bytes(List.of(previousHash, jurisdiction, Long.toString(seq), id, Long.toString(at.toEpochMilli()), user, userName, organ, kind.code(), Boolean.toString(ok), subject, detail,
                address)));
    }

    /** How far a jurisdiction's chain goes. */
    public record Head(long seq, String hash) {
        public static final Head BEGINNING = new Head(0, Ledger.BEGINNING);
    }
}
