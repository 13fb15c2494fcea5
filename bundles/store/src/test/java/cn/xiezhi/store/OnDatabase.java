package cn.xiezhi.store;

import cn.xiezhi.clock.Timekeeper;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.Unattended;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One database for a class of tests; each test has jurisdictions of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    Database database;
    MatterStore store;
    String here;
    String there;

    /** A database without a single table. */
    abstract Settings fresh() throws Exception;

    @BeforeAll
    void open() throws Exception {
        database = Database.open(fresh());
        store = new Matters(database.work());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void jurisdictions() {
        here = "here" + NUMBER.incrementAndGet();
        there = "there" + NUMBER.get();
    }

    /** A node's clock on this database, in the one jurisdiction, at that moment. */
    Timekeeper clock(PolicyInForce policy, Instant now, Procedures procedures) {
        Rules rules = Rules.of(new RuleBook(new TreeMap<>(Map.of(policy.policy().jurisdiction().id(), policy)), WorkCalendar.empty()));
        Work work = database.work();
        MatterStore matters = new Matters(work);
        RuleStore archive = new RuleStore(work);
        AccountStore accounts = new AccountStore(work);
        Clock at = Clock.fixed(now, ZoneOffset.UTC);
        Unattended unattended = new Unattended(matters, archive, text -> policy.policy(), new OrganStore(work), accounts, new ItemStore(work), at, () -> procedures);
        return new Timekeeper(unattended, matters, new NoticeStore(work), new FormDraftTable(work), archive, rules, accounts, (jurisdiction, calendar) -> true, at);
    }

    /** What several threads that start together come back with, by thread. */
    static <T> List<T> atOnce(int threads, IntFunction<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                int number = n;
                futures.add(pool.submit(() -> {
                    start.await();
                    return task.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    Object single(String sql) {
        Number number = (Number) database.work().read(em -> em.createNativeQuery(sql).getSingleResult());
        return number.longValue();
    }
}
