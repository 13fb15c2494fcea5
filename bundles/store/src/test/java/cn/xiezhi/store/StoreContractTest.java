package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.full;
import static cn.xiezhi.store.Samples.in;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.titled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.Read;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a commit keeps and what it refuses; the same on every database. */
abstract class StoreContractTest extends OnDatabase {
    @Test
    void everyFieldOfAMatter_comesBackAsItWentIn() {
        Matter written = change(full(here, "m"), 2).after();
        MatterChange opened = change(full(here, "m"), 2);
        store.commit(commit(opened));

        Matter read = store.find(here, "m").orElseThrow();

        assertEquals(written, read);
        assertEquals(List.copyOf(written.parties().keySet()), List.copyOf(read.parties().keySet()), "order of the parts");
        assertEquals(List.copyOf(written.fields().keySet()), List.copyOf(read.fields().keySet()), "order of the fields");
        assertEquals(opened.entries(), store.ledger(here, "m"));
    }

    @Test
    void emptyValues_areNotMistakenForMissingOnes() {
        Matter plain = titled(matter(here, "m"), "");
        store.commit(commit(change(plain, 1)));

        assertEquals(change(plain, 1).after(), store.find(here, "m").orElseThrow());
        assertEquals("", store.ledger(here, "m").get(0).from());
    }

    @Test
    void theLedger_isReadInOrderAndIntact() {
        store.commit(commit(change(matter(here, "m"), 12)));
        store.commit(commit(change(store.find(here, "m").orElseThrow(), 1)));

        List<LedgerEntry> ledger = store.ledger(here, "m");

        assertEquals(13, ledger.size());
        assertEquals(List.of("reason", "empty"), List.copyOf(ledger.get(0).details().keySet()), "in the action's own order");
        assertTrue(Ledger.intact(store.find(here, "m").orElseThrow(), ledger));
    }

    @Test
    void aLaterCommit_changesAddsAndTakesAwayParts() {
        store.commit(commit(change(full(here, "m"), 1)));
        Matter before = store.find(here, "m").orElseThrow();
        Obligation met = before.obligations().get(2).closed(Obligation.Status.MET, TUE_2025_09_30.plusSeconds(60));
        Matter next = in(owing(before, before.obligations().get(0), before.obligations().get(1), met, obligation("m-11", "urban", TUE_2025_09_30)), "accepted",
                true, "fenghuang");
        store.commit(commit(change(next, 1)));
        assertEquals(change(next, 1).after(), store.find(here, "m").orElseThrow());

        Matter less = owing(store.find(here, "m").orElseThrow(), met);
        store.commit(commit(change(less, 1)));
        assertEquals(change(less, 1).after(), store.find(here, "m").orElseThrow());
    }

    @Test
    void ofTwoWhoActAtOnce_oneIsToldThatItIsStale() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "m" + round;
            store.commit(commit(change(matter(here, id), 1)));
            Matter seen = store.find(here, id).orElseThrow();

            List<String> outcomes = atOnce(2, n -> committed(commit(change(in(seen, "accepted-by-" + n, true), 1))));

