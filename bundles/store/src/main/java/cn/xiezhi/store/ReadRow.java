package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.Read;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "read_log")
class ReadRow {
    @Id String jurisdiction;
    @Id String matter;
    @Id @Column(name = "read_key") String key;
    @Column(name = "user_name") String user;
    @Column(name = "user_label") String userName;
    String organ;
    @Column(name = "happened_at") long at;
    String what;
    String attachment;

    static final RowTable<ReadRow> TABLE = new RowTable<ReadRow>("read_log")
            .key("jurisdiction", Types.VARCHAR, r -> r.jurisdiction).key("matter", Types.VARCHAR, r -> r.matter).key("read_key", Types.VARCHAR, r -> r.key)
            .fixed("user_name", Types.VARCHAR, r -> r.user).fixed("user_label", Types.VARCHAR, r -> r.userName).fixed("organ", Types.VARCHAR, r -> r.organ)
            .fixed("happened_at", Types.BIGINT, r -> r.at).fixed("what", Types.VARCHAR, r -> r.what).fixed("attachment", Types.VARCHAR, r -> r.attachment);

    static ReadRow of(String jurisdiction, Read read) {
        ReadRow row = new ReadRow();
        row.jurisdiction = jurisdiction;
        row.matter = read.matter();
        row.key = Times.key(read.at(), UUID.randomUUID().toString());
        row.user = read.user();
        row.userName = read.userName();
        row.organ = read.organ();
        row.at = read.at().toEpochMilli();
        row.what = read.what().name();
        row.attachment = read.attachment().orElse(null);
        return row;
    }

    Read value() {
        return new Read(matter, user, userName, organ, Instant.ofEpochMilli(at), Read.What.valueOf(what), Optional.ofNullable(attachment));
    }
}
