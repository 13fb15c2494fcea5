package cn.xiezhi.revision;

import cn.xiezhi.desk.InstalledProcedures;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.Policies;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.revision.Answer.Reason;
import cn.xiezhi.time.WorkCalendar;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts running obligations under the version in force. They keep the one that they arose under unless an administrator does this, for a
 * reason; each matter's ledger then says who, why, and what it was before. It may be broken off between any two matters: doing it
 * again does what is left.
 */
@Component(service = Recomputation.class)
public final class Recomputation {
    private static final int MOST_ROWS = 200;
    private static final int TOLD_EVERY = 100;

    private final MatterStore store;
    private final Organs organs;
    private final Rules rules;
    private final Policies policies;
    private final History history;
    private final OpenDuties open;
    private final Clock clock;
    private final Supplier<Procedures> procedures;

    @Activate
    public Recomputation(@Reference MatterStore store, @Reference Organs organs, @Reference Rules rules, @Reference RuleArchive archive, @Reference PolicyReader reader,
            @Reference History history, @Reference InstalledProcedures procedures) {
        this(store, organs, rules, archive, reader, history, Clock.systemUTC(), procedures::now);
    }

    public Recomputation(MatterStore store, Organs organs, Rules rules, RuleArchive archive, PolicyReader reader, History history, Clock clock,
            Supplier<Procedures> procedures) {
        this.store = store;
        this.organs = organs;
        this.rules = rules;
        this.policies = new Policies(archive, reader);
        this.history = history;
        this.open = new OpenDuties(store, organs, procedures);
        this.procedures = procedures;
        this.clock = clock;
    }

    /** An obligation that comes out otherwise. */
    public record Moved(Owed owed, DueDate after) {}

    /** One that stays under its own rules although others are in force. */
    public record Left(Owed owed, String why) {}

    /**
     * @param matters with obligations that come out otherwise
     * @param obligations open ones that arose under another version, whatever comes out
     * @param moved some of those that come out otherwise; {@code movedCount} says how many there are
     */
    public record Outlook(String version, int matters, int obligations, List<Moved> moved, int movedCount, List<Left> left, int leftCount) {}

    /** @param matters ledger entries written; @param moved obligations put under the version */
    public record Done(String version, int matters, int moved) {}

    /** The rules that it goes by from its beginning to its end. */
    private record Ground(String jurisdiction, Policy policy, WorkCalendar calendar) {
        boolean still(Optional<Ground> now) {
            return now.filter(g -> g.policy.version().equals(policy.version()) && (g.calendar == calendar || g.calendar.years().equals(calendar.years()))).isPresent();
        }
    }

    /** What it would do now. */
    public Answer<Outlook> preview(Officer administrator, Progress progress) {
        Optional<Ground> ground = ground(administrator);
        if (ground.isEmpty()) {
            return notInForce();
        }
        Set<String> matters = new HashSet<>();
        List<Moved> moved = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        int[] counts = new int[3];
        boolean whole = through(ground.get(), progress, owed -> {
            Obligation o = owed.obligation();
            counts[0]++;
            Optional<DueDate> due = due(ground.get(), o);
            if (due.isEmpty() && left.size() < MOST_ROWS) {
                left.add(new Left(open.seen(administrator, owed), arose(ground.get(), o).map(its -> Anew.whyLeft(o, its, ground.get().policy())).orElse("产生时的规则已无法读出，保持不变")));
            }
            counts[2] += due.isEmpty() ? 1 : 0;
            due.filter(d -> !o.due(d).equals(o)).ifPresent(d -> {
                counts[1]++;
                matters.add(owed.matter());
                if (moved.size() < MOST_ROWS) {
                    moved.add(new Moved(open.seen(administrator, owed), d));
                }
            });
            return true;
        });
        return whole ? Answer.of(new Outlook(ground.get().policy().version(), matters.size(), counts[0], moved, counts[1], left, counts[2])) : stopped();
    }

