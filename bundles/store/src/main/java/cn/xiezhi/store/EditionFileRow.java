package cn.xiezhi.store;

import cn.xiezhi.policy.Edition;
import java.sql.Types;

/** A file of a version. Read by name and bytes alone, so it is no entity. */
record EditionFileRow(Edition edition, String name, byte[] bytes) {
    static final RowTable<EditionFileRow> TABLE = new RowTable<EditionFileRow>("edition_file")
            .key("jurisdiction", Types.VARCHAR, f -> f.edition.jurisdiction()).key("subject", Types.VARCHAR, f -> f.edition.subject().code())
            .key("version", Types.VARCHAR, f -> f.edition.version()).key("name", Types.VARCHAR, f -> f.name).fixed("bytes", Types.VARBINARY, f -> f.bytes);
}
