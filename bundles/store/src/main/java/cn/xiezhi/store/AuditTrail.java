package cn.xiezhi.store;

import cn.xiezhi.audit.AuditCheck;
import cn.xiezhi.audit.AuditEntry;
import cn.xiezhi.audit.AuditEntry.Head;
import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.audit.AuditQuery;
import cn.xiezhi.audit.AuditStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The record of who did what when. */
record AuditTrail(Work work) implements AuditStore {
    private static final String FAULTS = "\n";
    private static final String SELECT = "select " + AuditRow.COLUMNS + " from audit";
    private static final String OF = " where jurisdiction = ?";
    /** A remark that tells Derby which way to go; without an index it reads the rows as they lie on the disk. */
    private static final String ALONG = " --DERBY-PROPERTIES index=%s\n" + OF;
    private static final String LIST = "audit_list";
    private static final String CHAIN = ALONG.formatted("audit_chain");
    /** So many entries are gone through in their order before all are in that of the disk: what is rare is found in a fraction of the time. */
    static final int NEXT = 2_000;
    private static final RowTable<AuditCheck> CHECK = new RowTable<AuditCheck>("audit_check").key("jurisdiction", Types.VARCHAR, AuditCheck::jurisdiction).key("id", Types.VARCHAR, AuditCheck::id)
            .fixed("user_name", Types.VARCHAR, AuditCheck::user).fixed("user_label", Types.VARCHAR, AuditCheck::userName).fixed("started_at", Types.BIGINT, c -> c.startedAt().toEpochMilli())
            .column("finished_at", Types.BIGINT, c -> Times.millis(c.finishedAt())).column("head_seq", Types.BIGINT, c -> c.head().seq()).column("head_hash", Types.VARCHAR, c -> c.head().hash())
            .column("entries", Types.BIGINT, AuditCheck::entries).column("matter", Types.VARCHAR, AuditCheck::matter).column("matters", Types.BIGINT, AuditCheck::matters)
            .column("faults", Types.VARCHAR, c -> String.join(FAULTS, c.faults()));

    @Override
    public void add(AuditEntry entry) {
        work.transact(connection -> AuditRow.TABLE.insert(connection, List.of(entry)));
    }

    @Override
    public List<AuditEntry> find(AuditQuery q) {
        String index = q.subject().isPresent() ? "audit_subject" : q.user().isPresent() ? "audit_user" : LIST;
        Optional<String> edge = index.equals(LIST) && Stream.of(q.organ(), q.kind(), q.ok(), q.address()).anyMatch(Optional::isPresent) ? edge(q) : Optional.empty();
        List<AuditEntry> found = new ArrayList<>(find(q, index, "id >= ?", edge, q.limit()));
        if (edge.isPresent() && found.size() < q.limit()) {
            found.addAll(find(q, "null", "id < ?", edge, q.limit() - found.size()));
        }
        return found;
    }

    private List<AuditEntry> find(AuditQuery q, String index, String side, Optional<String> edge, int limit) {
        StringBuilder sql = new StringBuilder(SELECT + ALONG.formatted(index));
        List<Object> values = new ArrayList<>(List.of(q.jurisdiction()));
        between(sql, values, q);
        and(sql, values, side, edge);
        and(sql, values, "user_name = ?", q.user());
        and(sql, values, "organ = ?", q.organ());
        and(sql, values, "kind = ?", q.kind().map(AuditKind::code));
        and(sql, values, "ok = ?", q.ok());
        and(sql, values, "subject = ?", q.subject());
        and(sql, values, "address = ?", q.address());
        return work.rows(sql + " order by id desc fetch first " + limit + " rows only", AuditRow::of, values.toArray());
    }

    /** The last of the next entries; empty if fewer are left. */
    private Optional<String> edge(AuditQuery q) {
        StringBuilder sql = new StringBuilder("select id from audit" + ALONG.formatted(LIST));
        List<Object> values = new ArrayList<>(List.of(q.jurisdiction()));
        between(sql, values, q);
        return work.row(sql + " order by id desc offset " + (NEXT - 1) + " rows fetch first 1 rows only", row -> row.getString(1), values.toArray());
    }

    /** Ids begin with the time, so the index that sorts the list bounds it too. */
    private static void between(StringBuilder sql, List<Object> values, AuditQuery q) {
        and(sql, values, "id < ?", q.after());
        and(sql, values, "id >= ?", q.from().map(at -> Long.toString(at.toEpochMilli())));
        and(sql, values, "id < ?", q.before().map(at -> Long.toString(at.toEpochMilli())));
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(v -> {
            sql.append(" and ").append(condition);
            values.add(v);
        });
    }

