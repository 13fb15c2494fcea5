package cn.xiezhi.store;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A matter without what it has several of. The version is EclipseLink's to raise; it settles races. */
@Entity
@Table(name = "matter")
class MatterRow {
    @Id String jurisdiction;
    @Id String id;
    @Version long version;
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
    /** What a search by text looks at, in small letters. */
    String search;

    /** The row of a matter, all but its version. */
    static MatterRow of(Matter m) {
        MatterRow row = new MatterRow();
        row.jurisdiction = m.jurisdiction();
        row.id = m.id();
        row.take(m);
        return row;
    }

    /** Takes over all but id and version. */
    void take(Matter m) {
        procedure = m.procedure();
        title = m.title();
        state = m.state();
        open = m.open();
        parties = Json.of(m.parties());
        awaiting = Json.of(m.awaiting());
        fields = Json.of(m.fields());
        origin = m.origin().orElse(null);
        assignee = m.assignee().orElse(null);
        openedBy = m.openedBy();
        openedAt = m.openedAt().toEpochMilli();
        openedKey = Times.key(m.openedAt(), id);
        updatedAt = m.updatedAt().toEpochMilli();
        policyVersion = m.policyVersion();
        ledgerLength = m.ledgerLength();
        ledgerHead = m.ledgerHead();
        search = searched(m.title() + "\n" + m.id());
    }

    static String searched(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    Matter value(List<Attachment> attachments, List<Obligation> obligations) {
        return new Matter(jurisdiction, id, procedure, Objects.toString(title, ""), state, open, version, Json.map(parties), Json.set(awaiting), Json.map(fields),
                attachments, obligations, Optional.ofNullable(origin), Optional.ofNullable(assignee), openedBy, Instant.ofEpochMilli(openedAt),
                Instant.ofEpochMilli(updatedAt), policyVersion, ledgerLength, ledgerHead);
    }
}
