package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Timekeeper;
import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.Result;
import cn.xiezhi.desk.Unattended;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the justice bureau does by the clock and over many matters, with everything read from and written to a database. */
abstract class OversightContractTest extends OnDatabase {
    private static final Instant OCT_11_0H = Instant.parse("2025-10-10T16:00:00Z");

    private PolicyInForce policy;
    private Organ justice;
    private Rules rules;

    @BeforeEach
    void county() {
        Policy plain = Samples.inForce(here, "v1", TUE_2025_09_30).policy();
        List<Entry> ladder = List.of(new Entry("perform", "责令限期履行", Optional.empty(), true, "第八条"));
        policy = new PolicyInForce(new Policy(plain.jurisdiction(), "v1", List.of(),
                Map.of(Duty.SUPERVISION_REVIEW, new DutyRule(Duty.SUPERVISION_REVIEW, Map.of(), Optional.empty(), Optional.of(new Cited<>(Cadence.YEARLY, "第五条")), Optional.empty()),
                        Duty.SUPERVISION_RECTIFY, new DutyRule(Duty.SUPERVISION_RECTIFY, Map.of(), Optional.empty(), Optional.empty(), Optional.of(new Cited<>("通知书", "第七条")))),
                plain.transfer(), plain.dispute(), Map.of(
                        "review", new ProcedureRules("第五条", Map.of(), Map.of(), Map.of("reviewed", List.of(new Entry("t", "乡镇案卷", Optional.of("township"), true, "第五条")))),
                        "supervision", new ProcedureRules("第六条", Map.of(), Map.of(), Map.of("ladder", ladder)))), TUE_2025_09_30, "text");
        rules = Rules.of(new RuleBook(new TreeMap<>(Map.of(here, policy)), WorkCalendar.empty()));
        Samples.keep(new RuleStore(database.work()), policy);
        justice = new Organ("justice", here, "司法局", Organ.Kind.JUSTICE_BUREAU, Optional.empty(), Optional.empty());
        OrganStore organs = new OrganStore(database.work());
        organs.add(justice);
        organs.add(new Organ("town", here, "凤凰乡", Organ.Kind.TOWNSHIP, Optional.empty(), Optional.empty()));
        new AccountStore(database.work()).add(new Account(here + "-1", here, "justice", "甲", Set.of(Role.JUSTICE_BUREAU), List.of(), "x", false, true, 0, Optional.empty()));
    }

    private Timekeeper timekeeper(Instant now) {
        Work work = database.work();
        RuleStore archive = new RuleStore(work);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        AccountStore accounts = new AccountStore(work);
        Unattended unattended = new Unattended(store, archive, text -> policy.policy(), new OrganStore(work), accounts, new ItemStore(work), clock, Procedures::own);
        return new Timekeeper(unattended, store, new NoticeStore(work), new FormDraftTable(work), archive, rules, accounts, (jurisdiction, calendar) -> true, clock);
    }

    private Officer bureau(int n) {
        return new Officer(here + "-" + n, "评查" + n, justice, Set.of(Role.JUSTICE_BUREAU));
    }

    private Matter act(int n, String id, String action, Map<String, String> input) {
        Work work = database.work();
        Desk desk = new Desk(store, new RuleStore(work), rules, text -> policy.policy(), new OrganStore(work), new AccountStore(work), new ItemStore(work),
                Clock.fixed(TUE_2025_09_30, ZoneOffset.UTC));
        Result result = action.equals("open") ? desk.open(bureau(n), id, input, Optional.empty(), Optional.empty())
                : desk.act(bureau(n), id, action, store.find(here, id).orElseThrow().version(), input);
        return assertInstanceOf(Result.Done.class, result, result::toString).matter().matter();
    }

    private List<Matter> all(String procedure) {
        return store.list(new MatterQuery(here, Optional.empty(), Optional.empty(), Optional.of(procedure), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), 100));
    }

    private Matter decided(String id, String organ) {
        return new Matter(here, id, "transfer", id, "closed", false, 0, Map.of("sender", Set.of("urban"), "receiver", Set.of(organ)), Set.of(),
                Map.of("decidedAt", "2025-09-20T10:00:00+08:00"), List.of(), List.of(), Optional.empty(), Optional.empty(), "zhang", TUE_2025_09_30, TUE_2025_09_30, "v1", 0,
                Ledger.BEGINNING, Optional.empty());
    }

    @Test
    void theYearlyReview_isOpenedOnce_drawsFromAllFilesOfAnOrgan_andIsPublished() {
        store.commit(commit(IntStream.range(0, 260).mapToObj(i -> change(decided("file" + i, i % 2 == 0 ? "town" : "urban"), 1)).toArray(MatterChange[]::new)));
        timekeeper(TUE_2025_09_30).tick();
        timekeeper(TUE_2025_09_30.plusSeconds(30)).tick();
        assertEquals(1, all("review").size());
        String review = all("review").get(0).id();
        act(1, review, "draw", Map.of("from", "2025-01-01", "to", "2025-09-30", "perOrgan", "3", "criteria", "程序合法|100"));
        assertEquals(Optional.of("凤凰乡：130 份中抽取 3 份"), store.find(here, review).orElseThrow().field("population"));
        List<Matter> files = store.linked(here, review);
        assertEquals(3, files.size());
        for (Matter file : files) {
            act(1, file.id(), "score", Map.of("c1", "90", "reasons", "送达超期"));
            act(2, file.id(), "score", Map.of("c1", "100"));
        }
        Matter published = act(1, review, "publish", Map.of());
        assertEquals(Optional.of("凤凰乡：平均 95.00 分（3 份）"), published.field("results"));
        assertTrue(store.linked(here, review).stream().allMatch(f -> f.state().equals("published") && f.involves("town") && Ledger.intact(f, store.ledger(here, f.id()))));
        assertTrue(Ledger.intact(published, store.ledger(here, review)));
    }

    @Test
    void theDecisionStep_isOpenedByTheClock_afterARestartToo() {
        String id = act(1, "supervision", "open", Map.of("supervised", "town", "subject", "处罚程序", "trigger", "report")).id();
        act(1, id, "begin", Map.of("supervisors", here + "-1", "shown", "true"));
        act(1, id, "notice", Map.of("noticeNumber", "1", "faults", "x", "demands", "y", "until", "2025-10-10"));
        timekeeper(OCT_11_0H.minusMillis(1)).tick();
        assertEquals("noticed", store.find(here, id).orElseThrow().state());
        timekeeper(OCT_11_0H.plusSeconds(86_400)).tick();
        timekeeper(OCT_11_0H.plusSeconds(86_430)).tick();
        Matter matter = store.find(here, id).orElseThrow();
        assertEquals("deciding", matter.state());
        assertEquals(List.of("open", "begin", "notice", "overdue"), store.ledger(here, id).stream().map(e -> e.action()).toList());
        assertEquals(Optional.of("第八条"), store.ledger(here, id).get(3).citation());
        assertTrue(Ledger.intact(matter, store.ledger(here, id)));
    }
}
