package cn.xiezhi.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Competence.Answer;
import cn.xiezhi.registry.Competence.What;
import cn.xiezhi.registry.Holding.Mode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who handles a case: the list as it stood on the day, at the place. */
class CompetenceTest {
    private static final LocalDate GRANT = LocalDate.of(2021, 9, 28);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    private final Map<String, Organ> organs = new LinkedHashMap<>();
    private final Organ east = organ("east", "东镇", Organ.Kind.TOWNSHIP, "");
    private final Organ west = organ("west", "西镇", Organ.Kind.TOWNSHIP, "");
    private final Organ bureau = organ("bureau", "城管局", Organ.Kind.DEPARTMENT, "");
    private final Organ team = organ("team", "东镇执法队", Organ.Kind.INTERNAL_UNIT, "east");

    private Organ organ(String id, String name, Organ.Kind kind, String parent) {
        Organ organ = new Organ(id, "j", name, kind, Optional.of(parent).filter(p -> !p.isEmpty()), Optional.empty());
        organs.put(id, organ);
        return organ;
    }

    private static Holding holding(Mode mode, LocalDate from, LocalDate until, String... townships) {
        return new Holding(mode, from, Optional.ofNullable(until), "bureau", Arrays.asList(townships), mode == Mode.ENTRUSTED ? Optional.of("委字1号") : Optional.empty(), "赋权清单 第3项");
    }

    private static Item item(Holding... holdings) {
        return new Item("j", "1", "占道经营", List.of("某条例 第十四条"), Optional.empty(), List.of(holdings));
    }

    private Answer ask(Item item, Organ finder, String township, LocalDate day) {
        return Competence.answer(item, finder, Optional.of(township).filter(t -> !t.isEmpty()), day, organs);
    }

    private void assertGoes(What what, Organ to, Answer answer) {
        assertEquals(what, answer.what(), answer.reason());
        assertEquals(Optional.of(to), answer.organ(), answer.reason());
    }

    /** What the department kept is handled by the township for as long as the letter holds, and only there. */
    @Test
    void letterOfEntrustment_givesPowerForItsTermAndPlace() {
        Item item = item(holding(Mode.KEPT, GRANT, null)).with(List.of(new Entrusted("1", "bureau", "east", GRANT, LAST, "m1"), new Entrusted("2", "bureau", "west", GRANT, LAST, "m2")));
        assertGoes(What.HAND_OVER, east, ask(item, bureau, "east", LAST));
        assertTrue(ask(item, bureau, "east", LAST).reason().contains("m1"));
        assertGoes(What.KEEP, bureau, ask(item, bureau, "east", LAST.plusDays(1)));
        assertGoes(What.KEEP, bureau, ask(item, bureau, "west", LAST));
    }

    /** The list still names the letter as running; the letter itself was revoked. */
    @Test
    void revokedLetter_givesNoPowerWhateverTheListSays() {
        Holding listed = new Holding(Mode.ENTRUSTED, GRANT, Optional.of(LAST), "bureau", List.of("east"), Optional.of("m1"), "赋权清单 第3项");
        Item item = item(listed).with(List.of(new Entrusted("1", "bureau", "east", GRANT, GRANT.plusDays(9), "m1")));
        assertGoes(What.KEEP, east, ask(item, east, "east", GRANT.plusDays(9)));
        assertGoes(What.HAND_OVER, bureau, ask(item, east, "east", GRANT.plusDays(10)));
    }

    @Test
    void grantedPower_beginsAndEndsWithItsDays() {
        Item item = item(holding(Mode.GRANTED, GRANT, LAST));
        assertGoes(What.HAND_OVER, bureau, ask(item, east, "east", GRANT.minusDays(1)));
        assertGoes(What.KEEP, east, ask(item, east, "east", GRANT));
        assertGoes(What.HAND_OVER, east, ask(item, bureau, "east", LAST));
        assertGoes(What.KEEP, bureau, ask(item, bureau, "east", LAST.plusDays(1)));
    }

    @Test
    void theReason_namesModeDatesAndDocument() {
        Item item = item(holding(Mode.GRANTED, GRANT, LAST));
        assertEquals("2021年9月28日至2023年12月31日赋权乡镇（街道），发生在东镇，由其以自己名义处罚；依据：赋权清单 第3项", ask(item, bureau, "east", GRANT).reason());
        assertEquals(Optional.of(Mode.GRANTED), ask(item, bureau, "east", GRANT).mode());
        assertEquals("赋权已于2023年12月31日到期（依据：赋权清单 第3项）；2024年1月1日仍由主管部门城管局行使", ask(item, east, "east", LAST.plusDays(1)).reason());
        assertEquals("赋权自2021年9月28日起才生效（依据：赋权清单 第3项）；2021年9月27日仍由主管部门城管局行使", ask(item, east, "east", GRANT.minusDays(1)).reason());
        assertEquals(Optional.empty(), ask(item, east, "east", LAST.plusDays(1)).mode());
    }

