package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.done;
import static cn.xiezhi.procedure.Made.faulty;
import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Now is Tue 30 September 2025; permits of the bureau go to the third department on 9 October. */
class ApprovalTest {
    private static final Instant OCT_9 = Instant.parse("2025-10-08T16:00:00Z");

    private final House house = new House();
    private final Officer bureau = house.officer("bureau");
    private final Officer third = house.officer("third");
    private final Officer government = house.officer("government", Role.GOVERNMENT_OFFICE);

    @BeforeEach
    void rules() {
        house.rules("approval", Made.texts("succeeds"));
        house.rules("enforcement", Made.texts("publicity"));
        house.duty(Made.duty(Duty.ENFORCE_PUBLISH, Limit.promptly()));
        house.duty(Made.duty(Duty.ENFORCE_NOTIFY_AUTHORITY, Limit.calendarDays(15)));
    }

    private Outcome decide(Officer who, String... more) {
        Map<String, String> input = House.input("former", "bureau", "successor", "third", "items", "I-1", "permits", "占道许可", "since", "2025-10-09", "basis", "区政府决定");
        input.putAll(House.input(more));
        input.values().removeIf(String::isEmpty);
        return house.open(who, Approval.PROCEDURE, Optional.empty(), input);
    }

    /** A decision of the bureau that it owes the authority a letter on, and its publication. */
    private String owing(String item) {
        Map<String, String> input = House.input("kind", "revocation", "subject", "某商户", "content", "吊销占道许可", "major", "false", "item", item);
        input.values().removeIf(String::isEmpty);
        String id = Made.id(house.open(bureau, Enforcement.PROCEDURE, Optional.empty(), input));
        String at = house.now.toString();
        done(house.act(bureau, id, "issue", "number", "1", "decidedAt", at, "servedAt", at));
        return id;
    }

    private List<String> owed(String id) {
        return house.matter(id).obligations().stream().map(o -> o.duty().id() + " " + o.owedBy() + " " + o.status()).toList();
    }

    @Test
    void onTheDay_whatIsOwedGoesToTheSuccessor_withTheEndItHad_andTheMatterWithIt() {
        String case1 = owing("I-1");
        Obligation before = house.matter(case1).owed(Duty.ENFORCE_NOTIFY_AUTHORITY).orElseThrow();
        String id = Made.id(decide(government));
        assertTrue(house.wake(id).isEmpty(), "not before its day");
        house.now = OCT_9;
        done(house.wake(id).orElseThrow());
        assertEquals("inForce", house.matter(id).state());
        assertEquals(Optional.of("1"), house.matter(id).field("moved"));
        assertEquals(List.of("enforce.publish bureau PASSED_ON", "enforce.notify-authority bureau PASSED_ON", "enforce.publish third OPEN", "enforce.notify-authority third OPEN"), owed(case1));
        Obligation after = house.matter(case1).owed(Duty.ENFORCE_NOTIFY_AUTHORITY).orElseThrow();
        assertEquals(List.of(before.trigger(), before.dueAtExclusive(), before.citation()), List.of(after.trigger(), after.dueAtExclusive(), after.citation()));
        assertEquals(Set.of("third"), house.matter(case1).organs("organ"));
        assertEquals(Optional.of("测试办法 succeeds"), house.ledger(case1).get(2).citation());
        assertTrue(Ledger.intact(house.matter(case1), house.ledger(case1)));
        refused("not-yours-to-do", house.act(bureau, case1, "publish", "published", "false", "unpublishedReason", "涉密"));
        done(house.act(third, case1, "publish", "published", "false", "unpublishedReason", "涉密"));
    }

    @Test
    void otherMatters_stayWhereTheyAre() {
        String other = owing("");
        String id = Made.id(decide(government));
        house.now = OCT_9;
        done(house.wake(id).orElseThrow());
        assertEquals(List.of("enforce.publish bureau OPEN", "enforce.notify-authority bureau OPEN"), owed(other));
        assertEquals(2, house.ledger(other).size());
    }

    @Test
    void whatArisesFromTheDayOn_isTheSuccessors_evenBeforeThePlatformHasNoticedTheDay() {
        Made.id(decide(government));
        house.now = OCT_9;
        String id = owing("I-1");
        assertEquals(List.of("enforce.publish third OPEN", "enforce.notify-authority third OPEN"), owed(id));
        assertEquals(Set.of("third", "bureau"), house.matter(id).organs("organ"), "who acts does not lose sight of it");
    }

    @Test
    void whatAroseTheInstantBefore_isNot() {
        Made.id(decide(government));
        house.now = OCT_9.minusMillis(1);
        assertEquals(List.of("enforce.publish bureau OPEN", "enforce.notify-authority bureau OPEN"), owed(owing("I-1")));
    }

    @Test
    void onlyTheDutiesThatAreNamed_goOver_andTheFormerOrganStaysBesideItsSuccessor() {
        String case1 = owing("I-1");
        String id = Made.id(decide(government, "duties", "enforce.publish"));
        house.now = OCT_9;
        done(house.wake(id).orElseThrow());
        assertEquals(List.of("enforce.publish bureau PASSED_ON", "enforce.notify-authority bureau OPEN", "enforce.publish third OPEN"), owed(case1));
        assertEquals(Set.of("third", "bureau"), house.matter(case1).organs("organ"));
    }

