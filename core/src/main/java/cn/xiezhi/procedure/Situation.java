package cn.xiezhi.procedure;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything a decision may look at besides the matter itself; all of it given, nothing fetched.
 *
 * @param procedures those that are known at this moment
 * @param organs the jurisdiction's register by id
 * @param newId gives ids for what comes into being
 */
public record Situation(Procedures procedures, Policy policy, WorkCalendar calendar, Map<String, Organ> organs, Lookup lookup, Instant now, Supplier<String> newId) {
    /** The jurisdiction's organ of a kind; the first by id if there are several. */
    public Optional<Organ> organOf(Organ.Kind kind) {
        return organs.values().stream().filter(o -> o.kind() == kind).min((a, b) -> a.id().compareTo(b.id()));
    }

    public String nameOf(String organ) {
        return Organ.name(organs, organ);
    }
}