    @Test
    void whatWasTakenBack_isTheDepartmentsAgain() {
        Item item = item(holding(Mode.GRANTED, GRANT, LAST), holding(Mode.KEPT, LAST.plusDays(1), null));
        assertGoes(What.KEEP, east, ask(item, east, "east", LAST));
        assertGoes(What.HAND_OVER, bureau, ask(item, east, "east", LAST.plusDays(1)));
        assertEquals("自2024年1月1日起由城管局保留，未下放乡镇（街道）；依据：赋权清单 第3项", ask(item, east, "east", LAST.plusDays(1)).reason());
    }

    @Test
    void anEntrustmentLetterThatHasEnded_givesNoPower() {
        Item item = item(holding(Mode.ENTRUSTED, GRANT, LAST));
        Answer during = ask(item, bureau, "west", LAST);
        assertGoes(What.HAND_OVER, west, during);
        assertTrue(during.reason().contains("以城管局名义办理（委托书 委字1号）"), during.reason());
        assertGoes(What.HAND_OVER, bureau, ask(item, west, "west", LAST.plusDays(1)));
    }

    @Test
    void aTownshipThatOnlyHelps_handsOver() {
        Answer answer = ask(item(holding(Mode.ASSISTED, GRANT, null)), east, "east", GRANT);
        assertGoes(What.HAND_OVER, bureau, answer);
        assertTrue(answer.reason().contains("只作配合"), answer.reason());
    }

    @Test
    void powerGivenToSomeTownships_isTheirsOnly() {
        Item item = item(holding(Mode.GRANTED, GRANT, null, "east"));
        assertGoes(What.KEEP, east, ask(item, east, "east", GRANT));
        Answer elsewhere = ask(item, west, "west", GRANT);
        assertGoes(What.HAND_OVER, bureau, elsewhere);
        assertTrue(elsewhere.reason().startsWith("发生地西镇不在赋权的乡镇（街道）之列"), elsewhere.reason());
        assertGoes(What.HAND_OVER, east, ask(item, west, "east", GRANT));
    }

    @Test
    void aGapBetweenTwoGrants_isTheDepartments() {
        LocalDate again = LocalDate.of(2024, 3, 1);
        Item item = item(holding(Mode.GRANTED, GRANT, LAST), holding(Mode.GRANTED, again, null));
        assertGoes(What.KEEP, east, ask(item, east, "east", LAST));
        assertGoes(What.HAND_OVER, bureau, ask(item, east, "east", again.minusDays(1)));
        assertGoes(What.KEEP, east, ask(item, east, "east", again));
    }

    @Test
    void aTeamOfTheTownship_keepsWhatIsItsTownships() {
        assertGoes(What.KEEP, east, ask(item(holding(Mode.GRANTED, GRANT, null)), team, "east", GRANT));
    }

    @Test
    void withoutThePlace_onlyWhatDoesNotDependOnItIsAnswered() {
        assertEquals(What.OPEN, ask(item(holding(Mode.GRANTED, GRANT, null)), bureau, "", GRANT).what());
        assertGoes(What.KEEP, bureau, ask(item(holding(Mode.KEPT, GRANT, null)), bureau, "", GRANT));
        assertGoes(What.KEEP, bureau, ask(item(holding(Mode.GRANTED, GRANT, LAST)), bureau, "", LAST.plusDays(1)));
    }

    @Test
    void whatTheRegistersDoNotSay_isLeftOpen() {
        Item elsewhere = item(new Holding(Mode.KEPT, GRANT, Optional.empty(), "nobody", List.of(), Optional.empty(), "清单"));
        assertEquals(What.OPEN, ask(elsewhere, east, "east", GRANT).what());
        assertEquals(What.OPEN, ask(item(), east, "east", GRANT).what());
    }

    @Test
    void holdings_overlapOnlyAtTheSameTimeAndPlace() {
        Holding first = holding(Mode.GRANTED, GRANT, LAST, "east");
        assertTrue(first.overlaps(holding(Mode.KEPT, LAST, null)));
        assertFalse(first.overlaps(holding(Mode.KEPT, LAST.plusDays(1), null)));
        assertFalse(first.overlaps(holding(Mode.KEPT, GRANT, LAST, "west")));
        assertTrue(holding(Mode.KEPT, GRANT, null).overlaps(first));
        assertTrue(holding(Mode.KEPT, LocalDate.of(2020, 1, 1), GRANT, "east", "west").overlaps(first));
        assertFalse(holding(Mode.KEPT, LocalDate.of(2020, 1, 1), GRANT.minusDays(1)).overlaps(first));
    }
}
