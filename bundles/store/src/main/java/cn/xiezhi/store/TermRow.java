package cn.xiezhi.store;

import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;

/** How a decision is kept. */
record TermRow(String jurisdiction, Subject subject, Term term) {
    static final RowTable<TermRow> TABLE = new RowTable<TermRow>("term")
            .key("jurisdiction", Types.VARCHAR, TermRow::jurisdiction).key("subject", Types.VARCHAR, t -> t.subject.code()).key("seq", Types.INTEGER, t -> t.term.seq())
            .fixed("version", Types.VARCHAR, t -> t.term.version()).fixed("since", Types.BIGINT, t -> t.term.since().toEpochMilli())
            .fixed("decided_at", Types.BIGINT, t -> t.term.decidedAt().toEpochMilli()).fixed("decided_by", Types.VARCHAR, t -> t.term.decidedBy())
            .fixed("kind", Types.VARCHAR, t -> t.term.kind().code()).fixed("reason", Types.VARCHAR, t -> t.term.reason())
            .fixed("withdrawn_at", Types.BIGINT, t -> Times.millis(t.term.withdrawnAt()));

    /** What {@link #value} reads, in its order. */
    static final String COLUMNS = "seq, version, since, decided_at, decided_by, kind, reason, withdrawn_at";

    static Term value(ResultSet row) throws SQLException {
        return new Term(row.getInt(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4)), row.getString(5),
                Term.Kind.of(row.getString(6)).orElseThrow(), row.getString(7), Times.instant(row.getObject(8, Long.class)));
    }
}
