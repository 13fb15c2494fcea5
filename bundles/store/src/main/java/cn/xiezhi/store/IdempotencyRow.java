package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.Commit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The first matter of a commit, by the key that its request carried. */
@Entity
@Table(name = "idempotency")
class IdempotencyRow {
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
