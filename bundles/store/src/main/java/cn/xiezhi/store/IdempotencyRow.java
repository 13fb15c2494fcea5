package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.Commit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;

/** The first matter of a commit, by the key that its request carried. */
@Entity
@Table(name = "idempotency")
class IdempotencyRow {
    static final RowTable<IdempotencyRow> TABLE = new RowTable<IdempotencyRow>("idempotency").key("jurisdiction", Types.VARCHAR, i -> i.jurisdiction)
            .key("user_name", Types.VARCHAR, i -> i.user).key("request_key", Types.VARCHAR, i -> i.key).fixed("matter", Types.VARCHAR, i -> i.matter);

    @Id String jurisdiction;
    @Id @Column(name = "user_name") String user;
    @Id @Column(name = "request_key") String key;
    String matter;

    static IdempotencyRow of(Commit commit, String key) {
        IdempotencyRow row = new IdempotencyRow();
        row.jurisdiction = commit.jurisdiction();
        row.user = commit.user();
        row.key = key;
        row.matter = commit.changes().get(0).after().id();
        return row;
    }
}
