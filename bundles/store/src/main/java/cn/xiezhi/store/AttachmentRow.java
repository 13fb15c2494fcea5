package cn.xiezhi.store;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "attachment")
class AttachmentRow {
    @Id String jurisdiction;
    @Id String matter;
    @Id String id;
    int position;
    String name;
    String type;
    @Column(name = "size_bytes") long size;
    String sha256;
    String slot;
    Integer pages;
    @Column(name = "added_at") long addedAt;
    @Column(name = "added_by") String addedBy;

    static final RowTable<AttachmentRow> TABLE = new RowTable<AttachmentRow>("attachment")
            .key("jurisdiction", Types.VARCHAR, a -> a.jurisdiction).key("matter", Types.VARCHAR, a -> a.matter).key("id", Types.VARCHAR, a -> a.id)
            .column("position", Types.INTEGER, a -> a.position).column("name", Types.VARCHAR, a -> a.name).column("type", Types.VARCHAR, a -> a.type)
            .column("size_bytes", Types.BIGINT, a -> a.size).column("sha256", Types.VARCHAR, a -> a.sha256).column("slot", Types.VARCHAR, a -> a.slot)
            .column("pages", Types.INTEGER, a -> a.pages).column("added_at", Types.BIGINT, a -> a.addedAt).column("added_by", Types.VARCHAR, a -> a.addedBy);

    static AttachmentRow of(Matter m, int position) {
        Attachment a = m.attachments().get(position);
        AttachmentRow row = new AttachmentRow();
        row.jurisdiction = m.jurisdiction();
        row.matter = m.id();
        row.id = a.id();
        row.position = position;
        row.name = a.name();
        row.type = a.type();
        row.size = a.size();
        row.sha256 = a.sha256();
        row.slot = a.slot();
        row.pages = a.pages().orElse(null);
        row.addedAt = a.addedAt().toEpochMilli();
        row.addedBy = a.addedBy();
        return row;
    }

    Attachment value() {
        return new Attachment(id, name, type, size, sha256, slot, Optional.ofNullable(pages), Instant.ofEpochMilli(addedAt), addedBy);
    }
}
