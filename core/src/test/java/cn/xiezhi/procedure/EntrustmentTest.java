package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.done;
import static cn.xiezhi.procedure.Made.faulty;
import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.registry.Entrusted;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is Tue 30 September 2025. */
class EntrustmentTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 30);

    private final House house = new House();
    private final Officer bureau = house.officer("bureau", Role.LEADER);
    private final Officer town = house.officer("town", Role.LEADER);

    @BeforeEach
    void everyPartOfTheLetterIsAskedFor() {
        house.rules("entrustment", Made.texts("letter", "scope", "powers", "basis", "responsibility", "term"));
    }

    private Outcome open(Officer who, String... more) {
        Map<String, String> input = House.input("township", "town", "items", "I-1", "scope", "占道经营处罚", "powers", "警告、罚款", "basis", "行政处罚法第二十条", "responsibility", "委托部门监督并承担后果",
                "from", "2025-09-30", "until", "2025-12-31");
        input.putAll(House.input(more));
        input.values().removeIf(String::isEmpty);
        return house.open(who, Entrustment.PROCEDURE, Optional.empty(), input);
    }

    private String drafted(String... more) {
        String id = Made.id(open(bureau, more));
        house.attach(bureau, id, "letter", Optional.empty());
        return id;
    }

    private String inForce(String... more) {
        String id = drafted(more);
        done(house.act(bureau, id, "sign"));
        done(house.act(town, id, "sign"));
        return id;
    }

    private Optional<Entrusted> power(String id, LocalDate day) {
        return Entrustment.inForce(List.of(house.matter(id)), "I-1", "town", day);
    }

    @Test
    void letterSaysAllThatTheDocumentLists() {
        faulty(open(bureau, "scope", "", "powers", "", "basis", "", "responsibility", "", "until", ""), "scope", "powers", "basis", "responsibility", "until");
    }

    @Test
    void letterIsADepartments_onKnownItems_forATermToCome() {
        refused("not-yours-to-entrust", open(town));
        faulty(open(bureau, "items", "I-1\nX-9"), "items");
        faulty(open(bureau, "from", "2025-11-01", "until", "2025-10-31"), "until");
        faulty(open(bureau, "from", "2025-09-01", "until", "2025-09-29"), "until");
        faulty(open(bureau, "township", "third"), "township");
        faulty(open(bureau, "scope", "㐀".repeat(4001)), "scope");
        assertEquals("drafted", house.matter(drafted("scope", "𠮷野𬱖")).state());
    }

    @Test
    void whoRevisesTheLetter_findsItAsItStands() {
        String id = drafted();
        assertEquals(Optional.of("警告、罚款"), house.preset(bureau, id, "revise", "powers"));
        assertEquals(Optional.of("I-1"), house.preset(bureau, id, "revise", "items"));
        assertEquals(Optional.of("2025-12-31"), house.preset(bureau, id, "revise", "until"));
        house.pass(Duration.ofDays(100));
        assertEquals(Optional.empty(), house.preset(bureau, id, "revise", "until"), "a term that is over can't be taken again");
    }

    @Test
    void countyWithoutIt_refusesIt() {
        refused("not-in-this-jurisdiction", new House().open(bureau, Entrustment.PROCEDURE, Optional.empty(), Map.of()));
    }

    @Test
    void bothLeadersSign_onceEach_andOnlyTheLetterThatIsThere() {
        String id = Made.id(open(bureau));
        refused("invalid-fields", house.act(bureau, id, "sign"));
        house.attach(bureau, id, "letter", Optional.empty());
        refused("not-yours-to-do", house.act(house.officer("bureau"), id, "sign"));
        done(house.act(bureau, id, "sign"));
        assertEquals("drafted", house.matter(id).state());
        assertTrue(power(id, TODAY).isEmpty(), "one signature gives no power");
        refused("already-signed", house.act(bureau, id, "sign"));
        done(house.act(town, id, "sign"));
        assertEquals("inForce", house.matter(id).state());
        assertEquals(Optional.of(new Entrusted("I-1", "bureau", "town", TODAY, LocalDate.of(2025, 12, 31), id)), power(id, TODAY));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void whatIsChanged_isSignedAgainByBoth() {
        String id = drafted();
        done(house.act(bureau, id, "sign"));
        done(house.act(town, id, "object", "objection", "权限写得太宽"));
        assertEquals(Optional.empty(), house.matter(id).field("signedDepartment"));
        done(house.act(town, id, "sign"));
        done(house.act(bureau, id, "revise", "township", "town", "items", "I-1", "scope", "警告", "powers", "警告", "basis", "法", "responsibility", "部门", "from", "2025-10-01", "until", "2025-10-31"));
        done(house.act(bureau, id, "sign"));
        assertEquals("drafted", house.matter(id).state());
    }

    @Test
    void letterForLater_beginsOnItsDay_andEndsWithItsLast() {
        String id = inForce("from", "2025-10-09", "until", "2025-10-10");
        assertEquals("signed", house.matter(id).state());
        assertTrue(power(id, LocalDate.of(2025, 10, 8)).isEmpty());
        assertTrue(power(id, LocalDate.of(2025, 10, 9)).isPresent());
        assertTrue(house.wake(id).isEmpty());
        house.now = Instant.parse("2025-10-08T16:00:00Z");
        done(house.wake(id).orElseThrow());
        assertEquals("inForce", house.matter(id).state());
        house.now = Instant.parse("2025-10-10T15:59:59Z");
        assertTrue(house.wake(id).isEmpty(), "the last day is not over");
        house.pass(Duration.ofSeconds(1));
        done(house.wake(id).orElseThrow());
        assertEquals("expired", house.matter(id).state());
        assertTrue(power(id, LocalDate.of(2025, 10, 10)).isPresent(), "what was done on the last day was done with power");
        assertTrue(power(id, LocalDate.of(2025, 10, 11)).isEmpty());
    }

    @Test
    void clockKnowsWhenItEnds_soThatItCanBeForetold() {
        assertEquals(Optional.of(Instant.parse("2025-12-31T16:00:00Z")), Entrustment.PROCEDURE.action("expire").orElseThrow().at(house.matter(inForce())));
    }

    @Test
    void termEnds_evenWhileNothingHasNoticedIt() {
        assertTrue(power(inForce(), LocalDate.of(2026, 1, 1)).isEmpty());
    }

    @Test
    void signedAfterItsFirstDay_givesNoPowerForTheDaysBefore() {
        String id = drafted("from", "2025-09-01");
        done(house.act(bureau, id, "sign"));
        done(house.act(town, id, "sign"));
        assertTrue(power(id, LocalDate.of(2025, 9, 29)).isEmpty());
        assertTrue(power(id, TODAY).isPresent());
    }

    @Test
    void letterWhoseTermIsOver_isNotSigned() {
        String id = drafted("until", "2025-10-01");
        house.pass(Duration.ofDays(2));
        refused("term-over", house.act(bureau, id, "sign"));
    }

    @Test
    void oneItemIsEntrustedToATownship_once() {
        inForce();
        refused("already-entrusted", open(house.officer("third", Role.LEADER), "until", "2026-06-30"));
        done(open(house.officer("third", Role.LEADER), "from", "2026-01-01", "until", "2026-06-30"));
    }

    @Test
    void revocation_isTheDepartmentsLeaders_withReason_andEndsThePowerThatDay() {
        String id = inForce();
        house.pass(Duration.ofDays(3));
        refused("not-yours-to-do", house.act(town, id, "revoke", "revokeReason", "不合适"));
        faulty(house.act(bureau, id, "revoke"), "revokeReason");
        done(house.act(bureau, id, "revoke", "revokeReason", "机构调整"));
        assertEquals("revoked", house.matter(id).state());
        assertTrue(power(id, LocalDate.of(2025, 10, 2)).isPresent());
        assertTrue(power(id, LocalDate.of(2025, 10, 3)).isEmpty());
    }

    @Test
    void endingWhileACaseRuns_saysSoOnBoth() {
        house.rules("enforcement", Made.texts("performance"));
        String letter = inForce();
        String running = Made.id(house.open(town, Enforcement.PROCEDURE, Optional.empty(), House.input("kind", "penalty", "subject", "某商户", "content", "占道", "item", "I-1", "major", "false")));
        String other = Made.id(house.open(town, Enforcement.PROCEDURE, Optional.empty(), House.input("kind", "penalty", "subject", "另一商户", "content", "别的", "major", "false")));
        house.now = Instant.parse("2025-12-31T16:00:00Z");
        done(house.wake(letter).orElseThrow());
        assertEquals(Optional.of(running + " 行政处罚：某商户"), house.matter(letter).field("running"));
        assertEquals(2, house.ledger(running).size());
        assertTrue(house.ledger(running).get(1).details().get("note").contains("bureau"));
        assertEquals(1, house.ledger(other).size());
        assertTrue(house.matter(running).open(), "the department takes it on; nothing is lost");
        assertTrue(Ledger.intact(house.matter(running), house.ledger(running)));
    }

    @Test
    void anotherOrgan_seesNothingOfIt() {
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("third"), house.matter(drafted())));
    }
}
