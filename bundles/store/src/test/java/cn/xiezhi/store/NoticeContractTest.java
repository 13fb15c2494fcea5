package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static cn.xiezhi.store.Samples.withoutNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.clock.NoticeQuery;
import cn.xiezhi.clock.Notices;
import cn.xiezhi.clock.Notices.Seen;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A notice is kept once, whoever writes it, and found by those it is for. */
abstract class NoticeContractTest extends OnDatabase {
    private static final Instant DUE = TUE_2025_09_30;
    private static final List<Address> URBAN = List.of(Address.user("zhang"), Address.organ("urban"));

    private Notices notices;

    @BeforeAll
    void port() {
        notices = new NoticeStore(database.work());
    }

    @Test
    void whatTheJointMeetingHasNotBeenToldOf_isFoundOnceEach_pageByPage() {
        store.commit(commit(change(owing(matter(here, "m"), obligation("m-1", "urban", DUE), obligation("m-2", "fenghuang", DUE.minusMillis(1)),
                obligation("m-3", "urban", DUE.plusMillis(1)), withoutNumber("m-4", "urban"), obligation("m-5", "urban", DUE).closed(Obligation.Status.MET, DUE)), 1)));
        store.commit(commit(change(owing(matter(there, "m"), obligation("m-1", "urban", DUE)), 1)));

        assertEquals(List.of("m-2"), unsettled(DUE, Optional.empty(), 1));
        assertEquals(List.of("m-1"), unsettled(DUE, Optional.of(new ObligationQuery.After(Optional.of(DUE.minusMillis(1)), "m-2")), 5));
        assertEquals("占道经营", notices.unsettled(here, DUE, Optional.empty(), 1).get(0).title());

        notices.add(List.of(notice("m-2", Kind.MEETING, DUE.minusMillis(1), Address.organ("justice")), notice("m-1", Kind.LEADER, DUE, Address.leaders("urban")),
                notice("m-1", Kind.MEETING, DUE.plusSeconds(60), Address.organ("justice"))));
        assertEquals(List.of("m-1"), unsettled(DUE, Optional.empty(), 5), "told only of another end or another stage");
    }

    @Test
    void theSameNoticeTwice_isOne_andAnotherEndIsAnother() {
        Notice first = notice("m-1", Kind.RED, DUE, Address.organ("urban"));
        assertEquals(1, notices.add(List.of(first)));
        assertEquals(0, notices.add(List.of(first)));
        assertEquals(1, notices.add(List.of(first, notice("m-1", Kind.RED, DUE.plusSeconds(1), Address.organ("urban")))));
        assertEquals(0, notices.add(List.of()));
        assertEquals(2, mine(false, Optional.empty(), 10).size());
    }

