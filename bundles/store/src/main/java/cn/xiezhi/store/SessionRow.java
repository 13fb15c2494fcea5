package cn.xiezhi.store;

import cn.xiezhi.registry.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

@Entity
@Table(name = "session")
class SessionRow {
    @Id String jurisdiction;
    @Id @Column(name = "token_hash") String tokenHash;
    @Column(name = "user_name") String user;
    boolean bearer;
    String csrf;
    @Column(name = "last_used_at") long lastUsedAt;
    @Column(name = "expires_at") long expiresAt;

    static SessionRow of(String jurisdiction, Session s) {
        SessionRow row = new SessionRow();
        row.jurisdiction = jurisdiction;
        row.tokenHash = s.tokenHash();
        row.user = s.user();
        row.bearer = s.bearer();
        row.csrf = s.csrf();
        row.lastUsedAt = s.lastUsedAt().toEpochMilli();
        row.expiresAt = s.expiresAt().toEpochMilli();
        return row;
    }

    Session value() {
        return new Session(tokenHash, user, bearer, Objects.toString(csrf, ""), Instant.ofEpochMilli(lastUsedAt), Instant.ofEpochMilli(expiresAt));
    }
}
