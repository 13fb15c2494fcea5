package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.audit.AuditCheck;
import cn.xiezhi.audit.AuditEntry;
import cn.xiezhi.audit.AuditEntry.Head;
import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.audit.AuditQuery;
import cn.xiezhi.audit.Auditing;
import cn.xiezhi.audit.Verification;
import cn.xiezhi.desk.MatterStore.Read;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record of who did what when: written with the act, chained without forks, and broken visibly. */
abstract class AuditContractTest extends OnDatabase {
    private static final Clock CLOCK = Clock.fixed(TUE_2025_09_30, ZoneOffset.UTC);
    private AuditTrail trail;
    private Auditing auditing;
    private Officer auditor;

    @BeforeEach
    void record() {
        trail = new AuditTrail(database.work());
        auditing = new Auditing(trail, new AccountStore(database.work()), CLOCK);
        auditor = new Officer("wu", "吴𠮷", new Organ("justice", here, "司法局", Organ.Kind.JUSTICE_BUREAU, Optional.empty(), Optional.empty()), Set.of(Role.AUDITOR));
    }

    @Test
    void anActOnAMatter_isRecordedWithIt_orNeitherIs() {
        MatterChange opened = change(matter(here, "m1"), 2);
        store.commit(commit(opened));
        assertThrows(StaleMatterException.class, () -> store.commit(commit(opened)));
        store.keepReads(here, List.of(new Read("m1", "li", "李四", "urban", TUE_2025_09_30, Read.What.PAGE, Optional.empty())));

        assertEquals(Set.of("zhang action m1 send #1", "zhang action m1 send #2", "li read m1 page"),
                Set.copyOf(all(here).stream().map(e -> e.user() + " " + e.kind().code() + " " + e.subject() + " " + e.detail()).toList()));
        assertEquals(3, all(here).size(), "nothing of the act that came too late");
        assertEquals(List.of(), all(there));
    }

    @Test
    void everyFilter_isHeeded_andPagesJoin() {
        for (int i = 0; i < 7; i++) {
            auditing.record(auditor, i % 2 == 0 ? AuditKind.EXPORT : AuditKind.REFUSED, i % 2 == 0, "GET /x" + i, i % 2 == 0 ? "" : "not-yours-to-do", "10.0.0." + i);
        }
        assertEquals(4, find(q(Optional.of(AuditKind.EXPORT), Optional.empty(), Optional.empty(), Optional.empty(), 100)).size());
        assertEquals(3, find(q(Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty(), 100)).size());
        assertEquals(List.of("GET /x3"), find(q(Optional.empty(), Optional.empty(), Optional.of("10.0.0.3"), Optional.empty(), 100)).stream().map(AuditEntry::subject).toList());
        List<AuditEntry> first = find(q(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 4));
        List<AuditEntry> second = find(q(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(first.get(3).id()), 4));
        assertEquals(3, second.size());
        assertEquals(List.of(), second.stream().filter(first::contains).toList());
        assertEquals(List.of(), trail.find(new AuditQuery(here, Optional.of(TUE_2025_09_30.plusMillis(1)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), 10)));
    }

    /** Enough that what is rare lies behind the entries which are gone through first. */
    @Test
    void whatIsRare_isFoundAmongMany_pageByPage() {
        int many = 2 * AuditTrail.NEXT + 100;
        List<AuditEntry> all = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            Instant at = TUE_2025_09_30.plusMillis(n / 2);
            all.add(new AuditEntry(here, AuditEntry.idAt(at), at, n % 900 == 0 ? "li" : "wu", "吴", "justice", AuditKind.READ, n % 500 != 0, "m" + n % 700, "", n == 3 ? "10.9.9.9" : "", 0, "", ""));
        }
        database.work().transact(c -> AuditRow.TABLE.insert(c, all));
        all.sort(Comparator.comparing(AuditEntry::id).reversed());

