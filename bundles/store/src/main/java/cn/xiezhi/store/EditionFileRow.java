package cn.xiezhi.store;

import cn.xiezhi.policy.Edition;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;

@Entity
@Table(name = "edition_file")
class EditionFileRow {
    @Id String jurisdiction;
    @Id String subject;
    @Id String version;
    @Id String name;
    byte[] bytes;

    static final RowTable<EditionFileRow> TABLE = new RowTable<EditionFileRow>("edition_file")
            .key("jurisdiction", Types.VARCHAR, f -> f.jurisdiction).key("subject", Types.VARCHAR, f -> f.subject).key("version", Types.VARCHAR, f -> f.version)
            .key("name", Types.VARCHAR, f -> f.name).fixed("bytes", Types.VARBINARY, f -> f.bytes);

    static EditionFileRow of(Edition edition, String name, byte[] bytes) {
        EditionFileRow row = new EditionFileRow();
        row.jurisdiction = edition.jurisdiction();
        row.subject = edition.subject().code();
        row.version = edition.version();
        row.name = name;
        row.bytes = bytes;
        return row;
    }
}
