package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Timekeeper;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.procedure.Procedures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On its day an organ's open obligations over an item go to its successor, out of all that it owes. */
abstract class SuccessionContractTest extends OnDatabase {
    private static final Instant OCT_9 = Instant.parse("2025-10-08T16:00:00Z");

    private Timekeeper clock() {
        Policy plain = Samples.inForce(here, "v1", TUE_2025_09_30).policy();
        PolicyInForce policy = new PolicyInForce(new Policy(plain.jurisdiction(), "v1", plain.documents(), plain.duties(), plain.transfer(), plain.dispute(),
                Map.of("approval", new ProcedureRules("第十条", Map.of(), Map.of(), Map.of()))), TUE_2025_09_30, "text");
        return clock(policy, OCT_9, Procedures.own());
    }

    private Matter of(String id, String item) {
        Matter m = Samples.matter(here, id);
        return new Matter(here, id, m.procedure(), m.title(), m.state(), true, 0, m.parties(), m.awaiting(), Map.of("item", item), List.of(), List.of(), Optional.empty(),
                Optional.of("wang"), m.openedBy(), m.openedAt(), m.updatedAt(), "v1", 0, Ledger.BEGINNING, Optional.empty());
    }

    private Matter decision() {
        return new Matter(here, "decision", "approval", "审批职责划转", "decided", true, 0,
                Map.of("decider", Set.of("government"), "former", Set.of("urban"), "successor", Set.of("centre")), Set.of(), Map.of("since", "2025-10-09", "items", "I-1\nI-2"), List.of(),
                List.of(), Optional.empty(), Optional.empty(), "li", TUE_2025_09_30, TUE_2025_09_30, "v1", 0, Ledger.BEGINNING, Optional.of(OCT_9));
    }

    private List<String> owedBy(String organ) {
        return store.obligations(ObligationQuery.owedBy(here, organ, Optional.empty(), 100)).stream().map(o -> o.matter()).sorted().toList();
    }

    @Test
    void allOfThem_behindWhateverElseIsOwed_withAndWithoutNumbers_inAsManyRoundsAsItTakes() {
        for (int i = 0; i < 90; i++) {
            String id = "other" + i;
            store.commit(commit(change(owing(of(id, "I-9"), obligation(id + "-1", "urban", TUE_2025_09_30.plusSeconds(i))), 1)));
        }
        for (int i = 0; i < 120; i++) {
            String id = "covered" + i;
            Obligation owed = i % 2 == 0 ? withoutNumber(id + "-1", "urban") : obligation(id + "-1", "urban", TUE_2025_09_30.plusSeconds(1000 + i));
            store.commit(commit(change(owing(of(id, "I-" + (1 + i % 2)), owed, obligation(id + "-2", "fenghuang", TUE_2025_09_30)), 1)));
        }
        store.commit(commit(change(decision(), 1)));

        clock().tick();
        assertEquals("decided", store.find(here, "decision").orElseThrow().state(), "more than one commit bears");
        clock().tick();
        assertEquals("inForce", store.find(here, "decision").orElseThrow().state());
        assertEquals(Optional.of("120"), store.find(here, "decision").orElseThrow().field("moved"));
        assertEquals(90, owedBy("urban").size());
        assertTrue(owedBy("urban").stream().allMatch(id -> id.startsWith("other")));
        Matter moved = store.find(here, "covered7").orElseThrow();
        assertEquals(List.of("urban PASSED_ON", "fenghuang OPEN", "centre OPEN"), moved.obligations().stream().map(o -> o.owedBy() + " " + o.status()).toList());
        assertEquals(moved.obligations().get(0).dueAtExclusive(), moved.obligations().get(2).dueAtExclusive());
        assertEquals(Optional.empty(), moved.assignee(), "whoever had it is of the former organ");
        assertTrue(Ledger.intact(moved, store.ledger(here, "covered7")));
        assertEquals(1, store.ledger(here, "other7").size());
    }
}