    @Test
    void severalNodesAtOnce_keepEachNoticeOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            int from = round * 20;
            List<Notice> forward = IntStream.range(from, from + 20).mapToObj(i -> notice("m-" + i, Kind.YELLOW, DUE, Address.organ("urban"))).toList();
            List<Notice> backward = new ArrayList<>(forward);
            Collections.reverse(backward);
            List<Integer> added = atOnce(4, n -> new NoticeStore(database.work()).add(n % 2 == 0 ? forward : backward));
            assertEquals(20, added.stream().mapToInt(Integer::intValue).sum());
        }
        assertEquals(100L, single("select count(*) from notice where jurisdiction = '" + here + "'"));
    }

    @Test
    void notices_areFoundByThoseTheyAreFor_newestFirst_withoutTheSkippedOnes() {
        notices.add(List.of(at(1, "a", Address.organ("urban"), false), at(2, "b", Address.user("zhang"), false), at(3, "c", Address.organ("urban"), true),
                at(4, "d", Address.leaders("urban"), false), at(5, "e", Address.organ("fenghuang"), false), at(6, "f", Address.user("li"), false),
                at(7, "g", Address.organ("urban"), false)));

        List<Seen> page = mine(false, Optional.empty(), 2);
        assertEquals(List.of("g", "b"), subjects(page));
        Notice last = page.get(1).notice();
        assertEquals(at(2, "b", Address.user("zhang"), false), last, "as it was written, with its characters");
        assertEquals(List.of("a"), subjects(mine(false, Optional.of(new NoticeQuery.After(last.at(), last.id())), 2)));
        assertEquals(List.of("g"), subjects(notices.list(new NoticeQuery(here, URBAN, "zhang", false, DUE.plusMillis(3), Optional.empty(), 10))), "since");
        assertEquals(3, notices.unread(here, URBAN, "zhang", DUE));
        assertEquals(1, notices.unread(here, URBAN, "zhang", DUE.plusMillis(3)));
        assertEquals(0, notices.unread(there, URBAN, "zhang", DUE));
    }

    @Test
    void reading_isEachPersonsOwn_andOnlyOfWhatIsForThem() {
        Notice shared = notice("m-1", Kind.RED, DUE, Address.organ("urban"));
        Notice skipped = at(1, "m-2", Address.organ("urban"), true);
        notices.add(List.of(shared, skipped));

        assertTrue(notices.read(here, URBAN, "zhang", shared.id(), DUE));
        assertTrue(notices.read(here, URBAN, "zhang", shared.id(), DUE.plusSeconds(9)));
        assertEquals(List.of(new Seen(shared, Optional.of(DUE))), mine(false, Optional.empty(), 10), "the first time counts");
        assertEquals(List.of(), mine(true, Optional.empty(), 10));
        assertEquals(0, notices.unread(here, URBAN, "zhang", DUE));
        assertEquals(1, notices.unread(here, List.of(Address.user("li"), Address.organ("urban")), "li", DUE), "a colleague has not read it by that");

        assertFalse(notices.read(here, List.of(Address.organ("fenghuang")), "wang", shared.id(), DUE));
        assertFalse(notices.read(there, URBAN, "zhang", shared.id(), DUE));
        assertFalse(notices.read(here, URBAN, "zhang", skipped.id(), DUE));
        assertFalse(notices.read(here, URBAN, "zhang", "nothing", DUE));
    }

    @Test
    void whereNoticesWent_isCountedByAddress_andReadByAnybodyIsRead() {
        notices.add(List.of(at(1, "a", Address.organ("urban"), false), at(2, "b", Address.organ("urban"), false), at(3, "c", Address.leaders("urban"), false),
                at(4, "d", Address.organ("urban"), true)));
        String id = mine(false, Optional.empty(), 10).get(0).notice().id();
        notices.read(here, URBAN, "zhang", id, DUE);
        notices.read(here, URBAN, "li", id, DUE);
        assertEquals(List.of(new Notices.Reached(Address.organ("urban"), 2, 1), new Notices.Reached(Address.leaders("urban"), 1, 1)), notices.reached(here, Instant.EPOCH));
        assertEquals(List.of(), notices.reached(there, Instant.EPOCH));
    }

    private Notice notice(String subject, Kind kind, Instant due, Address to) {
        return new Notice(here, subject, kind, due, to, Optional.of("m"), DUE, RARE, false);
    }

    private Notice at(int millis, String subject, Address to, boolean skipped) {
        return new Notice(here, subject, Kind.RED, DUE, to, Optional.empty(), DUE.plusMillis(millis), RARE, skipped);
    }

    private List<Seen> mine(boolean unread, Optional<NoticeQuery.After> after, int limit) {
        return notices.list(new NoticeQuery(here, URBAN, "zhang", unread, DUE, after, limit));
    }

    private static List<String> subjects(List<Seen> seen) {
        return seen.stream().map(s -> s.notice().subject()).toList();
    }

    private List<String> unsettled(Instant horizon, Optional<ObligationQuery.After> after, int limit) {
        return notices.unsettled(here, horizon, after, limit).stream().map(Owed::obligation).map(Obligation::id).toList();
    }
}
