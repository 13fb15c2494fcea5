package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions with their files, and the decisions on them; the same on every database. */
abstract class RuleArchiveContractTest extends OnDatabase {
    /** Every byte there is, so also what is no text in any encoding. */
    private static final byte[] ALL_BYTES = new byte[256];

    static {
        for (int i = 0; i < ALL_BYTES.length; i++) {
            ALL_BYTES[i] = (byte) i;
        }
    }

    private RuleArchive archive;

    @BeforeEach
    void port() {
        archive = new RuleStore(database.work());
    }

    private Edition edition(Subject subject, String version, Instant receivedAt) {
        return new Edition(here, subject, version, receivedAt, "li𠮷", Optional.of("ab".repeat(32)), Optional.of("CN=信息中心𬱖, O=" + RARE));
    }

    private void keep(Subject subject, String... versions) {
        for (String version : versions) {
            archive.keep(edition(subject, version, TUE_2025_09_30), Map.of("policy.yaml", version.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Term term(int seq, String version, Instant since) {
        return new Term(seq, version, since, TUE_2025_09_30, "li", Term.Kind.ADOPTED, RARE, Optional.empty());
    }

    @Test
    void versions_comeBackAsTheyCame_theLatestFirst() {
        Edition first = new Edition(here, Subject.POLICY, "2+0000000a", TUE_2025_09_30, Edition.DROPPED, Optional.empty(), Optional.empty());
        Edition second = edition(Subject.POLICY, "1+0000000b", TUE_2025_09_30.plusMillis(1));
        Edition sameMoment = edition(Subject.POLICY, "1+0000000a", TUE_2025_09_30);
        Edition calendar = edition(Subject.CALENDAR, "2+0000000a", TUE_2025_09_30);
        Stream.of(sameMoment, first, second, calendar).forEach(e -> archive.keep(e, Map.of("policy.yaml", new byte[0])));

        assertEquals(List.of(second, first, sameMoment), archive.editions(here, Subject.POLICY));
        assertEquals(List.of(calendar), archive.editions(here, Subject.CALENDAR));
        assertEquals(List.of(), archive.editions(there, Subject.POLICY));
    }

    @Test
    void files_comeBackByteByByte() {
        byte[] long2MiB = (RARE + "\uFEFF").repeat(40_000).getBytes(StandardCharsets.UTF_8);
        archive.keep(edition(Subject.POLICY, "A", TUE_2025_09_30), Map.of("policy.yaml", RARE.getBytes(StandardCharsets.UTF_8), "范本/函𠮷.docx", ALL_BYTES, "empty", new byte[0],
                "organs.yaml", long2MiB));

        Map<String, byte[]> files = archive.files(here, Subject.POLICY, "A").orElseThrow();
        assertEquals(List.of("empty", "organs.yaml", "policy.yaml", "范本/函𠮷.docx"), List.copyOf(files.keySet()));
        assertArrayEquals(ALL_BYTES, files.get("范本/函𠮷.docx"));
        assertArrayEquals(long2MiB, files.get("organs.yaml"));
        assertArrayEquals(new byte[0], files.get("empty"));
        assertEquals(Optional.of(RARE), archive.text(here, "A"));
    }

    @Test
    void filesOfAnother_areNobodysElse() {
        keep(Subject.CALENDAR, "A");
        assertEquals(Optional.empty(), archive.files(here, Subject.POLICY, "A"));
        assertEquals(Optional.empty(), archive.files(there, Subject.CALENDAR, "A"));
        assertEquals(Optional.empty(), archive.files(here, Subject.CALENDAR, "B"));
        assertEquals(Optional.empty(), archive.text(here, "A"), "a calendar has no policy text");
    }

    @Test
    void aVersionThatIsKept_staysAsItIs() {
        keep(Subject.POLICY, "A");
        archive.keep(new Edition(here, Subject.POLICY, "A", TUE_2025_09_30.plusSeconds(9), "wang", Optional.empty(), Optional.empty()), Map.of("policy.yaml", ALL_BYTES, "more", ALL_BYTES));
        assertEquals(List.of(edition(Subject.POLICY, "A", TUE_2025_09_30)), archive.editions(here, Subject.POLICY));
        assertEquals(Optional.of("A"), archive.text(here, "A"));
        assertEquals(List.of("policy.yaml"), List.copyOf(archive.files(here, Subject.POLICY, "A").orElseThrow().keySet()));
    }

    @Test
    void aVersionThatSeveralNodesKeepAtOnce_isKeptOnceAndWhole() throws Exception {
        atOnce(4, n -> {
            archive.keep(edition(Subject.POLICY, "A", TUE_2025_09_30.plusSeconds(n)), Map.of("policy.yaml", ("text " + n).getBytes(StandardCharsets.UTF_8)));
            return n;
        });
        Edition kept = archive.editions(here, Subject.POLICY).get(0);
        assertEquals(1, archive.editions(here, Subject.POLICY).size());
        assertEquals(Optional.of("text " + (kept.receivedAt().getEpochSecond() - TUE_2025_09_30.getEpochSecond())), archive.text(here, "A"), "files of the one that came first");
    }

    @Test
    void decisions_comeBackInTheirOrder_forEachSubjectByItself() {
        keep(Subject.POLICY, "A", "B");
        keep(Subject.CALENDAR, "A");
        Term planned = term(1, "B", TUE_2025_09_30.plusSeconds(900));
        Term back = new Term(2, "A", TUE_2025_09_30, TUE_2025_09_30, Edition.DROPPED, Term.Kind.BACK, "", Optional.of(TUE_2025_09_30.plusSeconds(1)));
        assertTrue(archive.decide(here, Subject.POLICY, planned));
        assertTrue(archive.decide(here, Subject.POLICY, back));
        assertTrue(archive.decide(here, Subject.CALENDAR, term(1, "A", TUE_2025_09_30)));

        assertEquals(List.of(planned, back), archive.terms(here, Subject.POLICY));
        assertEquals(List.of(term(1, "A", TUE_2025_09_30)), archive.terms(here, Subject.CALENDAR));
        assertEquals(List.of(), archive.terms(there, Subject.POLICY));
    }

    @Test
    void oneOfThoseWhoDecideAtOnce_hasDecided() throws Exception {
        keep(Subject.POLICY, "0", "1", "2", "3");
        for (int seq = 1; seq <= 5; seq++) {
            int number = seq;
            List<Boolean> decided = atOnce(4, n -> archive.decide(here, Subject.POLICY, term(number, String.valueOf(n), TUE_2025_09_30.plusSeconds(n))));
            assertEquals(3, Collections.frequency(decided, false), decided.toString());
            assertEquals(String.valueOf(decided.indexOf(true)), archive.terms(here, Subject.POLICY).get(seq - 1).version());
        }
    }

    @Test
    void aDecisionIsWithdrawnOnce() {
        keep(Subject.POLICY, "A");
        archive.decide(here, Subject.POLICY, term(1, "A", TUE_2025_09_30));
        archive.decide(here, Subject.POLICY, term(2, "A", TUE_2025_09_30.plusSeconds(900)));
        archive.withdraw(here, Subject.POLICY, 2, TUE_2025_09_30.plusSeconds(5));
        archive.withdraw(here, Subject.POLICY, 2, TUE_2025_09_30.plusSeconds(6));
        archive.withdraw(there, Subject.POLICY, 1, TUE_2025_09_30);
        archive.withdraw(here, Subject.CALENDAR, 1, TUE_2025_09_30);
        assertEquals(List.of(Optional.empty(), Optional.of(TUE_2025_09_30.plusSeconds(5))), archive.terms(here, Subject.POLICY).stream().map(Term::withdrawnAt).toList());
    }

    @Test
    void theStamp_isAnotherAfterEveryDecisionAndWithdrawal_andForEveryNode() {
        keep(Subject.POLICY, "A");
        long before = archive.stamp();
        keep(Subject.POLICY, "B");
        assertEquals(before, archive.stamp(), "a version that only lies there changes nothing");
        archive.decide(here, Subject.POLICY, term(1, "A", TUE_2025_09_30));
        long decided = archive.stamp();
        assertNotEquals(before, decided);
        assertFalse(archive.decide(here, Subject.POLICY, term(1, "B", TUE_2025_09_30)));
        assertEquals(decided, archive.stamp(), "who came second wrote nothing");
        archive.withdraw(here, Subject.POLICY, 1, TUE_2025_09_30);
        long withdrawn = archive.stamp();
        assertTrue(withdrawn != decided && withdrawn != before);
        archive.withdraw(here, Subject.POLICY, 1, TUE_2025_09_30);
        assertEquals(withdrawn, archive.stamp());
        assertEquals(withdrawn, new RuleStore(database.work()).stamp());
    }

    @Test
    void jurisdictions_areThoseThatHaveOrHadAPolicy() {
        archive.keep(new Edition(there, Subject.CALENDAR, "A", TUE_2025_09_30, Edition.DROPPED, Optional.empty(), Optional.empty()), Map.of("calendar.yaml", ALL_BYTES));
        keep(Subject.POLICY, "A", "B");
        assertTrue(archive.jurisdictions().contains(here));
        assertFalse(archive.jurisdictions().contains(there));
    }
}
