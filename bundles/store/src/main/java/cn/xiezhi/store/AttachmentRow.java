package cn.xiezhi.store;

import cn.xiezhi.matter.Attachment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    static AttachmentRow of(String jurisdiction, String matter, int position, Attachment a) {
        AttachmentRow row = new AttachmentRow();
        row.jurisdiction = jurisdiction;
        row.matter = matter;
        row.id = a.id();
        row.take(position, a);
        return row;
    }

    void take(int at, Attachment a) {
        position = at;
        name = a.name();
        type = a.type();
        size = a.size();
        sha256 = a.sha256();
        slot = a.slot();
        pages = a.pages().orElse(null);
        addedAt = a.addedAt().toEpochMilli();
        addedBy = a.addedBy();
    }

    Attachment value() {
        return new Attachment(id, name, type, size, sha256, slot, Optional.ofNullable(pages), Instant.ofEpochMilli(addedAt), addedBy);
    }
}
