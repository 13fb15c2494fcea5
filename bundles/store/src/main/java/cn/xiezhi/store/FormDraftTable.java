package cn.xiezhi.store;

import cn.xiezhi.desk.FormDraft;
import cn.xiezhi.desk.FormDraft.Form;
import cn.xiezhi.desk.FormDraftStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drafts of forms, one a person and form. */
record FormDraftTable(Work work) implements FormDraftStore {
    private static final RowTable<FormDraft> TABLE = new RowTable<FormDraft>("form_draft")
            .key("jurisdiction", Types.VARCHAR, FormDraft::jurisdiction).key("user_name", Types.VARCHAR, FormDraft::user).key("form", Types.VARCHAR, d -> d.form().key())
            .column("typed", Types.VARCHAR, FormDraft::values).column("saved_at", Types.BIGINT, d -> d.savedAt().toEpochMilli());

    @Override
    public List<FormDraft> of(String jurisdiction, String user) {
        return work.rows("select * from form_draft where jurisdiction = ? and user_name = ? order by saved_at desc, form", FormDraftTable::value, jurisdiction, user);
    }

    @Override
    public Optional<FormDraft> find(String jurisdiction, String user, Form form) {
        return work.row("select * from form_draft where jurisdiction = ? and user_name = ? and form = ?", FormDraftTable::value, jurisdiction, user, form.key());
    }

    @Override
    public void keep(FormDraft draft) {
        work.put(TABLE, draft);
    }

    @Override
    public void remove(String jurisdiction, String user, Form form) {
        work.change("delete from form_draft where jurisdiction = ? and user_name = ? and form = ?", jurisdiction, user, form.key());
    }

    @Override
    public void removeBefore(String jurisdiction, Instant savedAt) {
        work.change("delete from form_draft where jurisdiction = ? and saved_at < ?", jurisdiction, savedAt.toEpochMilli());
    }

    private static FormDraft value(ResultSet row) throws SQLException {
        return new FormDraft(row.getString("jurisdiction"), row.getString("user_name"), Form.of(row.getString("form")).orElseThrow(), row.getString("typed"),
                Instant.ofEpochMilli(row.getLong("saved_at")));
    }
}