    /** Does it. What is not different is not touched, so that doing it again changes nothing. */
    public Answer<Done> run(Officer administrator, String reason, Progress progress) {
        Optional<Ground> ground = ground(administrator);
        if (ground.isEmpty()) {
            return notInForce();
        }
        Map<String, Organ> register = new LinkedHashMap<>();
        organs.of(ground.get().jurisdiction()).forEach(o -> register.put(o.id(), o));
        int[] counts = new int[2];
        boolean[] overtaken = {false};
        boolean whole = through(ground.get(), progress, owed -> {
            overtaken[0] = !ground.get().still(ground(administrator));
            if (!overtaken[0] && due(ground.get(), owed.obligation()).filter(d -> !owed.obligation().due(d).equals(owed.obligation())).isPresent()) {
                int moved = recompute(ground.get(), register, administrator, owed.matter(), reason);
                counts[0] += moved > 0 ? 1 : 0;
                counts[1] += moved;
            }
            return !overtaken[0];
        });
        if (overtaken[0]) {
            return Answer.not(Reason.RULES_CHANGED, "重新计算途中又有新的规则或日历施行，已经停下；请重新预览。此前已重新计算 " + counts[0] + " 个事项");
        }
        return whole ? Answer.of(new Done(ground.get().policy().version(), counts[0], counts[1])) : stopped();
    }

    private boolean through(Ground ground, Progress progress, Predicate<Owed> step) {
        int of = history.openObligations(ground.jurisdiction()).values().stream().mapToInt(Integer::intValue).sum();
        int[] done = {0};
        return progress.at(0, of) && open.each(ground.jurisdiction(), Integer.MAX_VALUE, owed -> (++done[0] % TOLD_EVERY != 0 || progress.at(done[0], Math.max(of, done[0])))
                && (owed.obligation().policyVersion().equals(ground.policy().version()) || step.test(owed)));
    }

    private int recompute(Ground ground, Map<String, Organ> register, Officer administrator, String id, String reason) {
        while (true) {
            Optional<Matter> found = store.find(ground.jurisdiction(), id);
            Situation situation = new Situation(procedures.get(), ground.policy(), ground.calendar(), register, Lookup.NONE, clock.instant().truncatedTo(ChronoUnit.MILLIS), () -> {
                throw new IllegalStateException("a recomputation opens nothing");
            });
            Optional<Decision> decision = found.flatMap(m -> Decisions.recompute(situation, administrator, m, reason, o -> due(ground, o)));
            if (decision.isEmpty()) {
                return 0;
            }
            try {
                store.commit(new Commit(ground.jurisdiction(), decision.get().changes(), Map.of(), administrator.user(), Optional.empty()));
                Matter after = decision.get().changes().get(0).after();
                return (int) after.obligations().stream().filter(o -> !found.get().obligations().contains(o)).count();
            } catch (StaleMatterException e) {
                // Somebody acted on it meanwhile: decided anew on what it is now.
            }
        }
    }

    private Optional<DueDate> due(Ground ground, Obligation o) {
        return o.policyVersion().equals(ground.policy().version()) ? Optional.empty()
                : arose(ground, o).flatMap(its -> Anew.recomputed(o, its, ground.policy(), ground.calendar()));
    }

    /** The rules that an obligation arose under; empty where they can't be read any more. */
    private Optional<Policy> arose(Ground ground, Obligation o) {
        try {
            return policies.version(ground.jurisdiction(), o.policyVersion());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Ground> ground(Officer administrator) {
        RuleBook book = rules.inForce();
        String jurisdiction = administrator.jurisdiction();
        return book.of(jurisdiction).map(PolicyInForce::policy).map(p -> new Ground(jurisdiction, p, book.calendar(jurisdiction)));
    }

    private static <T> Answer<T> notInForce() {
        return Answer.not(Reason.NOT_IN_FORCE, "本辖区的规则现未生效，不能重新计算");
    }

    private static <T> Answer<T> stopped() {
        return Answer.not(Reason.STOPPED, "已停止；此前完成的部分有效，再次执行会继续其余部分");
    }
}
