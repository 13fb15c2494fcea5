package cn.xiezhi.operator;

import java.time.Duration;
import java.time.Instant;

/** Wrong passwords in a row: after the fifth nobody is let in for a minute, with the right one neither. All clients are on this machine, so they are counted together. */
final class Attempts {
    static final int MOST = 5;
    static final Duration PAUSE = Duration.ofMinutes(1);

    private int wrong;
    private Instant closedUntil = Instant.MIN;

    synchronized boolean isClosed(Instant now) {
        return now.isBefore(closedUntil);
    }

    synchronized void right() {
        wrong = 0;
    }

    synchronized void wrong(Instant now) {
        wrong++;
        if (wrong >= MOST) {
            wrong = 0;
            closedUntil = now.plus(PAUSE);
        }
    }
}
