package cn.xiezhi.audit;

import cn.xiezhi.audit.AuditEntry.Head;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A verification of a jurisdiction's chain and of its matters' ledgers: how far it has come, and what it found.
 *
 * @param head how far the chain was looked through
 * @param matter the last matter that was looked at; empty before the first
 * @param faults what is broken, in Chinese; the first {@link #MOST} of it
 */
public record AuditCheck(String jurisdiction, String id, String user, String userName, Instant startedAt, Optional<Instant> finishedAt, Head head, long entries, String matter, long matters,
        List<String> faults) {
    public static final int MOST = 50;

    AuditCheck at(Head reached, int more) {
        return new AuditCheck(jurisdiction, id, user, userName, startedAt, finishedAt, reached, entries + more, matter, matters, faults);
    }

    AuditCheck at(String reached) {
        return new AuditCheck(jurisdiction, id, user, userName, startedAt, finishedAt, head, entries, reached, matters + 1, faults);
    }

    AuditCheck found(String fault) {
        List<String> all = faults.size() < MOST ? Stream.concat(faults.stream(), Stream.of(fault)).toList() : faults;
        return new AuditCheck(jurisdiction, id, user, userName, startedAt, finishedAt, head, entries, matter, matters, all);
    }

    AuditCheck finished(Instant at) {
        return new AuditCheck(jurisdiction, id, user, userName, startedAt, Optional.of(at), head, entries, matter, matters, faults);
    }
}
