package cn.xiezhi.assessment;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The assessment as somebody may see it: leaders that of their own organ; who reads across the jurisdiction, and the government's office, that of all. */
@Component(service = Assessments.class)
public final class Assessments {
    private final PastObligations past;
    private final Rules rules;
    private final Clock clock;

    @Activate
    public Assessments(@Reference PastObligations past, @Reference Rules rules) {
        this(past, rules, Clock.systemUTC());
    }

    public Assessments(PastObligations past, Rules rules, Clock clock) {
        this.past = past;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param organ only this one's; a leader's own if none is named
     * @return empty if this person may not see it
     */
    public Optional<Assessment> of(Officer officer, Period period, Optional<String> organ, Optional<Duty> duty) {
        String own = officer.organ().id();
        if (!seesAll(officer) && !(officer.is(Role.LEADER) && organ.orElse(own).equals(own))) {
            return Optional.empty();
        }
        Reckoning reckoning = new Reckoning(period, clock.instant(), rules.inForce().calendar());
        past.each(officer.jurisdiction(), period, seesAll(officer) ? organ : Optional.of(own), duty, reckoning::add);
        return Optional.of(reckoning.assessment());
    }

    private static boolean seesAll(Officer officer) {
        return Decisions.readsAcross(officer) || officer.is(Role.GOVERNMENT_OFFICE);
    }
}
