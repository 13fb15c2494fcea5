package cn.xiezhi.store;

import cn.xiezhi.desk.MatterQuery;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which matters stand on a page of the list. A search by words goes through the next entries of the list first, where a common word fills the page; if it
 * does not, through all the other texts in the order in which they lie on the disk, which takes a hundredth of the time that the list's order takes.
 * Remarks in the statements tell Derby which way to go; to PostgreSQL they are remarks.
 */
record MatterPage(EntityManager em, MatterQuery q) {
    /** So many entries of the list are gone through before all texts are. */
    static final int NEXT = 1_000;
    private static final String FIXED = "--DERBY-PROPERTIES joinOrder=FIXED\n ";
    private static final String KEYS_OF_TEXTS = "select t.opened_key from " + FIXED + "matter_text t --DERBY-PROPERTIES index=";
    private static final String ROWS_OF_ORGAN = "select p.opened_key from " + FIXED + "matter_organ p --DERBY-PROPERTIES index=%s\n";
    private static final String KEYS_OF_ORGAN = ROWS_OF_ORGAN + " join matter_text t --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n on t.jurisdiction = p.jurisdiction and t.matter = p.matter";
    private static final String AND_MATTER = "\n join matter m --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n on m.jurisdiction = %1$s.jurisdiction and m.id = %1$s.matter";
    private static final String ORGAN = "exists (select 1 from matter_organ o where o.jurisdiction = %1$s.jurisdiction and o.matter = %1$s.matter and o.organ = ? and o.%2$s = ?)";
    private static final String PART = "has_part";
    private static final String AWAITED = "awaited";

    /** What a column has to say of an organ in a matter. */
    private record Concerned(String organ, String column, boolean value) {
        String index() {
            return column.equals(AWAITED) ? "matter_organ_awaited" : "matter_organ_list";
        }
    }

    List<String> ids() {
        return (q.words().isEmpty() ? listed() : searched()).stream().limit(q.limit()).map(Times::id).toList();
    }

    /** The first one is likely to have the fewest matters; its rows are sorted in the index as the list is. */
    private List<Concerned> concerned() {
        return new ArrayList<>(Stream.concat(q.awaiting().map(a -> new Concerned(a.organ(), AWAITED, a.act())).stream(),
                Stream.of(q.organ(), q.partyOf()).flatMap(Optional::stream).distinct().map(organ -> new Concerned(organ, PART, true))).toList());
    }

    private List<String> listed() {
        List<Concerned> concerned = concerned();
        if (concerned.isEmpty()) {
            return narrow(new Sql("select m.opened_key from matter m", "m.jurisdiction", q.jurisdiction())).and("m.opened_key < ?", after()).first(em, q.limit(), "m.opened_key desc");
        }
        Concerned first = concerned.remove(0);
        Sql sql = new Sql(ROWS_OF_ORGAN.formatted(first.index()) + matter("p") + "\n", "p.jurisdiction", q.jurisdiction());
        return narrow(holding(led(sql, first), "p", concerned)).and("p.opened_key < ?", after()).first(em, q.limit(), "p.opened_key desc");
    }

    private TreeSet<String> searched() {
        TreeSet<String> keys = new TreeSet<>(Comparator.reverseOrder());
        List<Concerned> concerned = concerned();
        Optional<String> edge = edge(concerned);
        String first = concerned.isEmpty() ? "t" : "p";
        add(keys, () -> (concerned.isEmpty() ? texts("matter_text_list", concerned) : ofOrgan(concerned, false)).and(first + ".opened_key >= ?", edge), first, after());
        addSealed(keys, concerned, edge, after());
        if (edge.isPresent() && keys.size() < q.limit()) {
            add(keys, () -> texts("null", concerned), "t", edge);
            addSealed(keys, concerned, Optional.empty(), edge);
        }
        return keys;
    }

    private Optional<String> after() {
        return q.after().map(a -> Times.key(a.openedAt(), a.id()));
    }

    /** The last key of the list's next entries; empty if fewer are left. */
    private Optional<String> edge(List<Concerned> concerned) {
        Sql sql = concerned.isEmpty()
                ? new Sql("select t.opened_key from matter_text t --DERBY-PROPERTIES index=matter_text_list\n", "t.jurisdiction", q.jurisdiction()).and("t.sealed = ?", false)
                : new Sql("select t.opened_key from matter_organ t --DERBY-PROPERTIES index=" + concerned.get(0).index() + "\n", "t.jurisdiction", q.jurisdiction()).and("t.organ = ?", concerned.get(0).organ());
        if (!concerned.isEmpty() && concerned.get(0).column().equals(AWAITED)) {
            sql.and("t.awaited = ?", concerned.get(0).value());
        }
        return sql.and("t.opened_key < ?", after()).first(em, 1, "t.opened_key desc offset " + (NEXT - 1) + " rows").stream().findFirst();
    }

