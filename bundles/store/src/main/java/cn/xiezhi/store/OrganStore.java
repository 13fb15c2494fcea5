package cn.xiezhi.store;

import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import java.util.List;
import java.util.Optional;

record OrganStore(Work work) implements Organs {
    @Override
    public Optional<Organ> find(String jurisdiction, String id) {
        return work.read(em -> organs(jurisdiction).where("o.id = :id", "id", id).first(em)).map(OrganRow::value);
    }

    @Override
    public List<Organ> of(String jurisdiction) {
        return work.read(em -> organs(jurisdiction).orderBy("o.id").list(em)).stream().map(OrganRow::value).toList();
    }

    @Override
    public boolean add(Organ organ) {
        return Work.added(() -> work.run(em -> em.persist(OrganRow.of(organ))));
    }

    @Override
    public boolean save(List<Organ> added, List<Organ> changed) {
        return Work.added(() -> work.transact(connection -> {
            OrganRow.TABLE.insert(connection, added.stream().map(OrganRow::of).toList());
            OrganRow.TABLE.update(connection, changed.stream().map(OrganRow::of).toList());
        }));
    }

    private static Query<OrganRow> organs(String jurisdiction) {
        return new Query<>(OrganRow.class, "select o from OrganRow o").where("o.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction);
    }
}
