package cn.xiezhi.revision;

import cn.xiezhi.desk.InstalledProcedures;
import cn.xiezhi.desk.Policies;
import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.policy.RuleFiles.Arrival;
import cn.xiezhi.policy.RuleFiles.Inspection;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.procedure.AccountRequest;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.AccountRule;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import cn.xiezhi.revision.Answer.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How a jurisdiction's rules change: a version comes in, is decided to be in force from an instant, is withdrawn while that lies ahead, and
 * any former one can be brought back. An administrator does this for the own jurisdiction; nothing of another one is seen.
 */
@Component(service = Revisions.class)
public final class Revisions {
    private static final Duration ANNOUNCED = Duration.ofDays(7);

    private final RuleFiles files;
    private final RuleArchive archive;
    private final Rules rules;
    private final Versions versions;
    private final Organs organs;
    private final Accounts accounts;
    private final Clock clock;

    @Activate
    public Revisions(@Reference RuleFiles files, @Reference RuleArchive archive, @Reference Rules rules, @Reference PolicyReader reader, @Reference Organs organs,
            @Reference Accounts accounts, @Reference InstalledProcedures procedures) {
        this(files, archive, rules, reader, organs, accounts, Clock.systemUTC(), procedures::now);
    }

    public Revisions(RuleFiles files, RuleArchive archive, Rules rules, PolicyReader reader, Organs organs, Accounts accounts, Clock clock,
            Supplier<Procedures> procedures) {
        this.organs = organs;
        this.accounts = accounts;
        this.files = files;
        this.archive = archive;
        this.rules = rules;
        this.versions = new Versions(archive, files, new Policies(archive, reader), procedures);
        this.clock = clock;
    }

    /** What a version is at this moment. */
    public enum State { PROPOSED, PLANNED, IN_FORCE, FORMER }

    /** @param fresh whether it came for the first time */
    public record Received(String version, State state, Optional<String> signer, List<String> warnings, boolean fresh) {}

    /** A version as it came, what it is now, and the titles of its documents. */
    public record Kept(Edition edition, State state, List<String> documents) {}

    /** A decision, and when it ends or ended; empty for the one without an end and for a withdrawn one. */
    public record Decided(Term term, Optional<Instant> until) {}

    /** Rules that are going to change, or have changed lately. */
    public record Announcement(Subject subject, Term term, boolean planned, int changes) {}

    /** Whether somebody administers the jurisdiction's rules: its administrators do; where departments have ones of their own for accounts, not these. */
    public boolean keepsRules(Officer officer) {
        String jurisdiction = officer.jurisdiction();
        boolean laidDown = timeline(jurisdiction, Subject.POLICY).at(now()).flatMap(t -> versions.policy(jurisdiction, t.version()))
                .flatMap(p -> p.rules(AccountRequest.PROCEDURE.id())).isPresent();
        return officer.is(Role.ADMINISTRATOR) && AccountRule.of(laidDown, organs.of(jurisdiction), accounts.of(jurisdiction)).jurisdictionWide(officer);
    }

    /** Takes a jar in and keeps its version, which changes nothing yet. The same again is the same. */
    public Answer<Received> receive(Officer administrator, Subject subject, byte[] jar) {
        String jurisdiction = administrator.jurisdiction();
        Instant now = now();
        Arrival arrival = files.open(jar, now);
        if (!arrival.refusals().isEmpty()) {
            return notTaken(arrival.refusals());
        }
        Inspection found = inspect(jurisdiction, arrival.files());
        List<String> errors = new ArrayList<>(found.problems());
        found.subject().filter(s -> s != subject).ifPresent(s -> errors.add("这是“" + s.text() + "”的包，请在" + s.text() + "页面上传"));
        found.policy().filter(p -> !p.jurisdiction().id().equals(jurisdiction))
                .ifPresent(p -> errors.add("这是“" + p.jurisdiction().id() + "”的规则，不是本辖区“" + jurisdiction + "”的"));
        if (!errors.isEmpty() || found.version().isEmpty()) {
            return notTaken(errors.isEmpty() ? List.of("包里没有可以识别的规则") : errors);
        }
        String version = found.version().get();
        boolean fresh = edition(jurisdiction, subject, version).isEmpty();
        if (fresh) {
            archive.keep(new Edition(jurisdiction, subject, version, now, administrator.user(), Optional.of(arrival.sha256()), arrival.signer()), arrival.files());
        }
        return Answer.of(new Received(version, state(timeline(jurisdiction, subject), version, now), arrival.signer(), found.warnings(), fresh));
    }

