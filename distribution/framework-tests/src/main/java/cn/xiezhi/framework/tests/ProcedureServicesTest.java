package cn.xiezhi.framework.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.InstalledProcedures;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.ProcedureService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;

/** Procedures come and go as services in the running product; no bundle is started again for that. */
class ProcedureServicesTest {
    private static final int CYCLES = 12;

    private final BundleContext context = FrameworkUtil.getBundle(ProcedureServicesTest.class).getBundleContext();
    private final InstalledProcedures installed = context.getService(context.getServiceReference(InstalledProcedures.class));

    private ServiceRegistration<ProcedureService> brings(String name) {
        return context.registerService(ProcedureService.class, () -> Procedure.named("visit", name).state("due", "待回访").rules().opening(Action.named("open", "登记")).made(), null);
    }

    private String known() {
        return installed.now().name("visit");
    }

    @Test
    void twelveLives_areSeenAtOnce_andDisturbNoBundle() {
        List<String> disturbed = new CopyOnWriteArrayList<>();
        SynchronousBundleListener listener = e -> disturbed.add(e.getBundle() + " " + e.getType());
        context.addBundleListener(listener);
        try {
            for (int i = 0; i < CYCLES; i++) {
                ServiceRegistration<ProcedureService> one = brings("回访" + i);
                assertEquals("回访" + i, known());
                one.unregister();
                assertEquals("visit", known());
            }
        } finally {
            context.removeBundleListener(listener);
        }
        assertEquals(List.of(), disturbed);
        assertTrue(installed.now().all().containsKey("transfer"));
    }

    @Test
    void theSecondOfAName_waitsForTheFirstToGo() {
        ServiceRegistration<ProcedureService> first = brings("甲的回访");
        ServiceRegistration<ProcedureService> second = brings("乙的回访");
        assertEquals("甲的回访", known());
        first.unregister();
        assertEquals("乙的回访", known());
        second.unregister();
        assertEquals("visit", known());
    }
}
