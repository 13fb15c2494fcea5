package cn.xiezhi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where drafts of forms are kept: every call names jurisdiction and person. Implemented by the store. */
public interface FormDraftStore {
    /** The person's drafts, the latest first. */
    List<FormDraft> of(String jurisdiction, String user);

    Optional<FormDraft> find(String jurisdiction, String user, FormDraft.Form form);

    /** Keeps it in place of the one that the person had of the same form. */
    void keep(FormDraft draft);

    void remove(String jurisdiction, String user, FormDraft.Form form);

    /** Takes out what has not been touched since, whoever typed it. */
    void removeBefore(String jurisdiction, Instant savedAt);
}
