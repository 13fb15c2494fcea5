package cn.xiezhi.assessment;

import cn.xiezhi.assessment.Oversight.Twice;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.registry.Officer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The supervisor's view, for whoever reads across the jurisdiction. Reads only. */
@Component(service = Oversights.class)
public final class Oversights {
    private static final int MOST = 100;
    private static final Duration LATELY = Duration.ofDays(90);
    /** A refusal may come this long before or after the end of its limit. */
    private static final Duration AROUND = Duration.ofDays(60);

    private final PastObligations past;
    private final Standing standing;
    private final MatterStore store;
    private final Overviews overviews;
    private final Clock clock;

    @Activate
    public Oversights(@Reference PastObligations past, @Reference Standing standing, @Reference MatterStore store, @Reference Overviews overviews) {
        this(past, standing, store, overviews, Clock.systemUTC());
    }

    public Oversights(PastObligations past, Standing standing, MatterStore store, Overviews overviews, Clock clock) {
        this.past = past;
        this.standing = standing;
        this.store = store;
        this.overviews = overviews;
        this.clock = clock;
    }

    /** @return empty if this person does not read across the jurisdiction */
    public Optional<Oversight> of(Officer officer) {
        if (!Decisions.readsAcross(officer)) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String jurisdiction = officer.jurisdiction();
        List<Owed> overdue = standing.overdue(jurisdiction, Optional.empty(), now, MOST);
        int count = standing.overdue(jurisdiction, Optional.empty(), now).values().stream().mapToInt(Integer::intValue).sum();
        return Optional.of(new Oversight(now, overdue.stream().filter(o -> handsOver(o.obligation())).toList(), overdue.stream().filter(o -> !handsOver(o.obligation())).toList(),
                count, refused(jurisdiction, now), extendedTwice(jurisdiction), disputes(jurisdiction, now)));
    }

    private static boolean handsOver(Obligation o) {
        return o.duty().equals(Duty.TRANSFER_SEND);
    }

    private List<Owed> refused(String jurisdiction, Instant now) {
        record Refused(String matter, Obligation obligation) {}
        List<Refused> found = new ArrayList<>();
        past.each(jurisdiction, new Period(now.minus(LATELY).minus(AROUND), now.plus(AROUND)), Optional.empty(), Optional.empty(), (matter, o) -> {
            if (o.status() == Status.REFUSED && o.closedAt().filter(at -> at.isAfter(now.minus(LATELY))).isPresent()) {
                found.add(new Refused(matter, o));
            }
        });
        return found.stream().sorted(Comparator.comparing((Refused r) -> r.obligation().closedAt().orElseThrow()).reversed()).limit(MOST)
                .flatMap(r -> store.find(jurisdiction, r.matter()).map(m -> new Owed(r.obligation(), m.id(), m.title(), m.procedure(), m.state())).stream()).toList();
    }

    /** An obligation only knows that it was extended; how often, the ledger tells. */
    private List<Twice> extendedTwice(String jurisdiction) {
        return standing.extended(jurisdiction, MOST).stream().map(o -> new Twice(o, (int) store.ledger(jurisdiction, o.matter()).stream()
                .filter(e -> e.action().equals("extend") && !e.at().isBefore(o.obligation().trigger())).count())).filter(t -> t.times() > 1).toList();
    }

    private List<Matter> disputes(String jurisdiction, Instant now) {
        return overviews.disputes(new Scope(jurisdiction, Optional.empty()), new Period(now.minus(LATELY), now)).stream()
                .filter(m -> m.open() && Contested.number(m) > 1).limit(MOST).toList();
    }
}
