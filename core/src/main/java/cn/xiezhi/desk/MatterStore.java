package cn.xiezhi.desk;

import cn.xiezhi.document.Issued;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where matters are kept. Every call names the jurisdiction; nothing of another is ever seen. Implemented by the store. */
public interface MatterStore {
    Optional<Matter> find(String jurisdiction, String id);

    /**
     * A matter as it was at a version, if that costs no asking. It may have changed since: whoever writes upon it learns
     * that from {@link #commit}, and whatever else comes of it has to be looked at again with {@link #find}.
     */
    default Optional<Matter> remembered(String jurisdiction, String id, long version) {
        return Optional.empty();
    }

    /** Matters by id, in the order of the ids; what is not there is left out. */
    default List<Matter> find(String jurisdiction, List<String> ids) {
        return ids.stream().map(id -> find(jurisdiction, id)).flatMap(Optional::stream).toList();
    }

    /** A matter's whole history in order. */
    List<LedgerEntry> ledger(String jurisdiction, String id);

    /** A matter's history up to the matter as it was read, if somebody acted on it between the two reads; one that is too long for no such reason comes whole. */
    default List<LedgerEntry> history(Matter read) {
        List<LedgerEntry> entries = ledger(read.jurisdiction(), read.id());
        boolean overtaken = entries.size() > read.ledgerLength() && find(read.jurisdiction(), read.id()).filter(m -> m.version() > read.version()).isPresent();
        return overtaken ? entries.subList(0, read.ledgerLength()) : entries;
    }

    /** The matters that came from a matter, oldest first. */
    List<Matter> linked(String jurisdiction, String origin);

    /** Newest first (by opening, then id). */
    List<Matter> list(MatterQuery query);

    /** Matters of a procedure that were opened since, newest first, page by page; those in which an organ holds a part, if one is named. */
    default List<Matter> matters(String jurisdiction, String procedure, Optional<String> organ, Instant openedFrom, int most) {
        int size = 100;
        List<Matter> found = new ArrayList<>();
        Optional<MatterQuery.After> after = Optional.empty();
        while (found.size() < most) {
            List<Matter> page = list(new MatterQuery(jurisdiction, Optional.empty(), organ, Optional.of(procedure), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), after, size));
            page.stream().filter(m -> !m.openedAt().isBefore(openedFrom)).limit(most - found.size()).forEach(found::add);
            if (page.size() < size || page.get(size - 1).openedAt().isBefore(openedFrom)) {
                break;
            }
            after = Optional.of(new MatterQuery.After(page.get(size - 1).openedAt(), page.get(size - 1).id()));
        }
        return found;
    }

    /** Open obligations on an organ's desk, the next due first, those without a number last (then by id). */
    List<Owed> obligations(ObligationQuery query);

    /** How many open obligations are on a part of a desk, by light; each number stops at {@link Counts#MOST}. */
    Counts counts(String jurisdiction, DeskPart part, Instant now, Instant soonUntil);

    /** How much an organ has in hand of each of these procedures; each number stops at {@link Counts#MOST}. */
    Map<String, Tally> tallies(String jurisdiction, String organ, List<String> procedures);

    /** The jurisdiction's open obligations with a due time, the next due first (then by id), for counting anew when a calendar arrives. */
    List<Running> running(String jurisdiction, Optional<ObligationQuery.After> after, int limit);

    /** Ids of open matters to which the platform has something to do by then, the longest due first. */
    List<String> waking(String jurisdiction, Instant until, int limit);

    /** The matter that was opened under an idempotency key by a user. */
    Optional<String> openedUnder(String jurisdiction, String user, String key);

    /** The bytes of an attachment. */
    Optional<byte[]> content(String jurisdiction, String sha256);

    /** Keeps who read what; nothing is ever taken out again. All of it or nothing. */
    void keepReads(String jurisdiction, List<Read> reads);

    /** Who read a matter, the latest first. */
    List<Read> reads(String jurisdiction, String matter, int limit);

    /**
     * Writes all of it in one transaction, or nothing.
     *
     * @throws StaleMatterException if one of the matters is no longer at the expected version
     * @throws NumberTakenException if somebody else has taken a document's number
     * @throws StoreException if the database can't take it (down, disk full); nothing was written
     */
    void commit(Commit commit);

    /**
     * @param contents bytes of new attachments, by SHA-256 in hex; known ones are not written twice
     * @param idempotencyKey with {@code user}: what a repeated opening is recognised by
     * @param documents issued by it, or declared void; a new one takes the place in its organ's count in this very transaction
     */
    record Commit(String jurisdiction, List<MatterChange> changes, Map<String, byte[]> contents, String user, Optional<String> idempotencyKey, List<Issued> documents) {
        public Commit(String jurisdiction, List<MatterChange> changes, Map<String, byte[]> contents, String user, Optional<String> idempotencyKey) {
            this(jurisdiction, changes, contents, user, idempotencyKey, List.of());
        }
    }

    /** An open obligation with what the desk shows of its matter. */
    record Owed(Obligation obligation, String matter, String title, String procedure, String state) {}

    /** An open obligation with its matter's id. */
    record Running(String matter, Obligation obligation) {}

    /**
     * Somebody read a matter.
     *
     * @param what the page, one of the files, or an export that it was in
     * @param attachment the file's id; empty for the others
     */
    record Read(String matter, String user, String userName, String organ, Instant at, What what, Optional<String> attachment) {
        public enum What { PAGE, FILE, EXPORT }
    }

    /** Open obligations by light. */
    record Counts(int overdue, int soon, int inTime, int noNumber) {
        /** Counting stops here, so that a large desk opens as fast as a small one. */
        public static final int MOST = 1000;
    }

    /** Open matters in which an organ holds a part, and open obligations that it owes. */
    record Tally(int matters, int obligations) {}

    /** The matter was changed by somebody else in the meantime. */
    final class StaleMatterException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public StaleMatterException(String id) {
            super("matter " + id + " has changed");
        }
    }

    /** The number of a document has been taken by another one in the meantime. */
    final class NumberTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NumberTakenException(String number) {
            super("document number " + number + " is taken");
        }
    }

    /** The database did not take a write or answer a read. */
    final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public StoreException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
