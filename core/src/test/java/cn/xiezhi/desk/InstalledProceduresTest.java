package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.ProcedureService;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.ProceduresListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services with procedures come and go. */
class InstalledProceduresTest {
    private final InstalledProcedures installed = new InstalledProcedures();
    private final ProcedureService first = () -> visit("甲的回访");
    private final ProcedureService second = () -> visit("乙的回访");

    private static Procedure visit(String name) {
        return Procedure.named("visit", name).state("due", "待回访").rules().opening(Action.named("open", "登记")).made();
    }

    @Test
    void theFirstOfAName_stays_andTheSecondFollowsWhenItGoes() {
        installed.addProcedure(first);
        installed.addProcedure(second);
        assertEquals("甲的回访", installed.now().name("visit"));
        installed.removeProcedure(first);
        assertEquals("乙的回访", installed.now().name("visit"));
        installed.removeProcedure(second);
        assertFalse(installed.now().all().containsKey("visit"));
    }

    @Test
    void whoTookTheSnapshotBefore_seesNothingOfTheChange() {
        Procedures before = installed.now();
        installed.addProcedure(first);
        assertFalse(before.all().containsKey("visit"));
        assertTrue(installed.now().all().containsKey("visit"));
    }

    @Test
    void oneThatBreaks_keepsNothingElseOut_andCanGo() {
        ProcedureService broken = () -> {
            throw new IllegalStateException("broken");
        };
        installed.addProcedure(broken);
        installed.addProcedure(first);
        installed.removeProcedure(broken);
        assertEquals("甲的回访", installed.now().name("visit"));
    }

    @Test
    void listenerIsToldAtOnce_andOfEveryChangeUntilItGoes() {
        List<Boolean> told = new ArrayList<>();
        ProceduresListener listener = p -> told.add(p.all().containsKey("visit"));
        installed.addListener(listener);
        installed.addProcedure(first);
        installed.removeProcedure(first);
        installed.removeListener(listener);
        installed.addProcedure(first);
        assertEquals(List.of(false, true, false), told);
    }
}
