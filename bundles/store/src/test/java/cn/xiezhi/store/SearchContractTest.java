package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.openedAt;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.titled;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterQuery.Due;
import cn.xiezhi.desk.MatterQuery.Narrow;
import cn.xiezhi.desk.SavedFilters.Saved;
import cn.xiezhi.matter.Findable;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a search by words finds, and for whom. */
abstract class SearchContractTest extends OnDatabase {
    private static final Instant DAY = TUE_2025_09_30;

    @Test
    void wordsAreFoundByAnyPartOfThem_allTogether_inTitleNumberAndLedger() {
        Matter m = act(titled(matter(here, "TR-2025-7"), "凤凰镇占道经营案"), "当事人李秀兰\n临街摆摊，凤移〔２０２５〕１２号 𠮷野家 Ｃｏｆｆｅｅ", "");
        act(titled(matter(here, "TR-2025-8"), "另一件"), "", "");

        for (String words : List.of("秀兰", "李", "占道", "道经营", "凤移〔2025〕12号", "𠮷野", "coffee", "ＣＯＦＦ", "秀兰 占道", "tr-2025-7 摆摊", "摆摊 coffee 占道 𠮷")) {
            assertEquals(List.of("TR-2025-7"), found(words, Optional.empty(), Optional.empty()), words);
            assertEquals(List.of("TR-2025-7"), found(words, Optional.of("urban"), Optional.of("urban")), words);
        }
        assertEquals(List.of("TR-2025-8", "TR-2025-7"), found("tr-2025", Optional.empty(), Optional.empty()));
        assertEquals(List.of(), found("李秀兰 另一件", Optional.empty(), Optional.empty()), "not in one matter");
        assertEquals(List.of(), found("秀兰临街", Optional.empty(), Optional.empty()), "not across two lines");
        assertEquals(List.of(), found("秀兰", Optional.of("police"), Optional.of("police")), "not a party");
        act(titled(m, "凤凰镇流动摊贩案"), "罚款五百元", "");
        assertEquals(List.of("TR-2025-7"), found("罚款 秀兰 流动摊贩", Optional.empty(), Optional.empty()), "what comes later is added");
    }

    @Test
    void whatIsSealed_isFoundOnlyWhereTheOrganHoldsAPart() {
        Matter m = act(matter(here, "c1"), "夜间噪声", "举报人赵小勇");
        act(matter(there, "c2"), "夜间噪声", "举报人赵小勇");

        assertEquals(List.of(), found("赵小勇", Optional.empty(), Optional.empty()), "an auditor");
        assertEquals(List.of(), found("赵小勇", Optional.empty(), Optional.of("justice")), "who reads across but holds no part");
        assertEquals(List.of("c1"), found("赵小勇", Optional.of("urban"), Optional.of("urban")));
        assertEquals(List.of("c1"), found("赵小勇 噪声", Optional.empty(), Optional.of("urban")), "together with what everybody reads");
        assertEquals(List.of("c1"), found("噪声", Optional.of("urban"), Optional.of("urban")), "once, though it stands in both texts");
        act(m, "已到场核实", "");
        assertEquals(List.of("c1"), found("赵小勇 到场核实", Optional.of("urban"), Optional.of("urban")));
        assertEquals(List.of("c1"), found("到场核实", Optional.empty(), Optional.empty()));
    }

    @Test
    void aVeryLongText_isFoundByItsEnds() {
        act(matter(here, "long"), "起头的字" + "长".repeat(60_000) + "末尾的字", "");

        assertEquals(List.of("long"), found("起头的字 占道", Optional.empty(), Optional.empty()));
        assertEquals(List.of("long"), found("末尾的字 占道", Optional.empty(), Optional.empty()));
    }

