package cn.xiezhi.rest;

import cn.xiezhi.clock.Notices.Reached;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which reminders the jurisdiction's rules cause, and how many of them lie unread where; for those who keep the rules. Nobody's reminders are shown. */
@Path("v1/reminder-reach")
@Produces(MediaType.APPLICATION_JSON)
public final class ReminderReachResource {
    private final Services services;

    ReminderReachResource(Services services) {
        this.services = services;
    }

    /** @param suspended the rules are not in force, so that nothing is set off */
    record ReachJson(boolean suspended, List<StepJson> steps, List<OfOrgan> organs) {}

    record StepJson(String when, String to) {}

    /** @param organ empty for those that are for one person */
    record OfOrgan(Optional<Named> organ, int written, int unread) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public ReachJson all(@Context SecurityContext who) {
        Officer officer = RulesResource.keeper(services, who);
        Optional<ReminderRules> rules = services.rules().inForce().of(officer.jurisdiction()).map(PolicyInForce::policy).map(p -> p.reminders());
        Map<String, int[]> sums = new TreeMap<>();
        for (Reached r : services.inbox().reached(officer.jurisdiction())) {
            int[] sum = sums.computeIfAbsent(r.to().organ().orElse(""), x -> new int[2]);
            sum[0] += r.written();
            sum[1] += r.unread();
        }
        Map<String, Organ> organs = services.desk().organs(officer);
        return new ReachJson(rules.isEmpty(), rules.map(ReminderReachResource::steps).orElse(List.of()), sums.entrySet().stream().map(e ->
                new OfOrgan(Optional.of(e.getKey()).filter(o -> !o.isEmpty()).map(o -> new Named(o, Organ.name(organs, o))), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparingInt(OfOrgan::unread).reversed()).toList());
    }

    private static List<StepJson> steps(ReminderRules r) {
        return List.of(new StepJson("期限届满前 " + r.beforeWorkingDays() + " 个工作日", "承担职责的单位"), new StepJson("期限届满时", "承担职责的单位"),
                new StepJson("逾期满 " + r.leaderAfterWorkingDays() + " 个工作日", "该单位的负责人"), new StepJson("逾期满 " + r.meetingAfterWorkingDays() + " 个工作日", "联席会议办公室；没有的，司法行政部门"),
                new StepJson("证件、委托到期前 " + r.expiryDays().stream().map(String::valueOf).collect(Collectors.joining("、")) + " 天", "持证人、委托双方"));
    }
}
