package cn.xiezhi.message;

import cn.xiezhi.desk.Vital;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Outbox.Figures;
import cn.xiezhi.message.Outbox.GivenUp;
import cn.xiezhi.message.Recipients.Proof;
import cn.xiezhi.message.Target.Mailbox;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.registry.Officer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person sets for the own reminders, and an administrator for the organs' groups. */
@Component(service = {Reminding.class, Vital.class})
public final class Reminding implements Vital {
    public static final Duration CODE_VALID = Duration.ofMinutes(15);
    /** Between two codes to the same person: nobody's mailbox is flooded from here. */
    public static final Duration BETWEEN_CODES = Duration.ofMinutes(2);
    private static final int TRIES = 5;
    private static final int SHOWN = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Recipients recipients;
    private final Outbox outbox;
    private final Supplier<List<Carrier>> carriers;
    private final Clock clock;

    @Activate
    public Reminding(@Reference Recipients recipients, @Reference Outbox outbox, @Reference Carriers carriers) {
        this(recipients, outbox, carriers::all, Clock.systemUTC());
    }

    public Reminding(Recipients recipients, Outbox outbox, Supplier<List<Carrier>> carriers, Clock clock) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.carriers = carriers;
        this.clock = clock;
    }

    public Wish mine(Officer officer) {
        return recipients.wish(officer.jurisdiction(), officer.user()).orElseGet(() -> Wish.none(officer.jurisdiction(), officer.user()));
    }

    /** The way must be one that leads somewhere for this person; the address stays the one that was shown to be theirs. */
    public Wish save(Officer officer, Wish wanted) {
        Wish wish = new Wish(officer.jurisdiction(), officer.user(), wanted.way(), mine(officer).mail(), wanted.kinds(), wanted.quiet(), wanted.daily());
        recipients.save(wish);
        return wish;
    }

    /** The address is forgotten; nothing goes there any more. */
    public Wish forgetMail(Officer officer) {
        Wish wish = mine(officer).reachedAt(Optional.empty());
        recipients.save(wish);
        return wish;
    }

    /** Which robot would tell this person's group. */
    public Optional<Robot> robotOf(Officer officer) {
        return People.of(List.of(), Map.of(), List.of(), recipients.robots(officer.jurisdiction())).robotOf(officer.organ().id());
    }

    public boolean ready(Way way) {
        return carrier(way).isPresent();
    }

    /**
     * Sends a code to an address that a person says is the own one. Until it comes back, the address before counts.
     *
     * @return false if the last one was sent just now; nothing was sent then
     */
    public boolean sendCode(Officer officer, String jurisdictionName, Mailbox to) throws Undelivered {
        Instant now = now();
        if (recipients.proof(officer.jurisdiction(), officer.user()).filter(p -> now.isBefore(p.sentAt().plus(BETWEEN_CODES))).isPresent()) {
            return false;
        }
        String code = String.format("%06d", RANDOM.nextInt(1_000_000));
        recipients.save(new Proof(officer.jurisdiction(), officer.user(), to.address(), hash(officer, code), now, now.plus(CODE_VALID), TRIES));
        try {
            send(to, Letters.code(letterId(), jurisdictionName, code, CODE_VALID));
        } catch (Undelivered e) {
            // Nobody has it: the next may go at once.
            recipients.save(new Proof(officer.jurisdiction(), officer.user(), to.address(), hash(officer, code), now.minus(BETWEEN_CODES), now, 0));
            throw e;
        }
        return true;
    }

    /** @return the wish with the address, and mail as its way; empty if the code is wrong, too old or was tried too often */
    public Optional<Wish> verify(Officer officer, String code) {
        if (!recipients.attempt(officer.jurisdiction(), officer.user(), now())) {
            return Optional.empty();
        }
        Optional<Proof> proof = recipients.proof(officer.jurisdiction(), officer.user()).filter(p -> p.codeHash().equals(hash(officer, code)));
        return proof.map(p -> {
            Wish w = mine(officer);
            Wish shown = new Wish(w.jurisdiction(), w.user(), Way.MAIL, Optional.of(p.mail()), w.kinds(), w.quiet(), w.daily());
            recipients.save(shown);
            recipients.save(new Proof(p.jurisdiction(), p.user(), p.mail(), p.codeHash(), p.sentAt(), p.sentAt(), 0));
            return shown;
        });
    }

    public List<Robot> robots(Officer administrator) {
        return recipients.robots(administrator.jurisdiction());
    }

    /** @throws IllegalArgumentException if nothing may be sent there; says why, in Chinese */
    public Robot set(Officer administrator, String organ, Robot.Kind kind, String address, Optional<String> secret) {
        Robot robot = new Robot(administrator.jurisdiction(), organ, kind, address, secret, administrator.user(), now());
        carrier(Way.ROBOT).orElseThrow(() -> new IllegalArgumentException("群机器人服务尚未就绪，请稍后重试")).check(robot);
        recipients.save(robot);
        return robot;
    }

    public boolean removeRobot(Officer administrator, String organ) {
        return recipients.removeRobot(administrator.jurisdiction(), organ);
    }

    public List<Figures> figures(Officer administrator) {
        return outbox.figures(administrator.jurisdiction());
    }

    public List<GivenUp> givenUp(Officer administrator) {
        return outbox.givenUp(administrator.jurisdiction(), SHOWN);
    }

    @Override
    public String name() {
        return "待发的提醒";
    }

    @Override
    public Sign of(String jurisdiction) {
        List<Figures> figures = outbox.figures(jurisdiction);
        int waiting = figures.stream().mapToInt(Figures::waiting).sum();
        int held = figures.stream().mapToInt(Figures::held).sum();
        int givenUp = figures.stream().mapToInt(Figures::givenUp).sum();
        String text = "等待发送 " + waiting + " 条，其中到点再发 " + held + " 条";
        return waiting == held && givenUp == 0 ? new Sign(true, text)
                : new Sign(false, text + "，没有发通 " + (waiting - held) + " 条，已放弃 " + givenUp + " 条；原因见“系统管理—平台外提醒”");
    }

    public int retry(Officer administrator) {
        return outbox.retry(administrator.jurisdiction(), now());
    }

    public void test(String jurisdictionName, Target to) throws Undelivered {
        send(to, Letters.test(letterId(), jurisdictionName));
    }

    private void send(Target to, Letter letter) throws Undelivered {
        carrier(to.way()).orElseThrow(() -> new Undelivered(Undelivered.Cause.WAY, to.way().text() + "没有设置，请联系运维人员")).send(to, letter);
    }

    private Optional<Carrier> carrier(Way way) {
        return Carriers.ready(carriers.get(), way);
    }

    private static String letterId() {
        return UUID.randomUUID().toString();
    }

    private static String hash(Officer officer, String code) {
        return Hashes.sha256(officer.jurisdiction() + "\n" + officer.user() + "\n" + code);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
