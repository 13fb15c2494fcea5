package cn.xiezhi.procedure;

import cn.xiezhi.matter.LedgerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a matter stands on its way: the states that it went through, the one it is in, and those usually left. Side ways show only when they were taken. */
public final class Way {
    private Way() {}

    public enum Status {
        DONE("done"), HERE("here"), AHEAD("ahead");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * One state.
     *
     * @param aside whether it is off the usual way
     * @param entered the act by which the matter last came into it; empty for what lies ahead
     */
    public record Step(String state, Status status, boolean aside, Optional<LedgerEntry> entered) {}

    /**
     * Done in the order in which they were last entered, then where it is, then what is left. What the matter was sent back behind lies ahead again; what
     * was jumped over is not shown; nothing lies ahead of an end.
     *
     * @param ledger the matter's history in order
     */
    public static List<Step> of(Case c, Procedure procedure, List<LedgerEntry> ledger) {
        List<String> usual = procedure.way().apply(c);
        String here = c.matter().state();
        Map<String, LedgerEntry> entered = entered(ledger);
        int reached = usual.contains(here) ? usual.indexOf(here) : entered.keySet().stream().filter(usual::contains).reduce((a, b) -> b).map(usual::indexOf).orElse(-1);
        List<Step> steps = new ArrayList<>();
        entered.forEach((state, by) -> {
            if (!state.equals(here) && usual.indexOf(state) <= reached) {
                steps.add(new Step(state, Status.DONE, !usual.contains(state), Optional.of(by)));
            }
        });
        steps.add(new Step(here, Status.HERE, !usual.contains(here), Optional.ofNullable(entered.get(here))));
        if (c.matter().open()) {
            usual.subList(reached + 1, usual.size()).forEach(s -> steps.add(new Step(s, Status.AHEAD, false, Optional.empty())));
        }
        return steps;
    }

    /** The states by when they were last entered, with the act that did it. */
    private static Map<String, LedgerEntry> entered(List<LedgerEntry> ledger) {
        Map<String, LedgerEntry> last = new LinkedHashMap<>();
        for (LedgerEntry e : ledger) {
            if (!e.to().equals(e.from())) {
                last.remove(e.to());
                last.put(e.to(), e);
            }
        }
        return last;
    }
}
