package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.RARE;
import static cn.xiezhi.store.Samples.TUE_2025_09_30;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.message.Message;
import cn.xiezhi.message.Outbox;
import cn.xiezhi.message.Outbox.Claimed;
import cn.xiezhi.message.Outbox.GivenUp;
import cn.xiezhi.message.Outbox.Result;
import cn.xiezhi.message.Outbox.State;
import cn.xiezhi.message.Quiet;
import cn.xiezhi.message.Recipients;
import cn.xiezhi.message.Recipients.Proof;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.message.Way;
import cn.xiezhi.message.Wish;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A notice goes out once to each recipient, whoever sends, and what was not sent is not lost. */
abstract class OutboxContractTest extends OnDatabase {
    private static final Instant NOW = TUE_2025_09_30;
    private static final Instant LEASED = NOW.plusSeconds(300);

    private Outbox outbox;
    private Recipients recipients;
    private NoticeStore notices;

    @BeforeAll
    void ports() {
        outbox = new OutboxStore(database.work());
        recipients = new RecipientStore(database.work());
        notices = new NoticeStore(database.work());
    }

    private Notice notice(String subject, int dueInMinutes) {
        return new Notice(here, subject, Kind.RED, NOW.plusSeconds(60L * dueInMinutes), Address.organ("urban"), Optional.of("m"), NOW, RARE, false);
    }

    /** Written by the clock and planned for a recipient, to be sent now. */
    private Notice waiting(String subject, int dueInMinutes, String recipient) {
        Notice notice = notice(subject, dueInMinutes);
        notices.add(List.of(notice));
        outbox.plan(List.of(notice), List.of(new Message(here, notice.id(), recipient, NOW)));
        return notice;
    }

    private static List<String> subjects(List<Claimed> claimed) {
        return claimed.stream().map(c -> c.notice().subject()).toList();
    }

    @Test
    void whatWasWritten_isLookedAtOnce_andWhatWasSkippedNever() {
        Notice a = notice("a", 1);
        Notice skipped = new Notice(here, "s", Kind.YELLOW, NOW, Address.organ("urban"), Optional.empty(), NOW, RARE, true);
        notices.add(List.of(a, skipped));
        assertEquals(List.of(a), outbox.unplanned(here, 10), "with its characters");
        assertEquals(List.of(), outbox.unplanned(there, 10));

        outbox.plan(List.of(a), List.of(new Message(here, a.id(), "@zhang", NOW)));
        assertEquals(List.of(), outbox.unplanned(here, 10));
        outbox.plan(List.of(a), List.of(new Message(here, a.id(), "@zhang", NOW), new Message(here, a.id(), "@li", NOW)));
        assertEquals(List.of("@zhang"), outbox.due(here, NOW, 10), "planned by another node meanwhile: nothing of it");
    }

    @Test
    void dueIsWhatIsDueNow_theLongestWaitingFirst() {
        List<Notice> all = List.of(notice("a", 1), notice("b", 2), notice("c", 3));
        notices.add(all);
        outbox.plan(all, List.of(new Message(here, all.get(0).id(), "@li", NOW), new Message(here, all.get(1).id(), "@zhang", NOW.minusMillis(1)),
                new Message(here, all.get(2).id(), "#urban", NOW.plusMillis(1))));
        assertEquals(List.of("@zhang", "@li"), outbox.due(here, NOW, 10));
        assertEquals(List.of("@zhang"), outbox.due(here, NOW, 1));
        assertEquals(List.of(), outbox.due(there, NOW, 10));
    }

    @Test
    void twoSendersAtOnce_haveNoMessageInCommon() throws Exception {
        IntStream.range(0, 30).forEach(i -> waiting("m-" + i, i, "@zhang"));
        List<List<Claimed>> taken = atOnce(4, n -> new OutboxStore(database.work()).claim(here, "@zhang", "claim-" + n, NOW, LEASED, 50));
        assertEquals(30, taken.stream().mapToInt(List::size).sum());
        assertEquals(30, taken.stream().flatMap(List::stream).map(c -> c.notice().id()).distinct().count());
        assertEquals(List.of(), outbox.due(here, NOW, 10));
    }

    @Test
    void twoPlannersAtOnce_makeOneMessage() throws Exception {
        List<Notice> written = IntStream.range(0, 20).mapToObj(i -> notice("p-" + i, i)).toList();
        notices.add(written);
        atOnce(4, n -> {
            new OutboxStore(database.work()).plan(written, written.stream().map(w -> new Message(here, w.id(), "@zhang", NOW)).toList());
            return n;
        });
        assertEquals(20L, single("select count(*) from message where jurisdiction = '" + here + "'"));
        assertEquals(List.of(), outbox.unplanned(here, 50));
    }

