package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.clock.Timekeeper;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedure.Period;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Organ;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several nodes whose clocks strike at the same moment, on one database. */
abstract class TimekeeperContractTest extends OnDatabase {
    private static final Procedure PERIODIC = Procedure.named("periodic", "定期会商").state("due", "待召开").part("office", "办公室")
            .opening(Action.named("open", "到期").then((c, d) -> {
                d.title("定期会商");
                d.party("office", "justice");
                d.to("due");
            }))
            .periodic((situation, from) -> IntStream.rangeClosed(1, 6).mapToObj(n -> new Period("2025-0" + n, Map.of())).toList()).made();

    private Timekeeper node(Instant now) {
        return clock(Samples.inForce(here, "1", TUE_2025_09_30), now, Procedures.own().with(PERIODIC));
    }

    @Test
    void strikingAtOnce_tellEverybodyOnce_andOpenEachPeriodOnce() throws Exception {
        Samples.keep(new RuleStore(database.work()), Samples.inForce(here, "1", TUE_2025_09_30));
        new OrganStore(database.work()).add(new Organ("justice", here, "司法局", Organ.Kind.JUSTICE_BUREAU, Optional.empty(), Optional.empty()));
        for (int m = 0; m < 3; m++) {
            String id = "m" + m;
            store.commit(commit(change(owing(matter(here, id), IntStream.range(0, 50).mapToObj(i -> obligation(id + "-" + i, "urban", TUE_2025_09_30.plusSeconds(i)))
                    .toArray(Obligation[]::new)), 1)));
        }

        Instant late = TUE_2025_09_30.plus(Duration.ofDays(40));
        for (int round = 0; round < 2; round++) {
            List<Timekeeper> nodes = List.of(node(late), node(late), node(late));
            atOnce(3, n -> {
                nodes.get(n).tick();
                nodes.get(n).tick();
                return n;
            });
        }
        assertEquals(4L * 150, single("select count(*) from notice where jurisdiction = '" + here + "'"), "yellow (skipped), red, leader, meeting");
        assertEquals(150L, single("select count(*) from notice where jurisdiction = '" + here + "' and skipped = true"));
        assertEquals(6L, single("select count(*) from matter where jurisdiction = '" + here + "' and procedure_id = 'periodic'"));
    }
}
