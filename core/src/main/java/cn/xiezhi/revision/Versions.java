package cn.xiezhi.revision;

import cn.xiezhi.desk.Policies;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.WorkCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the archive's versions hold. They never change, so that each is read once. */
final class Versions {
    private final RuleArchive archive;
    private final RuleFiles files;
    private final Policies policies;
    private final Supplier<Procedures> procedures;
    private final Map<String, WorkCalendar> calendars = new ConcurrentHashMap<>();
    private final Map<String, Integer> changes = new ConcurrentHashMap<>();

    Versions(RuleArchive archive, RuleFiles files, Policies policies, Supplier<Procedures> procedures) {
        this.archive = archive;
        this.files = files;
        this.policies = policies;
        this.procedures = procedures;
    }

    /** A policy version; empty if it is not kept, or can't be read by this version of the product. */
    Optional<Policy> policy(String jurisdiction, String version) {
        try {
            return policies.version(jurisdiction, version);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same of a calendar. */
    Optional<WorkCalendar> calendar(String jurisdiction, String version) {
        return Optional.ofNullable(calendars.computeIfAbsent(jurisdiction + " " + version, k -> archive.files(jurisdiction, Subject.CALENDAR, version)
                .flatMap(f -> files.inspect(f, WorkCalendar.empty()).calendar()).orElse(null)));
    }

    /** The titles of the documents, or numbers of the notices, that a version rests on; the latest notice first. */
    List<String> documents(String jurisdiction, Subject subject, String version) {
        return switch (subject) {
            case POLICY -> policy(jurisdiction, version).map(p -> p.documents().stream().map(Document::title).toList()).orElse(List.of());
            case CALENDAR -> calendar(jurisdiction, version).map(c -> c.years().values().stream().sorted(Comparator.comparing(CalendarYear::year).reversed()).map(CalendarYear::source).toList()).orElse(List.of());
        };
    }

    /** How many rules or days differ; none where one of the two can't be read. */
    int changes(String jurisdiction, Subject subject, String before, String after) {
        return Optional.ofNullable(changes.computeIfAbsent(String.join(" ", jurisdiction, subject.code(), before, after), k -> (switch (subject) {
            case POLICY -> policy(jurisdiction, before).flatMap(b -> policy(jurisdiction, after).map(a -> Comparison.of(b, a, procedures.get()).size()));
            case CALENDAR -> calendar(jurisdiction, before).flatMap(b -> calendar(jurisdiction, after).map(a -> Comparison.days(b, a).size()));
        }).orElse(null))).orElse(0);
    }
}