    @Test
    void aSenderThatBrokeDown_losesItsMessagesToAnother_andSettlesThemNoMore() {
        Notice later = waiting("later", 9, "@zhang");
        Notice sooner = waiting("sooner", 3, "@zhang");
        assertEquals(List.of("sooner", "later"), subjects(outbox.claim(here, "@zhang", "first", NOW, LEASED, 10)));
        assertEquals(List.of(), outbox.claim(here, "@zhang", "second", LEASED.minusMillis(1), LEASED, 10));

        assertEquals(2, outbox.claim(here, "@zhang", "second", LEASED, LEASED.plusSeconds(300), 10).size());
        List<String> both = List.of(later.id(), sooner.id());
        outbox.settle(here, "@zhang", "first", both, new Result(State.SENT, Optional.empty(), LEASED, LEASED));
        assertEquals(2, outbox.figures(here).get(0).waiting(), "not its own any more");
        outbox.settle(here, "@zhang", "second", both, new Result(State.SENT, Optional.empty(), LEASED, LEASED));
        assertEquals(new Outbox.Figures(Way.MAIL, 0, 0, 0, Optional.of(LEASED), Optional.empty()), outbox.figures(here).get(0));
        assertEquals(List.of(), outbox.due(here, LEASED.plusSeconds(9999), 10));
    }

    @Test
    void whatFailed_waits_isGivenUp_shownWithItsReason_andTriedAnew() {
        Notice n = waiting("m", 1, "#urban");
        assertEquals(1, outbox.claim(here, "#urban", "a", NOW, LEASED, 10).get(0).attempts());
        outbox.settle(here, "#urban", "a", List.of(n.id()), new Result(State.WAITING, Optional.of("群机器人不答复"), NOW, NOW.plusSeconds(60)));
        assertEquals(new Outbox.Figures(Way.ROBOT, 1, 0, 0, Optional.empty(), Optional.of("群机器人不答复")), outbox.figures(here).get(1));
        assertEquals(List.of(), outbox.due(here, NOW.plusSeconds(59), 10));

        assertEquals(2, outbox.claim(here, "#urban", "b", NOW.plusSeconds(60), LEASED, 10).get(0).attempts());
        outbox.settle(here, "#urban", "b", List.of(n.id()), new Result(State.GIVEN_UP, Optional.of("𠮷".repeat(500)), NOW, NOW));
        GivenUp given = outbox.givenUp(here, 10).get(0);
        assertEquals("#urban", given.recipient());
        assertEquals(2, given.attempts());
        assertTrue(given.reason().startsWith("𠮷𠮷") && given.reason().length() <= 400);
        assertEquals(List.of(), outbox.givenUp(there, 10));

        assertEquals(0, outbox.retry(there, NOW));
        assertEquals(1, outbox.retry(here, NOW));
        assertEquals(List.of("#urban"), outbox.due(here, NOW, 10));
    }

    @Test
    void aWish_isKeptAsItWasSaid_eachJurisdictionsOwn() {
        Wish wish = new Wish(here, "zhang", Way.MAIL, Optional.of("zhang@example.com"), Set.of(Kind.RED, Kind.EXPIRY),
                new Quiet(LocalTime.of(21, 30), LocalTime.of(6, 5), false, true), true);
        assertEquals(Optional.empty(), recipients.wish(here, "zhang"));
        recipients.save(wish);
        assertEquals(Optional.of(wish), recipients.wish(here, "zhang"));
        Wish none = Wish.none(here, "zhang");
        recipients.save(none);
        recipients.save(new Wish(there, "zhang", Way.ROBOT, Optional.empty(), Set.of(), Quiet.DEFAULT, false));
        assertEquals(List.of(none), recipients.wishes(here));
        assertEquals(Set.of(), recipients.wish(there, "zhang").orElseThrow().kinds());
    }

    @Test
    void aCode_canBeTriedOnlySoOften_evenAllAtOnce() throws Exception {
        recipients.save(new Proof(here, "zhang", "zhang@example.com", "ab".repeat(32), NOW, LEASED, 3));
        List<Boolean> tries = atOnce(8, n -> recipients.attempt(here, "zhang", NOW));
        assertEquals(3, tries.stream().filter(t -> t).count());
        assertFalse(recipients.attempt(there, "zhang", NOW));
        recipients.save(new Proof(here, "zhang", "zhang@example.com", "cd".repeat(32), NOW, LEASED, 1));
        assertFalse(recipients.attempt(here, "zhang", LEASED), "too old");
        assertTrue(recipients.attempt(here, "zhang", LEASED.minusMillis(1)));
        assertEquals("cd".repeat(32), recipients.proof(here, "zhang").orElseThrow().codeHash());
    }

    @Test
    void robots_areSet_replacedAndTakenAway() {
        Robot robot = new Robot(here, "urban", Robot.Kind.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=x", Optional.of("SEC𠮷"), "admin", NOW);
        recipients.save(robot);
        Robot other = new Robot(here, Robot.COUNTY, Robot.Kind.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x", Optional.empty(), "admin", NOW);
        recipients.save(other);
        assertEquals(List.of(other, robot), recipients.robots(here));
        assertEquals(List.of(), recipients.robots(there));
        assertFalse(recipients.removeRobot(there, "urban"));
        assertTrue(recipients.removeRobot(here, "urban"));
        assertFalse(recipients.removeRobot(here, "urban"));
    }
}
