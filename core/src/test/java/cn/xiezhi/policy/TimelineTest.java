package cn.xiezhi.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant JANUARY = Instant.parse("2026-12-31T16:00:00Z");

    @Test
    void aVersionHoldsFromItsFirstInstant() {
        Timeline timeline = Timeline.of(List.of(term(1, "A", MARCH), term(2, "B", JULY)));

        assertEquals(Optional.empty(), version(timeline, MARCH.minusMillis(1)));
        assertEquals(Optional.of("A"), version(timeline, MARCH));
        assertEquals(Optional.of("A"), version(timeline, JULY.minusMillis(1)));
        assertEquals(Optional.of("B"), version(timeline, JULY));
        assertEquals(Optional.of(JULY), timeline.until(timeline.terms().get(0)));
        assertEquals(Optional.empty(), timeline.until(timeline.terms().get(1)));
    }

    @Test
    void aChangeAtOnce_leavesStandingWhatIsPlannedForLater() {
        Timeline timeline = Timeline.of(List.of(term(1, "A", MARCH), term(2, "NEXT YEAR", JANUARY), term(3, "B", JULY)));

        assertEquals(Optional.of("B"), version(timeline, JULY));
        assertEquals(Optional.of("NEXT YEAR"), version(timeline, JANUARY));
    }

    @Test
    void ofTwoForTheSameInstant_theLaterDecisionCounts_andTheOtherNeverHeld() {
        Timeline timeline = Timeline.of(List.of(term(1, "A", MARCH), term(2, "B", JULY), term(3, "C", JULY)));

        assertEquals(Optional.of("C"), version(timeline, JULY));
        assertFalse(timeline.held("B", JANUARY));
        assertTrue(timeline.held("C", JANUARY));
        assertFalse(timeline.held("C", MARCH), "not yet");
    }

    @Test
    void whatIsWithdrawn_neverHolds() {
        Term planned = new Term(2, "B", JULY, MARCH, "admin", Term.Kind.ADOPTED, "", Optional.of(MARCH));

        assertEquals(Optional.of("A"), version(Timeline.of(List.of(term(1, "A", MARCH), planned)), JANUARY));
    }

    private static Term term(int seq, String version, Instant since) {
        return new Term(seq, version, since, since, "admin", Term.Kind.ADOPTED, "", Optional.empty());
    }

    private static Optional<String> version(Timeline timeline, Instant at) {
        return timeline.at(at).map(Term::version);
    }
}
