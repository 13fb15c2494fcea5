package cn.xiezhi.assessment;

import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Dispute;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.WorkCalendar;
import cn.xiezhi.time.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The leader's view: the assessment, how it came month by month, and how things stand now; for whom the assessment is for. */
@Component(service = Overviews.class)
public final class Overviews {
    private static final int MOST_DISPUTES = 5000;
    private static final int PAGE = 100;

    private final Assessments assessments;
    private final PastObligations past;
    private final Standing standing;
    private final MatterStore store;
    private final Rules rules;
    private final Clock clock;

    @Activate
    public Overviews(@Reference Assessments assessments, @Reference PastObligations past, @Reference Standing standing, @Reference MatterStore store, @Reference Rules rules) {
        this(assessments, past, standing, store, rules, Clock.systemUTC());
    }

    public Overviews(Assessments assessments, PastObligations past, Standing standing, MatterStore store, Rules rules, Clock clock) {
        this.assessments = assessments;
        this.past = past;
        this.standing = standing;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** @return empty if this person may not see it */
    public Optional<Overview> of(Officer officer, Period period, Optional<String> organ) {
        return Scope.of(officer, organ).map(scope -> of(scope, period));
    }

    private Overview of(Scope scope, Period period) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        WorkCalendar calendar = rules.inForce().calendar(scope.jurisdiction());
        Reckoning whole = new Reckoning(period, now, calendar);
        NavigableMap<Instant, Reckoning> months = new TreeMap<>();
        months(period, now).forEach(month -> months.put(month.from(), new Reckoning(month, now, calendar)));
        Instant begun = months.isEmpty() ? period.from() : months.lastEntry().getValue().period().to();
        past.each(scope.jurisdiction(), period, scope.organ(), Optional.empty(), (matter, o) -> {
            Instant moment = Period.moment(o);
            if (period.has(moment)) {
                Optional<Took> took = Took.of(o, calendar);
                whole.add(o, took);
                if (moment.isBefore(begun)) {
                    months.floorEntry(moment).getValue().add(o, took);
                }
            }
        });
        return new Overview(now, whole.assessment().with(assessments.trainingHours(scope, period)), months.values().stream().map(Reckoning::assessment).toList(), backlog(scope, now),
                standing.overdue(scope.jurisdiction(), scope.organ(), now), Contested.of(disputes(scope, period), period));
    }

    /** The months of a period that have begun, the first and the last as far as they belong to it. */
    private static List<Period> months(Period period, Instant now) {
        List<Period> months = new ArrayList<>();
        LocalDate last = Zone.day(period.to().minusMillis(1));
        LocalDate today = Zone.day(now);
        for (LocalDate first = Zone.day(period.from()); !first.isAfter(last) && !first.isAfter(today); first = first.plusMonths(1).withDayOfMonth(1)) {
            LocalDate end = first.withDayOfMonth(first.lengthOfMonth());
            months.add(Period.days(first, end.isAfter(last) ? last : end));
        }
        return months;
    }

    private Map<String, Map<Age, Integer>> backlog(Scope scope, Instant now) {
        Map<String, Map<Age, Integer>> backlog = new TreeMap<>();
        standing.open(scope.jurisdiction(), scope.organ(), (procedure, openedAt) ->
                backlog.computeIfAbsent(procedure, x -> new EnumMap<>(Age.class)).merge(Age.of(openedAt, now), 1, Integer::sum));
        return backlog;
    }

    /** Those that are open, and those that were opened in the period or the year before it. */
    List<Matter> disputes(Scope scope, Period period) {
        Instant from = period.from().minus(366, ChronoUnit.DAYS);
        List<Matter> found = new ArrayList<>(store.matters(scope.jurisdiction(), Dispute.PROCEDURE.id(), scope.organ(), from, MOST_DISPUTES));
        MatterQuery.After after = new MatterQuery.After(from, "");
        List<Matter> page;
        do {
            page = store.list(new MatterQuery(scope.jurisdiction(), Optional.empty(), scope.organ(), Optional.of(Dispute.PROCEDURE.id()), Optional.empty(), Optional.empty(),
                    Optional.of(true), Optional.empty(), Optional.of(after), PAGE));
            found.addAll(page);
            after = page.isEmpty() ? after : new MatterQuery.After(page.get(page.size() - 1).openedAt(), page.get(page.size() - 1).id());
        } while (page.size() == PAGE && found.size() < MOST_DISPUTES);
        return found;
    }
}
