package cn.xiezhi.store;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Writes a commit. The rows of the matters go first, in the order of their ids: whoever comes second learns it there. */
record MatterWriter(Work work) {
    void commit(Commit commit) {
        List<MatterChange> changes = new ArrayList<>(commit.changes());
        changes.sort(Comparator.comparing(c -> c.after().id()));
        String[] at = {changes.isEmpty() ? "" : changes.get(0).after().id()};
        try {
            work.run(em -> {
                for (MatterChange change : changes) {
                    at[0] = change.after().id();
                    matter(em, change);
                }
                commit.contents().forEach((sha256, bytes) -> Contents.keep(em, commit.jurisdiction(), sha256, bytes));
                commit.idempotencyKey().ifPresent(key -> em.persist(IdempotencyRow.of(commit, key)));
                for (MatterChange change : changes) {
                    parts(em, change);
                }
            });
        } catch (StoreException e) {
            if (Failures.duplicate(e) || Failures.raced(e)) {
                throw new StaleMatterException(at[0]);
            }
            throw e;
        }
    }

    private static void matter(EntityManager em, MatterChange change) {
        Matter after = change.after();
        if (change.expectedVersion() == 0) {
            em.persist(MatterRow.of(after));
            em.flush();
            return;
        }
        MatterRow row = MatterReader.matters(after.jurisdiction()).where("m.id = :id", "id", after.id()).first(em)
                .filter(m -> m.version == change.expectedVersion()).orElseThrow(() -> new StaleMatterException(after.id()));
        row.take(after);
        em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new StaleMatterException(after.id());
        }
    }

    private static void parts(EntityManager em, MatterChange change) {
        Matter after = change.after();
        String jurisdiction = after.jurisdiction();
        change.entries().forEach(entry -> em.persist(LedgerRow.of(jurisdiction, after.id(), entry)));

        Map<String, MatterOrganRow> organs = MatterOrganRow.of(after);
        sync(em, stored(em, MatterOrganRow.class, change, o -> o.organ), organs, row -> row, MatterOrganRow::take);

        Map<String, Obligation> obligations = after.obligations().stream().collect(toMap(Obligation::id, Function.identity()));
        sync(em, stored(em, ObligationRow.class, change, o -> o.id), obligations,
                o -> ObligationRow.of(jurisdiction, after.id(), after.obligations().indexOf(o), o), (row, o) -> row.take(after.obligations().indexOf(o), o));

        Map<String, Attachment> attachments = after.attachments().stream().collect(toMap(Attachment::id, Function.identity()));
        sync(em, stored(em, AttachmentRow.class, change, a -> a.id), attachments,
                a -> AttachmentRow.of(jurisdiction, after.id(), after.attachments().indexOf(a), a), (row, a) -> row.take(after.attachments().indexOf(a), a));
    }

    private static <R> Map<String, R> stored(EntityManager em, Class<R> type, MatterChange change, Function<R, String> id) {
        return change.expectedVersion() == 0 ? Map.of()
                : MatterReader.partsOf(em, type, change.after().jurisdiction(), List.of(change.after().id())).stream().collect(toMap(id, Function.identity()));
    }

    /** Makes the stored rows the wanted ones; of a row that is the same already nothing is written. */
    private static <R, V> void sync(EntityManager em, Map<String, R> stored, Map<String, V> wanted, Function<V, R> row, BiConsumer<R, V> take) {
        wanted.forEach((id, value) -> {
            if (stored.containsKey(id)) {
                take.accept(stored.get(id), value);
            } else {
                em.persist(row.apply(value));
            }
        });
        stored.forEach((id, gone) -> {
            if (!wanted.containsKey(id)) {
                em.remove(gone);
            }
        });
    }
}
