package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;

import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares commits with the same writes in plain JDBC, four clients each, in turn on the same database. Not a test; arguments: derby or postgres, seconds a round.
 */
final class StoreSpeed {
    private static final int CLIENTS = 4;

    private StoreSpeed() {}

    public static void main(String[] args) throws Exception {
        Settings settings = args[0].equals("derby") ? Databases.derby() : Databases.postgres();
        int seconds = Integer.parseInt(args[1]);
        try (Database database = Database.open(settings)) {
            MatterStore store = new Matters(database.work());
            for (int round = 0; round < 4; round++) {
                double jdbc = perSecond(seconds, round, (client, n) -> plain(database, store, client, n));
                double commit = perSecond(seconds, round, (client, n) -> act(store, client, n, false));
                double both = perSecond(seconds, round, (client, n) -> act(store, client, n, true));
                System.out.printf("round %d: plain JDBC %.0f/s, commit %.0f/s = %.2f, find and commit %.0f/s = %.2f%n", round, jdbc, commit, commit / jdbc, both, both / jdbc);
            }
        }
        System.exit(0);
    }

    private interface Step {
        void run(int client, long n) throws Exception;
    }

    private static final com.sun.management.OperatingSystemMXBean CPU =
            (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    private static final Matter[] LAST = new Matter[CLIENTS];
    private static final AtomicLong MATTERS = new AtomicLong();

    private static double perSecond(int seconds, int round, Step step) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        AtomicLong done = new AtomicLong();
        long cpu = CPU.getProcessCpuTime();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<?>> all = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            all.add(pool.submit(() -> {
                for (long n = 0; System.nanoTime() < end; n++) {
                    step.run(client, n);
                    done.incrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> f : all) {
            f.get();
        }
        pool.shutdown();
        System.out.printf("  %.0f µs of processor a piece%n", (CPU.getProcessCpuTime() - cpu) / 1e3 / done.get());
        return done.get() / (double) seconds;
    }

    /** Five steps to a matter; the first opens it. */
    private static void act(MatterStore store, int client, long n, boolean find) {
        if (n % 5 == 0) {
            LAST[client] = opened(store);
            return;
        }
        Matter m = find ? store.find("speed", LAST[client].id()).orElseThrow() : LAST[client];
        MatterChange change = next(m);
        store.commit(Samples.commit(change));
        LAST[client] = change.after();
    }

    private static Matter opened(MatterStore store) {
        String id = "m" + MATTERS.incrementAndGet();
        MatterChange change = Samples.change(Samples.owing(Samples.matter("speed", id), Samples.obligation(id + "-1", "urban", TUE_2025_09_30)), 1);
        store.commit(Samples.commit(change));
        return change.after();
    }

    private static MatterChange next(Matter m) {
        List<Obligation> obligations = new ArrayList<>(m.obligations());
        int last = obligations.size() - 1;
        obligations.set(last, obligations.get(last).closed(Obligation.Status.MET, TUE_2025_09_30));
        obligations.add(Samples.obligation(m.id() + "-" + (last + 2), last % 2 == 0 ? "fenghuang" : "urban", TUE_2025_09_30));
        return Samples.change(Samples.in(Samples.owing(m, obligations.toArray(Obligation[]::new)), "state" + last, true, last % 2 == 0 ? "fenghuang" : "urban"), 1);
    }

    private static void plain(Database database, MatterStore store, int client, long n) throws Exception {
        if (n % 5 == 0) {
            Matter fresh = Samples.change(Samples.owing(Samples.matter("speed", "m" + MATTERS.incrementAndGet()),
                    Samples.obligation("m" + MATTERS.get() + "-1-" + client, "urban", TUE_2025_09_30)), 1).after();
            LAST[client] = fresh;
            write(database, Samples.change(withoutVersion(fresh), 1), true);
            return;
        }
        MatterChange change = next(LAST[client]);
        write(database, change, false);
        LAST[client] = change.after();
    }

    private static Matter withoutVersion(Matter m) {
        return Samples.owing(Samples.matter(m.jurisdiction(), m.id()), m.obligations().toArray(Obligation[]::new));
    }

    private static void write(Database database, MatterChange change, boolean fresh) throws Exception {
        try (Connection c = database.work().source().getConnection()) {
            c.setAutoCommit(false);
            try {
                MatterRow m = MatterRow.of(change);
                if (fresh) {
                    run(c, "insert into matter (jurisdiction, id, version, procedure_id, title, state, is_open, parties, awaiting, fields, opened_by, opened_at, opened_key, updated_at, policy_version, ledger_length, ledger_head) "
                            + "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", m.jurisdiction, m.id, 1L, m.procedure, m.title, m.state, m.open, m.parties, m.awaiting, m.fields, m.openedBy,
                            m.openedAt, m.openedKey, m.updatedAt, m.policyVersion, m.ledgerLength, m.ledgerHead);
                } else if (run(c, "update matter set state = ?, awaiting = ?, updated_at = ?, ledger_length = ?, ledger_head = ?, version = ? where jurisdiction = ? and id = ? and version = ?",
                        m.state, m.awaiting, m.updatedAt, m.ledgerLength, m.ledgerHead, change.after().version(), m.jurisdiction, m.id, change.expectedVersion()) != 1) {
                    throw new StaleMatterException(m.id);
                }
                LedgerRow l = LedgerRow.of(m.jurisdiction, m.id, change.entries().get(0));
                run(c, "insert into ledger (jurisdiction, matter, seq, happened_at, user_name, user_label, organ, action, from_state, to_state, details, citation, policy_version, previous_hash, hash) "
                        + "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", l.jurisdiction, l.matter, l.seq, l.at, l.user, l.userName, l.organ, l.action, l.from, l.to, l.details,
                        l.citation == null ? "" : l.citation, l.policyVersion, l.previousHash, l.hash);
                int last = change.after().obligations().size() - 1;
                if (!fresh) {
                    ObligationRow closed = ObligationRow.of(change.after(), last - 1);
                    run(c, "update obligation set status = ?, is_open = ?, closed_at = ? where jurisdiction = ? and id = ?", closed.status, closed.open, closed.closedAt, closed.jurisdiction, closed.id);
                }
                ObligationRow o = ObligationRow.of(change.after(), last);
                run(c, "insert into obligation (jurisdiction, id, matter, position, duty, variant, owed_by, trigger_at, limit_count, limit_amount, last_day, due_at, due_key, provisional, status, is_open, policy_version, citation) "
                        + "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", o.jurisdiction, o.id, o.matter, o.position, o.duty, o.variant, o.owedBy, o.triggerAt, o.limitCount, o.limitAmount, o.lastDay,
                        o.dueAt, o.dueKey, o.provisional, o.status, o.open, o.policyVersion, o.citation);
                for (String organ : change.after().parties().values().stream().flatMap(java.util.Set::stream).toList()) {
                    boolean awaited = change.after().awaiting().contains(organ);
                    if (fresh) {
                        run(c, "insert into matter_organ (jurisdiction, matter, organ, has_part, awaited, opened_key) values (?,?,?,?,?,?)", m.jurisdiction, m.id, organ, true, awaited, m.openedKey);
                    } else {
                        run(c, "update matter_organ set awaited = ? where jurisdiction = ? and matter = ? and organ = ?", awaited, m.jurisdiction, m.id, organ);
                    }
                }
                c.commit();
            } catch (Exception e) {
                c.rollback();
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        }
    }

    private static int run(Connection c, String sql, Object... values) throws Exception {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            return s.executeUpdate();
        }
    }
}
