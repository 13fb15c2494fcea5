package cn.xiezhi.store;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "edition")
class EditionRow {
    @Id String jurisdiction;
    @Id String subject;
    @Id String version;
    @Column(name = "received_at") long receivedAt;
    @Column(name = "received_by") String receivedBy;
    String sha256;
    String signer;

    static final RowTable<EditionRow> TABLE = new RowTable<EditionRow>("edition")
            .key("jurisdiction", Types.VARCHAR, e -> e.jurisdiction).key("subject", Types.VARCHAR, e -> e.subject).key("version", Types.VARCHAR, e -> e.version)
            .fixed("received_at", Types.BIGINT, e -> e.receivedAt).fixed("received_by", Types.VARCHAR, e -> e.receivedBy)
            .fixed("sha256", Types.VARCHAR, e -> e.sha256).fixed("signer", Types.VARCHAR, e -> e.signer);

    static EditionRow of(Edition e) {
        EditionRow row = new EditionRow();
        row.jurisdiction = e.jurisdiction();
        row.subject = e.subject().code();
        row.version = e.version();
        row.receivedAt = e.receivedAt().toEpochMilli();
        row.receivedBy = e.receivedBy();
        row.sha256 = e.sha256().orElse(null);
        row.signer = e.signer().orElse(null);
        return row;
    }

    Edition value() {
        return new Edition(jurisdiction, Subject.of(subject).orElseThrow(), version, Instant.ofEpochMilli(receivedAt), receivedBy, Optional.ofNullable(sha256),
                Optional.ofNullable(signer));
    }
}
