package cn.xiezhi.store;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.code.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "notice")
class NoticeRow {
    static final RowTable<NoticeRow> TABLE = new RowTable<NoticeRow>("notice")
            .key("jurisdiction", Types.VARCHAR, n -> n.jurisdiction).key("id", Types.VARCHAR, n -> n.id).fixed("subject", Types.VARCHAR, n -> n.subject)
            .fixed("kind", Types.VARCHAR, n -> n.kind).fixed("due_at", Types.BIGINT, n -> n.dueAt).fixed("address", Types.VARCHAR, n -> n.address)
            .fixed("matter", Types.VARCHAR, n -> n.matter).fixed("written_at", Types.BIGINT, n -> n.at).fixed("listed_key", Types.VARCHAR, n -> n.listedKey)
            .fixed("message", Types.VARCHAR, n -> n.text).fixed("skipped", Types.BOOLEAN, n -> n.skipped)
            // What nobody is shown goes nowhere else either.
            .fixed("passed_on", Types.BOOLEAN, n -> n.skipped);

    @Id String jurisdiction;
    @Id String id;
    String subject;
    String kind;
    @Column(name = "due_at") long dueAt;
    String address;
    String matter;
    @Column(name = "written_at") long at;
    /** What lists are sorted by; see {@link Times}. */
    @Column(name = "listed_key") String listedKey;
    @Column(name = "message") String text;
    boolean skipped;

    static NoticeRow of(Notice n) {
        NoticeRow row = new NoticeRow();
        row.jurisdiction = n.jurisdiction();
        row.id = n.id();
        row.subject = n.subject();
        row.kind = n.kind().code();
        row.dueAt = n.due().toEpochMilli();
        row.address = n.to().text();
        row.matter = n.matter().orElse(null);
        row.at = n.at().toEpochMilli();
        row.listedKey = Times.key(n.at(), n.id());
        row.text = n.text();
        row.skipped = n.skipped();
        return row;
    }

    Notice value() {
        Notice.Kind of = Coded.find(Notice.Kind.values(), kind).orElseThrow();
        return new Notice(jurisdiction, subject, of, Instant.ofEpochMilli(dueAt), new Address(address), Optional.ofNullable(matter), Instant.ofEpochMilli(at), text,
                skipped);
    }
}
