package cn.xiezhi.store;

import cn.xiezhi.registry.Liaison;
import cn.xiezhi.registry.Liaisons;
import java.util.Comparator;
import java.util.List;

record LiaisonStore(Work work) implements Liaisons {
    private static final Comparator<Liaison> ORDER = Comparator.comparing(Liaison::organ).thenComparing(Liaison::kind).thenComparing(Liaison::since).thenComparing(Liaison::id);

    @Override
    public List<Liaison> of(String jurisdiction) {
        return work.read(em -> liaisons(jurisdiction).list(em)).stream().map(LiaisonRow::value).sorted(ORDER).toList();
    }

    @Override
    public void add(Liaison liaison) {
        work.run(em -> em.persist(LiaisonRow.of(liaison)));
    }

    @Override
    public boolean remove(String jurisdiction, String id) {
        return work.write(em -> liaisons(jurisdiction).where("l.id = :id", "id", id).first(em).map(row -> {
            em.remove(row);
            return row;
        }).isPresent());
    }

    private static Query<LiaisonRow> liaisons(String jurisdiction) {
        return new Query<>(LiaisonRow.class, "select l from LiaisonRow l").where("l.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction);
    }
}
