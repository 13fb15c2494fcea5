package cn.xiezhi.store;

import cn.xiezhi.matter.LedgerEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;

@Entity
@Table(name = "ledger")
class LedgerRow {
    @Id String jurisdiction;
    @Id String matter;
    @Id int seq;
    @Column(name = "happened_at") long at;
    @Column(name = "user_name") String user;
    @Column(name = "user_label") String userName;
    String organ;
    String action;
    @Column(name = "from_state") String from;
    @Column(name = "to_state") String to;
    String details;
    String citation;
    @Column(name = "policy_version") String policyVersion;
    @Column(name = "previous_hash") String previousHash;
    String hash;

    static final RowTable<LedgerRow> TABLE = new RowTable<LedgerRow>("ledger")
            .key("jurisdiction", Types.VARCHAR, e -> e.jurisdiction).key("matter", Types.VARCHAR, e -> e.matter).key("seq", Types.INTEGER, e -> e.seq)
            .fixed("happened_at", Types.BIGINT, e -> e.at).fixed("user_name", Types.VARCHAR, e -> e.user).fixed("user_label", Types.VARCHAR, e -> e.userName)
            .fixed("organ", Types.VARCHAR, e -> e.organ).fixed("action", Types.VARCHAR, e -> e.action).fixed("from_state", Types.VARCHAR, e -> e.from)
            .fixed("to_state", Types.VARCHAR, e -> e.to).fixed("details", Types.VARCHAR, e -> e.details).fixed("citation", Types.VARCHAR, e -> e.citation)
            .fixed("policy_version", Types.VARCHAR, e -> e.policyVersion).fixed("previous_hash", Types.VARCHAR, e -> e.previousHash)
            .fixed("hash", Types.VARCHAR, e -> e.hash);

    static LedgerRow of(String jurisdiction, String matter, LedgerEntry e) {
        LedgerRow row = new LedgerRow();
        row.jurisdiction = jurisdiction;
        row.matter = matter;
        row.seq = e.seq();
        row.at = e.at().toEpochMilli();
        row.user = e.user();
        row.userName = e.userName();
        row.organ = e.organ();
        row.action = e.action();
        row.from = e.from();
        row.to = e.to();
        row.details = Json.of(e.details());
        row.citation = e.citation().orElse(null);
        row.policyVersion = e.policyVersion();
        row.previousHash = e.previousHash();
        row.hash = e.hash();
        return row;
    }

    LedgerEntry value() {
        return new LedgerEntry(seq, Instant.ofEpochMilli(at), user, userName, organ, action, Objects.toString(from, ""), to,
                Collections.unmodifiableMap(Json.map(details)), Optional.ofNullable(citation), policyVersion, previousHash, hash);
    }
}
