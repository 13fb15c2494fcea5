package cn.xiezhi.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What a policy says of a duty: its limits by variant, its extension, its cadence. At least one of them is there.
 *
 * @param limits by variant; never {@link Variant#EXTENDED}, which follows from the extension
 * @param cadence for a duty that comes back with a period instead of running from a trigger
 * @param setBy where no document sets the limit but a paper names the date each time (e.g. the supervision notice)
 */
public record DutyRule(Duty duty, Map<Variant, LimitRule> limits, Optional<Extension> extension, Optional<Cited<Cadence>> cadence, Optional<Cited<String>> setBy) {
    public DutyRule {
        limits = Map.copyOf(limits);
        if (limits.isEmpty() && cadence.isEmpty() && setBy.isEmpty()) {
            throw new IllegalArgumentException(duty.id() + " has neither limit nor cadence");
        }
    }
}
