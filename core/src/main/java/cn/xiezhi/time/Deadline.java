package cn.xiezhi.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a limit ends, and how that was computed.
 *
 * @param lastDay the last day on which the duty can still be met; empty for promptly
 * @param dueAtExclusive the first instant at which it is overdue; empty for promptly
 * @param provisional the count reached a year whose holiday notice is not loaded
 * @param steps one for each day looked at, in the order of counting
 */
public record Deadline(Instant trigger, Optional<LocalDate> lastDay, Optional<Instant> dueAtExclusive, boolean provisional, List<Step> steps) {
    public Deadline {
        steps = List.copyOf(steps);
    }

    /** One day of the count: whether it counts towards the amount, and why (Chinese, for people). */
    public record Step(LocalDate day, boolean counted, String why) {}
}
