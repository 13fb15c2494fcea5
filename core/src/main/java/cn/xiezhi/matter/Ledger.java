package cn.xiezhi.matter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private static String hash(String jurisdiction, String matter, LedgerEntry e) {
        return Hashes.sha256(bytes(values(jurisdiction, matter, e)));
    }

    /** What an entry's hash is taken of, in this order; the details by their keys. */
    public static List<String> values(String jurisdiction, String matter, LedgerEntry e) {
        List<String> values = new ArrayList<>(List.of(e.previousHash(), jurisdiction, matter, Integer.toString(e.seq()), Long.toString(e.at().toEpochMilli()), e.user(),
                e.userName(), e.organ(), e.action(), e.from(), e.to()));
        new TreeMap<>(e.details()).forEach((key, value) -> values.addAll(List.of(key, value)));
        values.addAll(List.of(e.citation().orElse(""), e.policyVersion()));
        return values;
    }

    /** Each value in UTF-8 with its length in four bytes before it, the highest first, so that no two entries read alike. */
    public static byte[] bytes(List<String> values) {
        List<byte[]> texts = values.stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer all = ByteBuffer.allocate(texts.stream().mapToInt(t -> Integer.BYTES + t.length).sum());
        texts.forEach(t -> all.putInt(t.length).put(t));
        return all.array();
    }
}
