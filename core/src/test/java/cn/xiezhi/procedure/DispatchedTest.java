package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.done;
import static cn.xiezhi.procedure.Made.faulty;
import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchedTest {
    private static final String[] APPRAISAL = {"record", "appraisal", "department", "bureau", "unit", "东镇市场监管所", "from", "2025-01-01", "until", "2025-06-30", "criteria", "出勤 30\n办案 55",
        "score", "85", "opinion", "良好"};
    private static final String[] PROPOSAL = {"record", "proposal", "department", "bureau", "unit", "东镇市场监管所", "proposal", "transfer", "head", "孙某", "reason", "长期不到岗"};

    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer leader = house.officer("town", Role.LEADER);
    private final Officer bureau = house.officer("bureau");

    @BeforeEach
    void both() {
        house.rules("dispatched", Made.with(Made.texts("appraisal"), "proposals", "appoint", "transfer"));
    }

    private Outcome open(Officer who, String... input) {
        return house.open(who, Dispatched.PROCEDURE, Optional.empty(), House.input(input));
    }

    @Test
    void appraisal_goesToTheDepartmentByTheTownshipsLeader_andIsAnswered() {
        String id = Made.id(open(town, APPRAISAL));
        assertFalse(house.matter(id).involves("bureau"), "a draft is the township's own");
        refused("not-yours-to-do", house.act(town, id, "send"));
        done(house.act(leader, id, "send"));
        faulty(house.act(bureau, id, "answer", "answer", "noted"), "answerText");
        done(house.act(bureau, id, "answer", "answer", "noted", "answerText", "已记入年度考核"));
        assertEquals("answered", house.matter(id).state());
    }

    @Test
    void whatIsSaidOfAHead_isForTheTwoOrgansAlone_notEvenForWhoReadsAcross() {
        String id = Made.id(open(town, PROPOSAL));
        done(house.act(leader, id, "send"));
        Officer justice = house.officer("justice", Role.JUSTICE_BUREAU);
        assertTrue(Decisions.maySee(Procedures.own(), justice, house.matter(id)));
        for (String field : new String[] {"head", "proposal", "reason", "answerText"}) {
            assertFalse(Decisions.maySee(house.seen(justice, id), Dispatched.PROCEDURE, field), field);
            assertTrue(Decisions.maySee(house.seen(bureau, id), Dispatched.PROCEDURE, field), field);
        }
        assertFalse(house.matter(id).title().contains("孙某"));
    }

    @Test
    void revision_leavesNothingOfAnotherKindBehind() {
        String id = Made.id(open(town, PROPOSAL));
        done(house.act(town, id, "revise", APPRAISAL));
        assertEquals(Optional.empty(), house.matter(id).field("head"));
        assertEquals("派驻机构考核：东镇市场监管所", house.matter(id).title());
    }

    @Test
    void eachKindAsksForItsOwn() {
        faulty(open(town, "record", "appraisal", "department", "bureau", "unit", "所"), "from", "until", "criteria", "score", "opinion");
        faulty(open(town, "record", "proposal", "department", "bureau", "unit", "所"), "proposal", "head", "reason");
        String[] reversed = APPRAISAL.clone();
        reversed[9] = "2024-12-31";
        faulty(open(town, reversed), "until");
        reversed[9] = "2025-06-30";
        reversed[13] = "100.01";
        faulty(open(town, reversed), "score");
        refused("not-a-township", open(bureau, APPRAISAL));
    }

    @Test
    void countyThatHasOnlyOne_offersOnlyThat() {
        house.rules("dispatched", Made.texts("appraisal"));
        faulty(open(town, PROPOSAL), "record", "proposal", "head", "reason");
        house.rules("dispatched", Made.with(Made.texts(), "proposals", "transfer"));
        done(open(town, PROPOSAL));
        faulty(open(town, "record", "appraisal", "department", "bureau", "unit", "所"), "record");
    }
}
