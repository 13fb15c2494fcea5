package cn.xiezhi.store;

import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.PolicyInForce;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record PolicyStore(Work work) implements RuleArchive {
    @Override
    public void record(PolicyInForce policy) {
        Runnable write = () -> work.run(em -> write(em, policy));
        // Another node that loaded the same bundle may have been quicker; then the second look finds it recorded.
        if (!OrganStore.added(write)) {
            write.run();
        }
    }

    @Override
    public List<Version> versions(String jurisdiction) {
        return work.read(em -> new Query<>(Object[].class, "select p.version, p.since, p.until from PolicyRow p")
                .where("p.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction).orderBy("p.seq desc").list(em)).stream()
                .map(row -> new Version((String) row[0], Instant.ofEpochMilli((Long) row[1]), Times.instant((Long) row[2]))).toList();
    }

    @Override
    public Optional<String> text(String jurisdiction, String version) {
        return work.read(em -> new Query<>(String.class, "select p.snapshot from PolicyRow p").where("p.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where("p.version = :version", "version", version).orderBy("p.seq desc").limit(1).first(em));
    }

    private static void write(EntityManager em, PolicyInForce inForce) {
        String jurisdiction = inForce.policy().jurisdiction().id();
        String version = inForce.policy().version();
        Optional<PolicyRow> latest = new Query<>(PolicyRow.class, "select p from PolicyRow p").where("p.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .orderBy("p.seq desc").limit(1).first(em);
        if (latest.filter(row -> row.version.equals(version)).isPresent()) {
            return;
        }
        latest.ifPresent(row -> row.until = inForce.since().toEpochMilli());
        PolicyRow row = new PolicyRow();
        row.jurisdiction = jurisdiction;
        row.seq = latest.map(l -> l.seq).orElse(0) + 1;
        row.version = version;
        row.since = inForce.since().toEpochMilli();
        row.snapshot = inForce.text();
        em.persist(row);
    }
}
