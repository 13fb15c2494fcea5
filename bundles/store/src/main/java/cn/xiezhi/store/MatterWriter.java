package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.NumberTakenException;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.document.Issued;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes a commit. The rows of the matters go first, in the order of their ids: whoever comes second learns it there. */
record MatterWriter(Work work, MatterReader reader) {
    /** A change with what is stored of the matter before it. */
    private record Step(Optional<Matter> before, MatterChange change) {}

    void commit(Commit commit) {
        List<Step> steps = commit.changes().stream().map(this::step).sorted(Comparator.comparing(s -> s.change.after().id())).toList();
        String[] at = {steps.isEmpty() ? "" : steps.get(0).change.after().id()};
        try {
            work.transact(connection -> {
                for (Step step : steps) {
                    at[0] = step.change.after().id();
                    matter(connection, step);
                }
                for (Map.Entry<String, byte[]> content : commit.contents().entrySet()) {
                    Contents.keep(connection, commit.jurisdiction(), content.getKey(), content.getValue());
                }
                if (commit.idempotencyKey().isPresent()) {
                    IdempotencyRow.TABLE.insert(connection, List.of(IdempotencyRow.of(commit, commit.idempotencyKey().get())));
                }
                for (Step step : steps) {
                    parts(connection, step);
                }
                documents(connection, commit);
            });
        } catch (StoreException e) {
            if (Failures.duplicate(e) || Failures.raced(e)) {
                throw new StaleMatterException(at[0]);
            }
            throw e;
        }
        steps.forEach(step -> reader.remembered().written(step.change.after()));
    }

    /** Last of all, since the place in a count is what most wait for: whoever comes second learns here that it is taken. */
    private static void documents(Connection connection, Commit commit) throws SQLException {
        for (Issued document : commit.documents()) {
            if (document.voided().isPresent()) {
                Documents.TABLE.update(connection, List.of(document));
                continue;
            }
            try {
                Documents.TABLE.insert(connection, List.of(document));
            } catch (SQLException e) {
                if (Failures.duplicate(e)) {
                    throw new NumberTakenException(document.shown());
                }
                throw e;
            }
        }
    }

    private Step step(MatterChange change) {
        Matter after = change.after();
        if (change.expectedVersion() == 0) {
            return new Step(Optional.empty(), change);
        }
        Matter before = reader.remembered().at(after.jurisdiction(), after.id(), change.expectedVersion(), MatterRow.previousHead(change))
                .or(() -> reader.find(after.jurisdiction(), after.id())).filter(m -> m.version() == change.expectedVersion())
                .orElseThrow(() -> new StaleMatterException(after.id()));
        return new Step(Optional.of(before), change);
    }

    private static void matter(Connection connection, Step step) throws SQLException {
        MatterRow row = MatterRow.of(step.change);
        if (step.before.isEmpty()) {
            MatterRow.NEW.insert(connection, List.of(row));
        } else if (!MatterRow.NEXT.update(connection, List.of(row))) {
            throw new StaleMatterException(row.id);
        }
    }

    private static void parts(Connection connection, Step step) throws SQLException {
        Matter after = step.change.after();
        MatterText.keep(connection, step.before, step.change);
        LedgerRow.TABLE.insert(connection, step.change.entries().stream().map(e -> LedgerRow.of(after.jurisdiction(), after.id(), e)).toList());
        AuditRow.TABLE.insert(connection, step.change.entries().stream().flatMap(e -> AuditRow.of(after.jurisdiction(), after.id(), e).stream()).toList());
        sync(connection, MatterOrganRow.TABLE, step, MatterWriter::organs, (m, organ, held) -> MatterOrganRow.of(m, organ, held.part, held.awaited));
        sync(connection, ObligationRow.TABLE, step, m -> placed(m.obligations(), Obligation::id), (m, id, placed) -> ObligationRow.of(m, placed.position));
        sync(connection, DeskRow.TABLE, step, DeskRow::of, (m, id, row) -> row);
        sync(connection, AttachmentRow.TABLE, step, m -> placed(m.attachments(), Attachment::id), (m, id, placed) -> AttachmentRow.of(m, placed.position));
    }

    /** The row of a value in a matter. */
    private interface Rows<V, R> {
        R of(Matter matter, String id, V value);
    }

    /** Writes those rows that are new, other than before, or gone. */
    private static <V, R> void sync(Connection connection, RowTable<R> table, Step step, Function<Matter, Map<String, V>> values, Rows<V, R> row)
            throws SQLException {
        Map<String, V> before = step.before.map(values).orElse(Map.of());
        Map<String, V> after = values.apply(step.change.after());
        List<R> added = new ArrayList<>();
        List<R> changed = new ArrayList<>();
        List<R> gone = new ArrayList<>();
        after.forEach((id, value) -> {
            if (!value.equals(before.get(id))) {
                (before.containsKey(id) ? changed : added).add(row.of(step.change.after(), id, value));
            }
        });
        before.forEach((id, value) -> {
            if (!after.containsKey(id)) {
                gone.add(row.of(step.before.orElseThrow(), id, value));
            }
        });
        table.insert(connection, added);
        table.update(connection, changed);
        table.delete(connection, gone);
    }

    /** How an organ is in a matter. */
    private record Held(boolean part, boolean awaited, boolean open) {}

    private static Map<String, Held> organs(Matter m) {
        Map<String, Held> held = new LinkedHashMap<>();
        m.parties().values().stream().flatMap(Set::stream).forEach(organ -> held.put(organ, new Held(true, m.awaiting().contains(organ), m.open())));
        m.awaiting().forEach(organ -> held.putIfAbsent(organ, new Held(false, true, m.open())));
        return held;
    }

    private record Placed<T>(int position, T value) {}

    private static <T> Map<String, Placed<T>> placed(List<T> list, Function<T, String> id) {
        Map<String, Placed<T>> placed = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            placed.put(id.apply(list.get(i)), new Placed<>(i, list.get(i)));
        }
        return placed;
    }
}