    /** From one jurisdiction to the next: asked every few seconds, and all entries at once would all be read. */
    @Override
    public Set<String> unsealed() {
        Set<String> found = new TreeSet<>();
        String next = "select jurisdiction from audit --DERBY-PROPERTIES index=audit_chain\n where jurisdiction > ? order by jurisdiction fetch first 1 rows only";
        for (Optional<String> at = first(next, ""); at.isPresent(); at = first(next, at.get())) {
            first("select jurisdiction from audit" + CHAIN + " and seq = 0 fetch first 1 rows only", at.get()).ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> first(String sql, String bound) {
        return work.row(sql, row -> row.getString(1), bound);
    }

    @Override
    public int seal(String jurisdiction, int most) {
        int[] sealed = {0};
        work.transact(connection -> {
            Head head = locked(connection, jurisdiction);
            List<AuditEntry> placed = new ArrayList<>();
            for (AuditEntry e : unsealed(connection, jurisdiction, most)) {
                placed.add(e.sealed(placed.isEmpty() ? head : placed.get(placed.size() - 1).head()));
            }
            AuditRow.TABLE.update(connection, placed);
            if (!placed.isEmpty()) {
                move(connection, jurisdiction, placed.get(placed.size() - 1).head());
            }
            sealed[0] = placed.size();
        });
        return sealed[0];
    }

    /** Nobody else moves the head until this transaction ends. */
    private static Head locked(Connection connection, String jurisdiction) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("update audit_head set seq = seq where jurisdiction = ?")) {
            lock.setString(1, jurisdiction);
            if (lock.executeUpdate() == 0) {
                try (PreparedStatement first = connection.prepareStatement("insert into audit_head (jurisdiction, seq, hash) values (?, 0, ?)")) {
                    first.setString(1, jurisdiction);
                    first.setString(2, Head.BEGINNING.hash());
                    first.executeUpdate();
                }
                return Head.BEGINNING;
            }
        }
        try (PreparedStatement select = connection.prepareStatement("select seq, hash from audit_head where jurisdiction = ?")) {
            select.setString(1, jurisdiction);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Head(row.getLong(1), row.getString(2));
            }
        }
    }

    private static void move(Connection connection, String jurisdiction, Head to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement("update audit_head set seq = ?, hash = ? where jurisdiction = ?")) {
            move.setLong(1, to.seq());
            move.setString(2, to.hash());
            move.setString(3, jurisdiction);
            move.executeUpdate();
        }
    }

    private static List<AuditEntry> unsealed(Connection connection, String jurisdiction, int most) throws SQLException {
        List<AuditEntry> some = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + CHAIN + " and seq = 0 order by id fetch first " + most + " rows only")) {
            select.setString(1, jurisdiction);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    some.add(AuditRow.of(rows));
                }
            }
        }
        return some;
    }

    @Override
    public Head head(String jurisdiction) {
        return work.row("select seq, hash from audit_head where jurisdiction = ?", row -> new Head(row.getLong(1), row.getString(2)), jurisdiction).orElse(Head.BEGINNING);
    }

    @Override
    public List<AuditEntry> chain(String jurisdiction, long after, int limit) {
        return work.rows(SELECT + CHAIN + " and seq > ? order by seq fetch first " + limit + " rows only", AuditRow::of, jurisdiction, after);
    }

    @Override
    public List<String> matters(String jurisdiction, String after, int limit) {
        return work.rows("select id from matter where jurisdiction = ? and id > ? order by id fetch first " + limit + " rows only", row -> row.getString(1), jurisdiction, after);
    }

    @Override
    public long countMatters(String jurisdiction) {
        return work.row("select count(*) from matter where jurisdiction = ?", row -> row.getLong(1), jurisdiction).orElse(0L);
    }

    @Override
    public void keep(AuditCheck check) {
        work.transact(connection -> {
            if (!CHECK.update(connection, List.of(check))) {
                CHECK.insert(connection, List.of(check));
            }
        });
    }

    @Override
    public List<AuditCheck> checks(String jurisdiction, int limit) {
        return work.rows("select jurisdiction, id, user_name, user_label, started_at, finished_at, head_seq, head_hash, entries, matter, matters, faults from audit_check where jurisdiction = ? "
                + "order by id desc fetch first " + limit + " rows only", AuditTrail::check, jurisdiction);
    }

    private static AuditCheck check(ResultSet row) throws SQLException {
        long finished = row.getLong(6);
        Optional<Instant> at = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finished));
        return new AuditCheck(row.getString(1), row.getString(2), row.getString(3), row.getString(4), Instant.ofEpochMilli(row.getLong(5)), at, new Head(row.getLong(7), row.getString(8)), row.getLong(9), row.getString(10), row.getLong(11),
                row.getString(12).isEmpty() ? List.of() : List.of(row.getString(12).split(FAULTS)));
    }
}
