package cn.xiezhi.loader;

import cn.xiezhi.policy.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one jurisdiction goes by in one subject, now and as far as it is decided.
 *
 * @param reigns by their beginning
 */
record Standing(List<Reign> reigns) {
    static final Standing NOTHING = new Standing(List.of());

    /** A version while it is in force. */
    record Reign(Edition edition, Content content, Instant since) {}

    Standing {
        reigns = List.copyOf(reigns);
    }

    Optional<Reign> at(Instant instant) {
        return reigns.stream().filter(r -> !r.since().isAfter(instant)).reduce((a, b) -> b);
    }

    /** Where the content at an instant is a calendar. */
    Optional<Content.OfCalendar> calendar(Instant instant) {
        return at(instant).map(Reign::content).filter(Content.OfCalendar.class::isInstance).map(Content.OfCalendar.class::cast);
    }
}
