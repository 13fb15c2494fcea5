package cn.xiezhi.store;

import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

record SessionStore(Work work) implements Sessions {
    /** @throws IllegalArgumentException if there is no account of this user */
    @Override
    public void add(Session session) {
        work.run(em -> {
            String jurisdiction = new Query<>(String.class, "select a.jurisdiction from AccountRow a").where("a.user = :user", "user", session.user()).first(em)
                    .orElseThrow(() -> new IllegalArgumentException("a session of nobody: " + session.user()));
            em.persist(SessionRow.of(jurisdiction, session));
        });
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return work.read(em -> new Query<>(SessionRow.class, "select s from SessionRow s").where("s.tokenHash = :hash", "hash", tokenHash).first(em))
                .map(SessionRow::value);
    }

    @Override
    public void touch(String tokenHash, Instant usedAt) {
        update("update SessionRow s set s.lastUsedAt = :at where s.tokenHash = :hash", Map.of("at", usedAt.toEpochMilli(), "hash", tokenHash));
    }

    @Override
    public void remove(String tokenHash) {
        update("delete from SessionRow s where s.tokenHash = :hash", Map.of("hash", tokenHash));
    }

    @Override
    public void removeOthers(String user, String keptTokenHash) {
        update("delete from SessionRow s where s.user = :user and s.tokenHash <> :kept", Map.of("user", user, "kept", keptTokenHash));
    }

    @Override
    public void removeExpired(Instant now) {
        update("delete from SessionRow s where s.expiresAt <= :now", Map.of("now", now.toEpochMilli()));
    }

    private void update(String text, Map<String, Object> values) {
        work.run(em -> {
            jakarta.persistence.Query query = em.createQuery(text);
            values.forEach(query::setParameter);
            query.executeUpdate();
        });
    }
}