    /** What is kept for some parts is looked for beginning with the matters in which the organ holds one: no other such text is read. */
    private void addSealed(TreeSet<String> keys, List<Concerned> concerned, Optional<String> edge, Optional<String> before) {
        q.sealedFor().ifPresent(organ -> {
            List<Concerned> all = new ArrayList<>(List.of(new Concerned(organ, PART, true)));
            concerned.stream().filter(c -> !all.contains(c)).forEach(all::add);
            add(keys, () -> ofOrgan(all, true).and("p.opened_key >= ?", edge), "p", before);
        });
    }

    /** The texts that everybody reads who sees the matter. */
    private Sql texts(String index, List<Concerned> concerned) {
        Sql sql = new Sql(KEYS_OF_TEXTS + index + matter("t") + "\n", "t.jurisdiction", q.jurisdiction()).and("t.sealed = ?", false);
        return narrow(holding(said(sql), "t", concerned));
    }

    private Sql ofOrgan(List<Concerned> concerned, boolean sealed) {
        Sql sql = new Sql(KEYS_OF_ORGAN.formatted(concerned.get(0).index()) + matter("p") + "\n", "p.jurisdiction", q.jurisdiction());
        return narrow(holding(said(led(sql, concerned.get(0)).and("t.sealed = ?", sealed)), "p", concerned.subList(1, concerned.size())));
    }

    private Sql said(Sql sql) {
        q.words().forEach(word -> sql.and("t.words like ? escape '!'", pattern(word)));
        return sql;
    }

    private static Sql led(Sql sql, Concerned by) {
        return sql.and("p.organ = ? and p." + by.column() + " = ?", by.organ(), by.value());
    }

    private static Sql holding(Sql sql, String first, List<Concerned> concerned) {
        concerned.forEach(c -> sql.and(ORGAN.formatted(first, c.column()), c.organ(), c.value()));
        return sql;
    }

    /** A matter may stand in several texts: on to the next ones until the page is full or nothing is left. */
    private void add(TreeSet<String> keys, Supplier<Sql> sql, String first, Optional<String> before) {
        Optional<String> last = before;
        TreeSet<String> found = new TreeSet<>();
        List<String> some;
        do {
            some = sql.get().and(first + ".opened_key < ?", last).first(em, q.limit(), first + ".opened_key desc");
            found.addAll(some);
            last = some.isEmpty() ? last : Optional.of(some.get(some.size() - 1));
        } while (some.size() == q.limit() && found.size() < q.limit());
        keys.addAll(found);
    }

    /** Whether more than words and organs is asked, which takes the matter's own row. */
    private String matter(String first) {
        MatterQuery.Narrow n = q.narrow();
        return Stream.of(q.procedure(), q.state(), q.open(), n.assignee(), n.openedFrom(), n.openedBefore(), n.due()).anyMatch(Optional::isPresent) ? AND_MATTER.formatted(first) : "";
    }

    private Sql narrow(Sql sql) {
        MatterQuery.Narrow n = q.narrow();
        sql.and("m.procedure_id = ?", q.procedure()).and("m.state = ?", q.state()).and("m.is_open = ?", q.open()).and("m.assignee = ?", n.assignee())
                .and("m.opened_at >= ?", n.openedFrom().map(Instant::toEpochMilli)).and("m.opened_at < ?", n.openedBefore().map(Instant::toEpochMilli));
        n.due().ifPresent(due -> {
            String open = "exists (select 1 from obligation b where b.jurisdiction = m.jurisdiction and b.matter = m.id and b.is_open = true and b.due_key >= ? and b.due_key < ?)";
            String from = due.from().map(Times::key).orElse("");
            sql.and("m.is_open = ?", true).and(open, due.withoutNumber() ? Times.NEVER : from, due.withoutNumber() ? "~" : due.before().map(Times::key).orElse(Times.NEVER));
            sql.and("not " + open, "", due.withoutNumber() ? Times.NEVER : from);
        });
        return sql;
    }

    static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
