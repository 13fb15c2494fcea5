package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.desk.FormDraft;
import cn.xiezhi.desk.FormDraft.Acting;
import cn.xiezhi.desk.FormDraft.Form;
import cn.xiezhi.desk.FormDraft.Opening;
import cn.xiezhi.desk.FormDraftStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people typed and did not send. */
abstract class FormDraftContractTest extends OnDatabase {
    private static final Form NEW = new Opening("transfer", Optional.empty());
    private static final Form SEND = new Acting("20250930-abcd2345", "send");
    private FormDraftStore drafts;

    @BeforeEach
    void drafts() {
        drafts = new FormDraftTable(database.work());
    }

    private FormDraft draft(String user, Form form, String values, Instant at) {
        return new FormDraft(here, user, form, values, at);
    }

    @Test
    void keptAsItWasTyped_andReplacedByTheNext() {
        FormDraft first = draft("zhang", NEW, "{\"facts\":\"" + RARE + "𬱖".repeat(30_000) + "\"}", TUE_2025_09_30);
        FormDraft second = draft("zhang", NEW, "{}", TUE_2025_09_30.plusMillis(1));
        drafts.keep(first);
        assertEquals(Optional.of(first), drafts.find(here, "zhang", NEW));
        drafts.keep(second);
        assertEquals(List.of(second), drafts.of(here, "zhang"));
    }

    @Test
    void thePersonsOwn_theLatestFirst_andNobodyElses() {
        FormDraft older = draft("zhang", NEW, "{}", TUE_2025_09_30);
        FormDraft newer = draft("zhang", SEND, "{}", TUE_2025_09_30.plusMillis(1));
        FormDraft others = draft("Zhang", NEW, "{}", TUE_2025_09_30);
        List.of(older, newer, others).forEach(drafts::keep);

        assertEquals(List.of(newer, older), drafts.of(here, "zhang"));
        assertEquals(List.of(others), drafts.of(here, "Zhang"), "names differ by case");
        assertEquals(List.of(), drafts.of(there, "zhang"));
        assertEquals(Optional.empty(), drafts.find(there, "zhang", NEW));
    }

    @Test
    void removed_aloneOrByAge() {
        FormDraft older = draft("zhang", NEW, "{}", TUE_2025_09_30);
        FormDraft newer = draft("zhang", SEND, "{}", TUE_2025_09_30.plusMillis(1));
        List.of(older, newer).forEach(drafts::keep);
        drafts.removeBefore(there, TUE_2025_09_30.plusSeconds(1));
        drafts.removeBefore(here, newer.savedAt());
        assertEquals(List.of(newer), drafts.of(here, "zhang"), "the one saved at that very moment stays");

        drafts.remove(here, "zhang", NEW);
        drafts.remove(here, "li", SEND);
        assertEquals(List.of(newer), drafts.of(here, "zhang"));
        drafts.remove(here, "zhang", SEND);
        assertEquals(List.of(), drafts.of(here, "zhang"));
    }

    @Test
    void twoWindowsAtOnce_leaveOneDraft() throws Exception {
        atOnce(4, n -> {
            drafts.keep(draft("zhang", NEW, "{\"n\":" + n + "}", TUE_2025_09_30));
            return n;
        });
        assertEquals(1, drafts.of(here, "zhang").size());
    }
}
