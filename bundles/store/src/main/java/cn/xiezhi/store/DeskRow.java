package cn.xiezhi.store;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An open obligation on an organ's desk; follows from the matter and is written with it. */
record DeskRow(String jurisdiction, String organ, String obligation, boolean owes, String procedure, String assignee, String dueKey) {
    static final RowTable<DeskRow> TABLE = new RowTable<DeskRow>("desk").key("jurisdiction", Types.VARCHAR, d -> d.jurisdiction).key("organ", Types.VARCHAR, d -> d.organ)
            .key("obligation", Types.VARCHAR, d -> d.obligation).fixed("procedure_id", Types.VARCHAR, d -> d.procedure).column("owes", Types.BOOLEAN, d -> d.owes)
            .column("assignee", Types.VARCHAR, d -> d.assignee).column("due_key", Types.VARCHAR, d -> d.dueKey);

    /** By organ and obligation. */
    static Map<String, DeskRow> of(Matter m) {
        Map<String, DeskRow> rows = new LinkedHashMap<>();
        m.obligations().stream().filter(Obligation::open).forEach(o -> {
            put(rows, m, o, o.owedBy());
            m.parties().values().stream().flatMap(Set::stream).forEach(organ -> put(rows, m, o, organ));
        });
        return rows;
    }

    private static void put(Map<String, DeskRow> rows, Matter m, Obligation o, String organ) {
        rows.put(organ + " " + o.id(), new DeskRow(m.jurisdiction(), organ, o.id(), organ.equals(o.owedBy()), m.procedure(), m.assignee().orElse(null),
                Times.key(o.dueAtExclusive(), o.id())));
    }
}
