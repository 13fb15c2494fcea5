package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.Job;
import cn.xiezhi.desk.Job.How;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class JobContractTest extends OnDatabase {
    private final Instant at = TUE_2025_09_30;

    private JobRows jobs() {
        return new JobRows(database.work());
    }

    private Job job(String jurisdiction, String id, Instant began) {
        return new Job(jurisdiction, id, "推演" + RARE, "node1", "zhou", "周八" + RARE, began, began, 0, 0, false, How.RUNNING, Optional.empty(), "");
    }

    @Test
    void aJobIsKeptAsItWas_theLatestFirst_andOnlyInItsJurisdiction() {
        jobs().begin(job(here, "j1", at));
        jobs().begin(job(here, "j2", at.plusSeconds(1)));
        jobs().begin(job(there, "j1", at));
        assertEquals(List.of(job(here, "j2", at.plusSeconds(1)), job(here, "j1", at)), jobs().latest(here, 10));
        assertEquals(1, jobs().latest(here, 1).size());
    }

    @Test
    void whoIsAskedToStop_hearsItWhenTellingHowFarItIs() {
        jobs().begin(job(here, "j1", at));
        assertTrue(jobs().tell(here, "j1", 5, 10, at.plusSeconds(1)));
        assertFalse(jobs().stop(there, "j1"));
        assertTrue(jobs().stop(here, "j1"));
        assertFalse(jobs().tell(here, "j1", 6, 10, at.plusSeconds(2)));
        Job told = jobs().latest(here, 1).get(0);
        assertEquals(6, told.done());
        assertEquals(10, told.of());
        assertTrue(told.stopping());
        assertEquals(at.plusSeconds(2), told.toldAt());
    }

    @Test
    void whatHasEndedStaysAsItIs_andCannotBeStopped() {
        jobs().begin(job(here, "j1", at));
        jobs().end(here, "j1", How.DONE, "完成" + RARE, at.plusSeconds(3));
        jobs().end(here, "j1", How.FAILED, "后来", at.plusSeconds(4));
        assertFalse(jobs().stop(here, "j1"));
        Job ended = jobs().latest(here, 1).get(0);
        assertEquals(How.DONE, ended.how());
        assertEquals("完成" + RARE, ended.outcome());
        assertEquals(Optional.of(at.plusSeconds(3)), ended.ended());
    }
}
