package cn.xiezhi.store;

import cn.xiezhi.matter.LedgerEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
