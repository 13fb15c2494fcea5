package cn.xiezhi.store;

import cn.xiezhi.desk.TemplateStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every template that was ever chosen. */
record TemplateRows(Work work) implements TemplateStore {
    /** Derby takes no null of bytes that way. */
    private static final byte[] NONE = {};

    private record Row(Choice choice, Optional<byte[]> docx) {}

    private static final RowTable<Row> TABLE = new RowTable<Row>("document_template")
            .key("jurisdiction", Types.VARCHAR, r -> r.choice().jurisdiction()).key("matter_kind", Types.VARCHAR, r -> r.choice().procedure())
            .key("paper", Types.VARCHAR, r -> r.choice().paper()).key("version", Types.INTEGER, r -> r.choice().version())
            .fixed("sha256", Types.VARCHAR, r -> r.choice().sha256().orElse(null)).fixed("bytes", Types.VARBINARY, r -> r.docx().orElse(NONE))
            .fixed("chosen_at", Types.BIGINT, r -> r.choice().at().toEpochMilli()).fixed("chosen_by", Types.VARCHAR, r -> r.choice().by())
            .fixed("chosen_label", Types.VARCHAR, r -> r.choice().byName());

    @Override
    public List<Choice> of(String jurisdiction) {
        return work.rows("select jurisdiction, matter_kind, paper, version, sha256, chosen_at, chosen_by, chosen_label from document_template where jurisdiction = ?"
                + " order by matter_kind, paper, version desc", TemplateRows::value, jurisdiction);
    }

    @Override
    public List<Choice> of(String jurisdiction, String procedure, String paper) {
        return work.rows("select jurisdiction, matter_kind, paper, version, sha256, chosen_at, chosen_by, chosen_label from document_template where jurisdiction = ?"
                + " and matter_kind = ? and paper = ? order by version desc", TemplateRows::value, jurisdiction, procedure, paper);
    }

    @Override
    public Optional<byte[]> docx(Choice choice) {
        return work.row("select bytes from document_template where jurisdiction = ? and matter_kind = ? and paper = ? and version = ? and sha256 is not null",
                row -> row.getBytes(1), choice.jurisdiction(), choice.procedure(), choice.paper(), choice.version());
    }

    @Override
    public boolean add(Choice choice, Optional<byte[]> docx) {
        return Work.added(() -> work.transact(connection -> TABLE.insert(connection, List.of(new Row(choice, docx)))));
    }

    private static Choice value(ResultSet row) throws SQLException {
        return new Choice(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), Optional.ofNullable(row.getString(5)), Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7), row.getString(8));
    }
}
