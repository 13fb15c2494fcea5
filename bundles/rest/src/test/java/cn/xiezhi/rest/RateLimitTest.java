package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong clock = new AtomicLong(5);
    private final RateLimit limit = new RateLimit(clock::get);

    private int take(String key) {
        return limit.take(key, 3, 6);
    }

    @Test
    void aBurstPasses_thenOneEveryTenMinutes_andItSaysWhen() {
        assertEquals(0, take("a") + take("a") + take("a"));
        assertEquals(600, take("a"));
        assertEquals(0, take("b"), "another is not held up");
        clock.addAndGet(Duration.ofMinutes(4).toNanos());
        assertEquals(360, take("a"));
        clock.addAndGet(Duration.ofMinutes(6).toNanos());
        assertEquals(0, take("a"));
        assertEquals(600, take("a"));
    }

    @Test
    void restingLongGivesNoMoreThanTheBurst() {
        take("a");
        clock.addAndGet(Duration.ofDays(3).toNanos());
        assertEquals(0, take("a") + take("a") + take("a"));
        assertTrue(take("a") > 0);
    }

    @Test
    void whatWasGivenBackCanBeTakenAgain() {
        assertEquals(0, take("a") + take("a") + take("a"));
        limit.giveBack("a");
        assertEquals(0, take("a"));
        assertTrue(take("a") > 0);
    }

    @Test
    void aMillionAddressesDoNotFillTheMemory() {
        for (int i = 0; i < 1_000_000; i++) {
            take("10." + i);
        }
        assertEquals(10_000, limit.keys());
    }
}
