package cn.xiezhi.store;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** How a version and its files are kept. No entity: the product starts with these. */
final class EditionRow {
    static final RowTable<Edition> TABLE = new RowTable<Edition>("edition")
            .key("jurisdiction", Types.VARCHAR, Edition::jurisdiction).key("subject", Types.VARCHAR, e -> e.subject().code()).key("version", Types.VARCHAR, Edition::version)
            .fixed("received_at", Types.BIGINT, e -> e.receivedAt().toEpochMilli()).fixed("received_by", Types.VARCHAR, Edition::receivedBy)
            .fixed("sha256", Types.VARCHAR, e -> e.sha256().orElse(null)).fixed("signer", Types.VARCHAR, e -> e.signer().orElse(null));

    /** What {@link #value} reads, in its order. */
    static final String COLUMNS = "jurisdiction, subject, version, received_at, received_by, sha256, signer";

    private EditionRow() {}

    /** One of a version's files. */
    record Content(Edition edition, String name, byte[] bytes) {
        static final RowTable<Content> TABLE = new RowTable<Content>("edition_file")
                .key("jurisdiction", Types.VARCHAR, f -> f.edition.jurisdiction()).key("subject", Types.VARCHAR, f -> f.edition.subject().code())
                .key("version", Types.VARCHAR, f -> f.edition.version()).key("name", Types.VARCHAR, f -> f.name).fixed("bytes", Types.VARBINARY, f -> f.bytes);
    }

    static Edition value(ResultSet row) throws SQLException {
        return new Edition(row.getString(1), Subject.of(row.getString(2)).orElseThrow(), row.getString(3), Instant.ofEpochMilli(row.getLong(4)), row.getString(5),
                Optional.ofNullable(row.getString(6)), Optional.ofNullable(row.getString(7)));
    }
}
