package cn.xiezhi.store;

import cn.xiezhi.matter.Matter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The matters that were read or written last. What a matter is at a version with a ledger's head never changes, so this holds
 * nothing that two nodes could see differently: whoever asks has that version and head from the database.
 */
final class Remembered {
    private static final int MOST = 500;

    private final Map<String, Matter> matters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Matter> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Matter> at(String jurisdiction, String id, long version, String ledgerHead) {
        return at(jurisdiction, id, version).filter(m -> m.ledgerHead().equals(ledgerHead));
    }

    /** As it was at a version, on whatever head; only good for what is checked against the database when it is written. */
    synchronized Optional<Matter> at(String jurisdiction, String id, long version) {
        return Optional.ofNullable(matters.get(key(jurisdiction, id))).filter(m -> m.version() == version);
    }

    synchronized void keep(Matter m) {
        matters.put(key(m.jurisdiction(), m.id()), m);
    }

    /** Keeps a matter as it was written, unless it would come back differently: the database keeps milliseconds. */
    void written(Matter m) {
        Stream<Instant> instants = Stream.of(Stream.of(m.openedAt(), m.updatedAt()), m.attachments().stream().map(a -> a.addedAt()),
                m.obligations().stream().flatMap(o -> Stream.of(Optional.of(o.trigger()), o.dueAtExclusive(), o.closedAt()).flatMap(Optional::stream))).flatMap(i -> i);
        if (instants.allMatch(i -> i.getNano() % 1_000_000 == 0)) {
            keep(m);
        }
    }

    private static String key(String jurisdiction, String id) {
        return jurisdiction + "\n" + id;
    }
}
