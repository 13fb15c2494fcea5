package cn.xiezhi.desk;

import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.ProcedureService;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.ProceduresListener;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The procedures that are known now: the platform's own, and those of other bundles while their services are there. One that
 * can't be had beside those that came before it is refused, and taken when they have gone.
 */
@Component(service = InstalledProcedures.class, immediate = true)
public final class InstalledProcedures {
    private static final System.Logger LOG = System.getLogger(InstalledProcedures.class.getName());

    private final List<ProceduresListener> listeners = new CopyOnWriteArrayList<>();
    /** In the order in which they came. */
    private final Map<ProcedureService, Procedure> brought = new LinkedHashMap<>();
    private Map<ProcedureService, String> refused = Map.of();
    private volatile Procedures now = Procedures.own();

    /** The snapshot of this moment. */
    public Procedures now() {
        return now;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addProcedure(ProcedureService service) {
        try {
            brought.put(service, service.procedure());
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "外来规程 " + service.getClass().getName() + " 无法读出，不予采用：" + e);
            return;
        }
        settle();
    }

    synchronized void removeProcedure(ProcedureService service) {
        Procedure gone = brought.remove(service);
        if (gone != null) {
            LOG.log(Level.INFO, "外来规程“" + gone.name() + "”（" + gone.id() + "）已移除：它的在办事项暂时只能查看，规则中关于它的各节不起作用；放回组件即恢复");
            settle();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addListener(ProceduresListener listener) {
        listeners.add(listener);
        listener.changed(now);
    }

    synchronized void removeListener(ProceduresListener listener) {
        listeners.remove(listener);
    }

    private void settle() {
        Procedures next = Procedures.own();
        Map<ProcedureService, String> against = new HashMap<>();
        for (Map.Entry<ProcedureService, Procedure> b : brought.entrySet()) {
            Optional<String> why = next.against(b.getValue());
            why.ifPresent(w -> against.put(b.getKey(), w));
            next = why.isPresent() ? next : next.with(b.getValue());
        }
        against.forEach((service, why) -> {
            if (!why.equals(refused.get(service))) {
                LOG.log(Level.WARNING, "外来规程 " + service.getClass().getName() + " 不予采用：" + why);
            }
        });
        refused = against;
        now = next;
        listeners.forEach(l -> l.changed(now));
    }
}
