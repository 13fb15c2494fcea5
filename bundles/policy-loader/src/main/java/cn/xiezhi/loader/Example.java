package cn.xiezhi.loader;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A golden example: what a lawyer computed by hand and the policy must answer.
 *
 * @param trigger empty only where nothing is expected
 * @param lastDay the expected last day, if the example states it
 * @param dueAt the expected exclusive end, if the example states it
 * @param line where it stands in its file
 */
record Example(Duty duty, Variant variant, Optional<Instant> trigger, Expected expected, Optional<LocalDate> lastDay, Optional<Instant> dueAt,
        boolean provisional, int line) {
    /** A date, a duty without a number, or no such rule in the documents. */
    enum Expected { DATE, PROMPTLY, NONE }
}
