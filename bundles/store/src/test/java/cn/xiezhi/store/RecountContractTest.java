package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.owing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.Recount;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A holiday notice reaches several nodes at the same moment: each running limit is counted anew once, and recorded once. */
abstract class RecountContractTest extends OnDatabase {
    private static final int MATTERS = 150;
    private static final WorkCalendar NOTICE_2025 = WorkCalendar.of(List.of(new CalendarYear(2025,
            LocalDate.of(2025, 10, 1).datesUntil(LocalDate.of(2025, 10, 9)).collect(Collectors.toSet()), Set.of(LocalDate.of(2025, 10, 11)), "国办发明电〔2024〕12号")));

    private Policy policy() {
        Policy plain = Samples.inForce(here, "v1", TUE_2025_09_30).policy();
        DutyRule rule = new DutyRule(Duty.TRANSFER_ACKNOWLEDGE, Map.of(Variant.NORMAL, new LimitRule(Limit.workingDays(3), Optional.empty(), "暂行办法 第七条")), Optional.empty(),
                Optional.empty(), Optional.empty());
        return new Policy(plain.jurisdiction(), "v1", List.of(), Map.of(rule.duty(), rule), plain.transfer(), plain.dispute(), Map.of());
    }

    @Test
    void eachLimitIsCountedAnewOnce_whicheverNodeDoesIt() throws Exception {
        Policy policy = policy();
        RuleBook book = new RuleBook(new TreeMap<>(Map.of(here, new PolicyInForce(policy, TUE_2025_09_30, "text"))), WorkCalendar.empty(), Map.of(here, NOTICE_2025));
        RuleStore archive = new RuleStore(database.work());
        Samples.keep(archive, book.of(here).orElseThrow());
        for (int n = 0; n < MATTERS; n++) {
            Obligation owed = Obligation.arising("m" + n + "-1", policy.due(Duty.TRANSFER_ACKNOWLEDGE, Variant.NORMAL, TUE_2025_09_30, WorkCalendar.empty()).orElseThrow(), "urban", "v1");
            store.commit(commit(change(owing(matter(here, "m" + n), owed), 1)));
        }

        atOnce(3, n -> {
            Recount node = new Recount(new Matters(database.work()), archive, text -> policy, Clock.fixed(TUE_2025_09_30, ZoneOffset.UTC), Procedures::own);
            node.changed(book);
            long giveUp = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!node.done(here, NOTICE_2025) && System.nanoTime() < giveUp) {
                Thread.onSpinWait();
            }
            assertTrue(node.done(here, NOTICE_2025));
            return n;
        });

        for (int n = 0; n < MATTERS; n++) {
            Matter m = store.find(here, "m" + n).orElseThrow();
            assertEquals(Optional.of(LocalDate.of(2025, 10, 11)), m.obligations().get(0).lastDay(), "9, 10 and, made a working day, 11 October");
            List<LedgerEntry> ledger = store.ledger(here, "m" + n);
            assertEquals(List.of("send", "recount"), ledger.stream().map(LedgerEntry::action).toList());
            assertEquals("国办发明电〔2024〕12号", ledger.get(1).details().get("calendar"));
            assertTrue(Ledger.intact(m, ledger));
        }
    }
}
