package cn.xiezhi.message;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.desk.Background;
import cn.xiezhi.desk.Health;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.Unattended;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Carrier.Undelivered.Cause;
import cn.xiezhi.message.Letter.Line;
import cn.xiezhi.message.Outbox.Claimed;
import cn.xiezhi.message.Outbox.Result;
import cn.xiezhi.message.Outbox.State;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Officer;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings out what the clock wrote: every ten seconds it plans the messages of new notices and sends those whose time has come. A message
 * is taken for some minutes before it is sent, so that two nodes never send the same, and goes again if a node broke down meanwhile:
 * at least once. What does not go is tried again after longer and longer pauses, and given up in the end. Nothing of this touches the work.
 */
@Component(service = {Postman.class, Health.class}, immediate = true)
public final class Postman implements Health {
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());
    private static final int EVERY_SECONDS = 10;
    private static final int PAGE = 100;
    /** Letters in a round: no flood of mail, whatever has piled up. */
    private static final int LETTERS = 20;
    /** Notices in a letter. */
    private static final int LINES = 50;
    static final int ATTEMPTS = 12;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final Outbox outbox;
    private final Recipients recipients;
    private final Unattended unattended;
    private final MatterStore matters;
    private final Accounts accounts;
    private final Rules rules;
    private final Supplier<List<Carrier>> carriers;
    private final Clock clock;
    private final ScheduledExecutorService worker = Background.thread("xiezhi-postman");
    private volatile boolean stopped;
    /** What does not get through since it was said: said once, not for every message, until it is well again. */
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();

    @Activate
    public Postman(@Reference Outbox outbox, @Reference Recipients recipients, @Reference Unattended unattended, @Reference MatterStore matters, @Reference Accounts accounts,
            @Reference Rules rules, @Reference Carriers carriers) {
        this(outbox, recipients, unattended, matters, accounts, rules, carriers::all, Clock.systemUTC());
        worker.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Without a thread: whoever holds it lets it go its {@link #round}. */
    public Postman(Outbox outbox, Recipients recipients, Unattended unattended, MatterStore matters, Accounts accounts, Rules rules, Supplier<List<Carrier>> carriers, Clock clock) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.unattended = unattended;
        this.matters = matters;
        this.accounts = accounts;
        this.rules = rules;
        this.carriers = carriers;
        this.clock = clock;
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        Background.end(worker);
    }

    @Override
    public String name() {
        return "平台外提醒";
    }

    @Override
    public Optional<String> problem() {
        List<String> now = troubles.stream().sorted().toList();
        return now.isEmpty() ? Optional.empty() : Optional.of(String.join("、", now) + "不通，会再试");
    }

    @Override
    public boolean vital() {
        return false;
    }

    /** What fails in one jurisdiction does not keep the others from being served. */
    public void round() {
        RuleBook book = rules.inForce();
        Set<Way> broken = EnumSet.noneOf(Way.class);
        for (String jurisdiction : book.policies().keySet()) {
            String what = jurisdiction + " 的平台外提醒";
            try {
                Situation s = unattended.situation(book, jurisdiction);
                plan(s, jurisdiction);
                List<String> due = outbox.due(jurisdiction, s.now(), LETTERS);
                if (!due.isEmpty()) {
                    People people = people(s, jurisdiction);
                    due.stream().filter(to -> !stopped && !broken.contains(Message.way(to))).forEach(to -> deliver(s, people, to, broken));
                }
                well(what);
            } catch (RuntimeException e) {
                said(what, String.valueOf(e.getMessage()));
                LOG.log(Level.DEBUG, "cause", e);
            }
        }
    }

    private void plan(Situation s, String jurisdiction) {
        List<Notice> page;
        do {
            page = outbox.unplanned(jurisdiction, PAGE);
            if (!page.isEmpty()) {
                People people = people(s, jurisdiction);
                outbox.plan(page, page.stream().flatMap(n -> Planning.of(n, people, s.calendar(), s.now()).stream()).toList());
            }
        } while (page.size() == PAGE && !stopped);
    }

    private void deliver(Situation s, People people, String recipient, Set<Way> broken) {
        String jurisdiction = s.policy().jurisdiction().id();
        String claim = UUID.randomUUID().toString();
        List<Claimed> going = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Optional<Target> target = people.target(recipient);
        for (Claimed c : outbox.claim(jurisdiction, recipient, claim, s.now(), now().plus(LEASE), LINES)) {
            Optional<Instant> at = Planning.again(c.notice(), recipient, people, s.calendar(), s.now());
            Optional<Line> line = at.isEmpty() || target.isEmpty() ? Optional.empty() : line(s, c.notice(), people.reader(recipient));
            if (line.isEmpty()) {
                settle(jurisdiction, recipient, claim, List.of(c), new Result(State.DROPPED, Optional.empty(), now(), now()));
            } else if (at.get().isAfter(s.now())) {
                settle(jurisdiction, recipient, claim, List.of(c), new Result(State.WAITING, Optional.empty(), now(), at.get()));
            } else {
                going.add(c);
                lines.add(line.get());
            }
        }
        if (!going.isEmpty()) {
            Letter letter = Letters.of(s.policy().jurisdiction().name(), recipient, going.stream().map(Claimed::notice).toList(), lines);
            settle(jurisdiction, recipient, claim, going, sent(target.orElseThrow(), letter, going.get(0).attempts(), broken));
        }
    }

    private Result sent(Target to, Letter letter, int attempts, Set<Way> broken) {
        try {
            carrier(to.way()).send(to, letter);
            well(to.way().text());
            return new Result(State.SENT, Optional.empty(), now(), now());
        } catch (Undelivered e) {
            if (e.what() == Cause.WAY) {
                broken.add(to.way());
                said(to.way().text(), e.getMessage());
            }
            boolean over = e.what() == Cause.TARGET || attempts >= ATTEMPTS;
            return new Result(over ? State.GIVEN_UP : State.WAITING, Optional.of(e.getMessage()), now(), now().plus(pause(attempts)));
        }
    }

    /** A minute, two, four, … */
    static Duration pause(int attempts) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private Carrier carrier(Way way) throws Undelivered {
        return Carriers.ready(carriers.get(), way).orElseThrow(() -> new Undelivered(Cause.WAY, way.text() + "没有设置，请运维人员检查配置"));
    }

    private Optional<Line> line(Situation s, Notice notice, Optional<Officer> reader) {
        Optional<Matter> matter = notice.matter().flatMap(m -> matters.find(notice.jurisdiction(), m));
        return Letters.line(s, notice, matter, reader);
    }

    private People people(Situation s, String jurisdiction) {
        return People.of(accounts.of(jurisdiction), s.organs(), recipients.wishes(jurisdiction), recipients.robots(jurisdiction));
    }

    private void settle(String jurisdiction, String recipient, String claim, List<Claimed> which, Result result) {
        outbox.settle(jurisdiction, recipient, claim, which.stream().map(c -> c.notice().id()).toList(), result);
    }

    private Instant now() {
        return clock.instant();
    }

    private void said(String what, String why) {
        if (troubles.add(what)) {
            LOG.log(Level.WARNING, what + "不通，会再试：" + why);
        }
    }

    private void well(String what) {
        if (troubles.remove(what)) {
            LOG.log(Level.INFO, what + "已恢复");
        }
    }
}