            assertEquals(List.of("stale", "written"), outcomes.stream().sorted().toList());
            assertTrue(Ledger.intact(store.find(here, id).orElseThrow(), store.ledger(here, id)));
        }
    }

    @Test
    void twoMattersInOppositeOrder_neitherHangsNorHalfWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String a = "a" + round;
            String b = "b" + round;
            store.commit(commit(change(matter(here, a), 1), change(matter(here, b), 1)));
            Matter seenA = store.find(here, a).orElseThrow();
            Matter seenB = store.find(here, b).orElseThrow();

            List<String> outcomes = atOnce(2, n -> committed(n == 0 ? commit(change(seenA, 1), change(seenB, 1)) : commit(change(seenB, 1), change(seenA, 1))));

            assertEquals(List.of("stale", "written"), outcomes.stream().sorted().toList());
            assertEquals(2, store.find(here, a).orElseThrow().version());
            assertEquals(2, store.find(here, b).orElseThrow().version());
        }
    }

    @Test
    void aStaleMatterAmongTwo_keepsAllOfTheCommitOut() {
        store.commit(commit(change(matter(here, "a"), 1), change(matter(here, "b"), 1)));
        Matter a = store.find(here, "a").orElseThrow();
        Matter staleB = change(store.find(here, "b").orElseThrow(), 1).after();
        Commit both = new Commit(here, List.of(change(in(a, "changed", true), 1), change(staleB, 1), change(matter(here, "c"), 1)),
                Map.of("ef".repeat(32), new byte[] {1}), "zhang", Optional.of("key"));

        assertEquals("matter b has changed", assertThrows(StaleMatterException.class, () -> store.commit(both)).getMessage());

        assertEquals(a, store.find(here, "a").orElseThrow());
        assertEquals(1, store.ledger(here, "a").size());
        assertEquals(Optional.empty(), store.find(here, "c"));
        assertTrue(store.content(here, "ef".repeat(32)).isEmpty());
        assertEquals(Optional.empty(), store.openedUnder(here, "zhang", "key"));
    }

    /** As when all work of somebody who leaves is handed over. */
    @Test
    void twoHundredMattersInOneCommit_areAllWrittenOrNone() {
        store.commit(commit(IntStream.range(0, 200).mapToObj(i -> change(matter(here, "m" + i), 1)).toArray(MatterChange[]::new)));
        MatterChange[] all = IntStream.range(0, 200).mapToObj(i -> change(store.find(here, "m" + i).orElseThrow(), 1)).toArray(MatterChange[]::new);
        store.commit(commit(change(store.find(here, "m150").orElseThrow(), 1)));

        assertThrows(StaleMatterException.class, () -> store.commit(commit(all)));
        assertTrue(IntStream.range(0, 200).allMatch(i -> store.find(here, "m" + i).orElseThrow().version() == (i == 150 ? 2 : 1)));

        all[150] = change(store.find(here, "m150").orElseThrow(), 1);
        store.commit(commit(all));
        assertTrue(IntStream.range(0, 200).allMatch(i -> store.ledger(here, "m" + i).size() == (i == 150 ? 3 : 2)));
    }

    @Test
    void whatTheDatabaseCannotTake_keepsAllOfTheCommitOut() {
        store.commit(commit(change(matter(here, "a"), 1)));
        Matter a = store.find(here, "a").orElseThrow();
        Obligation tooLong = obligation("x".repeat(300), "urban", TUE_2025_09_30);

        StoreException refused = assertThrows(StoreException.class, () -> store.commit(commit(change(owing(a, tooLong), 1))));

        assertEquals("内容过长，数据库无法保存", refused.getMessage());
        assertEquals(a, store.find(here, "a").orElseThrow());
        assertEquals(1, store.ledger(here, "a").size());
    }

    @Test
    void aMatterThatIsThereAlready_isNotOpenedAgain() {
        store.commit(commit(change(matter(here, "m"), 1)));

        assertThrows(StaleMatterException.class, () -> store.commit(commit(change(titled(matter(here, "m"), "另一件"), 1))));
        assertEquals("占道经营", store.find(here, "m").orElseThrow().title());
    }

    @Test
    void theSameBytes_areKeptOnce() throws Exception {
        byte[] bytes = new byte[300_000];
        bytes[299_999] = 7;
        String sha256 = "0a".repeat(32);

        List<String> outcomes = atOnce(3, n -> committed(new Commit(here, List.of(change(matter(here, "m" + n), 1)), Map.of(sha256, bytes), "zhang", Optional.empty())));

        assertEquals(List.of("written", "written", "written"), outcomes);
        assertArrayEquals(bytes, store.content(here, sha256).orElseThrow());
        assertTrue(store.content(there, sha256).isEmpty());
        assertEquals(1L, single("select count(*) from content where jurisdiction = '" + here + "'"));
    }

    @Test
    void aRepeatedOpening_isRecognisedByItsKey() throws Exception {
        List<String> outcomes = atOnce(2, n -> committed(new Commit(here, List.of(change(matter(here, "m" + n), 1)), Map.of(), "zhang", Optional.of("key-𠮷"))));

        assertEquals(List.of("stale", "written"), outcomes.stream().sorted().toList());
        String winner = "m" + outcomes.indexOf("written");
        assertEquals(Optional.of(winner), store.openedUnder(here, "zhang", "key-𠮷"));
        assertEquals(Optional.empty(), store.find(here, "m" + outcomes.indexOf("stale")));
        assertEquals(Optional.empty(), store.openedUnder(here, "li", "key-𠮷"), "another user's key");
        assertEquals(Optional.empty(), store.openedUnder(there, "zhang", "key-𠮷"), "another jurisdiction's key");
    }

    @Test
    void anotherJurisdictionsMatter_doesNotExist() {
        store.commit(commit(change(full(here, "m"), 1)));

        assertEquals(Optional.empty(), store.find(there, "m"));
        assertEquals(List.of(), store.ledger(there, "m"));
        store.commit(commit(change(titled(matter(there, "m"), "同号"), 1)));
        assertEquals("同号", store.find(there, "m").orElseThrow().title());
        assertEquals(3, store.find(here, "m").orElseThrow().obligations().size());
    }

    @Test
    void aReader_neverSeesAMatterHalfChanged() throws Exception {
        store.commit(commit(change(matter(here, "m"), 1)));
        List<String> problems = atOnce(2, n -> {
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Matter m = store.find(here, "m").orElseThrow();
                if (n == 0) {
                    List<Obligation> more = new ArrayList<>(m.obligations());
                    more.add(obligation("m-" + m.version(), "urban", TUE_2025_09_30));
                    store.commit(commit(change(owing(m, more.toArray(Obligation[]::new)), 1)));
                } else if (m.obligations().size() != m.version() - 1) {
                    seen.add(m.version() + " with " + m.obligations().size());
                }
            }
            return seen.toString();
        });
        assertEquals(List.of("[]", "[]"), problems);
    }

    @Test
    void attachments_keepTheirOrder() {
        store.commit(commit(change(full(here, "m"), 1)));

        assertEquals(List.of("2", "1"), store.find(here, "m").orElseThrow().attachments().stream().map(Attachment::id).toList());
        assertFalse(store.find(here, "m").orElseThrow().attachments().get(1).pages().isPresent());
    }

    @Test
    void whoReadWhat_isKept_theLatestFirst() {
        Read page = new Read("m", "li", "李四𠮷", "water", TUE_2025_09_30, Read.What.PAGE, Optional.empty());
        Read file = new Read("m", "li", "李四𠮷", "water", TUE_2025_09_30.plusMillis(1), Read.What.FILE, Optional.of("a1"));
        store.keepReads(here, List.of(page));
        store.keepReads(here, List.of(file, new Read("other", "li", "李四𠮷", "water", TUE_2025_09_30, Read.What.EXPORT, Optional.empty())));
        store.keepReads(here, List.of(page));
        store.keepReads(here, List.of());

        assertEquals(List.of(file, page, page), store.reads(here, "m", 10), "the same read twice is two reads");
        assertEquals(List.of(file), store.reads(here, "m", 1));
        assertEquals(3, store.reads(here, "m", Integer.MAX_VALUE).size(), "all of them");
        assertEquals(List.of(), store.reads(there, "m", 10));
    }

    @Test
    void ofReadsThatAreTooMuchForTheDatabase_noneIsKept() {
        Read page = new Read("m", "li", "李四", "water", TUE_2025_09_30, Read.What.PAGE, Optional.empty());
        Read tooLong = new Read("m", "x".repeat(300), "李四", "water", TUE_2025_09_30, Read.What.PAGE, Optional.empty());

        assertThrows(StoreException.class, () -> store.keepReads(here, List.of(page, tooLong)));

        assertEquals(List.of(), store.reads(here, "m", 10));
    }

    private String committed(Commit commit) {
        try {
            store.commit(commit);
            return "written";
        } catch (StaleMatterException e) {
            return "stale";
        }
    }
}
