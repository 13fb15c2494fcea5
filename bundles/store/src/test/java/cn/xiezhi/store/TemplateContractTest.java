package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.TemplateStore;
import cn.xiezhi.desk.TemplateStore.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The templates that administrators chose. */
abstract class TemplateContractTest extends OnDatabase {
    /** Larger than a short column, and every byte. */
    private static final byte[] DOCX = new byte[300_000];
    private TemplateStore templates;

    static {
        for (int i = 0; i < DOCX.length; i++) {
            DOCX[i] = (byte) i;
        }
    }

    @BeforeEach
    void templates() {
        templates = new TemplateRows(database.work());
    }

    private Choice choice(String jurisdiction, String paper, int version, boolean own) {
        return new Choice(jurisdiction, "transfer", paper, version, own ? Optional.of("ab".repeat(32)) : Optional.empty(), TUE_2025_09_30, "admin", "管𠮷");
    }

    @Test
    void everyChoice_isKept_theLatestFirst_andNoneOfAnotherJurisdiction() {
        Choice first = choice(here, "letter", 1, true);
        Choice back = choice(here, "letter", 2, false);
        assertTrue(templates.add(first, Optional.of(DOCX)));
        assertTrue(templates.add(back, Optional.empty()));
        assertTrue(templates.add(choice(here, "receipt", 1, true), Optional.of(DOCX)));
        assertTrue(templates.add(choice(there, "letter", 1, true), Optional.of(new byte[] {1})));

        assertEquals(List.of(back, first), templates.of(here, "transfer", "letter"));
        assertEquals(3, templates.of(here).size());
        assertEquals(List.of(), templates.of(here, "clue", "letter"));
        assertArrayEquals(DOCX, templates.docx(first).orElseThrow());
        assertTrue(templates.docx(back).isEmpty(), "the default has no file of its own");
        assertArrayEquals(new byte[] {1}, templates.docx(choice(there, "letter", 1, true)).orElseThrow());
    }

    @Test
    void ofTwoAtOnce_oneIsTold_andTheOtherStays() throws Exception {
        List<Boolean> added = atOnce(4, n -> templates.add(choice(here, "letter", 1, true), Optional.of(new byte[] {(byte) n})));

        assertEquals(1, added.stream().filter(Boolean::booleanValue).count());
        assertFalse(templates.add(choice(here, "letter", 1, false), Optional.empty()));
        assertEquals(List.of(1), templates.of(here).stream().map(Choice::version).collect(Collectors.toList()));
    }
}
