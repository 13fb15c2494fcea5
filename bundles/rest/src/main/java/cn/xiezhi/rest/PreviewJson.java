package cn.xiezhi.rest;

import cn.xiezhi.desk.Foreseen;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Outlook;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Situation;
import java.util.List;
import java.util.Optional;

/** What an act would do: the state after it, the duties that it ends, those that arise or get another end, and what stands against it. Effects only where the input lets them be told. */
record PreviewJson(Optional<String> state, Optional<String> stateName, List<String> closes, List<ObligationJson> owes, List<Problem.Fault> errors, Optional<Against> against) {

    /** A rule that refuses it whatever the fields say. */
    record Against(String detail, Optional<String> citation) {}

    static PreviewJson of(Foreseen.Known known, Reading reading) {
        Optional<Refusal> refusal = known.outlook().against();
        refusal.filter(r -> r.kind() == Outcome.Kind.FORBIDDEN || r.kind() == Outcome.Kind.CONFLICT).ifPresent(r -> {
            throw Problem.of(r);
        });
        // The act may change matters that this person does not see.
        List<MatterChange> seen = known.outlook().changes().stream().filter(c -> Decisions.maySee(known.situation().procedures(), known.actor(), c.after())).toList();
        Optional<String> state = known.outlook().changes().stream().findFirst().map(c -> c.after().state());
        return new PreviewJson(state, state.map(known.procedure()::stateName),
                seen.stream().flatMap(c -> Outlook.obligations(c).stream()).filter(t -> !t.obligation().open()).map(t -> closed(t, known.situation())).distinct().toList(),
                seen.stream().flatMap(c -> Outlook.obligations(c).stream().filter(t -> t.obligation().open()).map(t -> owed(t, c, known.situation(), reading))).toList(),
                refusal.map(Refusal::errors).orElse(List.of()).stream().map(e -> new Problem.Fault(e.field(), e.message(), e.citation())).toList(),
                refusal.filter(r -> r.errors().isEmpty()).map(r -> new Against(r.message(), r.citation())));
    }

    private static String closed(Trail t, Situation s) {
        String how = switch (t.event()) {
            case REFUSED -> "（拒绝）";
            case CANCELLED -> "（终止）";
            case PASSED_ON -> "（转出）";
            default -> "";
        };
        return s.procedures().text(t.obligation().duty()) + how;
    }

    private static ObligationJson owed(Trail t, MatterChange change, Situation s, Reading reading) {
        Procedure procedure = s.procedures().of(change.after());
        ObligationJson.InMatter in = new ObligationJson.InMatter(change.after().id(), change.after().title(), procedure.name(), procedure.stateName(change.after().state()));
        return ObligationJson.of(s.procedures(), t.obligation(), in, s.nameOf(t.obligation().owedBy()), s.now(), s.calendar(), reading.steps(change.after().jurisdiction(), t.obligation()));
    }
}
