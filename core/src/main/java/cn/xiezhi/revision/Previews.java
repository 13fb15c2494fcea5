package cn.xiezhi.revision;

import cn.xiezhi.desk.InstalledProcedures;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.Policies;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.policy.RuleFiles.Answers;
import cn.xiezhi.policy.RuleFiles.Inspection;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.policy.VersionOrder;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a version would change, shown before anybody decides on it. Nothing here writes. */
@Component(service = Previews.class)
public final class Previews {
    /** Obligations that are looked through for what a change touches; a larger desk is answered with "at least". */
    private static final int MOST_LOOKED_AT = 20_000;
    private static final int MOST_RECOUNTS = 200;
    private static final int TOLD_EVERY = 200;

    private final RuleFiles files;
    private final RuleArchive archive;
    private final Rules rules;
    private final Versions versions;
    private final History history;
    private final OpenDuties open;
    private final Clock clock;
    private final Supplier<Procedures> procedures;

    @Activate
    public Previews(@Reference RuleFiles files, @Reference RuleArchive archive, @Reference Rules rules, @Reference PolicyReader reader, @Reference MatterStore store,
            @Reference Organs organs, @Reference History history, @Reference InstalledProcedures procedures) {
        this(files, archive, rules, reader, store, organs, history, Clock.systemUTC(), procedures::now);
    }

    public Previews(RuleFiles files, RuleArchive archive, Rules rules, PolicyReader reader, MatterStore store, Organs organs, History history, Clock clock,
            Supplier<Procedures> procedures) {
        this.files = files;
        this.archive = archive;
        this.rules = rules;
        this.versions = new Versions(archive, files, new Policies(archive, reader), procedures);
        this.procedures = procedures;
        this.history = history;
        this.open = new OpenDuties(store, organs, procedures);
        this.clock = clock;
    }

    /** A running limit that another calendar makes end at another time. */
    public record Counted(Owed owed, Optional<Instant> after) {}

    /**
     * @param from the version in force now; empty if there is none
     * @param problems with any the version can't come into force
     */
    public record Preview(Optional<String> from, String to, List<Comparison.Change> changes, List<Answers> examples, List<String> problems, List<String> warnings,
            Touched touched, List<Comparison.Day> days, List<Counted> recounts) {}

    public Answer<Preview> of(Officer administrator, Subject subject, String version) {
        String jurisdiction = administrator.jurisdiction();
        Optional<Map<String, byte[]>> content = archive.files(jurisdiction, subject, version);
        if (content.isEmpty()) {
            return Revisions.unknown(version);
        }
        Inspection found = files.inspect(content.get(), rules.inForce().calendar(jurisdiction));
        return Answer.of(subject == Subject.POLICY ? policy(jurisdiction, version, content.get(), found) : calendar(administrator, version, found));
    }

    private Preview policy(String jurisdiction, String version, Map<String, byte[]> content, Inspection found) {
        WorkCalendar calendar = rules.inForce().calendar(jurisdiction);
        Optional<String> from = inForce(jurisdiction, Subject.POLICY);
        Optional<Policy> before = from.flatMap(v -> versions.policy(jurisdiction, v));
        Optional<Policy> after = found.policy().or(() -> versions.policy(jurisdiction, version));
        boolean comparable = before.isPresent() && after.isPresent();
        List<Answers> examples = !comparable ? List.of() : from.flatMap(v -> archive.files(jurisdiction, Subject.POLICY, v))
                .map(b -> files.answers(b, calendar, content, calendar)).orElse(List.of());
        List<String> warnings = Stream.concat(found.warnings().stream(), overtaking(jurisdiction, version)).toList();
        return new Preview(from, version, comparable ? Comparison.of(before.get(), after.get(), procedures.get()) : List.of(), examples, found.problems(),
                warnings, comparable ? Touched.of(before.get(), after.get(), history, open, MOST_LOOKED_AT) : Touched.NOTHING, List.of(), List.of());
    }

