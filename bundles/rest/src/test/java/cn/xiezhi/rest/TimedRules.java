package cn.xiezhi.rest;

import cn.xiezhi.policy.KeptRules;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Whatever the archive says is in force, at the instant at which one asks. */
final class TimedRules implements Rules {
    private final KeptRules archive;
    private final Supplier<Instant> now;
    volatile RulesHere here = RulesHere.NOTHING;
    volatile WorkCalendar calendar = Sample.CALENDAR;

    TimedRules(KeptRules archive, Supplier<Instant> now) {
        this.archive = archive;
        this.now = now;
    }

    @Override
    public RuleBook inForce() {
        TreeMap<String, PolicyInForce> policies = new TreeMap<>();
        Map<String, WorkCalendar> calendars = new HashMap<>();
        List<String> suspended = here.suspended().stream().map(RulesHere.Suspended::jurisdiction).toList();
        archive.jurisdictions().forEach(j -> {
            Timeline.of(archive.terms(j, Subject.POLICY)).at(now.get()).filter(t -> !suspended.contains(j))
                    .ifPresent(t -> policies.put(j, new PolicyInForce(PlainRules.read(t.version()), t.since(), t.version())));
            Timeline.of(archive.terms(j, Subject.CALENDAR)).at(now.get()).ifPresent(t -> calendars.put(j, PlainRules.calendar(t.version())));
        });
        return new RuleBook(policies, calendar, calendars);
    }

    @Override
    public RulesHere here() {
        return here;
    }

    @Override
    public void refresh() {
        // nothing is remembered
    }
}