    @Test
    void otherFilters_areHeededTogetherWithTheWords() {
        act(owing(openedAt(matter(here, "late"), DAY), obligation("o1", "urban", DAY), withoutNumber("o2", "urban")), "", "");
        act(owing(openedAt(matter(here, "soon"), DAY.plusMillis(1)), obligation("o3", "urban", DAY.plusMillis(50))), "", "");
        act(owing(openedAt(matter(here, "later"), DAY.plusMillis(2)), obligation("o4", "urban", DAY.plusMillis(150)), obligation("o5", "urban", DAY.plusMillis(50))
                .closed(cn.xiezhi.matter.Obligation.Status.MET, DAY)), "", "");
        act(owing(openedAt(matter(here, "none"), DAY.plusMillis(3)), withoutNumber("o6", "urban")), "", "");

        assertEquals(List.of("late"), narrowed(new Due(Optional.empty(), Optional.of(DAY.plusMillis(1)), false)));
        assertEquals(List.of("soon"), narrowed(new Due(Optional.of(DAY.plusMillis(1)), Optional.of(DAY.plusMillis(100)), false)));
        assertEquals(List.of("later"), narrowed(new Due(Optional.of(DAY.plusMillis(100)), Optional.empty(), false)));
        assertEquals(List.of("none"), narrowed(new Due(Optional.empty(), Optional.empty(), true)));
        assertEquals(List.of("later", "soon"), ids(q -> q, new Narrow(Optional.empty(), Optional.of(DAY.plusMillis(1)), Optional.of(DAY.plusMillis(3)), Optional.empty(), Optional.empty())));
        assertEquals(List.of(), ids(q -> q, new Narrow(Optional.of("li"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /** A county that worked with an earlier version finds its old matters; what was stopped half way goes on. */
    @Test
    void mattersFromBefore_getTheirWords() throws Exception {
        Settings settings = fresh();
        try (Database before = Database.open(settings)) {
            Matters matters = new Matters(before.work());
            for (int i = 0; i < 450; i++) {
                matters.commit(commit(change(titled(matter(here, "m" + (100 + i)), "事项" + i), 1)));
            }
            try (Connection c = before.work().source().getConnection(); Statement s = c.createStatement()) {
                s.executeUpdate("delete from matter_text where matter > 'm299'");
                s.executeUpdate("update ledger set details = '{\"withdrawReason\":\"\u5f53\u4e8b\u4eba\u548c\u89e3\",\"sha256\":\"abcdef\"}' where matter = 'm549'");
                s.executeUpdate("insert into text_fill (jurisdiction, next_key) values ('" + here + "', 'm299')");
            }
        }
        try (Database after = Database.open(settings)) {
            Matters matters = new Matters(after.work());
            assertEquals(List.of("m100"), matters.list(query("事项0", Optional.empty(), Optional.empty())).stream().map(Matter::id).toList());
            assertEquals(List.of("m549"), matters.list(query("事项449 和解", Optional.empty(), Optional.empty())).stream().map(Matter::id).toList());
            assertEquals(List.of(), matters.list(query("abcdef", Optional.empty(), Optional.empty())));
            assertEquals(0, after.work().rows("select jurisdiction from text_fill", row -> row.getString(1)).size());
        }
    }

    @Test
    void savedFilters_areEachPersonsOwn() {
        FilterStore filters = new FilterStore(database.work());
        List<Saved> mine = List.of(new Saved("本周到期𠮷", "light=soon&q=%E5%8D%A0", true), new Saved("在办", "open=true", false));
        filters.keep(here, "zhang", mine);
        filters.keep(here, "li", List.of(new Saved("在办", "", false)));

        assertEquals(mine, filters.of(here, "zhang"));
        assertEquals(List.of(), filters.of(there, "zhang"));
        filters.keep(here, "zhang", List.of());
        assertEquals(List.of(), filters.of(here, "zhang"));
        assertEquals(1, filters.of(here, "li").size());
    }

    /** Enough that what is found lies behind the entries which a search goes through first. */
    @Test
    void manyMatters_pageByPage_areEachFoundOnceAndInOrder() {
        int many = 2 * MatterPage.NEXT + 500;
        List<Matter> all = fill(many);

        for (String words : List.of("常见", "少见", "罕见", "从未", "常见 少见", "少见 罕见", "占道")) {
            List<String> each = List.of(words.split(" "));
            Predicate<Matter> has = m -> each.stream().allMatch(word -> word.equals("占道") || said(number(m)).contains(word));
            assertPages(all, has, words, Optional.empty(), Optional.empty(), Optional.empty());
            assertPages(all, has.and(m -> number(m) % 7 == 0), words, Optional.of("police"), Optional.empty(), Optional.of("police"));
            assertPages(all, has.and(m -> number(m) % 7 == 0), words, Optional.of("urban"), Optional.of("police"), Optional.of("urban"));
            assertPages(all, has.and(m -> !m.open()), words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("closed"));
            assertPages(all, has.and(m -> !m.open()), words, Optional.of("urban"), Optional.empty(), Optional.of("urban"), Optional.of("closed"));
        }
        Predicate<Matter> reported = m -> number(m) % 50 == 0;
        assertPages(all, m -> false, "举报", Optional.empty(), Optional.empty(), Optional.empty());
        assertPages(all, reported.and(m -> number(m) % 7 == 0), "举报", Optional.empty(), Optional.empty(), Optional.of("police"));
        assertPages(all, reported, "举报", Optional.of("urban"), Optional.empty(), Optional.of("urban"));
        assertPages(all, reported.and(m -> number(m) % 300 == 0), "举报 罕见", Optional.of("urban"), Optional.empty(), Optional.of("urban"));
    }

    private void assertPages(List<Matter> all, Predicate<Matter> expected, String words, Optional<String> partyOf, Optional<String> organ, Optional<String> sealedFor) {
        assertPages(all, expected, words, partyOf, organ, sealedFor, Optional.empty());
    }

    /** Pages of 100 up to the first five, and of 7 up to the first 14. */
    private void assertPages(List<Matter> all, Predicate<Matter> expected, String words, Optional<String> partyOf, Optional<String> organ, Optional<String> sealedFor, Optional<String> state) {
        List<String> ids = all.stream().filter(expected).map(Matter::id).toList();
        for (int size : List.of(100, 7)) {
            int pages = size == 7 ? 2 : 5;
            List<String> found = new ArrayList<>();
            List<String> page;
            do {
                Optional<MatterQuery.After> after = found.isEmpty() ? Optional.empty() : Optional.of(opened(found.get(found.size() - 1)));
                page = database.work().read(em -> new MatterPage(em, new MatterQuery(here, partyOf, organ, Optional.empty(), state, Optional.of(words), Optional.empty(), Optional.empty(),
                        new Narrow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), sealedFor), after, size)).ids());
                found.addAll(page);
            } while (page.size() == size && found.size() < pages * size);
            assertEquals(ids.subList(0, Math.min(ids.size(), pages * size)), found, words + " " + partyOf + organ + sealedFor + state + size);
        }
    }

    private static MatterQuery.After opened(String id) {
        return new MatterQuery.After(DAY.plusMillis((Integer.parseInt(id.substring(1)) - 10_000) / 3), id);
    }

    private static int number(Matter m) {
        return Integer.parseInt(m.id().substring(1)) - 10_000;
    }

    private static String said(int n) {
        return "常见" + (n % 150 == 3 || n % 150 == 0 ? "少见" : "") + (n == 5 || n == 2_395 || n % 300 == 0 ? "罕见" : "");
    }

    /** The newest first; every fiftieth has something that is kept for some parts. */
    private List<Matter> fill(int many) {
        List<Matter> all = new ArrayList<>();
        database.work().transact(c -> {
            all.clear();
            for (int n = many - 1; n >= 0; n--) {
                Matter m = openedAt(matter(here, "m" + (10_000 + n)), DAY.plusMillis(n / 3));
                all.add(n % 11 == 0 ? Samples.in(m, "closed", false) : m);
            }
            MatterRow.NEW.insert(c, all.stream().map(m -> MatterRow.of(new MatterChange(m, List.of()))).toList());
            MatterOrganRow.TABLE.insert(c, all.stream().flatMap(m -> Stream.of(MatterOrganRow.of(m, "urban", true, false),
                    MatterOrganRow.of(m, "police", number(m) % 7 == 0, number(m) % 7 != 0))).toList());
            for (Matter m : all) {
                MatterText.keep(c, Optional.empty(), new MatterChange(m, List.of(), new Findable(said(number(m)), number(m) % 50 == 0 ? "举报人" : "")));
            }
        });
        return all;
    }

    private Matter act(Matter m, String open, String sealed) {
        MatterChange change = change(m, 1);
        MatterChange found = new MatterChange(change.after(), change.entries(), new Findable(open, sealed));
        store.commit(commit(found));
        return found.after();
    }

    private List<String> narrowed(Due due) {
        return ids(q -> q, new Narrow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(due), Optional.empty()));
    }

    private List<String> ids(UnaryOperator<MatterQuery> wish, Narrow narrow) {
        return store.list(wish.apply(new MatterQuery(here, Optional.of("urban"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("占道"), Optional.empty(), Optional.empty(),
                narrow, Optional.empty(), 100))).stream().map(Matter::id).toList();
    }

    private List<String> found(String words, Optional<String> partyOf, Optional<String> sealedFor) {
        return store.list(query(words, partyOf, sealedFor)).stream().map(Matter::id).toList();
    }

    private MatterQuery query(String words, Optional<String> partyOf, Optional<String> sealedFor) {
        return new MatterQuery(here, partyOf, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty(), Optional.empty(),
                new Narrow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), sealedFor), Optional.empty(), 100);
    }
}
