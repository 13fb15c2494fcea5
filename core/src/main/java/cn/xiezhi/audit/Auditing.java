package cn.xiezhi.audit;

import cn.xiezhi.desk.Background;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Officer;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes the record, and every few seconds gives what was written its place in the chain. Entries are written without a place, so that no act waits for another's and
 * nodes can't fork the chain; until they have one, a few seconds later, only the database protects them.
 */
@Component(service = Auditing.class, immediate = true)
public final class Auditing {
    private static final System.Logger LOG = System.getLogger(Auditing.class.getName());
    private static final int EVERY_SECONDS = 3;
    private static final int AT_ONCE = 500;
    private static final int LONGEST = 200;

    private final AuditStore store;
    private final Accounts accounts;
    private final Clock clock;
    private final ScheduledExecutorService worker = Background.thread("xiezhi-audit");
    private volatile boolean failing;

    @Activate
    public Auditing(@Reference AuditStore store, @Reference Accounts accounts) {
        this(store, accounts, Clock.systemUTC());
        worker.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Without a thread: whoever holds it lets it {@link #seal}. */
    public Auditing(AuditStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Deactivate
    void stop() throws InterruptedException {
        Background.end(worker);
    }

    /** What a person who is signed in did, or was not let do. */
    public void record(Officer who, AuditKind kind, boolean ok, String subject, String detail, String address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.add(new AuditEntry(who.jurisdiction(), AuditEntry.idAt(now), now, who.user(), who.name(), who.organ().id(), kind, ok, cut(subject), cut(detail), address, 0, "", ""));
    }

    /**
     * Somebody gave a user name and a password. A name that no account has belongs to no jurisdiction and may be a password in the wrong field: it is kept nowhere.
     */
    public void signIn(String user, AuditKind kind, boolean ok, String detail, String address) {
        accounts.find(user).ifPresent(a -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            store.add(of(a, now, kind, ok, detail, address));
        });
    }

    private static AuditEntry of(Account a, Instant now, AuditKind kind, boolean ok, String detail, String address) {
        return new AuditEntry(a.jurisdiction(), AuditEntry.idAt(now), now, a.user(), a.name(), a.organ(), kind, ok, a.user(), detail, address, 0, "", "");
    }

    /** Gives everything that has none its place in the chain. */
    public void seal() {
        for (String jurisdiction : store.unsealed()) {
            while (store.seal(jurisdiction, AT_ONCE) == AT_ONCE) {
                // the next part
            }
        }
    }

    private void tick() {
        try {
            seal();
            failing = false;
        } catch (RuntimeException e) {
            // Tried again in a moment; said once.
            if (!failing) {
                LOG.log(Level.ERROR, "审计记录暂时不能编入链中：" + e.getMessage());
            }
            failing = true;
        }
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
