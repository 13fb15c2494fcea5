package cn.xiezhi.store;

import cn.xiezhi.agenda.Feed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "calendar_feed")
class FeedRow {
    @Id String jurisdiction;
    @Id @Column(name = "user_name") String user;
    @Column(name = "secret_hash") String secretHash;
    String organ;
    @Column(name = "made_at") long madeAt;
    @Column(name = "last_used_at") Long lastUsedAt;

    static FeedRow of(Feed f) {
        FeedRow row = new FeedRow();
        row.jurisdiction = f.jurisdiction();
        row.user = f.user();
        row.secretHash = f.secretHash();
        row.organ = f.organ();
        row.madeAt = f.madeAt().toEpochMilli();
        row.lastUsedAt = Times.millis(f.lastUsedAt());
        return row;
    }

    Feed value() {
        return new Feed(jurisdiction, user, secretHash, organ, Instant.ofEpochMilli(madeAt), Times.instant(lastUsedAt));
    }
}
