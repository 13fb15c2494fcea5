package cn.xiezhi.store;

import static cn.xiezhi.store.Samples.change;
import static cn.xiezhi.store.Samples.commit;
import static cn.xiezhi.store.Samples.matter;
import static cn.xiezhi.store.Samples.obligation;
import static cn.xiezhi.store.Samples.owing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.desk.Unattended;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.message.Carrier;
import cn.xiezhi.message.Carrier.Undelivered.Cause;
import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Outbox;
import cn.xiezhi.message.Postman;
import cn.xiezhi.message.Quiet;
import cn.xiezhi.message.Target;
import cn.xiezhi.message.Target.Mailbox;
import cn.xiezhi.message.Way;
import cn.xiezhi.message.Wish;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a notice in the database to a letter in somebody's hands, on several nodes; the hour is set by the test. */
class PostmanTest extends OnDatabase {
    private static final Instant TUE_2025_09_30_10H = Samples.TUE_2025_09_30;
    private static final Quiet NEVER = new Quiet(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false, false);

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private Optional<Cause> trouble = Optional.empty();
    private Instant now;
    private int asked;

    @Override
    Settings fresh() {
        return Databases.derby();
    }

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    private final Carrier mail = new Carrier() {
        @Override
        public Way way() {
            return Way.MAIL;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void check(Target to) {
            // any mailbox will do
        }

        @Override
        public void send(Target to, Letter letter) throws Undelivered {
            asked++;
            if (trouble.isPresent()) {
                throw new Undelivered(trouble.get(), "不通");
            }
            letter.lines().forEach(line -> sent.add(((Mailbox) to).address() + " " + line.text().substring(0, 5) + line.path().orElse("")));
        }
    };

    @BeforeEach
    void people() {
        now = TUE_2025_09_30_10H;
        asked = 0;
        sent.clear();
        trouble = Optional.empty();
        new OrganStore(database.work()).add(new Organ("urban", here, "城管局", Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()));
        for (String user : List.of("zhang", "li")) {
            new AccountStore(database.work()).add(new Account(user + here, here, "urban", user, Set.of(Role.OFFICER), List.of(), "x", false, true, 0, Optional.empty()));
        }
        store.commit(commit(change(owing(matter(here, "m"), obligation("m-1", "urban", TUE_2025_09_30_10H), obligation("m-2", "urban", TUE_2025_09_30_10H.plusSeconds(60))), 1)));
    }

    private void wants(String user, Quiet quiet) {
        new RecipientStore(database.work()).save(new Wish(here, user + here, Way.MAIL, Optional.of(user + "@example.com"), EnumSet.allOf(Kind.class), quiet, false));
    }

    private void told(String obligation, Instant due) {
        new NoticeStore(database.work()).add(List.of(new Notice(here, obligation, Kind.RED, due, Address.organ("urban"), Optional.of("m"), now, "…", false)));
    }

    /** Another node each time. */
    private Postman postman() {
        Work work = database.work();
        PolicyInForce policy = Samples.inForce(here, "v1", TUE_2025_09_30_10H.minusSeconds(9));
        Rules rules = Rules.of(new RuleBook(new TreeMap<>(Map.of(here, policy)), WorkCalendar.empty()));
        Unattended unattended = new Unattended(store, new RuleStore(work), text -> policy.policy(), new OrganStore(work), new AccountStore(work), new ItemStore(work), clock,
                Procedures::own);
        return new Postman(new OutboxStore(work), new RecipientStore(work), unattended, store, new AccountStore(work), rules, () -> List.of(mail), clock);
    }

    private Outbox.Figures figures() {
        return new OutboxStore(database.work()).figures(here).get(0);
    }

    @Test
    void whatTheClockWrote_reachesWhoeverWantsIt_onceAndTogether_theMostUrgentFirst() {
        wants("zhang", NEVER);
        told("m-2", TUE_2025_09_30_10H.plusSeconds(60));
        told("m-1", TUE_2025_09_30_10H);
        postman().round();
        postman().round();
        assertEquals(List.of("zhang@example.com 【已逾期】/matters/m", "zhang@example.com 【已逾期】/matters/m"), List.copyOf(sent));
        assertEquals(1, asked, "one letter");
        assertEquals(Optional.of(now), figures().lastSent());
    }

    @Test
    void severalNodesAtOnce_sendEachMessageOnce() throws Exception {
        wants("zhang", NEVER);
        wants("li", NEVER);
        told("m-1", TUE_2025_09_30_10H);
        told("m-2", TUE_2025_09_30_10H.plusSeconds(60));
        List<Postman> nodes = List.of(postman(), postman(), postman(), postman());
        atOnce(4, n -> {
            nodes.get(n).round();
            nodes.get(n).round();
            return n;
        });
        postman().round();
        assertEquals(4, sent.size(), sent.toString());
    }

    @Test
    void aServerThatIsDown_isAskedLessAndLessOften_andTheLetterGoesWhenItIsBack() {
        wants("zhang", NEVER);
        told("m-1", TUE_2025_09_30_10H);
        trouble = Optional.of(Cause.WAY);
        Postman postman = postman();
        for (int second = 0; second < 600; second += 30) {
            now = TUE_2025_09_30_10H.plusSeconds(second);
            postman.round();
        }
        assertEquals(Optional.of("电子邮件不通，会再试"), postman.problem());
        assertFalse(postman.vital(), "people work all the same");
        assertEquals(4, asked, "at once, after 1, 3 and 7 minutes");
        assertEquals(Optional.of("不通"), figures().reason());
        trouble = Optional.empty();
        now = TUE_2025_09_30_10H.plus(Duration.ofMinutes(15));
        postman.round();
        assertEquals(1, sent.size());
        assertEquals(Optional.empty(), postman.problem());
    }

    @Test
    void inTheEnd_itIsGivenUpAndSaid_andAnAddressThatIsWrongAtOnce() {
        wants("zhang", NEVER);
        told("m-1", TUE_2025_09_30_10H);
        trouble = Optional.of(Cause.ONCE);
        for (int hour = 0; hour < 60; hour++) {
            now = TUE_2025_09_30_10H.plus(Duration.ofHours(hour));
            postman().round();
        }
        assertEquals(12, asked);
        assertEquals(1, figures().givenUp());

        told("m-2", TUE_2025_09_30_10H.plusSeconds(60));
        trouble = Optional.of(Cause.TARGET);
        postman().round();
        postman().round();
        assertEquals(13, asked);
        assertEquals("不通", new OutboxStore(database.work()).givenUp(here, 1).get(0).reason());
    }

    @Test
    void quietHours_holdItBack_andWhatWasDoneMeanwhileIsNotSaid() {
        wants("zhang", new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), false, false));
        now = Instant.parse("2025-09-30T15:00:00Z");
        told("m-1", TUE_2025_09_30_10H);
        told("m-2", TUE_2025_09_30_10H.plusSeconds(60));
        postman().round();
        assertEquals(List.of(), List.copyOf(sent));
        assertEquals(2, figures().held());

        Obligation met = obligation("m-1", "urban", TUE_2025_09_30_10H).closed(Obligation.Status.MET, now);
        store.commit(commit(change(owing(store.find(here, "m").orElseThrow(), met, obligation("m-2", "urban", TUE_2025_09_30_10H.plusSeconds(60))), 1)));
        now = Instant.parse("2025-09-30T23:00:00Z");
        postman().round();
        assertEquals(1, sent.size());
        assertEquals(0, figures().waiting());
    }

    @Test
    void whoLeft_isToldNothingAnyMore() {
        wants("zhang", new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), false, false));
        now = Instant.parse("2025-09-30T15:00:00Z");
        told("m-1", TUE_2025_09_30_10H);
        postman().round();
        new AccountStore(database.work()).change("zhang" + here, a -> new Account(a.user(), a.jurisdiction(), a.organ(), a.name(), a.roles(), a.certificates(), a.passwordHash(), false, false,
                0, Optional.empty()));
        now = Instant.parse("2025-09-30T23:00:00Z");
        postman().round();
        assertEquals(0, asked);
        assertEquals(0, figures().waiting());
    }
}
