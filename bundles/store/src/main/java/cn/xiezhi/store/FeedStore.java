package cn.xiezhi.store;

import cn.xiezhi.agenda.Feed;
import cn.xiezhi.agenda.Feeds;
import java.time.Instant;
import java.util.Optional;

record FeedStore(Work work) implements Feeds {
    @Override
    public Optional<Feed> of(String jurisdiction, String user) {
        return work.read(em -> mine(jurisdiction, user).first(em)).map(FeedRow::value);
    }

    @Override
    public Optional<Feed> find(String secretHash) {
        return work.read(em -> new Query<>(FeedRow.class, "select f from FeedRow f").where("f.secretHash = :hash", "hash", secretHash).first(em)).map(FeedRow::value);
    }

    @Override
    public void put(Feed feed) {
        work.run(em -> em.merge(FeedRow.of(feed)));
    }

    @Override
    public void remove(String jurisdiction, String user) {
        work.run(em -> mine(jurisdiction, user).first(em).ifPresent(em::remove));
    }

    @Override
    public void touch(String secretHash, Instant usedAt) {
        work.run(em -> em.createQuery("update FeedRow f set f.lastUsedAt = :at where f.secretHash = :hash").setParameter("at", usedAt.toEpochMilli())
                .setParameter("hash", secretHash).executeUpdate());
    }

    private static Query<FeedRow> mine(String jurisdiction, String user) {
        return new Query<>(FeedRow.class, "select f from FeedRow f").where("f.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction).where("f.user = :user", "user", user);
    }
}
