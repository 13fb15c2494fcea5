package cn.xiezhi.store;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.revision.History;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Reads through what arose in a stretch of time, page by page along the primary key: whoever takes it may be slow, and no connection waits meanwhile. */
record HistoryReader(Work work) implements History {
    private static final int PAGE = 2_000;
    private static final String ARISEN = " from obligation where jurisdiction = ? and trigger_at >= ? and trigger_at < ?";
    private static final String NEXT = "select " + ObligationRow.COLUMNS + ", matter" + ARISEN + " and id > ? order by id fetch first " + PAGE + " rows only";

    private record Arisen(String matter, Obligation obligation) {}

    @Override
    public void arisen(String jurisdiction, Instant fromInclusive, Instant untilExclusive, BiPredicate<String, Obligation> to) {
        String last = "";
        List<Arisen> page;
        do {
            page = work.rows(NEXT, row -> new Arisen(row.getString("matter"), ObligationRow.of(row).value()), jurisdiction, fromInclusive.toEpochMilli(), untilExclusive.toEpochMilli(),
                    last);
            for (Arisen a : page) {
                if (!to.test(a.matter(), a.obligation())) {
                    return;
                }
                last = a.obligation().id();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public int countArisen(String jurisdiction, Instant fromInclusive, Instant untilExclusive) {
        return work.row("select count(*)" + ARISEN, row -> row.getInt(1), jurisdiction, fromInclusive.toEpochMilli(), untilExclusive.toEpochMilli()).orElse(0);
    }

    @Override
    public Map<String, Integer> openObligations(String jurisdiction) {
        return counts("select duty, count(*) from obligation where jurisdiction = ? and is_open = true group by duty", jurisdiction);
    }

    @Override
    public Map<String, Integer> openMatters(String jurisdiction, Set<String> procedures) {
        Map<String, Integer> open = counts("select procedure_id, count(*) from matter where jurisdiction = ? and is_open = true group by procedure_id", jurisdiction);
        open.keySet().retainAll(procedures);
        return open;
    }

    private Map<String, Integer> counts(String sql, String jurisdiction) {
        Map<String, Integer> counts = new HashMap<>();
        work.rows(sql, row -> counts.put(row.getString(1), row.getInt(2)), jurisdiction);
        return counts;
    }
}
