package cn.xiezhi.store;

import cn.xiezhi.audit.AuditEntry;
import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.MatterStore.Read;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.registry.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How entries of the record are written and read. */
final class AuditRow {
    static final String COLUMNS = "jurisdiction, id, happened_at, user_name, user_label, organ, kind, ok, subject, detail, address, seq, previous_hash, hash";
    static final RowTable<AuditEntry> TABLE = new RowTable<AuditEntry>("audit").key("jurisdiction", Types.VARCHAR, AuditEntry::jurisdiction).key("id", Types.VARCHAR, AuditEntry::id)
            .fixed("happened_at", Types.BIGINT, e -> e.at().toEpochMilli()).fixed("user_name", Types.VARCHAR, AuditEntry::user).fixed("user_label", Types.VARCHAR, AuditEntry::userName)
            .fixed("organ", Types.VARCHAR, AuditEntry::organ).fixed("kind", Types.VARCHAR, e -> e.kind().code()).fixed("ok", Types.BOOLEAN, AuditEntry::ok)
            .fixed("subject", Types.VARCHAR, AuditEntry::subject).fixed("detail", Types.VARCHAR, AuditEntry::detail).fixed("address", Types.VARCHAR, AuditEntry::address)
            .column("seq", Types.BIGINT, AuditEntry::seq).column("previous_hash", Types.VARCHAR, AuditEntry::previousHash).column("hash", Types.VARCHAR, AuditEntry::hash);

    private AuditRow() {}

    /** An act on a matter, by the number of its ledger entry; the platform's own acts are nobody's. */
    static Optional<AuditEntry> of(String jurisdiction, String matter, LedgerEntry e) {
        return e.user().equals(Officer.SYSTEM.user()) ? Optional.empty() : Optional.of(entry(jurisdiction, e.at(), e.user(), e.userName(), e.organ(), AuditKind.ACTION, matter,
                e.action() + " #" + e.seq()));
    }

    static AuditEntry of(String jurisdiction, Read read) {
        return entry(jurisdiction, read.at(), read.user(), read.userName(), read.organ(), AuditKind.READ, read.matter(), read.what().name().toLowerCase(Locale.ROOT));
    }

    private static AuditEntry entry(String jurisdiction, Instant at, String user, String userName, String organ, AuditKind kind, String matter, String detail) {
        Instant kept = Instant.ofEpochMilli(at.toEpochMilli());
        return new AuditEntry(jurisdiction, AuditEntry.idAt(kept), kept, user, userName, organ, kind, true, matter, detail, "", 0, "", "");
    }

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4), row.getString(5), row.getString(6),
                AuditKind.of(row.getString(7)).orElseThrow(), row.getBoolean(8), row.getString(9), row.getString(10), row.getString(11), row.getLong(12), row.getString(13), row.getString(14));
    }
}
