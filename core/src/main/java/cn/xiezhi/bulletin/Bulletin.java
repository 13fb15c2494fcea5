package cn.xiezhi.bulletin;

import cn.xiezhi.assessment.Assessment;
import cn.xiezhi.assessment.Figures;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.assessment.Reckoning;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a period brought: how many matters of each procedure, what each organ did in time, and by name the disputes, resolutions and
 * hazards. Of disputes it gives number and organs only, since their titles name people and cases that its readers have no part in.
 *
 * @param judgedAt the moment as of which the figures hold
 * @param whole false if there were more matters than were looked at
 * @param disputes begun in the period or unresolved at its end
 * @param resolutions of issued minutes: begun in the period or not done at its end
 * @param hazards told of in the period
 */
public record Bulletin(Period period, Instant judgedAt, boolean whole, List<OfProcedure> procedures, List<OfOrgan> organs, Figures total, List<Item> disputes,
        List<Item> resolutions, List<Item> hazards) {
    private static final Set<String> UNTITLED = Set.of("dispute");
    private static final Set<String> UNISSUED = Set.of("drafted", "withdrawn");

    /** @param ended whatever their end was; @param running not over at the end of the period */
    public record OfProcedure(String procedure, int opened, int ended, int running) {}

    /**
     * @param opened matters begun in the period in which it holds a part, by procedure
     * @param figures of what it owed
     */
    public record OfOrgan(String organ, Map<String, Integer> opened, Figures figures) {}

    /**
     * A matter by name, as it stands now.
     *
     * @param organs those that hold a part that matters for it, by id
     * @param lastDay of what is still owed, the earliest
     */
    public record Item(String matter, String procedure, Optional<String> title, List<String> organs, String state, boolean open, Optional<LocalDate> lastDay, boolean overdue) {}

    /** @param matters at least those that were begun in the period, ended in it or still run; each once, in any order */
    public static Bulletin of(Period period, Collection<Matter> matters, boolean whole, Instant now, WorkCalendar calendar) {
        Reckoning reckoning = new Reckoning(period, now, calendar);
        Map<String, int[]> procedures = new TreeMap<>();
        Map<String, Map<String, Integer>> parts = new TreeMap<>();
        for (Matter m : matters) {
            m.obligations().forEach(reckoning::add);
            count(period, m, procedures.computeIfAbsent(m.procedure(), x -> new int[3]));
            if (begun(period, m)) {
                involved(m).forEach(o -> parts.computeIfAbsent(o, x -> new TreeMap<>()).merge(m.procedure(), 1, Integer::sum));
            }
        }
        Assessment assessment = reckoning.assessment();
        return new Bulletin(period, assessment.judgedAt(), whole,
                procedures.entrySet().stream().map(e -> new OfProcedure(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
                        .filter(p -> p.opened() + p.ended() + p.running() > 0).toList(),
                organs(parts, assessment), assessment.total(),
                items(matters, "dispute", m -> begun(period, m) || running(period, m), now),
                items(matters, "resolution", m -> !UNISSUED.contains(m.state()) && (begun(period, m) || running(period, m)), now),
                items(matters, "hazard", m -> begun(period, m), now));
    }

    private static void count(Period period, Matter m, int[] counts) {
        counts[0] += begun(period, m) ? 1 : 0;
        counts[1] += !m.open() && within(period, m.updatedAt()) ? 1 : 0;
        counts[2] += running(period, m) ? 1 : 0;
    }

    private static boolean within(Period period, Instant at) {
        return !at.isBefore(period.from()) && at.isBefore(period.to());
    }

    private static boolean begun(Period period, Matter m) {
        return within(period, m.openedAt());
    }

    /** A matter that is over is not changed any more, so that its last change was its end. */
    private static boolean running(Period period, Matter m) {
        return m.openedAt().isBefore(period.to()) && (m.open() || !m.updatedAt().isBefore(period.to()));
    }

    private static Set<String> involved(Matter m) {
        Set<String> organs = new LinkedHashSet<>();
        m.parties().values().forEach(organs::addAll);
        return organs;
    }

    private static List<OfOrgan> organs(Map<String, Map<String, Integer>> parts, Assessment assessment) {
        Map<String, OfOrgan> rows = new TreeMap<>();
        Figures none = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
        parts.forEach((organ, opened) -> rows.put(organ, new OfOrgan(organ, opened, none)));
        assessment.organs().forEach(o -> rows.put(o.organ(), new OfOrgan(o.organ(), parts.getOrDefault(o.organ(), Map.of()), o.total())));
        return new ArrayList<>(rows.values());
    }

    private static List<Item> items(Collection<Matter> matters, String procedure, Predicate<Matter> which, Instant now) {
        return matters.stream().filter(m -> m.procedure().equals(procedure) && which.test(m)).sorted(Comparator.comparing(Matter::openedAt).thenComparing(Matter::id))
                .map(m -> item(m, now)).toList();
    }

    private static Item item(Matter m, Instant now) {
        List<Obligation> owed = m.obligations().stream().filter(Obligation::open).toList();
        List<String> organs = m.procedure().equals("resolution") ? List.copyOf(m.organs("responsible")) : List.copyOf(involved(m));
        return new Item(m.id(), m.procedure(), Optional.of(m.title()).filter(t -> !UNTITLED.contains(m.procedure())), organs, m.state(), m.open(),
                owed.stream().flatMap(o -> o.lastDay().stream()).min(Comparator.naturalOrder()), owed.stream().anyMatch(o -> o.overdue(now)));
    }
}
