package cn.xiezhi.assessment;

import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Training;
import cn.xiezhi.registry.Officer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The assessment as somebody may see it: leaders that of their own organ; who reads across the jurisdiction, and the government's office, that of all. */
@Component(service = Assessments.class)
public final class Assessments {
    /** A training is held at most this long after it was planned. */
    private static final Duration PLANNED_AHEAD = Duration.ofDays(366);
    private static final int MOST_TRAININGS = 5000;

    private final PastObligations past;
    private final MatterStore store;
    private final Rules rules;
    private final Clock clock;

    @Activate
    public Assessments(@Reference PastObligations past, @Reference MatterStore store, @Reference Rules rules) {
        this(past, store, rules, Clock.systemUTC());
    }

    public Assessments(PastObligations past, MatterStore store, Rules rules, Clock clock) {
        this.past = past;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param organ only this one's; a leader's own if none is named
     * @return empty if this person may not see it
     */
    public Optional<Assessment> of(Officer officer, Period period, Optional<String> organ, Optional<Duty> duty) {
        return Scope.of(officer, organ).map(scope -> {
            Reckoning reckoning = new Reckoning(period, clock.instant(), rules.inForce().calendar(scope.jurisdiction()));
            past.each(scope.jurisdiction(), period, scope.organ(), duty, (matter, o) -> reckoning.add(o));
            return reckoning.assessment().with(trainingHours(scope, period));
        });
    }

    Map<String, BigDecimal> trainingHours(Scope scope, Period period) {
        Map<String, BigDecimal> hours = Training.hours(store.matters(scope.jurisdiction(), Training.PROCEDURE.id(), Optional.empty(), period.from().minus(PLANNED_AHEAD),
                MOST_TRAININGS), period.from(), period.to());
        scope.organ().ifPresent(o -> hours.keySet().retainAll(Set.of(o)));
        return hours;
    }
}
