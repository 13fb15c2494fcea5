package cn.xiezhi.store;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A matter without what it has several of. */
@Entity
@Table(name = "matter")
class MatterRow {
    @Id String jurisdiction;
    @Id String id;
    long version;
    @Column(name = "procedure_id") String procedure;
    String title;
    String state;
    @Column(name = "is_open") boolean open;
    String parties;
    String awaiting;
    String fields;
    String origin;
    String assignee;
    @Column(name = "opened_by") String openedBy;
    @Column(name = "opened_at") long openedAt;
    @Column(name = "opened_key") String openedKey;
    @Column(name = "updated_at") long updatedAt;
    @Column(name = "policy_version") String policyVersion;
    @Column(name = "ledger_length") int ledgerLength;
    @Column(name = "ledger_head") String ledgerHead;
    @Column(name = "wakes_at") Long wakesAt;

    /** The ledger's head before the change; no column. */
    @Transient String previousHead;

    static final RowTable<MatterRow> NEW = columns(new RowTable<MatterRow>("matter")
            .key("jurisdiction", Types.VARCHAR, m -> m.jurisdiction).key("id", Types.VARCHAR, m -> m.id).fixed("procedure_id", Types.VARCHAR, m -> m.procedure)
            .fixed("origin", Types.VARCHAR, m -> m.origin).fixed("opened_by", Types.VARCHAR, m -> m.openedBy).fixed("opened_at", Types.BIGINT, m -> m.openedAt)
            .fixed("opened_key", Types.VARCHAR, m -> m.openedKey));
    /** Finds the matter only as the change knew it: at its version and with its history. */
    static final RowTable<MatterRow> NEXT = columns(new RowTable<MatterRow>("matter")
            .key("jurisdiction", Types.VARCHAR, m -> m.jurisdiction).key("id", Types.VARCHAR, m -> m.id).key("version", Types.BIGINT, m -> m.version - 1)
            .key("ledger_head", Types.VARCHAR, m -> m.previousHead));

    private static RowTable<MatterRow> columns(RowTable<MatterRow> table) {
        return table.column("version", Types.BIGINT, m -> m.version).column("title", Types.VARCHAR, m -> m.title).column("state", Types.VARCHAR, m -> m.state)
                .column("is_open", Types.BOOLEAN, m -> m.open).column("parties", Types.VARCHAR, m -> m.parties).column("awaiting", Types.VARCHAR, m -> m.awaiting)
                .column("fields", Types.VARCHAR, m -> m.fields).column("assignee", Types.VARCHAR, m -> m.assignee)
                .column("updated_at", Types.BIGINT, m -> m.updatedAt).column("policy_version", Types.VARCHAR, m -> m.policyVersion)
                .column("ledger_length", Types.INTEGER, m -> m.ledgerLength).column("ledger_head", Types.VARCHAR, m -> m.ledgerHead)
                .column("wakes_at", Types.BIGINT, m -> m.wakesAt);
    }

    static MatterRow of(MatterChange change) {
        Matter m = change.after();
        MatterRow row = new MatterRow();
        row.jurisdiction = m.jurisdiction();
        row.id = m.id();
        row.version = m.version();
        row.procedure = m.procedure();
        row.title = m.title();
        row.state = m.state();
        row.open = m.open();
        row.parties = Json.ofSets(m.parties());
        row.awaiting = Json.of(m.awaiting());
        row.fields = Json.of(m.fields());
        row.origin = m.origin().orElse(null);
        row.assignee = m.assignee().orElse(null);
        row.openedBy = m.openedBy();
        row.openedAt = m.openedAt().toEpochMilli();
        row.openedKey = Times.key(m.openedAt(), m.id());
        row.updatedAt = m.updatedAt().toEpochMilli();
        row.policyVersion = m.policyVersion();
        row.ledgerLength = m.ledgerLength();
        row.ledgerHead = m.ledgerHead();
        row.wakesAt = Times.millis(m.wakesAt());
        row.previousHead = previousHead(change);
        return row;
    }

    /** The head that a change was decided on. */
    static String previousHead(MatterChange change) {
        return change.entries().isEmpty() ? change.after().ledgerHead() : change.entries().get(0).previousHash();
    }

    Matter value(List<Attachment> attachments, List<Obligation> obligations) {
        return new Matter(jurisdiction, id, procedure, Objects.toString(title, ""), state, open, version, Json.sets(parties), Json.set(awaiting), Json.map(fields),
                attachments, obligations, Optional.ofNullable(origin), Optional.ofNullable(assignee), openedBy, Instant.ofEpochMilli(openedAt),
                Instant.ofEpochMilli(updatedAt), policyVersion, ledgerLength, ledgerHead, Times.instant(wakesAt));
    }
}
