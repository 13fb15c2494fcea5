package cn.xiezhi.loader;

import cn.xiezhi.loader.Offers.Entry;
import cn.xiezhi.loader.Standing.Reign;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RulesHere.Suspended;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Procedures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is in force on this node: the archive's decisions, for the jurisdictions that a bundle is here for. No framework, no thread, no
 * clock. Confined to one thread.
 *
 * <ul>
 *   <li>A bundle's content that the archive has not seen is kept and decided upon, all or nothing: it was read without a problem, its
 *       number is not lower than what was decided before, the calendar is there and every example comes out.
 *   <li>What the archive has decided is in force as decided, whatever the bundles bring; where no bundle brings it, from the archive's copy.
 *   <li>Without an archive the last good content of each bundle is in force.
 *   <li>If the archive fails, what is in force stays, and nothing new comes into force.
 * </ul>
 */
final class Installed {
    private final Offers offers = new Offers();
    private final Examples examples = new Examples();
    private final Contents contents = new Contents();
    private final SortedMap<String, Standing> policies = new TreeMap<>();
    private final SortedMap<String, Standing> calendars = new TreeMap<>();
    private final SortedMap<String, Instant> suspended = new TreeMap<>();
    private Set<String> everRuled = Set.of();
    private boolean archived;
    private Optional<Snapshot> last = Optional.empty();

    /** A bundle runs with this content, for the first time or after an update. */
    void found(long bundle, Offer offer) {
        offers.found(bundle, offer);
    }

    /**
     * A bundle was stopped or uninstalled, and not only to be updated.
     *
     * @return whether it had been found before
     */
    boolean gone(long bundle) {
        return offers.gone(bundle);
    }

    /** Another archive has to be asked about everything. */
    void archiveReplaced() {
        if (!archived) {
            last = Optional.empty(); // what it says is news, whatever the bundles said before
        }
        offers.all().forEach(Entry::forgetAccepted);
    }

    void knows(Procedures procedures) {
        contents.knows(procedures);
    }

    /** Brings into force what can be. */
    Outcome settle(Instant now, Optional<RuleArchive> archive) {
        archived |= archive.isPresent();
        Faults faults = new Faults();
        Adoption adoption = new Adoption(now, archive, archived && archive.isEmpty(), contents, examples, faults);
        Set<String> served = offers.jurisdictions();
        everRuled = everRuled(archive, faults);
        suspend(served, now);
        Set<String> all = new TreeSet<>(served);
        all.addAll(everRuled);
        policies.keySet().retainAll(served);
        calendars.keySet().retainAll(all);
        Optional<Entry> calendar = offers.holder(Subject.CALENDAR.code());
        all.forEach(j -> calendars.put(j, adoption.calendar(j, calendar.filter(c -> served.contains(j)), calendars.getOrDefault(j, Standing.NOTHING))));
        served.forEach(j -> offers.holder(j).ifPresent(e -> policies.put(j, adoption.policy(j, e, calendars.get(j), policies.getOrDefault(j, Standing.NOTHING)))));
        if (!offers.jurisdictions().equals(served)) {
            return settle(now, archive); // a bundle has changed over to another jurisdiction
        }
        contents.forgetUnused();
        new Report(now, offers, policies, calendars, examples, faults).all();
        List<Snapshot> snapshots = snapshots(now, calendar);
        List<String> news = News.between(last.map(Snapshot::live).orElse(List.of()), snapshots.get(0).live());
        last = Optional.of(snapshots.get(0));
        List<Suspended> out = suspended.entrySet().stream().map(s -> new Suspended(s.getKey(), s.getValue())).toList();
        return new Outcome(snapshots, out, faults.all(), news, archived, faults.retry());
    }

    private Set<String> everRuled(Optional<RuleArchive> archive, Faults faults) {
        try {
            return archive.map(a -> Set.copyOf(a.jurisdictions())).orElse(everRuled);
        } catch (RuntimeException e) {
            faults.failed("", e);
            return everRuled;
        }
    }

    private void suspend(Set<String> served, Instant now) {
        suspended.keySet().removeIf(j -> served.contains(j) || !everRuled.contains(j));
        everRuled.stream().filter(j -> !served.contains(j)).forEach(j -> suspended.putIfAbsent(j, now));
    }

    /** Now, and each instant at which something planned begins. */
    private List<Snapshot> snapshots(Instant now, Optional<Entry> calendar) {
        Snapshots made = new Snapshots(policies, calendars, offers, calendar.flatMap(Entry::good));
        Set<Instant> begins = new TreeSet<>(Set.of(now));
        for (SortedMap<String, Standing> standings : List.of(policies, calendars)) {
            standings.values().forEach(s -> s.reigns().stream().map(Reign::since).filter(now::isBefore).forEach(begins::add));
        }
        return begins.stream().map(made::at).toList();
    }
}
