package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.matter;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.DocumentStore;
import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.NumberTakenException;
import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.document.Issued.Voided;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Organ;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of issued documents, which is their count too. */
abstract class DocumentContractTest extends OnDatabase {
    private static final Place COUNT = new Place("fenghuang", "移", 2025, 0);
    private DocumentStore documents;

    @BeforeEach
    void register() {
        documents = new Documents(database.work());
    }

    private Issued document(String matter, Optional<Place> number) {
        return new Issued(here, matter, "d-" + matter, "letter", "关于" + RARE + "的函", "fenghuang", number, number.map(p -> "凤移〔2025〕" + p.ordinal() + "号").orElse(""), "platform 1",
                "ab".repeat(32), TUE_2025_09_30, "zhang", "张𠮷", Optional.empty());
    }

    private Issued issue(Matter m, Optional<Place> number) {
        Issued document = document(m.id(), number);
        store.commit(new Commit(here, List.of(change(m, 1)), Map.of(document.sha256(), new byte[] {1, 2}), "zhang", Optional.empty(), List.of(document)));
        return document;
    }

    /** As an officer's request does it: asks for the next number, tries, and asks again if it has been taken. */
    private int issueNext(String matter) {
        while (true) {
            Place next = documents.last(here, COUNT).next();
            try {
                issue(matter(here, matter), Optional.of(next));
                return next.ordinal();
            } catch (NumberTakenException e) {
                // Another took it.
            }
        }
    }

    @Test
    void anIssuedDocument_isKeptWithItsBytes() {
        Issued numbered = issue(matter(here, "a"), Optional.of(COUNT.next()));
        Issued list = issue(matter(here, "b"), Optional.empty());
        issue(matter(here, "c"), Optional.empty());

        assertEquals(List.of(numbered), documents.of(here, "a"));
        assertEquals(List.of(list), documents.of(here, "b"), "lists without a number don't stand in each other's way");
        assertEquals(List.of(), documents.of(there, "a"));
        assertArrayEquals(new byte[] {1, 2}, store.content(here, numbered.sha256()).orElseThrow());
    }

    @Test
    void counts_areOfOneOrganOneWordAndOneYearEach() {
        issue(matter(here, "a"), Optional.of(COUNT.next()));

        assertEquals(1, documents.last(here, COUNT).ordinal());
        assertEquals(0, documents.last(here, new Place("fenghuang", "移", 2026, 0)).ordinal());
        assertEquals(0, documents.last(here, new Place("fenghuang", "协", 2025, 0)).ordinal());
        assertEquals(0, documents.last(here, new Place("urban", "移", 2025, 0)).ordinal());
        assertEquals(0, documents.last(there, COUNT).ordinal());
    }

    @Test
    void whoIssuesAtOnce_getsNumbersWithoutGapAndWithoutDouble() throws Exception {
        List<Integer> given = atOnce(6, n -> issueNext("m" + n));

        assertEquals(IntStream.rangeClosed(1, 6).boxed().toList(), given.stream().sorted().toList());
        assertEquals(6L, single("select count(*) from document where jurisdiction = '" + here + "'"));
    }

    @Test
    void whoNumberedOnPaperBefore_goesOnFromThere_inThatCountAlone() {
        documents.began(here, new Place("fenghuang", "移", 2025, 7));
        documents.began(here, new Place("fenghuang", "移", 2025, 11));
        assertEquals(11, documents.last(here, COUNT).ordinal());
        assertEquals(0, documents.last(there, COUNT).ordinal());
        assertEquals(0, documents.last(here, new Place("fenghuang", "移", 2026, 0)).ordinal());
        assertEquals(12, issueNext("a"));
        assertEquals(13, issueNext("b"));
    }

    @Test
    void aNumberThatIsTaken_changesNothing() {
        issue(matter(here, "a"), Optional.of(COUNT.next()));

        assertThrows(NumberTakenException.class, () -> issue(matter(here, "b"), Optional.of(COUNT.next())));

        assertEquals(Optional.empty(), store.find(here, "b"));
        assertEquals(List.of(), documents.of(here, "b"));
    }

    @Test
    void aVoidedDocument_staysWithItsNumber() {
        Issued issued = issue(matter(here, "a"), Optional.of(COUNT.next()));
        Issued voided = issued.voided(new Voided(TUE_2025_09_30.plusMillis(5), "li", RARE + "长".repeat(3_900)));
        Matter now = store.find(here, "a").orElseThrow();
        store.commit(new Commit(here, List.of(change(now, 1)), Map.of(), "li", Optional.empty(), List.of(voided)));

        assertEquals(List.of(voided), documents.of(here, "a"));
        assertEquals(1, documents.last(here, COUNT).ordinal(), "the number is not given again");
    }

    @Test
    void anOrgansTemplateForNumbers_isKeptAndCanBeChanged() {
        OrganStore organs = new OrganStore(database.work());
        Organ plain = new Organ("fenghuang", here, "凤凰镇", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty());
        Organ numbering = new Organ("fenghuang", here, "凤凰镇", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty(), Optional.of(new NumberTemplate("𠮷{文种}〔{年}〕{号}号")));
        assertTrue(organs.add(plain));
        assertEquals(Optional.of(plain), organs.find(here, "fenghuang"));
        organs.save(List.of(), List.of(numbering));
        assertEquals(Optional.of(numbering), organs.find(here, "fenghuang"));
    }
}
