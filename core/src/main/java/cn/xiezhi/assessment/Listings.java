package cn.xiezhi.assessment;

import cn.xiezhi.assessment.Listing.Line;
import cn.xiezhi.desk.InstalledProcedures;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list behind each figure of the overview, for whom the figure is for. */
@Component(service = Listings.class)
public final class Listings {
    private static final int MOST = 100;

    private final Overviews overviews;
    private final PastObligations past;
    private final Standing standing;
    private final MatterStore store;
    private final Clock clock;
    private final Supplier<Procedures> procedures;

    @Activate
    public Listings(@Reference Overviews overviews, @Reference PastObligations past, @Reference Standing standing, @Reference MatterStore store,
            @Reference InstalledProcedures procedures) {
        this(overviews, past, standing, store, Clock.systemUTC(), procedures::now);
    }

    public Listings(Overviews overviews, PastObligations past, Standing standing, MatterStore store, Clock clock, Supplier<Procedures> procedures) {
        this.overviews = overviews;
        this.past = past;
        this.standing = standing;
        this.store = store;
        this.clock = clock;
        this.procedures = procedures;
    }

    private record Found(String matter, Obligation obligation) {
        private Instant order() {
            return obligation.dueAtExclusive().orElse(obligation.trigger());
        }
    }

    /** The obligations of a period that stand as named at its end, the latest due first. */
    public Optional<Listing> obligations(Officer officer, Period period, Optional<String> organ, Optional<Duty> duty, Stand stand) {
        return Scope.of(officer, organ).map(scope -> {
            Instant now = now();
            int[] count = {0};
            PriorityQueue<Found> latest = new PriorityQueue<>(Comparator.comparing(Found::order));
            past.each(scope.jurisdiction(), period, scope.organ(), duty, (matter, o) -> {
                if (period.has(o) && Stand.of(o, period, now) == stand) {
                    count[0]++;
                    latest.add(new Found(matter, o));
                    if (latest.size() > MOST) {
                        latest.poll();
                    }
                }
            });
            return new Listing(now, count[0], latest.stream().sorted(Comparator.comparing(Found::order).reversed())
                    .flatMap(f -> store.find(scope.jurisdiction(), f.matter()).map(m -> line(officer, m, Optional.of(f.obligation()))).stream()).toList());
        });
    }

    /** The open obligations that have run out by now, the longest due first. */
    public Optional<Listing> overdue(Officer officer, Optional<String> organ) {
        return Scope.of(officer, organ).map(scope -> {
            Instant now = now();
            int count = standing.overdue(scope.jurisdiction(), scope.organ(), now).values().stream().mapToInt(Integer::intValue).sum();
            List<Owed> owed = standing.overdue(scope.jurisdiction(), scope.organ(), now, MOST);
            return new Listing(now, count, owed.stream().flatMap(o -> store.find(scope.jurisdiction(), o.matter()).map(m -> line(officer, m, Optional.of(o.obligation()))).stream())
                    .toList());
        });
    }

    /** The open matters of a procedure and an age, the newest first. */
    public Optional<Listing> backlog(Officer officer, Optional<String> organ, String procedure, Optional<Age> age) {
        return Scope.of(officer, organ).map(scope -> {
            Instant now = now();
            int[] count = {0};
            standing.open(scope.jurisdiction(), scope.organ(), (p, openedAt) -> {
                if (p.equals(procedure) && age.filter(a -> a != Age.of(openedAt, now)).isEmpty()) {
                    count[0]++;
                }
            });
            Optional<MatterQuery.After> after = age.map(a -> a.until(now)).filter(Instant.MAX::isAfter).map(until -> new MatterQuery.After(until, ""));
            Instant from = age.map(a -> a.from(now)).orElse(Instant.EPOCH);
            return new Listing(now, count[0], store.list(new MatterQuery(scope.jurisdiction(), Optional.empty(), scope.organ(), Optional.of(procedure), Optional.empty(),
                    Optional.empty(), Optional.of(true), Optional.empty(), after, MOST)).stream().filter(m -> !m.openedAt().isBefore(from))
                    .map(m -> line(officer, m, Optional.empty())).toList());
        });
    }

    /** The disputes that are at a level now, or ended there within the period, the newest first. */
    public Optional<Listing> disputes(Officer officer, Period period, Optional<String> organ, int level, boolean ended) {
        return Scope.of(officer, organ).map(scope -> {
            List<Matter> found = overviews.disputes(scope, period).stream().filter(m -> Contested.number(m) == level)
                    .filter(m -> ended ? Contested.ended(m, period) : m.open()).toList();
            return new Listing(now(), found.size(), found.stream().limit(MOST).map(m -> line(officer, m, Optional.empty())).toList());
        });
    }

    private Line line(Officer officer, Matter m, Optional<Obligation> obligation) {
        boolean seen = Decisions.maySee(procedures.get(), officer, m);
        return new Line(m.id(), seen, seen ? m.title() : procedures.get().name(m.procedure()), m.procedure(), m.state(), m.openedAt(), obligation);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