    /** Decides that a version is in force: from now on, or from an instant that lies ahead. */
    public Answer<Decided> decide(Officer administrator, Subject subject, String version, Optional<Instant> since, String reason) {
        String jurisdiction = administrator.jurisdiction();
        Instant now = now();
        Instant from = since.map(s -> s.truncatedTo(ChronoUnit.MILLIS)).orElse(now);
        Optional<Map<String, byte[]>> content = archive.files(jurisdiction, subject, version);
        if (content.isEmpty()) {
            return unknown(version);
        }
        if (from.isBefore(now)) {
            return Answer.not(Reason.SINCE_IN_THE_PAST, "施行时间已经过去；请选择将来的时间，或者立即施行");
        }
        List<Term> terms = archive.terms(jurisdiction, subject);
        Timeline timeline = Timeline.of(terms);
        if (timeline.at(from).filter(t -> t.version().equals(version)).isPresent()) {
            return Answer.not(Reason.ALREADY_IN_FORCE, "届时施行的就是版本 " + version + "，不必再决定");
        }
        List<String> problems = inspect(jurisdiction, content.get()).problems();
        if (!problems.isEmpty()) {
            return Answer.not(Reason.RULES_REFUSED, "版本 " + version + " 现在不能施行，有 " + problems.size() + " 处问题；现行规则不变", problems);
        }
        int seq = terms.stream().mapToInt(Term::seq).max().orElse(0) + 1;
        Term term = new Term(seq, version, from, now, administrator.user(), timeline.held(version, now) ? Term.Kind.BACK : Term.Kind.ADOPTED, reason, Optional.empty());
        if (!archive.decide(jurisdiction, subject, term)) {
            return Answer.not(Reason.SOMEBODY_DECIDED, "刚才有人作出了别的决定，请刷新页面核对后再定");
        }
        rules.refresh();
        return Answer.of(new Decided(term, timeline(jurisdiction, subject).until(term)));
    }

    /** Takes a decision back that has not come to pass. Taken back already, it stays so. */
    public Answer<Decided> withdraw(Officer administrator, Subject subject, int seq) {
        String jurisdiction = administrator.jurisdiction();
        Optional<Decided> term = decided(jurisdiction, subject, seq);
        if (term.isEmpty()) {
            return Answer.not(Reason.UNKNOWN_TERM, "没有第 " + seq + " 号决定");
        }
        if (term.get().term().withdrawnAt().isEmpty()) {
            Instant now = now();
            if (!term.get().term().since().isAfter(now)) {
                return Answer.not(Reason.HAS_BEGUN, "这个版本已经施行，不能再撤回；可以恢复原来的版本");
            }
            archive.withdraw(jurisdiction, subject, seq, now);
            rules.refresh();
        }
        return Answer.of(decided(jurisdiction, subject, seq).orElseThrow());
    }

    /** Everything that ever came, the latest first. */
    public List<Kept> editions(Officer officer, Subject subject, int most) {
        String jurisdiction = officer.jurisdiction();
        Timeline timeline = timeline(jurisdiction, subject);
        Instant now = now();
        return archive.editions(jurisdiction, subject).stream().limit(most)
                .map(e -> new Kept(e, state(timeline, e.version(), now), versions.documents(jurisdiction, subject, e.version()))).toList();
    }

    /** Every decision, the latest first. */
    public List<Decided> terms(Officer officer, Subject subject, int most) {
        List<Term> terms = archive.terms(officer.jurisdiction(), subject);
        Timeline timeline = Timeline.of(terms);
        return terms.stream().sorted(Comparator.comparing(Term::seq).reversed()).limit(most).map(t -> decided(timeline, t)).toList();
    }

    /** What everybody should know: the changes that are planned, and the last one if it is recent. */
    public List<Announcement> announcements(Officer officer) {
        List<Announcement> all = new ArrayList<>();
        Instant now = now();
        for (Subject subject : Subject.values()) {
            List<Term> terms = timeline(officer.jurisdiction(), subject).terms();
            for (int i = 1; i < terms.size(); i++) {
                Term term = terms.get(i);
                boolean planned = term.since().isAfter(now);
                boolean last = i + 1 == terms.size() || terms.get(i + 1).since().isAfter(now);
                if (planned || last && term.since().isAfter(now.minus(ANNOUNCED))) {
                    all.add(new Announcement(subject, term, planned, versions.changes(officer.jurisdiction(), subject, terms.get(i - 1).version(), term.version())));
                }
            }
        }
        return all;
    }

    private static State state(Timeline timeline, String version, Instant now) {
        if (timeline.at(now).filter(t -> t.version().equals(version)).isPresent()) {
            return State.IN_FORCE;
        }
        if (timeline.terms().stream().anyMatch(t -> t.version().equals(version) && t.since().isAfter(now))) {
            return State.PLANNED;
        }
        return timeline.held(version, now) ? State.FORMER : State.PROPOSED;
    }

    private Optional<Edition> edition(String jurisdiction, Subject subject, String version) {
        return archive.editions(jurisdiction, subject).stream().filter(e -> e.version().equals(version)).findFirst();
    }

    private Optional<Decided> decided(String jurisdiction, Subject subject, int seq) {
        List<Term> terms = archive.terms(jurisdiction, subject);
        return terms.stream().filter(t -> t.seq() == seq).findFirst().map(t -> decided(Timeline.of(terms), t));
    }

    private static Decided decided(Timeline timeline, Term term) {
        return new Decided(term, term.withdrawnAt().isPresent() ? Optional.empty() : timeline.until(term));
    }

    private Timeline timeline(String jurisdiction, Subject subject) {
        return Timeline.of(archive.terms(jurisdiction, subject));
    }

    private Inspection inspect(String jurisdiction, Map<String, byte[]> content) {
        return files.inspect(content, rules.inForce().calendar(jurisdiction));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> Answer<T> notTaken(List<String> errors) {
        return Answer.not(Reason.RULES_REFUSED, "规则包有 " + errors.size() + " 处问题，没有接收；现行规则不变", errors);
    }

    static <T> Answer<T> unknown(String version) {
        return Answer.not(Reason.UNKNOWN_VERSION, "没有版本 " + version);
    }
}