    /** What is planned already and would take the place of this version although its number is lower. */
    private Stream<String> overtaking(String jurisdiction, String version) {
        return Timeline.of(archive.terms(jurisdiction, Subject.POLICY)).terms().stream()
                .filter(t -> t.since().isAfter(clock.instant()) && VersionOrder.INSTANCE.compare(t.version(), version) < 0)
                .map(t -> "已定于 " + t.text() + "，它比本版本旧，届时会替换在此之前施行的本版本；如非本意，请撤回那项决定");
    }

    private Preview calendar(Officer administrator, String version, Inspection found) {
        String jurisdiction = administrator.jurisdiction();
        Optional<String> from = inForce(jurisdiction, Subject.CALENDAR);
        WorkCalendar before = rules.inForce().calendar(jurisdiction);
        WorkCalendar after = found.calendar().orElse(before);
        List<Counted> recounts = new ArrayList<>();
        Map<Duty, Integer> byDuty = new HashMap<>();
        Set<String> matters = new HashSet<>();
        boolean whole = open.each(jurisdiction, MOST_LOOKED_AT, o -> {
            versions.policy(jurisdiction, o.obligation().policyVersion()).flatMap(p -> p.due(o.obligation().duty(), o.obligation().variant(), o.obligation().trigger(), after))
                    .filter(o.obligation()::movedBy).ifPresent(due -> {
                        byDuty.merge(o.obligation().duty(), 1, Integer::sum);
                        matters.add(o.matter());
                        if (recounts.size() < MOST_RECOUNTS) {
                            recounts.add(new Counted(open.seen(administrator, o), due.deadline().dueAtExclusive()));
                        }
                    });
            return true;
        });
        Optional<Map<String, byte[]>> policy = inForce(jurisdiction, Subject.POLICY).flatMap(v -> archive.files(jurisdiction, Subject.POLICY, v));
        return new Preview(from, version, Comparison.of(before, after), policy.map(p -> files.answers(p, before, p, after)).orElse(List.of()), found.problems(),
                found.warnings(), new Touched(matters.size(), byDuty.values().stream().mapToInt(Integer::intValue).sum(), !whole, byDuty), Comparison.days(before, after), recounts);
    }

    /**
     * Judges the obligations of the last months by a version as if it had held all along.
     *
     * @param progress is told now and then; stops the work by saying no
     */
    public Answer<Replayed> replay(Officer administrator, String version, int months, Progress progress) {
        String jurisdiction = administrator.jurisdiction();
        Optional<Policy> policy = versions.policy(jurisdiction, version);
        if (policy.isEmpty()) {
            return Revisions.unknown(version);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant from = now.atZone(Zone.SHANGHAI).minusMonths(months).toInstant();
        int of = history.countArisen(jurisdiction, from, now);
        Replay replay = new Replay(policy.get(), rules.inForce().calendar(jurisdiction), now);
        int[] done = {0};
        boolean[] on = {progress.at(0, of)};
        history.arisen(jurisdiction, from, now, (matter, o) -> {
            if (on[0]) {
                replay.add(matter, o);
                on[0] = ++done[0] % TOLD_EVERY != 0 || progress.at(done[0], Math.max(of, done[0]));
            }
            return on[0];
        });
        if (!on[0]) {
            return Answer.not(Answer.Reason.STOPPED, "已停止");
        }
        Replay.Outcome outcome = replay.outcome();
        Set<String> seen = outcome.rows().stream().map(Replay.Row::matter).distinct().filter(m -> open.sees(administrator, m)).collect(Collectors.toSet());
        return Answer.of(new Replayed(from, now, outcome, seen));
    }

    /**
     * The obligations that were set off in a stretch of time, judged.
     *
     * @param seen those matters of its rows that the administrator may see
     */
    public record Replayed(Instant from, Instant to, Replay.Outcome outcome, Set<String> seen) {}

    private Optional<String> inForce(String jurisdiction, Subject subject) {
        return Timeline.of(archive.terms(jurisdiction, subject)).at(clock.instant()).map(Term::version);
    }
}
