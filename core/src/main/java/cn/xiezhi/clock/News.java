package cn.xiezhi.clock;

import cn.xiezhi.desk.Background;
import cn.xiezhi.desk.InstalledProcedures;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells who listens, within a second or two, which of the matters that this person may see have moved and that a notice has come, on
 * whichever node that was committed. It asks the database, once a second and only while somebody listens (adr/0023).
 */
@Component(service = News.class)
public final class News {
    private static final System.Logger LOG = System.getLogger(News.class.getName());
    private static final int EVERY_MILLIS = 1000;
    /** Each look goes back so far: what is committed shows up after its own time, and the clocks of nodes differ. */
    static final Duration OVERLAP = Duration.ofSeconds(15);
    /** When more has happened in that time, everybody is told to look for themselves. */
    static final int MOST = 1000;

    /** Somebody who listens. Must return at once. */
    public interface Ear {
        /** A matter that this person may see stands at a version; the same may be said more than once. */
        void moved(String matter, long version);

        /** A notice for this person has come. */
        void told();

        /** Something may have been missed: whatever is shown has to be read again. */
        void missed();

        /** Nothing will be said any more. */
        void ended();
    }

    /** Who listens; a new one hears of the last seconds too, since its page was read before. */
    private static final class Listener {
        final Officer officer;
        final Set<Address> addresses;
        final Ear ear;
        boolean known;

        Listener(Officer officer, Ear ear) {
            this.officer = officer;
            this.addresses = Set.copyOf(Address.of(officer));
            this.ear = ear;
        }
    }

    /** What had happened at the last look that came through, and when everybody was last sent to look. */
    private static final class Seen {
        Instant at;
        Instant missed = Instant.EPOCH;
        Set<Lately.Moved> moved = Set.of();
        Set<Lately.Told> told = Set.of();

        Seen(Instant at) {
            this.at = at;
        }
    }

    private final Lately lately;
    private final MatterStore store;
    private final Supplier<Procedures> procedures;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, Seen> seen = new HashMap<>();
    private final ScheduledExecutorService worker = Background.thread("xiezhi-news");

    @Activate
    public News(@Reference Lately lately, @Reference MatterStore store, @Reference InstalledProcedures procedures) {
        this(lately, store, procedures::now, Clock.systemUTC());
        worker.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Without a thread: whoever holds it lets it {@link #look}. */
    News(Lately lately, MatterStore store, Supplier<Procedures> procedures, Clock clock) {
        this.lately = lately;
        this.store = store;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Deactivate
    void stop() throws InterruptedException {
        worker.shutdown();
        listeners.forEach(l -> l.ear.ended());
        listeners.clear();
        worker.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** @return to be run when this person listens no more */
    public Runnable listen(Officer officer, Ear ear) {
        Listener listener = new Listener(officer, ear);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void look() {
        Map<String, List<Listener>> by = listeners.stream().collect(Collectors.groupingBy(l -> l.officer.jurisdiction()));
        seen.keySet().retainAll(by.keySet());
        by.forEach((jurisdiction, all) -> {
            try {
                look(jurisdiction, all);
            } catch (RuntimeException e) {
                // The database is away for a moment; the next look goes back over it.
                LOG.log(Level.DEBUG, "no news of " + jurisdiction, e);
            }
        });
    }

    private void look(String jurisdiction, List<Listener> all) {
        Instant now = clock.instant();
        Seen last = seen.computeIfAbsent(jurisdiction, j -> new Seen(now));
        List<Lately.Moved> moved = lately.moved(jurisdiction, now.minus(OVERLAP), MOST);
        List<Lately.Told> told = lately.told(jurisdiction, now.minus(OVERLAP), MOST);
        boolean much = moved.size() == MOST || told.size() == MOST;
        // While the county is that busy, once in a while is enough.
        boolean missed = last.at.plus(OVERLAP).isBefore(now) || much && last.missed.plus(OVERLAP).isBefore(now);
        Procedures known = procedures.get();
        Map<String, Optional<Matter>> matters = new HashMap<>();
        for (Listener l : all) {
            if (missed) {
                l.ear.missed();
            }
            for (Lately.Moved m : moved) {
                if (!(l.known && last.moved.contains(m)) && !much && maySee(known, l.officer, matters.computeIfAbsent(m.matter(), id -> store.find(jurisdiction, id)))) {
                    l.ear.moved(m.matter(), m.version());
                }
            }
            if (told.stream().anyMatch(t -> !(l.known && last.told.contains(t)) && l.addresses.contains(t.to()))) {
                l.ear.told();
            }
            l.known = true;
        }
        last.at = now;
        last.missed = missed ? now : last.missed;
        last.moved = Set.copyOf(moved);
        last.told = Set.copyOf(told);
    }

    private static boolean maySee(Procedures known, Officer officer, Optional<Matter> matter) {
        return matter.filter(m -> Decisions.maySee(known, officer, m)).isPresent();
    }
}
