package cn.xiezhi.rest;

import cn.xiezhi.desk.MatterView;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Light;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Waiting;
import cn.xiezhi.procedure.Way;
import cn.xiezhi.rest.MatterJson.Who;
import cn.xiezhi.rest.OrganJson.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a matter stands on its way, and who waits for whom. */
record WayJson(List<Stage> path, List<WaitingFor> waiting) {

    record Stage(String id, String name, String status, boolean aside, Optional<Instant> at, Optional<Who> who) {}

    record WaitingFor(Named organ, Instant since, List<Named> by, List<String> actions, List<Due> duties) {}

    record Due(String duty, String dutyName, Optional<Instant> dueAt, String light, String left) {}

    static WayJson of(MatterView view, List<LedgerEntry> ledger, Wording words) {
        List<Waiting> awaited = Waiting.of(view.seen(), view.procedure(), ledger);
        List<Named> by = Waiting.waiters(view.matter(), awaited).stream().map(o -> named(view, o)).toList();
        return new WayJson(Way.of(view.seen(), view.procedure(), ledger).stream().map(s -> stage(view, s)).toList(),
                awaited.stream().map(w -> new WaitingFor(named(view, w.organ()), w.since(), by, w.actions().stream().map(Action::label).toList(),
                        w.duties().stream().map(o -> due(view, o, words)).toList())).toList());
    }

    private static Stage stage(MatterView view, Way.Step s) {
        return new Stage(s.state(), view.procedure().stateName(s.state()), s.status().code(), s.aside(), s.entered().map(LedgerEntry::at),
                s.entered().map(e -> new Who(e.userName(), named(view, e.organ()))));
    }

    private static Due due(MatterView view, Obligation o, Wording words) {
        Instant now = view.seen().now();
        return new Due(o.duty().id(), words.duty(o.duty()), o.dueAtExclusive(), Light.of(o, now, view.seen().situation().calendar()).code(),
                Texts.left(o, now, view.seen().situation().calendar()));
    }

    private static Named named(MatterView view, String organ) {
        return MatterJson.named(view.seen().situation().organs(), organ);
    }
}
