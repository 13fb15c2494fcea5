package cn.xiezhi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.agenda.Feed;
import cn.xiezhi.agenda.Feeds;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One personal address each, found by nothing but its secret. */
abstract class FeedContractTest extends OnDatabase {
    private static final Instant MADE = Samples.TUE_2025_09_30;

    private Feeds feeds;

    @BeforeEach
    void port() {
        feeds = new FeedStore(database.work());
    }

    private Feed feed(String jurisdiction, String user, String secret) {
        return new Feed(jurisdiction, user, jurisdiction + secret, "urban", MADE, Optional.empty());
    }

    @Test
    void aNewAddressTakesThePlaceOfTheOld_ofThisPersonOnly() {
        feeds.put(feed(here, "𠮷", "one"));
        feeds.put(feed(here, "li", "li's"));
        feeds.put(feed(there, "𠮷", "there's"));
        feeds.put(feed(here, "𠮷", "two"));
        assertEquals(Optional.empty(), feeds.find(here + "one"));
        assertEquals(Optional.of(feed(here, "𠮷", "two")), feeds.find(here + "two"));
        assertEquals(Optional.of(feed(here, "𠮷", "two")), feeds.of(here, "𠮷"));
        feeds.remove(here, "𠮷");
        feeds.remove(here, "nobody");
        assertEquals(Optional.empty(), feeds.find(here + "two"));
        assertEquals(Optional.of(feed(here, "li", "li's")), feeds.of(here, "li"));
        assertEquals(Optional.of(feed(there, "𠮷", "there's")), feeds.of(there, "𠮷"));
    }

    @Test
    void saysWhenItWasReadLast() {
        feeds.put(feed(here, "li", "s"));
        feeds.touch(here + "s", MADE.plusMillis(7));
        feeds.touch(here + "gone", MADE);
        assertEquals(Optional.of(MADE.plusMillis(7)), feeds.of(here, "li").orElseThrow().lastUsedAt());
        feeds.put(feed(here, "li", "t"));
        assertEquals(Optional.empty(), feeds.of(here, "li").orElseThrow().lastUsedAt(), "a new one was never read");
    }
}
