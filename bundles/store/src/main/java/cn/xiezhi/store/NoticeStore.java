package cn.xiezhi.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.NoticeQuery;
import cn.xiezhi.clock.Notices;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.desk.ObligationQuery;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

record NoticeStore(Work work) implements Notices {
    private static final int TRIES = 5;
    private static final String NOT_READ = "not exists (select 1 from notice_read r where r.jurisdiction = n.jurisdiction and r.notice = n.id and r.user_name = ?)";
    private static final String UNREAD = "select count(*) from (select 1 as one from notice n where n.jurisdiction = ? and n.address = ? and n.skipped = false"
            + " and n.listed_key >= ? and " + NOT_READ + " fetch first " + MOST + " rows only) unread_rows";

    private static final String REACHED = "select n.address, count(*), count(r.notice) from notice n left join (select distinct notice from notice_read where jurisdiction = ?) r"
            + " on r.notice = n.id where n.jurisdiction = ? and n.skipped = false and n.listed_key >= ? group by n.address order by n.address";

    @Override
    public List<Owed> unsettled(String jurisdiction, Instant horizon, Optional<ObligationQuery.After> after, int limit) {
        return work.read(em -> DeskReader.owed(em, jurisdiction, new Sql("select o.due_key from obligation o", "o.jurisdiction", jurisdiction)
                .and("o.is_open = ?", true).and("o.due_key < ?", Times.key(horizon.plusMillis(1)))
                .and("o.due_key > ?", after.map(a -> Times.key(a.dueAt(), a.id())))
                .and("not exists (select 1 from notice n where n.jurisdiction = o.jurisdiction and n.subject = o.id and n.kind = ? and n.due_at = o.due_at)",
                        Notice.Kind.MEETING.code())
                .first(em, limit, "o.due_key").stream().map(Times::id).toList()));
    }

    @Override
    public int add(List<Notice> notices) {
        for (int left = TRIES; ; left--) {
            try {
                return addMissing(notices);
            } catch (StoreException e) {
                // Another node was at the same ones; once it is through, they are known here.
                if (left <= 1 || !Failures.duplicate(e) && !Failures.raced(e)) {
                    throw e;
                }
            }
        }
    }

    private int addMissing(List<Notice> notices) {
        if (notices.isEmpty()) {
            return 0;
        }
        String jurisdiction = notices.get(0).jurisdiction();
        Set<String> known = work.read(em -> Keyed.values(em, "id, kind", "notice", "id", jurisdiction, notices.stream().map(Notice::id).toList())).stream()
                .map(row -> (String) row[0]).collect(toSet());
        // In one order on every node, so that two never wait for each other.
        List<NoticeRow> missing = notices.stream().filter(n -> !known.contains(n.id())).map(NoticeRow::of).sorted(Comparator.comparing(n -> n.id)).toList();
        if (!missing.isEmpty()) {
            work.transact(connection -> NoticeRow.TABLE.insert(connection, missing));
        }
        return missing.size();
    }

    @Override
    public List<Seen> list(NoticeQuery q) {
        return work.read(em -> {
            List<String> ids = q.to().stream().flatMap(to -> keys(em, q, to).stream()).sorted(Comparator.reverseOrder()).limit(q.limit()).map(Times::id).toList();
            Map<String, NoticeRow> rows = Keyed.rows(em, NoticeRow.class, "notice", "id", q.jurisdiction(), ids).stream().collect(toMap(n -> n.id, Function.identity()));
            Map<String, Instant> read = Keyed.values(em, "notice, user_name, read_at", "notice_read", "notice", q.jurisdiction(), ids).stream()
                    .filter(r -> r[1].equals(q.user())).collect(toMap(r -> (String) r[0], r -> Instant.ofEpochMilli(((Number) r[2]).longValue())));
            return ids.stream().map(rows::get).filter(Objects::nonNull).map(n -> new Seen(n.value(), Optional.ofNullable(read.get(n.id)))).toList();
        });
    }

    private static List<String> keys(EntityManager em, NoticeQuery q, Address to) {
        Sql sql = new Sql("select n.listed_key from notice n", "n.jurisdiction", q.jurisdiction()).and("n.address = ? and n.skipped = ?", to.text(), false)
                .and("n.listed_key >= ?", Times.key(q.since())).and("n.listed_key < ?", q.after().map(a -> Times.key(a.at(), a.id())));
        return (q.unreadOnly() ? sql.and(NOT_READ, q.user()) : sql).first(em, q.limit(), "n.listed_key desc");
    }

    @Override
    public int unread(String jurisdiction, List<Address> to, String user, Instant since) {
        int count = 0;
        for (Address address : to) {
            count += work.row(UNREAD, row -> row.getInt(1), jurisdiction, address.text(), Times.key(since), user).orElse(0);
        }
        return Math.min(count, MOST);
    }

    @Override
    public List<Reached> reached(String jurisdiction, Instant since) {
        return work.rows(REACHED, row -> new Reached(new Address(row.getString(1)), row.getInt(2), row.getInt(2) - row.getInt(3)), jurisdiction, jurisdiction, Times.key(since));
    }

    @Override
    public boolean read(String jurisdiction, List<Address> to, String user, String id, Instant at) {
        Optional<String> address = work.row("select address from notice where jurisdiction = ? and id = ? and skipped = false", row -> row.getString(1), jurisdiction, id);
        if (address.map(Address::new).filter(to::contains).isEmpty()) {
            return false;
        }
        // Read already: the first time stays.
        Work.added(() -> work.change("insert into notice_read (jurisdiction, notice, user_name, read_at) values (?, ?, ?, ?)", jurisdiction, id, user, at.toEpochMilli()));
        return true;
    }
}
