package cn.xiezhi.rest;

import cn.xiezhi.policy.RuleFiles.Answers;
import cn.xiezhi.policy.RulesHere.Trouble;
import cn.xiezhi.policy.Term;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.revision.Answer;
import cn.xiezhi.revision.Comparison;
import cn.xiezhi.revision.Previews;
import cn.xiezhi.revision.Revisions;
import cn.xiezhi.revision.Touched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Versions of rules and the decisions on them, as their administrators see them. */
record RulesJson(boolean signed, List<EditionJson> editions, List<TermJson> terms, List<TroubleJson> troubles, Optional<Instant> suspendedSince) {
    record EditionJson(String version, String state, Instant receivedAt, String receivedBy, Optional<String> receivedByName, Optional<String> sha256, Optional<String> signer,
            List<String> documents) {}

    record TermJson(int seq, String version, Instant since, Optional<Instant> until, Instant decidedAt, String decidedBy, Optional<String> decidedByName, String kind,
            String kindText, String reason, Optional<Instant> withdrawnAt) {}

    record TroubleJson(String text, Instant since) {}

    record ReceivedJson(String version, String state, List<String> warnings, Optional<String> signer) {}

    record DutyCount(String duty, String name, int obligations) {}

    record TouchedJson(int matters, int obligations, boolean capped, List<DutyCount> byDuty) {}

    record DayJson(LocalDate date, String before, String after) {}

    record RecountJson(String matter, String title, String duty, String name, String organ, String organName, Optional<Instant> before, Optional<Instant> after) {}

    record PreviewJson(Optional<String> from, String to, List<Comparison.Change> changes, List<Answers> examples, List<String> warnings, TouchedJson touched, List<DayJson> days,
            List<RecountJson> recounts) {}

    /** What was asked for; else the problem that stands against it. */
    static <T> T value(Answer<T> answer) {
        return answer.value().orElseThrow(() -> {
            Answer.Objection objection = answer.objection().orElseThrow();
            int status = switch (objection.reason()) {
                case UNKNOWN_VERSION, UNKNOWN_TERM -> 404;
                case RULES_REFUSED, SINCE_IN_THE_PAST -> 422;
                case ALREADY_IN_FORCE, SOMEBODY_DECIDED, HAS_BEGUN, NOT_IN_FORCE, RULES_CHANGED, STOPPED -> 409;
            };
            Problem problem = new Problem(status, objection.reason().code(), objection.message());
            return objection.errors().isEmpty() ? problem : problem.with("errors", objection.errors());
        });
    }

    static EditionJson of(Revisions.Kept kept, Function<String, Optional<String>> nameOf) {
        var e = kept.edition();
        return new EditionJson(e.version(), state(kept.state()), e.receivedAt(), e.receivedBy(), nameOf.apply(e.receivedBy()), e.sha256(), e.signer(), kept.documents());
    }

    static TermJson of(Revisions.Decided decided, Function<String, Optional<String>> nameOf) {
        Term t = decided.term();
        return new TermJson(t.seq(), t.version(), t.since(), decided.until(), t.decidedAt(), t.decidedBy(), nameOf.apply(t.decidedBy()), t.kind().code(), t.kind().text(), t.reason(),
                t.withdrawnAt());
    }

    /** Those of a jurisdiction and those that are everybody's. */
    static List<TroubleJson> troubles(List<Trouble> all, String jurisdiction) {
        return all.stream().filter(t -> t.jurisdiction().filter(j -> !j.equals(jurisdiction)).isEmpty()).map(t -> new TroubleJson(t.text(), t.since())).toList();
    }

    static ReceivedJson of(Revisions.Received r) {
        return new ReceivedJson(r.version(), state(r.state()), r.warnings(), r.signer());
    }

    static PreviewJson of(Procedures known, Previews.Preview p, Function<String, String> organName) {
        List<String> warnings = Stream.concat(p.problems().stream().map(x -> "现在不能施行：" + x), p.warnings().stream()).toList();
        return new PreviewJson(p.from(), p.to(), p.changes(), p.examples(), warnings, of(known, p.touched()),
                p.days().stream().map(d -> new DayJson(d.date(), d.before().text(), d.after().text())).toList(),
                p.recounts().stream().map(c -> new RecountJson(c.owed().matter(), c.owed().title(), c.owed().obligation().duty().id(), known.text(c.owed().obligation().duty()),
                        c.owed().obligation().owedBy(), organName.apply(c.owed().obligation().owedBy()), c.owed().obligation().dueAtExclusive(), c.after())).toList());
    }

    private static TouchedJson of(Procedures known, Touched t) {
        return new TouchedJson(t.matters(), t.obligations(), t.capped(),
                t.byDuty().entrySet().stream().map(e -> new DutyCount(e.getKey().id(), known.text(e.getKey()), e.getValue())).toList());
    }

    private static String state(Revisions.State state) {
        return switch (state) {
            case PROPOSED -> "proposed";
            case PLANNED -> "planned";
            case IN_FORCE -> "inForce";
            case FORMER -> "former";
        };
    }
}
