package cn.xiezhi.desk;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedure;
import java.util.List;

/**
 * A matter as one person sees it: with what this person may do now.
 *
 * @param seen the matter together with the rules, the calendar and the moment it was looked at
 */
public record MatterView(Procedure procedure, Case seen) {
    public Matter matter() {
        return seen.matter();
    }

    public List<Action> possible() {
        return Decisions.possible(seen, procedure);
    }
}
