package cn.xiezhi.agenda;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Personal addresses for calendar programs, which can't sign in: whoever knows the address reads it. It is shown once, can be
 * taken back, and ends with the account, and with the officer's time in the organ.
 */
@Component(service = Subscriptions.class)
public final class Subscriptions {
    private static final int BYTES = 32;
    /** Programs ask often; that is not written each time. */
    private static final Duration TOUCHED = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Feeds feeds;
    private final Accounts accounts;
    private final Organs organs;
    private final Desk desk;

    @Activate
    public Subscriptions(@Reference Feeds feeds, @Reference Accounts accounts, @Reference Organs organs, @Reference Desk desk) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.organs = organs;
        this.desk = desk;
    }

    /** Whether this person has anything that a calendar program could show. */
    public static boolean isFor(Officer officer) {
        return Decisions.seesOwn(officer);
    }

    /** The address that this person has, if it still leads somewhere. */
    public Optional<Feed> of(Officer officer) {
        return feeds.of(officer.jurisdiction(), officer.user()).filter(f -> f.organ().equals(officer.organ().id()));
    }

    /** Makes an address in place of the one that was. @return its secret, 256 random bits, which can't be told again */
    public String make(Officer officer) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        feeds.put(new Feed(officer.jurisdiction(), officer.user(), Hashes.sha256(secret), officer.organ().id(), desk.now(), Optional.empty()));
        return secret;
    }

    public void revoke(Officer officer) {
        feeds.remove(officer.jurisdiction(), officer.user());
    }

    /** Whose calendar is read under a secret; empty if it was taken back, the account is disabled or the officer is another organ's now. */
    public Optional<Officer> reader(String secret) {
        Optional<Feed> feed = feeds.find(Hashes.sha256(secret));
        Optional<Officer> reader = feed.flatMap(this::officer).filter(Subscriptions::isFor);
        Instant now = desk.now();
        reader.flatMap(r -> feed).filter(f -> f.lastUsedAt().filter(at -> at.plus(TOUCHED).isAfter(now)).isEmpty()).ifPresent(f -> feeds.touch(f.secretHash(), now));
        return reader;
    }

    private Optional<Officer> officer(Feed feed) {
        return accounts.find(feed.user()).filter(Account::enabled).filter(a -> a.jurisdiction().equals(feed.jurisdiction()) && a.organ().equals(feed.organ()))
                .flatMap(a -> organs.find(a.jurisdiction(), a.organ()).map(a::at));
    }
}