    @Test
    void moreThanOneCommitBears_goOverInSeveral_withNoneForgotten() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < Lookup.MOST_OWING + 1; i++) {
            cases.add(owing("I-1"));
        }
        String id = Made.id(decide(government));
        house.now = OCT_9;
        done(house.wake(id).orElseThrow());
        assertEquals("decided", house.matter(id).state());
        done(house.wake(id).orElseThrow());
        assertEquals("inForce", house.matter(id).state());
        assertEquals(Optional.of("101"), house.matter(id).field("moved"));
        assertTrue(cases.stream().allMatch(c -> house.matter(c).obligations().stream().noneMatch(o -> o.open() && o.owedBy().equals("bureau"))));
        assertTrue(house.wake(id).isEmpty());
    }

    @Test
    void handedBackLater_isTheFirstOnesAgain_whomeverItIsLaidOn() {
        done(decide(government, "since", "2025-09-20"));
        done(decide(government, "since", "2025-09-25", "former", "third", "successor", "bureau"));
        assertEquals("enforce.publish bureau OPEN", owed(owing("I-1")).get(0));
        for (String receiver : List.of("bureau", "third")) {
            String id = house.opened("permit", "占道许可", "receiver", receiver);
            assertEquals(Set.of("bureau"), house.matter(id).organs("receiver"), receiver);
        }
    }

    @Test
    void ended_itIsTheFormerOrgansAgain_fromThatDayOn() {
        String id = Made.id(decide(government, "since", "2025-09-30"));
        done(house.wake(id).orElseThrow());
        house.now = OCT_9;
        refused("not-yours-to-do", house.act(third, id, "end", "endReason", "收回"));
        done(house.act(government, id, "end", "endReason", "机构调整"));
        assertEquals(List.of("enforce.publish bureau OPEN", "enforce.notify-authority bureau OPEN"), owed(owing("I-1")));
    }

    private List<String> asked(Officer who, Procedure procedure) {
        Outcome.Refusal refusal = refused("invalid-fields", house.open(who, procedure, Optional.empty(), Map.of("permit", "没有的许可")));
        return refusal.errors().stream().filter(e -> e.field().equals("permit")).map(Outcome.FieldError::message).toList();
    }

    @Test
    void caseOverAPermit_isReceivedByTheSuccessor_whoAloneGoesOnWithIt() {
        done(decide(government, "since", "2025-09-30"));
        String id = house.opened("permit", "占道许可");
        assertEquals(Set.of("third"), house.matter(id).organs("receiver"), "though nothing is owed yet");
        assertEquals(Set.of("bureau"), house.matter(house.opened()).organs("receiver"));
        house.attach(house.officer("town"), id, "letter", Optional.empty());
        done(house.act(house.officer("town"), id, "send"));
        assertEquals(List.of("third"), house.matter(id).obligations().stream().filter(Obligation::open).map(Obligation::owedBy).toList());
        assertEquals(Set.of("third"), house.matter(id).organs("receiver"));
        refused("not-yours-to-do", house.act(bureau, id, "accept"));
        done(house.act(third, id, "accept"));
    }

    @Test
    void permitIsAskedFor_onceOneWasTakenOver_andOnlyThose() {
        assertEquals(List.of("此操作没有名为“permit”的项目"), asked(bureau, Transfer.CASE));
        String id = Made.id(decide(government));
        assertEquals(List.of("涉及的许可事项只能选：占道许可"), asked(bureau, Transfer.CASE));
        done(house.act(government, id, "withdraw", "withdrawReason", "另行研究"));
        assertEquals(List.of("此操作没有名为“permit”的项目"), asked(bureau, Transfer.CASE));
    }

    @Test
    void withdrawnDecision_movesNothing() {
        String id = Made.id(decide(government));
        done(house.act(government, id, "withdraw", "withdrawReason", "另行研究"));
        house.now = OCT_9;
        assertTrue(house.wake(id).isEmpty());
        assertEquals("enforce.publish bureau OPEN", owed(owing("I-1")).get(0));
    }

    @Test
    void deciding_isTheGovernmentsOrTheJusticeBureaus_andNamesWhatGoesOver() {
        refused("not-yours-to-decide", decide(house.officer("bureau", Role.LEADER)));
        refused("not-yours-to-do", decide(house.officer("government")));
        done(decide(house.officer("justice", Role.JUSTICE_BUREAU)));
        faulty(decide(government, "items", "", "permits", ""), "permits");
        faulty(decide(government, "items", "X-9"), "items");
        faulty(decide(government, "successor", "bureau"), "successor");
        faulty(decide(government, "since", "1999-12-31", "basis", "", "duties", "nothing"), "since", "basis", "duties");
        done(decide(government, "items", "", "permits", "𠮷祥许可"));
    }

    @Test
    void countyWithoutIt_laysDutiesOnNobodyElse() {
        House plain = new House();
        assertEquals("bureau", plain.matter(plain.sent()).owed(Duty.TRANSFER_ACKNOWLEDGE).orElseThrow().owedBy());
        assertFalse(plain.policy.procedures().containsKey("approval"));
    }
}