        assertPages(all, e -> !e.ok(), any(Optional.empty(), Optional.of(false), Optional.empty()));
        assertPages(all, e -> e.address().equals("10.9.9.9"), any(Optional.empty(), Optional.empty(), Optional.of("10.9.9.9")));
        assertPages(all, e -> false, any(Optional.of(AuditKind.EXPORT), Optional.empty(), Optional.empty()));
        assertPages(all, e -> e.user().equals("li"), by(Optional.of("li"), Optional.empty()));
        assertPages(all, e -> e.subject().equals("m5"), by(Optional.empty(), Optional.of("m5")));
        assertPages(all, e -> e.subject().equals("m0") && e.user().equals("li"), by(Optional.of("li"), Optional.of("m0")));
    }

    private AuditQuery any(Optional<AuditKind> kind, Optional<Boolean> ok, Optional<String> address) {
        return new AuditQuery(here, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), kind, ok, Optional.empty(), address, Optional.empty(), 4);
    }

    private AuditQuery by(Optional<String> user, Optional<String> subject) {
        return new AuditQuery(here, Optional.empty(), Optional.empty(), user, Optional.empty(), Optional.empty(), Optional.empty(), subject, Optional.empty(), Optional.empty(), 4);
    }

    private void assertPages(List<AuditEntry> all, Predicate<AuditEntry> expected, AuditQuery q) {
        List<String> found = new ArrayList<>();
        List<AuditEntry> page;
        do {
            Optional<String> last = found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
            page = trail.find(new AuditQuery(q.jurisdiction(), q.from(), q.before(), q.user(), q.organ(), q.kind(), q.ok(), q.subject(), q.address(), last, q.limit()));
            page.forEach(e -> found.add(e.id()));
        } while (page.size() == q.limit());
        assertEquals(all.stream().filter(expected).map(AuditEntry::id).toList(), found);
    }

    @Test
    void sealersAndWritersAtOnce_makeOneChain() throws Exception {
        atOnce(6, n -> {
            for (int i = 0; i < 15; i++) {
                if (n < 4) {
                    auditing.record(auditor, AuditKind.EXPORT, true, "𠮷" + n + "-" + i, "", "10.0.0.1");
                } else {
                    sealed();
                }
            }
            return null;
        });
        sealed();

        List<AuditEntry> chain = trail.chain(here, 0, 1000);
        assertEquals(60, chain.size());
        Head head = Head.BEGINNING;
        for (AuditEntry e : chain) {
            assertTrue(e.follows(head), e.toString());
            head = e.head();
        }
        assertEquals(head, trail.head(here));
        assertFalse(trail.unsealed().contains(here));
    }

    /** Two nodes that both begin a jurisdiction's chain: one is told to come again. */
    private void sealed() {
        try {
            trail.seal(here, 500);
        } catch (StoreException e) {
            assertTrue(Failures.duplicate(e), e.toString());
        }
    }

    @Test
    void aVerification_isStopped_goesOn_andSeesWhatWasChanged() throws Exception {
        for (int i = 0; i < 600; i++) {
            auditing.record(auditor, AuditKind.EXPORT, true, "x" + i, "", "");
        }
        store.commit(commit(change(matter(here, "m1"), 2)));
        while (trail.seal(here, 500) > 0) {
            // the rest
        }
        Verification verification = new Verification(trail, store, auditing, CLOCK);
        int[] asked = {0};
        AuditCheck stopped = verification.run(auditor, false, (done, of) -> ++asked[0] < 2);
        assertEquals(Optional.empty(), stopped.finishedAt());
        assertEquals(500, stopped.entries());
        AuditCheck whole = verification.run(auditor, false, (done, of) -> true);
        assertEquals(stopped.id(), whole.id());
        assertEquals(List.of(), whole.faults());
        assertEquals(602, whole.entries());
        assertEquals(1, whole.matters());

        try (Connection c = database.work().source().getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("update audit set ok = false where jurisdiction = '" + here + "' and seq = 7");
            s.executeUpdate("delete from audit where jurisdiction = '" + here + "' and seq = 99");
            s.executeUpdate("update ledger set user_label = '别人' where jurisdiction = '" + here + "' and seq = 2");
        }
        AuditCheck broken = verification.run(auditor, false, (done, of) -> true);
        assertEquals(List.of("审计记录第 7 条被改动，或者它之前有缺失", "审计记录第 100 条被改动，或者它之前有缺失", "事项 m1 的台账与哈希链不符"), broken.faults());
        assertEquals(List.of(broken.id(), whole.id()).stream().sorted().toList(), trail.checks(here, 10).stream().map(AuditCheck::id).sorted().toList());
        assertEquals(List.of(), trail.checks(there, 10));
    }

    /** Who cuts the end off and moves the head back is seen by the next verification. */
    @Test
    void aChainThatWasCutOff_isSeen() throws Exception {
        for (int i = 0; i < 5; i++) {
            auditing.record(auditor, AuditKind.EXPORT, true, "x" + i, "", "");
        }
        trail.seal(here, 500);
        Verification verification = new Verification(trail, store, auditing, CLOCK);
        assertEquals(List.of(), verification.run(auditor, false, (done, of) -> true).faults());
        String hash = trail.chain(here, 2, 1).get(0).hash();
        try (Connection c = database.work().source().getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("delete from audit where jurisdiction = '" + here + "' and (seq > 3 or seq = 0)");
            s.executeUpdate("update audit_head set seq = 3, hash = '" + hash + "' where jurisdiction = '" + here + "'");
        }
        assertEquals(List.of("审计记录只到第 3 条，以前检验时曾到第 5 条"), verification.run(auditor, true, (done, of) -> true).faults());
    }

    private List<AuditEntry> all(String jurisdiction) {
        return trail.find(new AuditQuery(jurisdiction, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), 100));
    }

    private List<AuditEntry> find(AuditQuery q) {
        return trail.find(q);
    }

    private AuditQuery q(Optional<AuditKind> kind, Optional<Boolean> ok, Optional<String> address, Optional<String> after, int limit) {
        return new AuditQuery(here, Optional.of(TUE_2025_09_30), Optional.of(TUE_2025_09_30.plusMillis(1)), Optional.of("wu"), Optional.of("justice"), kind, ok, Optional.empty(), address, after, limit);
    }
}
