package cn.xiezhi.matter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The hash chain over a matter's history: nothing in it can be changed, moved or taken out without being seen. */
public final class Ledger {
    /** What the first entry carries in place of a predecessor's hash. */
    public static final String BEGINNING = "0".repeat(64);

    private Ledger() {}

    /** The entry with its hash; the hash it comes with is not looked at. */
    public static LedgerEntry sealed(String jurisdiction, String matter, LedgerEntry e) {
        return new LedgerEntry(e.seq(), e.at(), e.user(), e.userName(), e.organ(), e.action(), e.from(), e.to(), e.details(), e.citation(),
                e.policyVersion(), e.previousHash(), hash(jurisdiction, matter, e));
    }

    /** Whether the entries are the whole chain of the matter, from its beginning to the head that the matter knows. */
    public static boolean intact(Matter matter, List<LedgerEntry> entries) {
        String previous = BEGINNING;
        int seq = 0;
        for (LedgerEntry e : entries) {
            if (e.seq() != ++seq || !e.previousHash().equals(previous) || !e.hash().equals(hash(matter.jurisdiction(), matter.id(), e))) {
                return false;
            }
            previous = e.hash();
        }
        return seq == matter.ledgerLength() && previous.equals(matter.ledgerHead());
    }

    /** SHA-256 over every value, each with its length before it, so that no two entries read alike. */
    private static String hash(String jurisdiction, String matter, LedgerEntry e) {
        MessageDigest digest = Hashes.digest();
        put(digest, e.previousHash());
        put(digest, jurisdiction);
        put(digest, matter);
        put(digest, Integer.toString(e.seq()));
        put(digest, Long.toString(e.at().toEpochMilli()));
        for (String value : List.of(e.user(), e.userName(), e.organ(), e.action(), e.from(), e.to())) {
            put(digest, value);
        }
        new TreeMap<>(e.details()).forEach((key, value) -> {
            put(digest, key);
            put(digest, value);
        });
        put(digest, e.citation().orElse(""));
        put(digest, e.policyVersion());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
