package cn.xiezhi.acceptance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Asks again until the answer is as wanted, or the time is over. */
final class Poll {
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Poll() {}

    static <T> T until(String what, Callable<T> question, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        T answer = question.call();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come about; last seen: " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.call();
        }
        return answer;
    }
}
