package cn.xiezhi.audit;

import cn.xiezhi.audit.AuditEntry.Head;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.revision.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks through the whole chain and every matter's ledger. How far it has come is kept, so that it can be stopped anywhere and goes on where it was; the results are kept
 * too, and each says up to where the chain was whole: a later one sees if that has been changed or cut off since.
 */
@Component(service = Verification.class)
public final class Verification {
    private static final int ENTRIES = 500;
    private static final int MATTERS = 50;

    private final AuditStore store;
    private final MatterStore matters;
    private final Auditing auditing;
    private final Clock clock;

    @Activate
    public Verification(@Reference AuditStore store, @Reference MatterStore matters, @Reference Auditing auditing) {
        this(store, matters, auditing, Clock.systemUTC());
    }

    public Verification(AuditStore store, MatterStore matters, Auditing auditing, Clock clock) {
        this.store = store;
        this.matters = matters;
        this.auditing = auditing;
        this.clock = clock;
    }

    /**
     * Goes on with what was stopped, or begins.
     *
     * @param anew from the beginning, whatever was stopped
     * @return how far it has come; not finished if {@code progress} stopped it
     */
    public AuditCheck run(Officer auditor, boolean anew, Progress progress) {
        String j = auditor.jurisdiction();
        Optional<AuditCheck> stopped = store.lastCheck(j).filter(c -> !anew && c.finishedAt().isEmpty());
        Optional<Head> known = store.checks(j, AuditCheck.MOST).stream().filter(c -> c.finishedAt().isPresent() && c.head().seq() > 0).map(AuditCheck::head).findFirst();
        AuditCheck check = stopped.orElseGet(() -> new AuditCheck(j, AuditEntry.idAt(now()), auditor.user(), auditor.name(), now(), Optional.empty(), Head.BEGINNING, 0, "", 0, List.of()));
        store.keep(check);
        Head end = store.head(j);
        int of = (int) Math.min(Integer.MAX_VALUE, end.seq() + store.countMatters(j));
        while (check.head().seq() < end.seq() && progress.at(done(check), of)) {
            List<AuditEntry> page = store.chain(j, check.head().seq(), ENTRIES);
            check = page.isEmpty() ? check.found("审计记录第 " + check.head().seq() + " 条之后缺失，应到第 " + end.seq() + " 条").at(end, 0) : entries(check, page, known);
            store.keep(check);
        }
        if (check.head().seq() < end.seq()) {
            return check;
        }
        if (stopped.isEmpty() && known.filter(k -> k.seq() > end.seq()).isPresent()) {
            check = check.found("审计记录只到第 " + end.seq() + " 条，以前检验时曾到第 " + known.get().seq() + " 条");
        }
        List<String> page;
        do {
            page = store.matters(j, check.matter(), MATTERS);
            for (String id : page) {
                check = (intact(j, id) ? check : check.found("事项 " + id + " 的台账与哈希链不符")).at(id);
            }
            store.keep(check);
        } while (!page.isEmpty() && progress.at(done(check), of));
        return page.isEmpty() ? finished(auditor, check) : check;
    }

    private AuditCheck entries(AuditCheck before, List<AuditEntry> page, Optional<Head> known) {
        AuditCheck check = before;
        Head head = check.head();
        for (AuditEntry e : page) {
            if (!e.follows(head)) {
                check = check.found("审计记录第 " + e.seq() + " 条被改动，或者它之前有缺失");
            }
            if (known.filter(k -> k.seq() == e.seq() && !k.hash().equals(e.hash())).isPresent()) {
                check = check.found("审计记录第 " + e.seq() + " 条与以前检验时不同");
            }
            head = e.head();
        }
        return check.at(head, page.size());
    }

    private AuditCheck finished(Officer auditor, AuditCheck check) {
        AuditCheck done = check.finished(now());
        store.keep(done);
        auditing.record(auditor, AuditKind.VERIFICATION, done.faults().isEmpty(), done.id(), done.faults().isEmpty() ? "intact" : "broken", "");
        return done;
    }

    private boolean intact(String jurisdiction, String id) {
        return matters.find(jurisdiction, id).filter(m -> Ledger.intact(m, matters.history(m))).isPresent();
    }

    private static int done(AuditCheck check) {
        return (int) Math.min(Integer.MAX_VALUE, check.entries() + check.matters());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
