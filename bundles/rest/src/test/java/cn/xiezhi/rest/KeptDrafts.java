package cn.xiezhi.rest;

import cn.xiezhi.desk.FormDraft;
import cn.xiezhi.desk.FormDraft.Form;
import cn.xiezhi.desk.FormDraftStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Drafts in memory. */
final class KeptDrafts implements FormDraftStore {
    private final Map<String, FormDraft> drafts = new TreeMap<>();
    /** What the database says to everything, while it is set. */
    RuntimeException failure;

    private Map<String, FormDraft> up() {
        if (failure != null) {
            throw failure;
        }
        return drafts;
    }

    private static String key(String jurisdiction, String user, Form form) {
        return jurisdiction + " " + user + " " + form.key();
    }

    @Override
    public List<FormDraft> of(String jurisdiction, String user) {
        return up().values().stream().filter(d -> d.jurisdiction().equals(jurisdiction) && d.user().equals(user)).sorted(Comparator.comparing(FormDraft::savedAt).reversed()).toList();
    }

    @Override
    public Optional<FormDraft> find(String jurisdiction, String user, Form form) {
        return Optional.ofNullable(up().get(key(jurisdiction, user, form)));
    }

    @Override
    public void keep(FormDraft draft) {
        up().put(key(draft.jurisdiction(), draft.user(), draft.form()), draft);
    }

    @Override
    public void remove(String jurisdiction, String user, Form form) {
        up().remove(key(jurisdiction, user, form));
    }

    @Override
    public void removeBefore(String jurisdiction, Instant savedAt) {
        up().values().removeIf(d -> d.jurisdiction().equals(jurisdiction) && d.savedAt().isBefore(savedAt));
    }
}
